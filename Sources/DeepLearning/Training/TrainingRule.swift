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

  let slopes: [Slope]
  private var update: UpdateSteps
  /// How the gradient of a sample comes about.
  let working: [Step]

  /// The number of the update, from 1.
  var counter: Quantity.ID { update.counter }
  /// State and parameter after the update, in the order of their working.
  var columns: [UpdateSteps.Column] { update.columns }
  /// The parameters and states before the first update.
  var start: [Quantity.ID: Value] { update.start }

  var recurrence: Recurrence {
    Recurrence(
      inputs: [counter] + slopes.map(\.ofBatch), steps: columns.map(\.quantity),
      carries: update.carries)
  }

  /// The rule that `optimizer`, with its loss and parameters put in, applies.
  init(_ optimizer: CallContext) throws(Failure) {
    let graph = optimizer.graph
    guard let rule = UpdateRules.all.first(where: { $0.name == optimizer.builtIn.name }) else {
      throw Failure("wrong-type", "'\(optimizer.builtIn.name)' is no optimizer")
    }
    let parameters = try optimizer.names("wrt")
    let loss = try optimizer.node("loss")
    update = try UpdateSteps(rule, optimizer)
    let gradient = Gradient(optimizer.evaluator, ties: try optimizer.tieRule())
    let chain = try gradient.chain(of: loss, by: parameters)
    working = chain.working
    var top: Quantity.ID?
    if case .name(let id) = graph.operation(of: loss) { top = id }
    slopes = parameters.map { id in
      let symbol = graph.define(
        Name("grad_" + graph[id].name.spelling), as: .symbol(.real), sort: graph[id].sort,
        role: .derivative(of: top, by: id))
      return Slope(parameter: id, ofSample: chain.result(by: id), ofBatch: symbol)
    }
    for slope in slopes {
      try update.add(rule, for: slope.parameter, gradient: slope.ofBatch)
    }
  }

  /// The lines that work out one update in its world.
  func lines(in evaluator: Evaluator) throws(Failure) -> [[Link]] {
    try update.lines(of: update.columns, in: evaluator)
  }
}
