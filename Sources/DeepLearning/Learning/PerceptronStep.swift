import Algebra
import Workings

/// The quantities of one row of a perceptron's training, as formulas over weights and sample.
struct PerceptronStep {
  let x: Quantity.ID
  let y: Quantity.ID
  let recurrence: Recurrence
  let columns: [String]
  let headings: [String: String]
  let working: [Step]
  let updatedIndex = 2
  private let w: Quantity.ID
  private let b: Quantity.ID?

  /// The step of `inputs` weights, for labels `low` and `high`.
  init(_ call: CallContext, inputs: Int, low: Real, high: Real) throws(Failure) {
    let graph = call.graph
    let hasBias = try call.text("bias") == "separate"
    x = graph.symbol("x", shape: Shape([inputs]))
    y = graph.symbol("y")
    w = graph.symbol("w", shape: Shape([inputs]))
    b = hasBias ? graph.symbol("b") : nil
    let names = (x: graph.name(x), y: graph.name(y), w: graph.name(w))
    let eta = try call.parameter("eta", tex: "\\eta")
    var score = try graph.inner(names.w, names.x)
    if let b { score = try graph.add(score, graph.name(b)) }
    let activation = graph.define("activation", tex: "a", as: score)
    let a = graph.name(activation)
    let direction: Node
    let margin: Quantity.ID
    let isMistake: Node
    switch try call.text("rule") {
    case "threshold":
      // The unit's answer against the label: a mistake moves the weights by ±ηx.
      let bar = try call.parameter("threshold", tex: "\\theta")
      let fires = try graph.compare(
        try call.text("fires") == ">" ? .greater : .atLeast, a, bar)
      let answer = try graph.choose(fires, graph.number(high), graph.number(low))
      direction = try PerceptronStep.sign(of: names.y, high: high, graph)
      margin = graph.define(
        "margin", tex: "m", as: try graph.multiply(direction, try graph.subtract(a, bar)))
      isMistake = try graph.compare(.unequal, answer, names.y)
    default:
      // Labels such as 0 and 1 stand for the signs −1 and 1.
      direction =
        low == -1 && high == 1
        ? names.y : try PerceptronStep.sign(of: names.y, high: high, graph)
      margin = graph.define("margin", tex: "m", as: try graph.multiply(direction, a))
      let relation: Comparison = try call.text("update_when") == "<0" ? .less : .atMost
      isMistake = try graph.compare(relation, graph.name(margin), graph.number(0))
    }
    let updated = graph.define("updated", as: isMistake)
    let isUnit = eta == graph.number(1)
    let move = isUnit ? direction : try graph.multiply(eta, direction)
    let moved = try graph.add(names.w, try graph.multiply(move, names.x))
    let flag = graph.name(updated)
    let next = graph.define("w", as: try graph.choose(flag, moved, names.w))
    var steps = [activation, margin, updated, next]
    var carries = [Recurrence.Carry(w, from: next)]
    var lines = [
      [Link(.equal, a), Link(.equal, score)],
      [Link(.equal, graph.name(margin)), Link(.equal, graph.definition(of: margin) ?? a)],
      [Link(.equal, names.w), Link(.becomes, moved)],
    ]
    var columns = ["activation", "margin", "updated", "w"]
    if let b {
      let movedBias = try graph.add(graph.name(b), move)
      let nextBias = graph.define("b", as: try graph.choose(flag, movedBias, graph.name(b)))
      steps.append(nextBias)
      carries.append(Recurrence.Carry(b, from: nextBias))
      lines.append([Link(.equal, graph.name(b)), Link(.becomes, movedBias)])
      columns.append("b")
    }
    self.columns = columns
    recurrence = Recurrence(inputs: [x, y], steps: steps, carries: carries)
    headings = PerceptronStep.headings(hasBias: hasBias, isMargin: direction == names.y)
    working = [
      .sentence(PerceptronStep.sentence(isMistake, absorbs: try call.text("bias") == "augment")),
      .aligned(lines),
    ]
  }

  /// 1 for the higher label, -1 for the other.
  private static func sign(of y: Node, high: Real, _ graph: Graph) throws(Failure) -> Node {
    let isHigh = try graph.compare(.equal, y, graph.number(high))
    return try graph.choose(isHigh, graph.number(1), graph.number(-1))
  }

  private static func headings(hasBias: Bool, isMargin: Bool) -> [String: String] {
    let score = hasBias ? "w^\\top x + b" : "w^\\top x"
    let margin = !isMargin ? "m" : hasBias ? "y(w^\\top x + b)" : "y\\,w^\\top x"
    return [
      "activation": score, "margin": margin, "updated": "\\text{update}", "w": "w\\text{ after}",
      "b": "b\\text{ after}",
    ]
  }

  private static func sentence(_ isMistake: Node, absorbs: Bool) -> [Phrase] {
    [
      .words(
        (absorbs ? "Every input gets a 1 appended, so that the last weight is the bias. " : "")
          + "A row is a mistake, and the weights move, when "),
      .formula(Link(.equal, isMistake)), .words("."),
    ]
  }

  /// The weights before the first row: one number for all of them, or a vector.
  func start(_ call: CallContext, inputs: Int) throws(Failure) -> [Quantity.ID: Value] {
    var weights: Tensor
    var bias = Real(0)
    switch try call.value("start") {
    case .number(let number): weights = Tensor(Array(repeating: number, count: inputs))
    case .tensor(let tensor) where tensor.rank == 1 && tensor.count == inputs: weights = tensor
    case .tensor(let tensor) where tensor.rank == 1 && tensor.count == inputs + 1 && b != nil:
      weights = Tensor(Array(tensor.entries.dropLast()))
      bias = tensor[flat: inputs]
    case .truth, .text, .tensor, .expression, .interval, .sample, .dataSet, .record, .list,
      .function, .trace, .network, .figure, .listing, .names:
      throw Failure(
        "wrong-shape", "'start' needs one number or \(inputs) of them", at: call.operand("start"))
    }
    var state: [Quantity.ID: Value] = [w: .tensor(weights)]
    if let b { state[b] = .number(bias) }
    return state
  }

  /// Printed values put in place of a row's quantities.
  func patches(
    _ cells: [(row: Int, column: String, value: Value)]
  ) -> [Quantity.ID: Value] {
    var patches: [Quantity.ID: Value] = [:]
    for cell in cells {
      if let place = columns.firstIndex(of: cell.column) {
        patches[recurrence.steps[place]] = cell.value
      }
    }
    return patches
  }

  /// What is left at the end, by name.
  func fields(_ state: [Quantity.ID: Value]) -> [Record.Field] {
    var fields: [Record.Field] = []
    if let value = state[w] { fields.append(Record.Field("w", value)) }
    if let b, let value = state[b] { fields.append(Record.Field("b", value)) }
    return fields
  }

  /// `w = (…)` (and `b = …`) as one node, for a sentence.
  func result(_ state: [Quantity.ID: Value], in graph: Graph) -> Node {
    func constant(_ id: Quantity.ID) -> Node {
      if case .number(let number)? = state[id] { return graph.number(number) }
      if case .tensor(let tensor)? = state[id] { return graph.constant(tensor) }
      return graph.name(id)
    }
    let weights = graph.make(
      .compare(.equal), [graph.name(w), constant(w)], sort: .truth(.scalar))
    guard let b else { return weights }
    let bias = graph.make(.compare(.equal), [graph.name(b), constant(b)], sort: .truth(.scalar))
    return graph.make(.and, [weights, bias], sort: .truth(.scalar))
  }
}

extension CallContext {
  /// A numeric option for a formula: by the author's name where a name was given, else as a local.
  func parameter(_ label: String, tex: String) throws(Failure) -> Node {
    let node = try number(label)
    if case .name = graph.operation(of: node) { return node }
    if case .number(let literal) = graph.operation(of: node), literal.value == 1,
      operand(label) == nil
    {
      return graph.number(1)
    }
    return local(label, tex: tex, node)
  }
}
