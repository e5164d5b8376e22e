import Algebra
import Workings

extension LayerKind {
  static let norms = [batchnorm, layernorm]

  /// Two trained and two counted numbers a channel; once trained, one product and one sum an entry.
  private static let batchnorm = LayerKind(
    "batchnorm",
    summary:
      "normalises each channel over the batch: 2·C trained parameters, 2·C running statistics",
    source: "torch.nn.BatchNorm2d; Ioffe and Szegedy, arXiv:1502.03167",
    example: .init("trainable(input(8) |> dense(4) |> batchnorm)", gives: "44")
  ) { place throws(Failure) in
    let channels = try place.channels()
    let c = place.local("C", channels.count)
    var tally = Tally(place.input, place.layout)
    tally.parameters = 2 * c
    tally.untrained = 2 * c
    tally.products = .product(c, try place.factors("o", channels.space))
    tally.additions = tally.products
    return try place.facts(tally)
  }

  /// Over the features of each step, over a vector, or over all of a map.
  private static let layernorm = LayerKind(
    "layernorm", summary: "normalises the entries of one input: 2·n parameters",
    source: "torch.nn.LayerNorm; Ba, Kiros and Hinton, arXiv:1607.06450",
    example: .init("params(input(steps: 5, features: 16) |> layernorm)", gives: "32")
  ) { place throws(Failure) in
    let entries: Count
    var steps: Count?
    switch place.layout {
    case .sequence:
      let sequence = try place.sequence()
      (entries, steps) = (sequence.features, place.local("T", sequence.steps))
    case .features, .map: entries = place.input.product ?? place.number(1)
    }
    let n = place.local("n", entries)
    var tally = Tally(place.input, place.layout)
    tally.parameters = 2 * n
    // Squares, scaling by 1/σ and by γ; sums for mean and variance, differences, and β.
    tally.products = steps.map { $0 * (3 * n) } ?? 3 * n
    tally.additions = steps.map { $0 * (4 * n - 2) } ?? 4 * n - 2
    return try place.facts(tally)
  }
}

extension Placement {
  /// What a statistic is kept for, and the axes it is taken over besides the batch.
  fileprivate func channels() throws(Failure) -> (count: Count, space: [Count]) {
    switch layout {
    case .features where input.count == 1: return (input[0], [])
    case .features, .map, .sequence:
      let space = try space()
      return (space.channels, space.extents)
    }
  }
}
