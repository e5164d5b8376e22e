import Algebra
import Mathematics
import Workings

/// One run of an optimizer: its recurrence, and the rows.
struct Descent {
  /// The working of at most so many steps is written out; a table shows all of them.
  private static let stepsWorked = 2

  private let call: CallContext
  private let parameters: [Quantity.ID]
  private var update: UpdateSteps
  private(set) var working: [Step] = []

  /// Puts a rule to the parameters of a call.
  init(_ rule: UpdateRule, _ call: CallContext) throws(Failure) {
    self.call = call
    let graph = call.graph
    update = try UpdateSteps(rule, call)
    parameters = try call.names("wrt")
    let loss = try call.node("loss")
    let chain = try Gradient(call.evaluator, ties: try call.tieRule()).chain(
      of: loss, by: parameters)
    update.add("loss", graph.define("loss", as: loss))
    let given = try call.startValues()
    let top: Quantity.ID? = if case .name(let id) = graph.operation(of: loss) { id } else { nil }
    for id in parameters {
      let result = chain.result(by: id)
      let gradient = graph.define(
        Name("grad_" + graph[id].name.spelling), as: .formula(result),
        sort: graph.sort(of: result), role: .derivative(of: top, by: id))
      update.add("grad_" + graph[id].name.spelling, gradient)
      try update.add(rule, for: id, gradient: gradient, given: given)
    }
    working = chain.working
    try checkStart()
  }

  /// Every name of `start:` must be a state or a parameter.
  private func checkStart() throws(Failure) {
    let known = update.columns.map(\.name)
    for name in try call.startValues().keys.sorted() where !known.contains(name) {
      throw Failure(
        "unknown-label", "'start' has no state '\(name)'",
        at: call.operand("start"),
        hint: "the states are \(known.dropFirst().joined(separator: ", "))")
    }
  }

  /// All steps: one row each.
  mutating func run() throws(Failure) -> Trace {
    let recurrence = Recurrence(
      inputs: [update.counter], steps: update.columns.map(\.quantity), carries: update.carries)
    for (name, value) in try call.startValues() {
      for id in parameters where call.graph[id].name.spelling == name { update.start[id] = value }
    }
    var runner = RecurrenceRunner(recurrence, from: update.start, in: call.evaluator)
    let steps = try call.integer("steps")
    let overridden = call.overriddenCells
    var rows: [[Value]] = []
    for step in 1...steps {
      let inputs: [Quantity.ID: Value] = [update.counter: .number(Real(step))]
      if step <= Descent.stepsWorked {
        try explain(step, of: steps, runner.evaluator(inputs: inputs))
      }
      var patches: [Quantity.ID: Value] = [:]
      for cell in overridden where cell.row == step - 1 {
        if let column = update.columns.first(where: { $0.name == cell.column }) {
          patches[column.quantity] = cell.value
        }
      }
      let values = try runner.advance(inputs: inputs, overridden: patches)
      rows.append([.number(Real(step))] + values)
    }
    return trace(rows, runner)
  }

  private func trace(_ rows: [[Value]], _ runner: RecurrenceRunner) -> Trace {
    var fields: [Record.Field] = []
    for id in parameters {
      if let value = runner.state[id] {
        fields.append(Record.Field(call.graph[id].name.spelling, value))
      }
    }
    var layout = Trace.Layout()
    for column in update.columns {
      layout.headings[column.name] = NodeFormula(call.graph).name(of: column.quantity).tex
    }
    if runner.hasLeftExactness {
      layout.summary = [
        .words(
          "Exact numbers grew beyond \(RecurrenceRunner.exactDigits) digits: later rows are doubles."
        )
      ]
    }
    return Trace(
      columns: ["step"] + update.columns.map(\.name), rows: rows, fields: Record(fields),
      recurrence: runner.recurrence, layout: layout)
  }

  /// The formulas of one step with its numbers put in.
  private mutating func explain(
    _ step: Int, of steps: Int, _ evaluator: Evaluator
  ) throws(Failure) {
    if steps > 1 { working.append(.sentence([.words("Step \(step):")])) }
    let lines = try update.lines(of: update.columns.dropFirst(), in: evaluator)
    working.append(.aligned(lines))
  }
}

extension CallContext {
  /// The values of `start: {v_w: 1}` by name.
  fileprivate func startValues() throws(Failure) -> [String: Value] {
    guard operand("start") != nil, case .record(let record)? = try option("start") else {
      return [:]
    }
    return Dictionary(record.fields.map { ($0.name, $0.value) }) { _, last in last }
  }
}
