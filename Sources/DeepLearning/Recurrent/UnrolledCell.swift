import Algebra
import Workings

/// A recurrent cell step by step: the quantities of one step, what they carry on, and the rows.
///
/// W acts on the input, U (or `W_h`) on the state before. A weight is a matrix, a vector that acts
/// entry by entry, or a list with one weight a step.
struct UnrolledCell {
  /// What a gate or an output may be bent by.
  static let functions = Accepts.choice(["tanh", "sigmoid", "relu", "identity"])

  /// The parameters that every cell has: inputs, how weights act, and an output.
  static let shared: [Parameter] = [
    .labelled("W_y", .numbers, or: .none), .labelled("b_y", .numbers, or: .none),
    .labelled("output", functions, or: .value(.text("identity"))),
    .labelled(
      "weights", .choice(["matrix", "elementwise", "per step"]), or: .value(.text("matrix"))),
  ]

  let call: CallContext
  private let inputs: [Value]
  private let input: Quantity.ID
  private let mode: String
  private var columns: [(name: String, quantity: Quantity.ID)] = []
  private var carries: [Recurrence.Carry] = []
  private var start: [Quantity.ID: Value] = [:]
  private var states: [String: Quantity.ID] = [:]
  private var weights: [String: Node] = [:]
  /// Weights that differ from step to step, and their values.
  private var perStep: [(quantity: Quantity.ID, values: [Value])] = []
  private(set) var working: [Step] = []

  /// A cell without quantities yet, over the inputs of `call`.
  init(_ call: CallContext) throws(Failure) {
    self.call = call
    inputs = try Self.rows(try call.value("x"), "x", call)
    mode = try call.text("weights")
    input = call.graph.symbol(
      "x", tex: "x_t", shape: inputs[0].sort(in: call.graph).shape ?? .scalar)
  }

  private var graph: Graph { call.graph }

  /// The entries of a vector, or the rows of a matrix.
  private static func rows(
    _ value: Value, _ label: String, _ call: CallContext
  ) throws(Failure) -> [Value] {
    guard case .tensor(let tensor) = value,
      tensor.rank > 1 || (tensor.rank == 1 && tensor.count > 0)
    else {
      throw Failure(
        "wrong-type", "'\(label)' needs a list with one entry a step", at: call.operand(label))
    }
    guard tensor.rank > 1 else { return tensor.entries.map(Value.number) }
    return (0..<tensor.shape[0]).map { .tensor(tensor.row($0)) }
  }

  /// A weight as one step sees it; nil where the call has none.
  private mutating func weight(_ label: String) throws(Failure) -> Node? {
    if let known = weights[label] { return known }
    guard call.operand(label) != nil else { return nil }
    guard mode == "per step" else { return try call.number(label) }
    let values = try Self.rows(try call.value(label), label, call)
    guard values.count == inputs.count, let first = values.first else {
      throw Failure(
        "wrong-shape", "'\(label)' needs one weight for each of the \(inputs.count) steps",
        at: call.operand(label))
    }
    let id = graph.symbol(label, shape: first.sort(in: graph).shape ?? .scalar)
    perStep.append((id, values))
    weights[label] = graph.name(id)
    return graph.name(id)
  }

  private func product(_ weight: Node, _ operand: Node) throws(Failure) -> Node {
    guard graph.shape(of: weight).rank == 2 else { return try graph.multiply(weight, operand) }
    let product = try graph.matrixProduct(weight, operand)
    // A state of one entry stays a vector.
    return graph.shape(of: product).isScalar ? try graph.stack([product]) : product
  }

  /// What a weight makes of the step's input.
  mutating func driven(_ label: String) throws(Failure) -> Node {
    guard let weight = try weight(label) else { throw .missing(label, call) }
    return try product(weight, graph.name(input))
  }

  /// What a weight makes of a state; nothing where the call has no such weight.
  mutating func carried(_ label: String, _ state: Node) throws(Failure) -> Node? {
    guard let weight = try weight(label) else { return nil }
    return try product(weight, state)
  }

  /// The sum of what is there, and of a bias where the call has it.
  mutating func sum(_ terms: Node?..., bias label: String) throws(Failure) -> Node {
    var sum: Node?
    for term in terms + [try weight(label)] {
      guard let term else { continue }
      sum = try sum.map { left throws(Failure) in try graph.add(left, term) } ?? term
    }
    guard let sum else { throw .missing(label, call) }
    return sum
  }

  /// W x + U h + b of a gate: `i` has the weights `W_i`, `U_i` and `b_i`.
  mutating func gate(_ letter: String, _ state: Node) throws(Failure) -> Node {
    let (driven, carried) = (try driven("W_" + letter), try carried("U_" + letter, state))
    return try sum(driven, carried, bias: "b_" + letter)
  }

  /// The state `letter` before the step, with as many entries as `model`; it begins at zero unless
  /// the call says otherwise, and a single number stands for all entries.
  mutating func state(
    _ letter: String, start label: String, like model: Node
  ) throws(Failure) -> Node {
    let shape = graph.shape(of: model)
    var value: Value = .number(0)
    if call.operand(label) != nil { value = try call.value(label) }
    if case .number(let number) = value, let sizes = shape.known, !sizes.isEmpty {
      value = .tensor(Tensor.filled(sizes, with: number))
    }
    let id = graph.symbol(
      letter, tex: letter + "_{t-1}", shape: value.sort(in: graph).shape ?? .scalar)
    start[id] = value
    states[letter] = id
    return graph.name(id)
  }

  /// A quantity of the step with a column of its own; a state's carries it to the next step.
  mutating func define(_ letter: String, _ node: Node) -> Node {
    let id = graph.define(letter, tex: letter + "_t", as: node)
    columns.append((letter, id))
    if let state = states[letter] { carries.append(Recurrence.Carry(state, from: id)) }
    return graph.name(id)
  }

  /// The step's output from a state, where the call has weights for it.
  mutating func defineOutput(from hidden: Node) throws(Failure) {
    guard let weights = try weight("W_y") else { return }
    let isRow = mode == "elementwise" && graph.shape(of: weights).rank == 1
    let isMatrix = graph.shape(of: weights).rank == 2
    let seen =
      isRow
      ? try graph.inner(weights, hidden)
      : isMatrix
        ? try graph.matrixProduct(weights, hidden) : try graph.multiply(weights, hidden)
    _ = define("y", try bent(try sum(seen, bias: "b_y"), by: "output"))
  }

  /// A node under the function that an option names.
  func bent(_ node: Node, by label: String) throws(Failure) -> Node {
    guard let function = ElementaryFunction(rawValue: try call.text(label)) else { return node }
    return try graph.apply(function, to: node)
  }

  /// All steps: one row each.
  mutating func run() throws(Failure) -> Trace {
    let recurrence = Recurrence(
      inputs: [input] + perStep.map(\.quantity), steps: columns.map(\.quantity), carries: carries)
    working = [
      .aligned(
        columns.map { column in
          let name = graph.name(column.quantity)
          return [Link(.equal, name), Link(.equal, graph.definition(of: column.quantity) ?? name)]
        })
    ]
    var runner = RecurrenceRunner(recurrence, from: start, in: call.evaluator)
    var rows: [[Value]] = []
    for (place, value) in inputs.enumerated() {
      var given: [Quantity.ID: Value] = [input: value]
      for step in perStep { given[step.quantity] = step.values[place] }
      if place == 0 { try explain(runner.evaluator(inputs: given)) }
      var patches: [Quantity.ID: Value] = [:]
      for cell in call.overriddenCells where cell.row == place {
        if let column = columns.first(where: { $0.name == cell.column }) {
          patches[column.quantity] = cell.value
        }
      }
      let values = try runner.advance(inputs: given, overridden: patches)
      rows.append([.number(Real(place + 1)), value] + values)
    }
    return trace(rows, runner)
  }

  /// The first step with its numbers put in.
  private mutating func explain(_ evaluator: Evaluator) throws(Failure) {
    let explainer = Explainer(evaluator, rounding: .significant(4))
    var lines: [[Link]] = []
    for (_, id) in columns {
      lines.append(try explainer.chain(of: graph.definition(of: id) ?? graph.name(id), named: id))
    }
    working += [.sentence([.words("The first step:")]), .aligned(lines)]
  }

  private func trace(_ rows: [[Value]], _ runner: RecurrenceRunner) -> Trace {
    let names = columns.map(\.name)
    let fields = zip(names, (rows.last ?? []).dropFirst(2)).map { Record.Field($0, $1) }
    var layout = Trace.Layout()
    for name in ["x"] + names { layout.headings[name] = name + "_t" }
    return Trace(
      columns: ["t", "x"] + names, rows: rows, fields: Record(fields),
      recurrence: runner.recurrence, layout: layout)
  }
}

extension Failure {
  fileprivate static func missing(_ label: String, _ call: CallContext) -> Failure {
    Failure(
      "missing-argument", "'\(call.builtIn.name)' is missing the label '\(label):'",
      hint: "add \(label): …")
  }
}
