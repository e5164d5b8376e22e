import Algebra
import Workings

/// `backprop(loss, wrt: [..])`: the graph forward, then backward, name by name.
struct Backprop {
  static let builtIn = BuiltIn(
    "backprop",
    parameters: [.positional("loss", .expression), .labelled("wrt", .names), Calculus.ties],
    summary: "values forward, then adjoints backward through every name; fields grad_NAME",
    source: "Rumelhart, Hinton and Williams, Nature 323 (1986)",
    example: .init("x = 3; y = x^2; back = backprop(y, wrt: x); back.grad_x", gives: "6")
  ) { call throws(Failure) in
    try Backprop(call).expansion()
  }

  /// One name of the graph with its adjoint.
  struct Row {
    let id: Quantity.ID
    /// The adjoint over the adjoints of what uses it, by the names `grad_…`.
    let formula: Node
    /// What it comes to.
    let adjoint: Value
  }

  let evaluator: Evaluator
  let root: Node
  let variables: [Quantity.ID]
  let chain: Gradient.Chain
  /// From the root to the variables.
  let rows: [Row]

  init(_ call: CallContext) throws(Failure) {
    try self.init(
      of: try call.node("loss"), by: try call.names("wrt"),
      Gradient(call.evaluator, ties: try call.tieRule()))
  }

  private init(of root: Node, by ids: [Quantity.ID], _ gradient: Gradient) throws(Failure) {
    evaluator = gradient.evaluator
    self.root = root
    variables = ids
    chain = try gradient.chain(of: root, by: ids)
    let graph = evaluator.graph
    var names: [Quantity.ID: Node] = [:]
    var rows: [Row] = []
    for step in chain.steps {
      let formula = evaluator.simplified(graph.substituting(names, in: step.chained))
      rows.append(
        Row(id: step.quantity, formula: formula, adjoint: try evaluator.result(of: step.result)))
      // A spelling that reads as a name, and the look of ∂L/∂z.
      let spelling = "grad_" + graph[step.quantity].name.spelling
      names[step.derivative] = graph.name(
        graph.define(
          Name(spelling), as: .formula(step.result), sort: graph.sort(of: step.result),
          role: graph[step.derivative].role))
    }
    self.rows = rows
  }

  private var graph: Graph { evaluator.graph }

  /// The name of the root; nil where it has none.
  var rootName: Quantity.ID? {
    guard case .name(let id) = graph.operation(of: root) else { return nil }
    return id
  }

  func expansion() throws(Failure) -> Expansion {
    var cells: [[Value]] = []
    for row in rows.sorted(by: { $0.id < $1.id }) {
      let name = graph.name(row.id)
      cells.append([
        .text(graph[row.id].name.spelling), .expression(definition(of: row.id)),
        try evaluator.result(of: name), .expression(row.formula), row.adjoint,
      ])
    }
    let spelling = rootName.map { graph[$0].name.spelling } ?? NodeText(graph).text(of: root)
    cells.append([
      .text(spelling), .expression(rootName.map { definition(of: $0) } ?? root),
      try evaluator.result(of: root), .expression(graph.number(1)), .number(.one),
    ])
    var layout = Trace.Layout()
    layout.caption = "Forward from top to bottom, backward from bottom to top"
    layout.headings = ["adjoint_formula": "\\text{adjoint's formula}"]
    let trace = Trace(
      columns: ["node", "formula", "value", "adjoint_formula", "adjoint"], rows: cells,
      fields: Record(try fields()), layout: layout)
    return .value(.trace(trace), steps: try steps())
  }

  /// What the author wrote for a name; the name itself for a symbol.
  private func definition(of id: Quantity.ID) -> Node {
    graph.definition(of: id) ?? graph.name(id)
  }

  /// The gradients of the variables, then those of the names between.
  private func fields() throws(Failure) -> [Record.Field] {
    var fields: [Record.Field] = []
    for id in variables {
      let value = try evaluator.result(of: chain.result(by: id))
      fields.append(Record.Field("grad_" + graph[id].name.spelling, value))
    }
    for row in rows where !variables.contains(row.id) {
      fields.append(Record.Field("grad_" + graph[row.id].name.spelling, row.adjoint))
    }
    var seen: Set<String> = []
    return fields.filter { seen.insert($0.name).inserted }
  }

  private func steps() throws(Failure) -> [Step] {
    let explainer = Explainer(evaluator, rounding: .significant(4))
    var lines: [[Link]] = []
    for id in rows.map(\.id).sorted() + (rootName.map { [$0] } ?? []) {
      guard let definition = graph.definition(of: id) else { continue }
      lines.append(try explainer.chain(of: definition, named: id))
    }
    if rootName == nil { lines.append(try explainer.chain(of: root, named: nil)) }
    return [.sentence([.words("Forward:")]), .aligned(lines)]
      + [.sentence([.words("Backward, each adjoint from those of the names that use it:")])]
      + chain.working
  }
}
