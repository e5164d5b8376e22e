import Algebra
import Mathematics
import Workings

/// One run of an optimizer: its recurrence, and the rows.
struct Descent {
  /// A column of the trace and the quantity that fills it.
  private struct Column {
    let name: String
    let quantity: Quantity.ID
  }

  /// The working of at most so many steps is written out; a table shows all of them.
  private static let stepsWorked = 2

  private let call: CallContext
  private let letters: Letters
  private let parameters: [Quantity.ID]
  private let counter: Quantity.ID
  private var columns: [Column] = []
  private var carries: [Recurrence.Carry] = []
  private var state: [Quantity.ID: Value] = [:]
  private(set) var working: [Step] = []

  /// Puts a rule to the parameters of a call.
  init(_ rule: UpdateRule, _ call: CallContext) throws(Failure) {
    self.call = call
    let graph = call.graph
    letters = try Letters(rule.letters, call)
    parameters = try call.names("wrt")
    counter = graph.symbol("t", domain: .integer)
    let loss = try call.node("loss")
    let chain = try Gradient(call.evaluator).chain(of: loss, by: parameters)
    columns.append(Column(name: "loss", quantity: graph.define("loss", as: loss)))
    let top: Quantity.ID? = if case .name(let id) = graph.operation(of: loss) { id } else { nil }
    for id in parameters {
      let result = chain.result(by: id)
      let gradient = graph.define(
        Name("grad_" + graph[id].name.spelling), as: .formula(result),
        sort: graph.sort(of: result), role: .derivative(of: top, by: id))
      try add(rule, for: id, gradient: gradient)
    }
    working = chain.working
    try checkStart()
  }

  private mutating func add(
    _ rule: UpdateRule, for id: Quantity.ID, gradient: Quantity.ID
  ) throws(Failure) {
    let (graph, letters) = (call.graph, letters)
    let name = graph[id].name
    columns.append(Column(name: "grad_" + name.spelling, quantity: gradient))
    state[id] = try call.evaluator.value(of: graph.name(id))
    let shape = graph[id].sort.shape ?? .scalar
    let index = NameLabel.tex(of: name)
    var begun: [Quantity.ID] = []
    var starts: [(Quantity.ID, Value)] = []
    let given = try call.startValues()
    let ingredients = UpdateRule.Ingredients(
      call: call, graph: graph, parameter: graph.name(id), gradient: graph.name(gradient),
      step: graph.name(counter),
      state: { letter in
        let spelling = letters.column(letter) + "_" + name.spelling
        let tex = letters.tex(letter) + "_{\(index),\\text{old}}"
        let state = graph.symbol(spelling, tex: tex, shape: shape)
        begun.append(state)
        let zero = Tensor.filled(shape.known ?? [], with: 0)
        starts.append((state, given[spelling] ?? (shape.isScalar ? .number(0) : .tensor(zero))))
        return state
      },
      named: { letter, node in
        let spelling = letters.column(letter) + "_" + name.spelling
        let tex = letters.tex(letter) + "_{\(index)}"
        return graph.name(graph.define(spelling, tex: tex, as: node))
      })
    for part in try rule.parts(ingredients) {
      if part.column.isEmpty {
        let next = graph.define(name.spelling, tex: name.tex, as: part.node)
        columns.append(Column(name: name.spelling, quantity: next))
        carries.append(Recurrence.Carry(id, from: next))
      } else if case .name(let quantity) = graph.operation(of: part.node) {
        columns.append(
          Column(name: letters.column(part.column) + "_" + name.spelling, quantity: quantity))
        if let old = part.state { carries.append(Recurrence.Carry(old, from: quantity)) }
      }
    }
    for (id, value) in starts { state[id] = value }
  }

  /// Every name of `start:` must be a state or a parameter.
  private func checkStart() throws(Failure) {
    let known = columns.map(\.name)
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
      inputs: [counter], steps: columns.map(\.quantity), carries: carries)
    for (name, value) in try call.startValues() {
      for id in parameters where call.graph[id].name.spelling == name { state[id] = value }
    }
    var runner = RecurrenceRunner(recurrence, from: state, in: call.evaluator)
    let steps = try call.integer("steps")
    let overridden = call.overriddenCells
    var rows: [[Value]] = []
    for step in 1...steps {
      let inputs: [Quantity.ID: Value] = [counter: .number(Real(step))]
      if step <= Descent.stepsWorked {
        try explain(step, of: steps, runner.evaluator(inputs: inputs))
      }
      var patches: [Quantity.ID: Value] = [:]
      for cell in overridden where cell.row == step - 1 {
        if let column = columns.first(where: { $0.name == cell.column }) {
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
    for column in columns {
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
      columns: ["step"] + columns.map(\.name), rows: rows, fields: Record(fields),
      recurrence: runner.recurrence, layout: layout)
  }

  /// The formulas of one step with its numbers put in.
  private mutating func explain(
    _ step: Int, of steps: Int, _ evaluator: Evaluator
  ) throws(Failure) {
    let explainer = Explainer(evaluator, rounding: .significant(4))
    let graph = call.graph
    if steps > 1 { working.append(.sentence([.words("Step \(step):")])) }
    var lines: [[Link]] = []
    for column in columns.dropFirst() {
      guard let definition = graph.definition(of: column.quantity) else { continue }
      var links = try explainer.chain(of: definition, named: nil)
      guard let first = links.first else { continue }
      let carried = carries.first { $0.next == column.quantity }?.state
      let isParameter = carried.map(parameters.contains) ?? false
      links[0] = Link(isParameter ? .becomes : .equal, first.node, first.view)
      lines.append([Link(.equal, graph.name(column.quantity))] + links)
    }
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
