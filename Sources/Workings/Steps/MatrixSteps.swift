import Algebra

/// How a determinant, a rank or an inverse of numbers comes about, as one works it out by hand.
struct MatrixSteps {
  private let evaluator: Evaluator

  private var graph: Graph { evaluator.graph }

  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// The elimination behind a rank, an inverse from 3×3 on and a determinant from 4×4 on; none for
  /// another node, and where the entries are no exact numbers or too many.
  func steps(for node: Node) -> [Step] {
    guard let rows = rows(of: node), let width = rows.first?.count else { return [] }
    switch graph.operation(of: node) {
    case .rank:
      let echelon = EliminationSteps.echelon(rows, graph)
      let words =
        echelon.rank == 1
        ? "One row is not 0: the rank is 1."
        : "\(echelon.rank) rows are not 0: the rank is \(echelon.rank)."
      return echelon.steps + [.sentence([.words(words)])]
    case .determinant:
      guard width > 3 else { return [] }
      let echelon = EliminationSteps.echelon(rows, graph)
      var words = "The determinant is the product of the diagonal"
      if echelon.swaps == 1 { words += ", its sign turned by the swap of rows" }
      if echelon.swaps > 1 {
        words += ", its sign turned by each of the \(echelon.swaps) swaps of rows"
      }
      return echelon.steps + [.sentence([.words(words + ".")])]
    case .inverse:
      guard width > 2 else { return [] }
      let beside = rows.enumerated().map { place, row in
        row + row.indices.map { $0 == place ? Rational.one : .zero }
      }
      return EliminationSteps(
        beside, solving: width,
        "The identity beside the matrix; what makes the left half the identity makes the right half the inverse:",
        graph
      ).steps
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer,
      .transpose, .diagonal, .trace, .softmax, .logSoftmax, .reduce, .reshape, .stack,
      .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call,
      .apply, .sample, .interval, .list, .record, .field, .names:
      return []
    }
  }

  /// The formula behind a determinant of 2×2 or 3×3 (along the first row) or an inverse of 2×2; nil
  /// for another node.
  func formula(of node: Node) -> Node? {
    guard let rows = rows(of: node), rows.count == rows.first?.count else { return nil }
    let operation = graph.operation(of: node)
    if operation == .determinant {
      if rows.count == 2 { return minor(rows, [0, 1], [0, 1]) }
      return rows.count == 3 ? alongFirstRow(rows) : nil
    }
    guard operation == .inverse, rows.count == 2 else { return nil }
    let (a, b, c, d) = (rows[0][0], rows[0][1], rows[1][0], rows[1][1])
    let adjugate = graph.constant(Tensor(shape: [2, 2], exact: [d, -b, -c, a]))
    let factor = graph.make(
      .divide, [graph.number(1), minor(rows, [0, 1], [0, 1])], sort: .scalar)
    return try? graph.multiply(factor, adjugate)
  }

  /// a(ei − fh) − b(di − fg) + c(dh − eg), without what is multiplied by 0.
  private func alongFirstRow(_ rows: [[Rational]]) -> Node? {
    var sum: Node?
    for column in 0..<3 where !rows[0][column].isZero {
      let others = (0..<3).filter { $0 != column }
      let entry = graph.number(.exact(rows[0][column]))
      let term = graph.make(
        .multiply, [entry, minor(rows, [1, 2], others)], sort: .scalar)
      if let before = sum {
        sum = graph.make(column == 1 ? .subtract : .add, [before, term], sort: .scalar)
      } else {
        sum = column == 1 ? graph.make(.negate, [term], sort: .scalar) : term
      }
    }
    return sum
  }

  /// ad − bc of two rows and two columns.
  private func minor(_ rows: [[Rational]], _ first: [Int], _ second: [Int]) -> Node {
    func product(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Node {
      graph.make(
        .multiply,
        [graph.number(.exact(rows[i][j])), graph.number(.exact(rows[k][l]))], sort: .scalar)
    }
    let diagonal = product(first[0], second[0], first[1], second[1])
    let other = product(first[0], second[1], first[1], second[0])
    return graph.make(.subtract, [diagonal, other], sort: .scalar)
  }

  /// The entries of the matrix below a determinant, a rank or an inverse.
  private func rows(of node: Node) -> [[Rational]]? {
    guard graph.operation(of: node).isOneOf(.determinant, .rank, .inverse),
      case .tensor(let matrix)? = try? evaluator.value(of: graph.operands(of: node)[0]),
      matrix.rank == 2, matrix.shape.allSatisfy({ 1...EliminationSteps.rowLimit ~= $0 })
    else { return nil }
    let entries = matrix.entries.compactMap(\.rational)
    guard entries.count == matrix.count else { return nil }
    let width = matrix.shape[1]
    return (0..<matrix.shape[0]).map { Array(entries[$0 * width..<($0 + 1) * width]) }
  }
}
