import Algebra
import Workings

/// A recurrent layer with weights in PyTorch's layout: gates one below the other, in its order.
///
/// `weight_ih` is [gates·h, d], `weight_hh` [gates·h, h]; the gates are i, f, g, o of an LSTM and
/// r, z, n of a GRU. All states begin at zero.
struct RecurrentLayer {
  private let forward: Forward
  private let kind: String
  private let units: Int
  /// Entries of a state: the units, or what they are projected to.
  private let width: Int
  private let input: Node
  private let state: Node
  private let inputBias: Node?
  private let stateBias: Node?
  private let projection: Node?
  /// Whether a GRU resets the state before the product.
  private let resetsBefore: Bool

  init(
    _ forward: Forward, _ layer: Layer, _ facts: Layer.Facts, _ weights: LayerWeights
  ) throws(Failure) {
    self.forward = forward
    kind = layer.kind
    let place = Placement(layer, at: facts, forward.call.evaluator)
    units = try forward.sizes([place.size("units").node])[0]
    let projected =
      kind == "lstm" ? try forward.sizes([place.size("projection", atLeast: 0).node])[0] : 0
    width = projected == 0 ? units : projected
    let features = try forward.sizes(facts.input.suffix(1))[0]
    let gates = (kind == "lstm" ? 4 : kind == "gru" ? 3 : 1) * units
    let biases = try forward.sizes([place.size("biases", atLeast: 0).node])[0]
    input = try weights.node("weight_ih", "W", shape: [gates, features])
    state = try weights.node("weight_hh", "U", shape: [gates, width])
    inputBias = biases > 0 ? try weights.node("bias_ih", "b", shape: [gates]) : nil
    let hasStateBias = biases > 1 || weights.given("bias_hh") != nil
    stateBias = hasStateBias ? try weights.node("bias_hh", "c", shape: [gates]) : nil
    projection =
      projected == 0 ? nil : try weights.node("weight_hr", "P", shape: [projected, units])
    resetsBefore = try place.word("reset") != "after"
  }

  private var graph: Graph { forward.graph }

  /// The state after every step.
  func states(of steps: [Node]) throws(Failure) -> [Node] {
    var hidden = graph.constant(Tensor.filled([width], with: 0))
    var memory = graph.constant(Tensor.filled([units], with: 0))
    var states: [Node] = []
    for x in steps {
      let driven = try biased(try forward.product(input, x), inputBias)
      switch kind {
      case "lstm": (hidden, memory) = try remembered(driven, hidden, memory)
      case "gru": hidden = try renewed(driven, hidden)
      default:
        hidden = try graph.apply(.tanh, to: try graph.add(driven, try carried(hidden)))
      }
      hidden = graph.name(
        graph.define("h", tex: "h_{\(states.count + 1)}", as: hidden, role: .local))
      memory = graph.name(
        graph.define("c", tex: "c_{\(states.count + 1)}", as: memory, role: .local))
      states.append(hidden)
    }
    return states
  }

  private func biased(_ node: Node, _ bias: Node?) throws(Failure) -> Node {
    guard let bias else { return node }
    return try graph.add(node, bias)
  }

  private func carried(_ hidden: Node) throws(Failure) -> Node {
    try biased(try forward.product(state, hidden), stateBias)
  }

  /// The rows of one gate.
  private func gate(_ index: Int, _ node: Node) throws(Failure) -> Node {
    try graph.stack(try forward.rows(of: node, index * units..<(index + 1) * units))
  }

  private func remembered(
    _ driven: Node, _ hidden: Node, _ memory: Node
  ) throws(Failure) -> (Node, Node) {
    let sum = try graph.add(driven, try carried(hidden))
    func open(_ index: Int) throws(Failure) -> Node {
      try graph.apply(.sigmoid, to: try gate(index, sum))
    }
    let candidate = try graph.apply(.tanh, to: try gate(2, sum))
    let kept = try graph.multiply(try open(1), memory)
    let next = try graph.add(kept, try graph.multiply(try open(0), candidate))
    let output = try graph.multiply(try open(3), try graph.apply(.tanh, to: next))
    return (
      try projection.map { (p) throws(Failure) in try forward.product(p, output) } ?? output, next
    )
  }

  private func renewed(_ driven: Node, _ hidden: Node) throws(Failure) -> Node {
    let carried = try carried(hidden)
    func open(_ index: Int) throws(Failure) -> Node {
      try graph.apply(
        .sigmoid, to: try graph.add(try gate(index, driven), try gate(index, carried)))
    }
    let (reset, update) = (try open(0), try open(1))
    let seen =
      resetsBefore
      ? try gate(2, try self.carried(try graph.multiply(reset, hidden)))
      : try graph.multiply(reset, try gate(2, carried))
    let candidate = try graph.apply(.tanh, to: try graph.add(try gate(2, driven), seen))
    let rest = try graph.subtract(graph.number(1), update)
    return try graph.add(
      try graph.multiply(rest, candidate), try graph.multiply(update, hidden))
  }
}
