import Algebra
import Figures
import Mathematics
import Workings

/// `graph(e)`: the computation graph as a drawing, with values in the boxes; of a `backprop` with
/// the gradients on the arrows.
struct GraphCall {
  static let builtIn = BuiltIn(
    "graph", parameters: [.positional("e", .expression)],
    summary: "the computation graph, with values; of backprop(…) with the gradients on its arrows",
    example: .init("x = 3; y = x^2; graph(y)", gives: "a figure")
  ) { call throws(Failure) in
    try GraphCall(call).expansion()
  }

  /// The most boxes of a drawing.
  private static let boxLimit = 200
  /// Longer tensors are shown by their shape.
  private static let entriesShown = 4

  private let evaluator: Evaluator
  private let root: Node
  private let backward: Backprop?
  private var boxes: [GraphDrawing.Node] = []
  private var places: [Node: Int] = [:]
  private var edges: [GraphDrawing.Edge] = []

  private init(_ call: CallContext) throws(Failure) {
    evaluator = call.evaluator
    let graph = call.graph
    var node = try call.node("e")
    if case .name(let id) = graph.operation(of: node), let definition = graph.definition(of: id),
      GraphCall.isBackprop(definition, graph)
    {
      node = definition
    }
    guard GraphCall.isBackprop(node, graph), case .call(let inner) = graph.operation(of: node),
      let builtIn = evaluator.builtIns.named("backprop")
    else {
      (root, backward) = (node, nil)
      return
    }
    let context = try CallContext(
      call: inner, operands: graph.operands(of: node), of: builtIn, in: evaluator)
    let found = try Backprop(context)
    (root, backward) = (found.root, found)
  }

  private static func isBackprop(_ node: Node, _ graph: Graph) -> Bool {
    guard case .call(let call) = graph.operation(of: node) else { return false }
    return call.name == "backprop"
  }

  private var graph: Graph { evaluator.graph }

  private func expansion() throws(Failure) -> Expansion {
    var drawing = self
    try drawing.draw()
    return .value(
      .figure(
        GraphDrawing(
          nodes: drawing.boxes, edges: drawing.edges,
          title: Figure.Label("Computation graph")
        ).figure()))
  }

  private mutating func draw() throws(Failure) {
    // Without names in between the operations themselves are drawn.
    let showsOperations = backward == nil && !hasNamesBetween
    let order = try graph.postorder(from: [root]) { (node) throws(Failure) in
      inputs(of: node, showsOperations)
    }
    guard order.count <= GraphCall.boxLimit else {
      throw Failure(
        "too-many-nodes",
        "the graph has \(order.count) nodes: a drawing has \(GraphCall.boxLimit) at most",
        at: root)
    }
    for node in order {
      places[node] = boxes.count
      boxes.append(box(node, showsOperations))
    }
    for node in order {
      guard let to = places[node] else { continue }
      for input in inputs(of: node, showsOperations) {
        guard let from = places[input] else { continue }
        edges.append(GraphDrawing.Edge(from: from, to: to, label: gradient(from: input, to: node)))
      }
    }
  }

  /// Whether a name with a formula lies between the root and the leaves.
  private var hasNamesBetween: Bool {
    let start = body(of: root) ?? root
    return graph.names(in: start).contains { id in
      graph[id].role == .author && body(of: graph.name(id)) != nil
    }
  }

  /// The formula of an author's name; nil for a leaf, whose definition is a value.
  private func body(of node: Node) -> Node? {
    guard case .name(let id) = graph.operation(of: node), graph[id].role == .author,
      let definition = graph.definition(of: id)
    else { return nil }
    let isFormula = graph.postorder(of: definition).contains { part in
      if case .name(let inner) = graph.operation(of: part) { return graph[inner].role == .author }
      return false
    }
    return isFormula ? definition : nil
  }

  /// What an arrow leads from to a node.
  private func inputs(of node: Node, _ showsOperations: Bool) -> [Node] {
    if case .name(let id) = graph.operation(of: node), graph[id].role == .author {
      guard let body = body(of: node) else { return [] }
      return showsOperations ? operands(of: body) : names(in: body)
    }
    return showsOperations ? operands(of: node) : names(in: node)
  }

  private func names(in body: Node) -> [Node] {
    graph.names(in: body).filter { graph[$0].role == .author }.map { graph.name($0) }
  }

  /// Operands that get a box: neither numbers nor spreads, which stand in the label.
  private func operands(of node: Node) -> [Node] {
    var found: [Node] = []
    for operand in graph.operands(of: node) {
      var inner = operand
      while case .spread = graph.operation(of: inner) { inner = graph.operands(of: inner)[0] }
      guard case .number = graph.sort(of: inner), !graph.names(in: inner).isEmpty,
        !found.contains(inner)
      else { continue }
      found.append(inner)
    }
    return found
  }

  private func box(_ node: Node, _ showsOperations: Bool) -> GraphDrawing.Node {
    var lines: [Figure.Label] = []
    var isRound = false
    if case .name(let id) = graph.operation(of: node) {
      lines.append(FigureText.label(of: id, in: graph))
      if let body = body(of: node) {
        let formula = NodeFormula(graph).formula(of: body)
        if formula.plainText.count <= 60 { lines.append("= " + FigureText.label(of: formula)) }
      } else {
        isRound = true
      }
    } else {
      lines.append(showsOperations ? symbol(of: node) : FigureText.label(of: node, in: graph))
    }
    if let value = value(of: node) { lines.append(Figure.Label(value)) }
    return GraphDrawing.Node(lines, isHighlighted: node == root, isRound: isRound)
  }

  /// `+`, `·2`, `σ`: the operation with the numbers among its operands.
  private func symbol(of node: Node) -> Figure.Label {
    let parts = graph.operands(of: node).map { part in
      graph.names(in: part).isEmpty ? NodeFormula(graph).formula(of: part).plainText : ""
    }
    func infix(_ sign: String) -> Figure.Label {
      Figure.Label((parts.first ?? "") + sign + (parts.dropFirst().first ?? ""))
    }
    switch graph.operation(of: node) {
    case .add: return infix("+")
    case .subtract: return infix("−")
    case .multiply: return infix("·")
    case .divide: return infix("/")
    case .power: return infix("^")
    case .negate: return "−"
    case .matrixProduct: return infix("@")
    case .inner: return "dot"
    case .elementwise(let function): return Figure.Label(function.rawValue)
    case .call(let call): return Figure.Label(call.name)
    case .apply(let name): return Figure.Label(name.spelling)
    case .number, .constant, .truth, .text, .name, .larger, .smaller, .spread, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque,
      .sample, .interval, .list, .record, .field, .names:
      return FigureText.label(of: node, in: graph)
    }
  }

  private func value(of node: Node) -> String? {
    let numbers = NumberFormula(.significant(4))
    let value = try? evaluator.value(of: node)
    if case .number(let number)? = value { return numbers.formula(of: number).plainText }
    guard case .tensor(let tensor)? = value else { return nil }
    guard tensor.count > GraphCall.entriesShown else {
      return numbers.formula(of: tensor).plainText
    }
    return Shape(tensor.shape).description
  }

  /// What flows back along an arrow: the adjoint of its end times the local derivative.
  private func gradient(from input: Node, to node: Node) -> Figure.Label? {
    guard let backward, case .name(let by) = graph.operation(of: input),
      let step = backward.chain.steps.first(where: { $0.quantity == by })
    else { return nil }
    var of: Quantity.ID?
    if case .name(let id) = graph.operation(of: node) { of = id }
    guard let factor = step.factors.first(where: { $0.of == of }) else {
      let shape = graph.shape(of: input)
      return shape.isScalar ? nil : Figure.Label("gradient " + shape.description)
    }
    let consumer = backward.chain.steps.first { $0.quantity == of }
    var adjoint: Real = 1
    if let consumer {
      guard case .number(let number)? = try? evaluator.value(of: consumer.result) else {
        return nil
      }
      adjoint = number
    }
    return label(of: try? evaluator.value(of: factor.result), times: adjoint)
  }

  /// A local derivative times the adjoint behind it; long tensors by their shape alone.
  private func label(of local: Value?, times adjoint: Real) -> Figure.Label? {
    let numbers = NumberFormula(.significant(4))
    if case .number(let local)? = local {
      return Figure.Label(numbers.formula(of: adjoint * local).plainText)
    }
    guard case .tensor(let tensor)? = local else { return nil }
    guard tensor.count <= GraphCall.entriesShown else {
      return Figure.Label("gradient " + Shape(tensor.shape).description)
    }
    let flow = Tensor(shape: tensor.shape, entries: tensor.entries.map { adjoint * $0 })
    return Figure.Label(numbers.formula(of: flow).plainText)
  }
}
