import Algebra
import Source
import Workings

/// Comparisons, their chains, and what joins them.
extension Elaborator {
  /// A condition; within that of an `if`, comparisons of tensors go entry by entry.
  mutating func condition(_ expression: Expression, byEntries: Bool) throws(Stop) -> Node {
    let result: Node
    switch expression.kind {
    case .comparison(let first, let rest):
      result = try comparison(first, rest, byEntries: byEntries, expression.span)
    case .and(let left, let right):
      result = try logic(
        .and,
        [
          try condition(left, byEntries: byEntries), try condition(right, byEntries: byEntries),
        ], expression.span)
    case .or(let left, let right):
      result = try logic(
        .or,
        [
          try condition(left, byEntries: byEntries), try condition(right, byEntries: byEntries),
        ], expression.span)
    case .not(let operand):
      result = try logic(.not, [try condition(operand, byEntries: byEntries)], expression.span)
    case .parenthesised(let inner): return try condition(inner, byEntries: byEntries)
    case .number, .text, .truth, .name, .negate, .binary, .choice, .call, .field, .index,
      .transpose, .sample, .pipe, .range, .list, .comprehension, .tuple, .record:
      return try node(expression)
    }
    place(result, at: expression.span)
    return result
  }

  private mutating func comparison(
    _ first: Expression, _ rest: [Expression.Comparison], byEntries: Bool, _ span: Span
  ) throws(Stop) -> Node {
    var left = try node(first)
    var whole: Node?
    for link in rest {
      guard let comparison = Comparison(link.comparison) else {
        throw stop(
          .misplaced("'≈'", where: "in 'expect'"), at: span, hint: "write abs(a - b) < 0.001")
      }
      let right = try node(link.right)
      let relation = try built(span) { () throws(Failure) in
        try graph.compare(comparison, left, right, byEntries: byEntries)
      }
      if let before = whole {
        whole = try logic(.and, [before, relation], span)
      } else {
        whole = relation
      }
      left = right
    }
    return whole ?? left
  }

  private func logic(_ operation: Operation, _ operands: [Node], _ span: Span) throws(Stop) -> Node
  {
    try built(span) { () throws(Failure) in try graph.logic(operation, operands) }
  }

  /// A vector goes to every column of a matrix; where the matrix is square, that may be a surprise.
  mutating func warnOfRows(
    _ sign: BinaryOperator, _ left: Node, _ right: Node, at span: Span
  ) {
    switch sign {
    case .add, .subtract, .multiply, .divide: break
    case .matrixProduct, .innerProduct, .power: return
    }
    let shapes = (graph.sort(of: left).shape, graph.sort(of: right).shape)
    guard let a = shapes.0, let b = shapes.1, let square = [a, b].first(where: { $0.rank == 2 }),
      let vector = [a, b].first(where: { $0.rank == 1 }),
      square.extents[0] == square.extents[1], square.extents[0] == vector.extents[0],
      graph.sort(of: left).isNumbers, graph.sort(of: right).isNumbers
    else { return }
    let name = NodeText(graph).text(of: a.rank == 1 ? left : right)
    let size = graph.text(of: vector)
    let offer = name.count <= 20 ? "outer(ones(\(size)), \(name))" : "outer(ones(\(size)), …)"
    warnings.append(
      Diagnostic(
        .warning, .vectorOnSquareMatrix(name.count <= 40 ? "'\(name)'" : "the vector"),
        at: blame ?? span, hint: "write \(offer) in its place to have it in every row"))
  }
}

extension Comparison {
  /// The core's relation for a written one; nil for `≈`, which only checks have.
  init?(_ written: ComparisonOperator) {
    switch written {
    case .equal: self = .equal
    case .notEqual: self = .unequal
    case .less: self = .less
    case .lessOrEqual: self = .atMost
    case .greater: self = .greater
    case .greaterOrEqual: self = .atLeast
    case .approximatelyEqual: return nil
    }
  }
}

extension Diagnostic.Message {
  static func vectorOnSquareMatrix(_ vector: String) -> Self {
    Self(
      "vector-on-square-matrix",
      "\(vector) goes to every column of the square matrix; PyTorch would put it in every row")
  }
}
