import Algebra
import Workings

extension LayerKind {
  static let embedding = LayerKind(
    "embedding", [.positional("vocabulary", .scalar), .positional("dimension", .scalar)],
    summary: "a vector for each word: V·d parameters, and no products",
    source: "torch.nn.Embedding",
    example: .init("params(input(steps: 20) |> embedding(1000, 64))", gives: "64000")
  ) { place throws(Failure) in
    guard place.layout != .map, place.input.count == 1 else {
      throw Failure(
        "wrong-shape",
        "\(place.title) needs one word a step in front of it, and its input is \(place.inputText)",
        hint: "begin with input(steps: …)")
    }
    let (vocabulary, dimension) = (try place.size("vocabulary"), try place.size("dimension"))
    var tally = Tally(place.input + [dimension], .sequence)
    tally.parameters = place.local("V", vocabulary) * place.local("d", dimension)
    tally.sight = .lost
    return try place.facts(tally)
  }

  /// Queries, keys and values of D features from d, T² scores a head, and a projection back to d.
  static let attention = LayerKind(
    "attention", [.positional("heads", .scalar), .positional("dimension", .scalar), bias],
    summary: "multi-head self-attention: 3·(d·D + D) + (D·d + d) parameters",
    source: "torch.nn.MultiheadAttention; Vaswani et al., arXiv:1706.03762",
    example: .init("params(input(steps: 10, features: 64) |> attention(8, 64))", gives: "16640")
  ) { place throws(Failure) in
    let (steps, features) = try place.sequence()
    let (heads, dimension) = (try place.size("heads"), try place.size("dimension"))
    if let parts = try place.known(heads), let whole = try place.known(dimension),
      whole % parts != 0
    {
      throw Failure(
        "groups", "the \(parts) heads of \(place.title) do not divide its dimension \(whole)",
        at: heads.node, hint: "give heads a divisor of \(whole)")
    }
    let isSame = try place.areEqual(features, dimension)
    let (t, h) = (place.local("T", steps), place.local("h", heads))
    let wide = place.local("D", dimension)
    let d = isSame ? wide : place.local("d", features)
    let hasBias = try place.isOn("bias")
    var tally = Tally(place.input, .sequence)
    if isSame {
      tally.parameters = 4 * (hasBias ? wide.squared + wide : wide.squared)
    } else {
      tally.parameters =
        hasBias ? 3 * (d * wide + wide) + (wide * d + d) : 3 * (d * wide) + wide * d
    }
    let projections = isSame ? 4 * (t * wide.squared) : 4 * (t * d * wide)
    tally.products = projections + 2 * (t.squared * wide)
    let sums =
      hasBias ? projections : projections - t * (3 * wide + d)
    tally.additions = sums + t.squared * (wide - h) + t * wide * (t - 1)
    tally.sight = .lost
    return try place.facts(tally)
  }
}
