import Algebra
import Workings

/// What an update rule becomes once it is put to parameters: columns, what is carried, where it begins.
///
/// `sgd(loss, …)` and `train(…, optimizer: sgd(…))` differ in where the gradient comes from, not in this.
struct UpdateSteps {
  /// A column of the trace and the quantity that fills it.
  struct Column {
    let name: String
    let quantity: Quantity.ID
  }

  /// The number of the step, from 1.
  let counter: Quantity.ID
  /// In the order of their working.
  private(set) var columns: [Column] = []
  private(set) var carries: [Recurrence.Carry] = []
  /// The parameters and states before the first step.
  var start: [Quantity.ID: Value] = [:]
  private let call: CallContext
  private let letters: Letters
  private var parameters: Set<Quantity.ID> = []

  /// No steps yet, of the rule that `call` names its states for.
  init(_ rule: UpdateRule, _ call: CallContext) throws(Failure) {
    self.call = call
    letters = try Letters(rule.letters, call)
    counter = call.graph.symbol("t", domain: .integer)
  }

  /// A column that is no part of the rule, such as the loss.
  mutating func add(_ name: String, _ quantity: Quantity.ID) {
    columns.append(Column(name: name, quantity: quantity))
  }

  /// The rule for one parameter with its gradient; states begin as `given` says, else at zero.
  mutating func add(
    _ rule: UpdateRule, for id: Quantity.ID, gradient: Quantity.ID, given: [String: Value] = [:]
  ) throws(Failure) {
    let (graph, letters) = (call.graph, letters)
    let name = graph[id].name
    let shape = graph[id].sort.shape ?? .scalar
    let index = NameLabel.tex(of: name)
    func spelling(_ letter: String) -> String { letters.column(letter) + "_" + name.spelling }
    parameters.insert(id)
    start[id] = try call.evaluator.value(of: graph.name(id))
    let zero: Value =
      shape.isScalar ? .number(0) : .tensor(Tensor.filled(shape.known ?? [], with: 0))
    var starts: [(Quantity.ID, Value)] = []
    let ingredients = UpdateRule.Ingredients(
      call: call, graph: graph, parameter: graph.name(id), gradient: graph.name(gradient),
      step: graph.name(counter),
      state: { letter in
        let tex = letters.tex(letter) + "_{\(index),\\text{old}}"
        let state = graph.symbol(spelling(letter), tex: tex, shape: shape)
        starts.append((state, given[spelling(letter)] ?? zero))
        return state
      },
      named: { letter, node in
        let tex = letters.tex(letter) + "_{\(index)}"
        return graph.name(graph.define(spelling(letter), tex: tex, as: node))
      })
    for part in try rule.parts(ingredients) {
      if part.column.isEmpty {
        let next = graph.define(name.spelling, tex: name.tex, as: part.node)
        add(name.spelling, next)
        carries.append(Recurrence.Carry(id, from: next))
      } else if case .name(let quantity) = graph.operation(of: part.node) {
        add(spelling(part.column), quantity)
        if let old = part.state { carries.append(Recurrence.Carry(old, from: quantity)) }
      }
    }
    for (id, value) in starts { start[id] = value }
  }

  /// The lines that work out one step in its world: θ ← θ − ηg and the states before it.
  func lines(of columns: some Sequence<Column>, in evaluator: Evaluator) throws(Failure) -> [[Link]]
  {
    let graph = evaluator.graph
    let explainer = Explainer(evaluator, rounding: .significant(4))
    var lines: [[Link]] = []
    for column in columns {
      guard let definition = graph.definition(of: column.quantity) else { continue }
      var links = try explainer.chain(of: definition, named: nil)
      guard let first = links.first else { continue }
      let state = carries.first { $0.next == column.quantity }?.state
      let moves = state.map(parameters.contains) ?? false
      links[0] = Link(moves ? .becomes : .equal, first.node, first.view)
      lines.append([Link(.equal, graph.name(column.quantity))] + links)
    }
    return lines
  }
}
