import Algebra
import Workings

/// The quantities of one update in `train`: gradients given from outside, the optimizer's states, the parameters.
///
/// The gradient of a batch is the mean of the gradients of its samples; those come from one symbolic
/// derivative of the loss of a sample.
struct TrainingRule {
  /// A parameter with the derivative of a sample's loss by it, and the symbol that takes the batch's.
  struct Slope {
    let parameter: Quantity.ID
    let ofSample: Node
    let ofBatch: Quantity.ID
  }

  /// A column of the trace and the quantity that fills it.
  struct Column {
    let name: String
    let quantity: Quantity.ID
  }

  let slopes: [Slope]
  /// The number of the update, from 1.
  let counter: Quantity.ID
  /// State and parameter after the update, in the order of their working.
  private(set) var columns: [Column] = []
  private var carries: [Recurrence.Carry] = []
  private(set) var start: [Quantity.ID: Value] = [:]
  /// How the gradient of a sample comes about.
  let working: [Step]
  private let letters: Letters

  var recurrence: Recurrence {
    Recurrence(
      inputs: [counter] + slopes.map(\.ofBatch), steps: columns.map(\.quantity), carries: carries)
  }

  /// The rule that `optimizer`, with its loss and parameters put in, applies.
  init(_ optimizer: CallContext) throws(Failure) {
    let graph = optimizer.graph
    guard let rule = UpdateRules.all.first(where: { $0.name == optimizer.builtIn.name }) else {
      throw Failure("wrong-type", "'\(optimizer.builtIn.name)' is no optimizer")
    }
    let parameters = try optimizer.names("wrt")
    let loss = try optimizer.node("loss")
    letters = try Letters(rule.letters, optimizer)
    counter = graph.symbol("t", domain: .integer)
    let chain = try Gradient(optimizer.evaluator).chain(of: loss, by: parameters)
    working = chain.working
    var top: Quantity.ID?
    if case .name(let id) = graph.operation(of: loss) { top = id }
    slopes = parameters.map { id in
      let symbol = graph.define(
        Name("grad_" + graph[id].name.spelling), as: .symbol(.real), sort: graph[id].sort,
        role: .derivative(of: top, by: id))
      return Slope(parameter: id, ofSample: chain.result(by: id), ofBatch: symbol)
    }
    for slope in slopes { try add(rule, slope, optimizer) }
  }

  private mutating func add(
    _ rule: UpdateRule, _ slope: Slope, _ optimizer: CallContext
  ) throws(Failure) {
    let (graph, letters) = (optimizer.graph, letters)
    let id = slope.parameter
    let name = graph[id].name
    start[id] = try optimizer.evaluator.value(of: graph.name(id))
    let shape = graph[id].sort.shape ?? .scalar
    let index = NameLabel.tex(of: name)
    var begun: [Quantity.ID] = []
    let ingredients = UpdateRule.Ingredients(
      call: optimizer, graph: graph, parameter: graph.name(id), gradient: graph.name(slope.ofBatch),
      step: graph.name(counter),
      state: { letter in
        let tex = letters.tex(letter) + "_{\(index),\\text{old}}"
        let state = graph.symbol(
          letters.column(letter) + "_" + name.spelling, tex: tex, shape: shape)
        begun.append(state)
        return state
      },
      named: { letter, node in
        let spelling = letters.column(letter) + "_" + name.spelling
        return graph.name(
          graph.define(spelling, tex: letters.tex(letter) + "_{\(index)}", as: node))
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
    let zero: Value =
      shape.isScalar ? .number(0) : .tensor(Tensor.filled(shape.known ?? [], with: 0))
    for state in begun { start[state] = zero }
  }
}

extension TrainingRule {
  /// The lines that work out one update in its world: θ ← θ − ηg and the states before it.
  func lines(in evaluator: Evaluator) throws(Failure) -> [[Link]] {
    let graph = evaluator.graph
    let explainer = Explainer(evaluator, rounding: .significant(4))
    let parameters = slopes.map(\.parameter)
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
