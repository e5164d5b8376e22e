import Algebra
import Workings

/// Normalizations as a trained network applies them.
extension Forward {
  /// PyTorch's ε of both norms.
  private var epsilon: Node { graph.number(Real(1, 100_000)) }

  /// (x − μ)/√(σ² + ε)·γ + β with the running statistics, channel by channel; they begin at 0 and 1.
  func batchNormalized(
    _ x: Node, _ facts: Layer.Facts, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let isSteps = facts.inputLayout == .sequence
    let shape = try sizes(facts.input)
    let channels = isSteps ? Array(shape.suffix(1)) : Array(shape.prefix(1))
    let mean = try weights.node("running_mean", "mu", shape: channels, initial: 0)
    let variance = try weights.node("running_var", "var", shape: channels, initial: 1)
    let gamma = try weights.node("weight", "gamma", shape: channels, initial: 1)
    let beta = try weights.node("bias", "beta", shape: channels, initial: 0)
    let scale = try graph.divide(
      gamma, try graph.apply(.sqrt, to: try graph.add(variance, epsilon)))
    func normalized(_ x: Node, _ part: (Node) throws(Failure) -> Node) throws(Failure) -> Node {
      let centred = try graph.subtract(x, try part(mean))
      return try graph.add(try graph.multiply(centred, try part(scale)), try part(beta))
    }
    switch shape.count {
    case 1: return try normalized(x) { $0 }
    case 2 where isSteps:
      return try graph.transpose(try normalized(try graph.transpose(x)) { $0 })
    default:
      var maps: [Node] = []
      for channel in 1...channels[0] {
        let position = [graph.number(channel)]
        maps.append(
          try normalized(try graph.index(x, at: position)) { (vector) throws(Failure) in
            try graph.index(vector, at: position)
          })
      }
      return try graph.stack(maps)
    }
  }

  /// Mean 0 and variance 1 over each step's features, a vector, or all of a map; then ·γ + β.
  func layerNormalized(
    _ x: Node, _ facts: Layer.Facts, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let isSteps = facts.inputLayout == .sequence
    let shape = try sizes(facts.input)
    let own = isSteps ? Array(shape.suffix(1)) : shape
    let gamma = try weights.node("weight", "gamma", shape: own, initial: 1)
    let beta = try weights.node("bias", "beta", shape: own, initial: 0)
    func normalized(_ x: Node) throws(Failure) -> Node {
      let centred = try graph.subtract(x, try graph.mean(x))
      let variance = try graph.mean(try graph.power(centred, graph.number(2)))
      let scale = try graph.apply(.sqrt, to: try graph.add(variance, epsilon))
      return try graph.add(try graph.multiply(try graph.divide(centred, scale), gamma), beta)
    }
    guard isSteps else { return try normalized(x) }
    return try graph.stack(
      try rows(of: x).map { (row) throws(Failure) in try normalized(row) })
  }
}
