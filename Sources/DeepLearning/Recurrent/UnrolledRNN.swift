import Algebra
import Workings

/// `unroll_rnn`: a simple recurrent cell step by step, h = f(W_x x + W_h h + b), y = g(W_y h + b_y).
///
/// Elman 1990, doi:10.1207/s15516709cog1402_1; torch.nn.RNN with one bias.
enum UnrolledRNN {
  static let builtIn = BuiltIn(
    "unroll_rnn",
    parameters: [
      .labelled("x", .numbers), .labelled("W_x", .numbers), .labelled("W_h", .numbers),
      .labelled("b", .numbers, or: .value(.number(0))), .labelled("h0", .numbers),
      .labelled("activation", functions, or: .value(.text("tanh"))),
      .labelled("W_y", .numbers, or: .none),
      .labelled("b_y", .numbers, or: .value(.number(0))),
      .labelled("output", functions, or: .value(.text("identity"))),
      .labelled(
        "weights", .choice(["matrix", "elementwise", "per step"]), or: .value(.text("matrix"))),
    ],
    summary: "a simple recurrent cell over its inputs, with every hidden state and output",
    source: "Elman 1990; torch.nn.RNN",
    example: .init(
      "unroll_rnn(x: [1, 2], W_x: 3, W_h: 1, h0: 0, activation: \"identity\").h", gives: "9")
  ) { call throws(Failure) in
    var unrolling = try Unrolling(call)
    return .value(.trace(try unrolling.run()), steps: unrolling.working)
  }

  private static let functions = Accepts.choice(["tanh", "sigmoid", "relu", "identity"])
}

/// One unrolled cell: its recurrence and its rows.
private struct Unrolling {
  private let call: CallContext
  private let inputs: [Value]
  private let x: Quantity.ID
  private let recurrence: Recurrence
  private let columns: [String]
  private let start: [Quantity.ID: Value]
  /// Weights that differ from step to step, and their values.
  private var steps: [(quantity: Quantity.ID, values: [Value])] = []
  private(set) var working: [Step]

  init(_ call: CallContext) throws(Failure) {
    self.call = call
    let graph = call.graph
    inputs = try Unrolling.rows(try call.value("x"), "x", call)
    let perStep = try call.text("weights") == "per step"
    let isElementwise = try call.text("weights") == "elementwise"
    var steps: [(quantity: Quantity.ID, values: [Value])] = []
    let count = inputs.count
    func weight(_ label: String) throws(Failure) -> Node {
      guard perStep, call.operand(label) != nil else { return try call.number(label) }
      let values = try Unrolling.rows(try call.value(label), label, call)
      guard values.count == count, let first = values.first else {
        throw Failure(
          "wrong-shape", "'\(label)' needs one weight for each of the \(count) steps",
          at: call.operand(label))
      }
      let id = graph.symbol(label, shape: first.sort(in: graph).shape ?? .scalar)
      steps.append((id, values))
      return graph.name(id)
    }
    func product(_ weight: Node, _ operand: Node) throws(Failure) -> Node {
      let isMatrix = graph.shape(of: weight).rank == 2
      return isMatrix
        ? try graph.matrixProduct(weight, operand) : try graph.multiply(weight, operand)
    }
    x = graph.symbol("x", tex: "x_t", shape: inputs[0].sort(in: graph).shape ?? .scalar)
    let start = try call.value("h0")
    let before = graph.symbol(
      "h", tex: "h_{t-1}", shape: start.sort(in: graph).shape ?? .scalar)
    let driven = try product(try weight("W_x"), graph.name(x))
    let carried = try product(try weight("W_h"), graph.name(before))
    let sum = try graph.add(try graph.add(driven, carried), try weight("b"))
    let state = graph.define(
      "h", tex: "h_t", as: try Unrolling.apply(try call.text("activation"), sum, graph))
    var shown = [state]
    var columns = ["h"]
    if call.operand("W_y") != nil {
      let weights = try weight("W_y")
      let hidden = graph.name(state)
      let isRow = isElementwise && graph.shape(of: weights).rank == 1
      let seen = isRow ? try graph.inner(weights, hidden) : try product(weights, hidden)
      let score = try graph.add(seen, try weight("b_y"))
      shown.append(
        graph.define(
          "y", tex: "y_t", as: try Unrolling.apply(try call.text("output"), score, graph)))
      columns.append("y")
    }
    self.columns = columns
    self.steps = steps
    self.start = [before: start]
    recurrence = Recurrence(
      inputs: [x] + steps.map(\.quantity), steps: shown,
      carries: [Recurrence.Carry(before, from: state)])
    working = [
      .aligned(
        shown.map { [Link(.equal, graph.name($0)), Link(.equal, graph.definition(of: $0) ?? sum)] })
    ]
  }

  /// The entries of a vector, or the rows of a matrix.
  private static func rows(
    _ value: Value, _ label: String, _ call: CallContext
  ) throws(Failure) -> [Value] {
    switch value {
    case .tensor(let tensor) where tensor.rank == 1 && tensor.count > 0:
      return tensor.entries.map(Value.number)
    case .tensor(let tensor) where tensor.rank > 1:
      return (0..<tensor.shape[0]).map { .tensor(tensor.row($0)) }
    default:
      throw Failure(
        "wrong-type", "'\(label)' needs a list with one entry a step", at: call.operand(label))
    }
  }

  private static func apply(
    _ function: String, _ node: Node, _ graph: Graph
  ) throws(Failure) -> Node {
    guard let elementary = ElementaryFunction(rawValue: function) else { return node }
    return try graph.apply(elementary, to: node)
  }

  mutating func run() throws(Failure) -> Trace {
    let graph = call.graph
    var runner = RecurrenceRunner(recurrence, from: start, in: call.evaluator)
    var rows: [[Value]] = []
    var lines: [[Link]] = []
    for (place, input) in inputs.enumerated() {
      var given: [Quantity.ID: Value] = [x: input]
      for step in steps { given[step.quantity] = step.values[place] }
      let explainer = Explainer(runner.evaluator(inputs: given), rounding: .significant(4))
      for id in recurrence.steps where place == 0 {
        lines.append(try explainer.chain(of: graph.definition(of: id) ?? graph.name(id), named: id))
      }
      var patches: [Quantity.ID: Value] = [:]
      for cell in call.overriddenCells where cell.row == place {
        if let column = columns.firstIndex(of: cell.column) {
          patches[recurrence.steps[column]] = cell.value
        }
      }
      let values = try runner.advance(inputs: given, overridden: patches)
      rows.append([.number(Real(place + 1)), input] + values)
    }
    working += [.sentence([.words("The first step:")]), .aligned(lines)]
    let last = rows.last ?? []
    let fields = zip(columns, last.dropFirst(2)).map { Record.Field($0, $1) }
    var layout = Trace.Layout()
    layout.headings = ["x": "x_t", "h": "h_t", "y": "y_t"]
    return Trace(
      columns: ["t", "x"] + columns, rows: rows, fields: Record(fields), recurrence: recurrence,
      layout: layout)
  }
}
