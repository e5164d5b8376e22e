import Algebra
import Workings

/// Layers over the steps of a sequence, [steps, features].
extension Forward {
  /// The row of every word; words count from 1, as all positions do.
  func embedded(
    _ x: Node, _ facts: Layer.Facts, _ place: Placement, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let shape = try sizes([place.size("vocabulary").node, place.size("dimension").node])
    let table = try weights.node("weight", "E", shape: shape)
    guard case .tensor(let words) = try call.evaluator.value(of: x) else {
      throw Failure("needs-value", "an embedding needs words with values", at: x)
    }
    var vectors: [Node] = []
    for word in words.entries {
      guard let position = word.exactValue?.integer, (1...shape[0]).contains(position) else {
        throw Failure(
          "out-of-range", "the word \(word) of '\(place.layer.name)' is none of 1 to \(shape[0])",
          at: x, hint: "words count from 1")
      }
      vectors.append(try graph.index(table, at: [graph.number(position)]))
    }
    return try graph.stack(vectors)
  }

  /// The states of a recurrent layer, or the last of them.
  func recurrent(
    _ x: Node, _ layer: Layer, _ facts: Layer.Facts, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let states = try RecurrentLayer(self, layer, facts, weights).states(of: try rows(of: x))
    return facts.layout == .sequence ? try graph.stack(states) : states[states.count - 1]
  }

  /// A layer forwards and its twin backwards; at each step their states stand behind each other.
  func bothWays(
    _ x: Node, _ layer: Layer, _ facts: Layer.Facts, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    guard let inner = layer.inner.first?.layers.first, let innerFacts = inner.facts else {
      return x
    }
    let steps = try rows(of: x)
    let ahead = try RecurrentLayer(self, inner, innerFacts, weights).states(of: steps)
    let back = try RecurrentLayer(self, inner, innerFacts, weights.reversed)
      .states(of: steps.reversed())
    guard facts.layout == .sequence else {
      return try graph.stack(
        try rows(of: ahead[ahead.count - 1]) + rows(of: back[back.count - 1]))
    }
    return try graph.stack(
      try zip(ahead, back.reversed()).map { (left, right) throws(Failure) in
        try graph.stack(try rows(of: left) + rows(of: right))
      })
  }

  /// Multi-head self-attention: softmax(QKᵀ/√d)V in every head, joined and projected.
  func attended(
    _ x: Node, _ facts: Layer.Facts, _ place: Placement, _ weights: LayerWeights
  ) throws(Failure) -> Node {
    let sizes = try sizes([
      facts.input[1], place.size("dimension").node, place.size("heads").node,
    ])
    let (features, width, heads) = (sizes[0], sizes[1], sizes[2])
    let hasBias = try place.isOn("bias")
    let columns = try graph.transpose(x)
    let weight = try weights.node("in_proj_weight", "W", shape: [3 * width, features])
    var projected = try graph.matrixProduct(weight, columns)
    if hasBias {
      projected = try graph.add(
        projected, try weights.node("in_proj_bias", "b", shape: [3 * width]))
    }
    let size = width / heads
    let root = try graph.apply(.sqrt, to: graph.number(size))
    var joined: [Node] = []
    for head in 0..<heads {
      func part(_ block: Int) throws(Failure) -> Node {
        let first = block * width + head * size
        return try graph.stack(try rows(of: projected, first..<first + size))
      }
      let (q, k, v) = (try part(0), try part(1), try part(2))
      let scores = try graph.divide(
        try graph.matrixProduct(try graph.transpose(q), k), root)
      let seen = try graph.matrixProduct(
        v, try graph.transpose(try graph.normalized(.softmax, scores)))
      joined += try rows(of: seen)
    }
    var output = try graph.matrixProduct(
      try weights.node("out_proj_weight", "O", shape: [features, width]),
      try graph.stack(joined))
    if hasBias {
      output = try graph.add(
        output, try weights.node("out_proj_bias", "o", shape: [features]))
    }
    return try graph.transpose(output)
  }
}
