import Algebra
import Workings

/// The way of one input through a network: a node for what leaves each layer.
///
/// A map is [channels, …space], a sequence [steps, features], a vector [features].
struct Forward {
  let call: CallContext
  /// What left each layer, as a quantity of that layer, in order; layers inside others are not listed.
  private(set) var outputs: [(layer: Layer, id: Quantity.ID)] = []

  init(_ call: CallContext) {
    self.call = call
  }

  var graph: Graph { call.graph }

  /// Leads `x` through all layers; what comes out last is returned.
  mutating func lead(_ x: Node, through network: Network, weights: Record) throws(Failure) -> Node {
    let all = try call.facts(of: network)
    try check(weights, all.map(\.layer.name))
    var current = x
    for (layer, facts) in all {
      if layer.kind == LayerKind.input.name {
        try check(x, facts)
        continue
      }
      let output = try output(of: layer, facts, current, weights[layer.name])
      let id = graph.local("a", of: layer.name, output)
      outputs.append((layer, id))
      current = graph.name(id)
    }
    return current
  }

  /// Leads `x` through the layers inside another.
  func through(_ network: Network, _ x: Node, weights: Record) throws(Failure) -> Node {
    var inner = Forward(call)
    return try inner.lead(x, through: network, weights: weights)
  }

  private func check(_ weights: Record, _ names: [String]) throws(Failure) {
    for field in weights.fields where !names.contains(field.name) {
      throw Failure(
        "unknown-layer", "'weights' names a layer '\(field.name)' that is not there",
        hint: "the layers are \(names.joined(separator: ", "))")
    }
  }

  private func check(_ x: Node, _ facts: Layer.Facts) throws(Failure) {
    let value = try call.evaluator.value(of: x)
    let shape = graph.node(of: value).map { graph.shape(of: $0) } ?? .scalar
    let wanted = try sizes(facts.output)
    guard shape.known == wanted else {
      throw Failure(
        "shape-mismatch", "the input is \(Shape(wanted)), and x is \(shape)", at: x)
    }
  }

  func sizes(_ nodes: some Sequence<Node>) throws(Failure) -> [Int] {
    var sizes: [Int] = []
    for node in nodes {
      guard case .number(let number) = try call.evaluator.value(of: node),
        let size = number.exactValue?.integer
      else {
        throw Failure(
          "needs-value",
          "'forward' needs sizes with values, not '\(NodeText(graph).text(of: node))'")
      }
      sizes.append(size)
    }
    return sizes
  }

  /// What leaves one layer; dropout does nothing outside of training.
  private func output(
    of layer: Layer, _ facts: Layer.Facts, _ x: Node, _ given: Value?
  ) throws(Failure) -> Node {
    let place = Placement(layer, at: facts, call.evaluator)
    let weights = try LayerWeights(of: layer, given, graph)
    switch layer.kind {
    case "dropout": return x
    case "relu", "sigmoid", "tanh", "gelu", "leaky_relu", "softmax":
      return try activated(x, layer.kind, place)
    case "flatten", "reshape": return try graph.reshape(x, to: Shape(try sizes(facts.output)))
    case "dense": return try dense(x, facts, place, weights)
    case "batchnorm": return try batchNormalized(x, facts, weights)
    case "layernorm": return try layerNormalized(x, facts, weights)
    case "embedding": return try embedded(x, facts, place, weights)
    case "rnn", "lstm", "gru": return try recurrent(x, layer, facts, weights)
    case "bidirectional": return try bothWays(x, layer, facts, weights)
    case "attention": return try attended(x, facts, place, weights)
    case "residual":
      guard let inner = layer.inner.first else { return x }
      return try graph.add(try through(inner, x, weights: weights.inside(branch: 0)), x)
    case "parallel": return try joined(x, layer, facts, weights)
    default:
      let isSteps = facts.inputLayout == .sequence
      let map = MapLayer(self, layer, facts, place, weights)
      let output = try map.output(isSteps ? try graph.transpose(x) : x)
      return isSteps && facts.layout == .sequence ? try graph.transpose(output) : output
    }
  }

  /// A product that stays a vector where it has one entry.
  func product(_ matrix: Node, _ operand: Node) throws(Failure) -> Node {
    let product = try graph.matrixProduct(matrix, operand)
    return graph.shape(of: product).isScalar ? try graph.stack([product]) : product
  }

  private func dense(
    _ x: Node, _ facts: Layer.Facts, _ place: Placement, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let (inputs, outputs) = (try sizes(facts.input.suffix(1)), try sizes(facts.output.suffix(1)))
    let isSteps = facts.layout == .sequence
    let weight = try weights.node("weight", "W", shape: outputs + inputs)
    var result = try product(weight, isSteps ? try graph.transpose(x) : x)
    if try place.isOn("bias") {
      result = try graph.add(result, try weights.node("bias", "b", shape: outputs))
    }
    return isSteps ? try graph.transpose(result) : result
  }

  private func activated(_ x: Node, _ kind: String, _ place: Placement) throws(Failure) -> Node {
    switch kind {
    case "relu": return try graph.apply(.relu, to: x)
    case "sigmoid": return try graph.apply(.sigmoid, to: x)
    case "tanh": return try graph.apply(.tanh, to: x)
    case "leaky_relu":
      guard let slope = place.option("slope") else { return x }
      let isPositive = try graph.compare(.greater, x, graph.number(0))
      return try graph.choose(isPositive, x, try graph.multiply(slope, x))
    case "gelu":
      // x/2·(1 + erf(x/√2)), Hendrycks and Gimpel, arXiv:1606.08415.
      let root = try graph.apply(.sqrt, to: graph.number(2))
      let inner = try graph.apply(.erf, to: try graph.divide(x, root))
      let half = try graph.divide(x, graph.number(2))
      return try graph.multiply(half, try graph.add(graph.number(1), inner))
    default: return try graph.normalized(.softmax, x)
    }
  }

  /// The branches' outputs behind each other along the channels.
  private func joined(
    _ x: Node, _ layer: Layer, _ facts: Layer.Facts, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let isSteps = facts.layout == .sequence
    var rows: [Node] = []
    for (index, branch) in layer.inner.enumerated() {
      let output = try through(branch, x, weights: weights.inside(branch: index))
      rows += try self.rows(of: isSteps ? try graph.transpose(output) : output)
    }
    let whole = try graph.stack(rows)
    return isSteps ? try graph.transpose(whole) : whole
  }

  /// The parts along the first axis.
  func rows(of node: Node, _ range: Range<Int>? = nil) throws(Failure) -> [Node] {
    let count = graph.shape(of: node).known?.first ?? 0
    return try Array(range ?? 0..<count).map { (row) throws(Failure) in
      try graph.index(node, at: [graph.number(row + 1)])
    }
  }
}
