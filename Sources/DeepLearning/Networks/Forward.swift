import Algebra
import Workings

/// The way of one input through a network: a node for what leaves each layer.
struct Forward {
  let call: CallContext
  private let weights: Record
  /// What left each layer, as a quantity of that layer, in order.
  private(set) var outputs: [(layer: Layer, id: Quantity.ID)] = []

  init(_ call: CallContext, weights: Record) {
    self.call = call
    self.weights = weights
  }

  private var graph: Graph { call.graph }

  /// Leads `x` through all layers; what comes out last is returned.
  mutating func lead(_ x: Node, through network: Network) throws(Failure) -> Node {
    let all = try call.facts(of: network)
    let names = Set(all.map(\.layer.name))
    for field in weights.fields where !names.contains(field.name) {
      throw Failure(
        "unknown-layer", "'weights' names a layer '\(field.name)' that is not there",
        hint: "the layers are \(all.map(\.layer.name).joined(separator: ", "))")
    }
    var current = x
    for (layer, facts) in all {
      if layer.kind == LayerKind.input.name {
        try check(x, facts)
        continue
      }
      let id = graph.local("a", of: layer.name, try output(of: layer, facts, current))
      outputs.append((layer, id))
      current = graph.name(id)
    }
    return current
  }

  private func check(_ x: Node, _ facts: Layer.Facts) throws(Failure) {
    let shape: Shape
    switch try call.evaluator.value(of: x) {
    case .tensor(let tensor): shape = Shape(tensor.shape)
    case .expression(let node): shape = graph.shape(of: node)
    default: shape = .scalar
    }
    let wanted = try sizes(facts.output)
    guard shape.known == wanted else {
      throw Failure(
        "shape-mismatch", "the input is \(Shape(wanted)), and x is \(shape)", at: x)
    }
  }

  private func sizes(_ nodes: [Node]) throws(Failure) -> [Int] {
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
    of layer: Layer, _ facts: Layer.Facts, _ x: Node
  ) throws(Failure) -> Node {
    let place = Placement(layer, at: facts, call.evaluator)
    switch layer.kind {
    case "dropout": return x
    case "relu", "sigmoid", "tanh", "gelu", "leaky_relu", "softmax":
      return try activated(x, layer.kind, place)
    case "flatten", "reshape": return try graph.reshape(x, to: Shape(try sizes(facts.output)))
    case "dense" where facts.layout == .features:
      let weight = try parameter("weight", "W", of: layer, facts)
      let product = try graph.matrixProduct(weight, try vector(x, facts))
      let sum = try vector(product, try sizes(facts.output))
      guard try place.isOn("bias") else { return sum }
      return try graph.add(sum, try parameter("bias", "b", of: layer, facts))
    case "conv" where facts.layout == .map && facts.output.count == 3:
      return try convolved(x, layer, facts, place)
    case "maxpool",
      "avgpool" where facts.layout == .map && facts.output.count == 3:
      return try pooled(x, layer, facts, place)
    case "global_avgpool" where facts.inputLayout == .map:
      var means: [Node] = []
      for channel in try sizes(facts.input.prefix(1).map { $0 }).prefix(1).flatMap({ 1...$0 }) {
        means.append(try graph.mean(try graph.index(x, at: [graph.number(channel)])))
      }
      return try graph.stack(means)
    default:
      throw Failure(
        "no-forward", "'forward' does not work out layers like '\(layer.name)'",
        hint: "it knows dense, conv, pools, flatten, reshape, dropout and activations")
    }
  }

  /// [n] also where a product came out as a single number.
  private func vector(_ node: Node, _ sizes: [Int]) throws(Failure) -> Node {
    graph.shape(of: node).isScalar && sizes == [1] ? try graph.stack([node]) : node
  }

  private func vector(_ node: Node, _ facts: Layer.Facts) throws(Failure) -> Node {
    try vector(node, try sizes(facts.input))
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

  private func convolved(
    _ x: Node, _ layer: Layer, _ facts: Layer.Facts, _ place: Placement
  ) throws(Failure) -> Node {
    guard let window = facts.window, try place.known(try place.size("groups")) == 1 else {
      throw Failure("no-forward", "'forward' does not work out groups, as '\(layer.name)' has")
    }
    let padding = try evenPadding(of: layer, facts, window)
    var labels: [String?] = [nil, nil, "stride", "padding", "dilation"]
    var operands = [
      x, try parameter("weight", "W", of: layer, facts), tuple(window.stride), tuple(padding),
    ]
    operands.append(try graph.stack(try place.sizes("dilation", axes: 2, atLeast: 1).map(\.node)))
    if try place.isOn("bias") {
      labels.append("bias")
      operands.append(try parameter("bias", "b", of: layer, facts))
    }
    let shape = Shape(try sizes(facts.output))
    return graph.make(.call(Call("convolve", labels: labels)), operands, sort: .number(shape))
  }

  private func pooled(
    _ x: Node, _ layer: Layer, _ facts: Layer.Facts, _ place: Placement
  ) throws(Failure) -> Node {
    guard let window = facts.window, try place.word("rounding") != "ceil" else {
      throw Failure("no-forward", "'forward' does not round sizes up, as '\(layer.name)' does")
    }
    let kind = layer.kind == "maxpool" ? "max" : "average"
    let padding = try evenPadding(of: layer, facts, window)
    let operands = [
      x, tuple(window.kernel), graph.make(.text(kind), sort: .text), tuple(window.stride),
      tuple(padding),
    ]
    let labels: [String?] = [nil, nil, "kind", "stride", "padding"]
    let shape = Shape(try sizes(facts.output))
    return graph.make(.call(Call("pool", labels: labels)), operands, sort: .number(shape))
  }

  private func tuple(_ sizes: [Int]) -> Node {
    graph.constant(Tensor(sizes.map { Real($0) }))
  }

  /// The padding of each side, which must be the same before and behind.
  private func evenPadding(
    of layer: Layer, _ facts: Layer.Facts, _ window: Layer.Window
  ) throws(Failure) -> [Int] {
    let (before, after) = (try sizes(facts.input).dropFirst(), try sizes(facts.output).dropFirst())
    for (axis, (input, output)) in zip(before, after).enumerated() {
      let padded = input + 2 * window.padding[axis] - window.kernel[axis]
      guard padded >= 0, padded / window.stride[axis] + 1 == output else {
        throw Failure(
          "no-forward", "'forward' pads both sides alike, and '\(layer.name)' does not")
      }
    }
    return window.padding
  }

  /// The weight or bias of a layer, in PyTorch's layout.
  private func parameter(
    _ name: String, _ letter: String, of layer: Layer, _ facts: Layer.Facts
  ) throws(Failure) -> Node {
    let value: Value?
    switch weights[layer.name] {
    case .record(let record)?: value = record[name]
    case let other?: value = name == "weight" ? other : nil
    case nil: value = nil
    }
    let node: Node
    switch value {
    case .number(let number)?: node = graph.number(number)
    case .tensor(let tensor)?: node = graph.constant(tensor)
    case .expression(let expression)?: node = expression
    default:
      throw Failure(
        "missing-weights", "'forward' has no \(name) of the layer '\(layer.name)'",
        hint: "write weights: {\(layer.name): {weight: …, bias: …}}")
    }
    guard let shape = try WeightShape(of: layer, facts, in: .pytorch, call.evaluator) else {
      return node
    }
    let all = try sizes(shape.axes.map(\.size.node))
    let wanted = name == "bias" ? Array(all.prefix(1)) : all
    guard graph.shape(of: node).known == wanted else {
      throw Failure(
        "shape-mismatch",
        "the \(name) of '\(layer.name)' is \(Shape(wanted)) in PyTorch's layout, and \(graph.shape(of: node)) was given"
      )
    }
    return graph.name(graph.local(letter, of: layer.name, node))
  }
}
