import Algebra
import Mathematics
import Workings

/// The derivatives of every entry of a vector (rows) by every entry of the variables (columns).
struct Jacobian {
  /// The most entries of the matrix.
  static let entryLimit = 2_500

  /// A matrix written entry by entry.
  let node: Node
  /// How each row came about.
  let steps: [Step]

  /// - Parameters:
  ///   - root: A vector, or a scalar for a matrix of one row.
  ///   - ids: Scalars and vectors with known sizes; their entries are the columns, in order.
  ///   - gradient: How to differentiate.
  ///   - letter: What the rows are called where the vector has no name.
  ///   - isSymmetric: Whether the rows are the derivatives of one scalar by the same scalars, so that
  ///     what stands below the diagonal is known from above it.
  /// - Throws: `unknown-size`, `wrong-shape`, `not-differentiable`.
  init(
    of root: Node, by ids: [Quantity.ID], _ gradient: Gradient, named letter: String? = nil,
    isSymmetric: Bool = false
  ) throws(Failure) {
    let graph = gradient.evaluator.graph
    let shape = graph.shape(of: root)
    guard shape.rank <= 1 else {
      throw Failure(
        "wrong-shape", "a Jacobian is of a vector, not of the shape \(shape)", at: root,
        hint: "derive one entry, or reshape it to a vector")
    }
    let whole = try SoftmaxJacobian(of: root, by: ids, graph)
    if let whole, shape.known == nil {
      (node, steps) = (whole.node, whole.steps)
      return
    }
    let rowCount = try Jacobian.count(of: shape, graph, root)
    var columnCount = 0
    for id in ids {
      columnCount += try Jacobian.count(of: graph[id].sort.shape ?? .scalar, graph, graph.name(id))
    }
    guard rowCount * columnCount <= Jacobian.entryLimit else {
      throw Failure(
        "tensor-too-large",
        "a Jacobian of \(rowCount)×\(columnCount) is too large to be written out")
    }
    let body = Jacobian.body(root, graph)
    var rows: [[Node]] = []
    var steps = whole?.steps ?? []
    for place in 0..<rowCount {
      let entry = try Jacobian.root(place, of: root, body, named: letter, graph)
      let columns = isSymmetric ? Array(ids[place...]) : ids
      let chain = try gradient.chain(of: entry, by: columns)
      if rowCount <= 4, whole == nil { steps += chain.working }
      var row = isSymmetric ? rows.map { $0[place] } : []
      for id in columns { row += try Jacobian.entries(chain.result(by: id), gradient.evaluator) }
      rows.append(row)
    }
    if isSymmetric, rowCount > 1, rowCount <= 4 {
      steps.append(.sentence([.words("The order of the two derivatives does not matter.")]))
    }
    let node = try graph.stack(try rows.map { (row) throws(Failure) in try graph.stack(row) })
    if whole == nil, !shape.isScalar, letter == nil {
      steps.append(.chain(rule: nil, Jacobian.named(node, of: root, by: ids, graph)))
    }
    (self.node, self.steps) = (node, steps)
  }

  /// ∂F/∂(x, y) = the matrix.
  private static func named(
    _ matrix: Node, of root: Node, by ids: [Quantity.ID], _ graph: Graph
  ) -> [Link] {
    let formulas = NodeFormula(graph)
    var top = "F"
    if case .name(let id) = graph.operation(of: root) { top = formulas.name(of: id).tex }
    let names = ids.map { formulas.name(of: $0).tex }.joined(separator: ", ")
    let below = ids.count == 1 ? names : "(\(names))"
    return Jacobian.named(matrix, "\\frac{\\partial \(top)}{\\partial \(below)}", graph)
  }

  /// A matrix behind a sign for it.
  static func named(_ matrix: Node, _ tex: String, _ graph: Graph) -> [Link] {
    let name = graph.define("matrix", tex: tex, as: matrix, role: .local)
    return [Link(.equal, graph.name(name)), Link(.equal, matrix)]
  }

  /// The entry of a row by a name of its own (F₁), so that the working can say what is differentiated.
  private static func root(
    _ place: Int, of root: Node, _ body: Node, named letter: String?, _ graph: Graph
  ) throws(Failure) -> Node {
    if graph.shape(of: root).isScalar { return root }
    let entry = try entry(place, of: root, body, graph)
    if case .name = graph.operation(of: entry) { return entry }
    var spelling = letter ?? "F"
    if case .name(let id) = graph.operation(of: root) { spelling = graph[id].name.spelling }
    return graph.name(graph.define("\(spelling)_\(place + 1)", as: entry, role: .local))
  }

  /// A written vector's own entry, else the entry of the whole.
  private static func entry(
    _ place: Int, of root: Node, _ body: Node, _ graph: Graph
  ) throws(Failure) -> Node {
    if case .stack = graph.operation(of: body) { return graph.operands(of: body)[place] }
    return try graph.index(root, at: [graph.number(place + 1)])
  }

  private static func body(_ root: Node, _ graph: Graph) -> Node {
    guard case .name(let id) = graph.operation(of: root) else { return root }
    return graph.definition(of: id) ?? root
  }

  static func count(of shape: Shape, _ graph: Graph, _ node: Node) throws(Failure) -> Int {
    guard shape.known != nil, let count = shape.count else {
      throw Failure(
        "unknown-size",
        "the size of '\(NodeText(graph).text(of: node))' is a symbol without a value", at: node)
    }
    return count
  }

  /// -(u·v) for u·(-v).
  private static func signFirst(_ node: Node, _ graph: Graph) -> Node {
    guard case .multiply = graph.operation(of: node) else { return node }
    let factors = graph.operands(of: node)
    guard case .negate = graph.operation(of: factors[1]) else { return node }
    let positive = graph.make(
      .multiply, [factors[0], graph.operands(of: factors[1])[0]], sort: .scalar)
    return graph.make(.negate, [positive], sort: .scalar)
  }

  /// The entries of a derivative one by one, each as one would write it.
  static func entries(_ node: Node, _ evaluator: Evaluator) throws(Failure) -> [Node] {
    let graph = evaluator.graph
    guard let sizes = graph.shape(of: node).known, !sizes.isEmpty else { return [node] }
    var places: [[Int]] = [[]]
    for size in sizes {
      places = places.flatMap { place in (1...max(size, 1)).map { place + [$0] } }
    }
    var result: [Node] = []
    for place in places {
      result.append(signFirst(evaluator.simplified(try graph.entry(of: node, at: place)), graph))
    }
    return result
  }
}

/// The derivatives of a gradient.
struct Hessian {
  /// A symmetric matrix written entry by entry.
  let node: Node
  /// The gradient, then its derivatives.
  let steps: [Step]
  /// The gradient's entries.
  let slopes: [Node]

  /// - Parameters:
  ///   - root: A scalar.
  ///   - ids: Scalars and tensors with known sizes; their entries are rows and columns, in order.
  ///   - gradient: How to differentiate.
  /// - Throws: `not-scalar`, `unknown-size`, `not-differentiable`.
  init(of root: Node, by ids: [Quantity.ID], _ gradient: Gradient) throws(Failure) {
    let graph = gradient.evaluator.graph
    let first = try gradient.chain(of: root, by: ids)
    var slopes: [Node] = []
    for id in ids {
      let shape = graph[id].sort.shape ?? .scalar
      _ = try Jacobian.count(of: shape, graph, graph.name(id))
      slopes += try Jacobian.entries(first.result(by: id), gradient.evaluator)
    }
    guard slopes.count * slopes.count <= Jacobian.entryLimit else {
      throw Failure(
        "tensor-too-large",
        "a Hessian of \(slopes.count)×\(slopes.count) is too large to be written out")
    }
    let rows = ids.map { id in
      // A scalar's slope has a name already: ∂f/∂x.
      let step = first.steps.first { $0.quantity == id }
      guard graph[id].sort == .scalar else { return Node?.none }
      return step.map { graph.name($0.derivative) } ?? first.zeroName(by: id)
    }
    let named = rows.compactMap { $0 }
    let isNamed = named.count == slopes.count
    let second = try Jacobian(
      of: try graph.stack(isNamed ? named : slopes), by: ids, gradient, named: "g",
      isSymmetric: isNamed && Set(ids).count == ids.count)
    self.slopes = slopes
    node = second.node
    let names = Step.sentence([.words("The gradient's entries, differentiated once more:")])
    var top = "f"
    if case .name(let id) = graph.operation(of: root) {
      top = NodeFormula(graph).name(of: id).tex
    }
    let whole = Jacobian.named(node, "\\nabla^2 \(top)", graph)
    steps =
      first.working + [names] + second.steps + (slopes.count > 1 ? [.chain(rule: nil, whole)] : [])
  }
}
