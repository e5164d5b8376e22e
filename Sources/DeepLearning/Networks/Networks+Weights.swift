import Algebra
import Workings

extension Networks {
  static let framework = Parameter.labelled(
    "framework", .choice(["pytorch", "keras"]), or: .value(.text("pytorch")))

  static let weights: [BuiltIn] = [weightShape, memory]

  private static let weightShape = BuiltIn(
    "weight_shape", parameters: [.positional("layer", .network), framework],
    summary: "the sizes of a layer's weights as a framework stores them",
    source: "torch.nn.Conv2d, keras.layers.Conv2D",
    example: .init("weight_shape(input(3, 32, 32) |> conv(4, 5))", gives: "[4, 3, 5, 5]")
  ) { call throws(Failure) in
    let framework = try call.text("framework") == "keras" ? WeightShape.Framework.keras : .pytorch
    var found: [(layer: Layer, shape: WeightShape)] = []
    for (layer, facts) in try call.facts(of: try call.network("layer")) {
      if let shape = try WeightShape(of: layer, facts, in: framework, call.evaluator) {
        found.append((layer, shape))
      }
    }
    guard let weights = found.first else {
      throw Failure("wrong-type", "'weight_shape' needs a layer with weights")
    }
    guard found.count == 1 else {
      let names = found.map(\.layer.name).joined(separator: ", ")
      throw Failure(
        "wrong-type", "'weight_shape' needs one layer, and the network has weights in \(names)",
        hint: "pick one, as in net[\"\(weights.layer.name)\"]")
    }
    var phrases: [Phrase] = [.words("\(weights.layer.name): ")]
    for (position, axis) in weights.shape.axes.enumerated() {
      if position > 0 { phrases.append(.words(" × ")) }
      phrases += [.formula(Link(.equal, axis.size.node)), .words(" (\(axis.meaning))")]
    }
    let sizes = weights.shape.axes.map(\.size.node)
    return .formula(try call.graph.stack(sizes), steps: [.sentence(phrases)])
  }

  private static let memory = BuiltIn(
    "memory",
    parameters: [
      .positional("net", .network),
      .convention(
        "bits", .scalar, or: .number(32), alternatives: [.number(32), .number(64), .number(16)]),
    ],
    summary: "the bytes that all parameters take, running statistics included",
    example: .init("memory(input(50) |> dense(64) |> dense(1))", gives: "13316")
  ) { call throws(Failure) in
    let network = try call.network("net")
    let trained = try call.total("P", of: network) { $0.parameters }
    let untrained = try call.total("U", of: network) { $0.untrained }
    let graph = call.graph
    let p = Count(graph, call.local("P", trained.node))
    let u = Count(graph, untrained.node)
    let count = u.isZero ? p : p + Count(graph, call.local("U", u.node))
    let bits = Count(graph, call.local("b", try call.number("bits")))
    let lines =
      [try call.chain("P", trained.node)] + (u.isZero ? [] : [try call.chain("U", u.node)])
    return .formula(
      (count * bits / Count(graph, 8)).node,
      steps: trained.steps + untrained.steps + [.aligned(lines)])
  }
}
