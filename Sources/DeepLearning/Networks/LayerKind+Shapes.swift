import Algebra
import Workings

extension LayerKind {
  /// Layers without parameters that change the shape.
  static let shapes = [globalPool, adaptivePool, upsample, reshape]

  private static let globalPool = LayerKind(
    "global_avgpool", summary: "the mean of each channel",
    source: "Lin, Chen and Yan, arXiv:1312.4400",
    example: .init("shape(input(4, 7, 7) |> global_avgpool)", gives: "[4]")
  ) { place throws(Failure) in
    let (channels, extents) = try place.space()
    let area = try place.factors("i", extents).product ?? place.number(1)
    var tally = Tally([channels], .features)
    tally.additions = place.local("C", channels) * (area - 1)
    tally.sight = .everything
    return try place.facts(tally)
  }

  private static let adaptivePool = LayerKind(
    "adaptive_avgpool", [.positional("size", .numbers)],
    summary: "means over as many parts as the output shall have",
    source: "torch.nn.AdaptiveAvgPool2d",
    example: .init("shape(input(4, 7, 9) |> adaptive_avgpool(3))", gives: "[4, 3, 3]")
  ) { place throws(Failure) in
    let (channels, extents) = try place.space()
    let sizes = try place.sizes("size", axes: extents.count, atLeast: 1)
    var tally = Tally(place.output(channels: channels, extents: sizes), place.layout)
    let isOne = try place.known(sizes)?.allSatisfy { $0 == 1 } ?? false
    tally.sight = isOne ? .everything : .lost
    return try place.facts(tally)
  }

  private static let upsample = LayerKind(
    "upsample", [.positional("factor", .numbers)],
    summary: "every entry repeated along the axes of space", source: "torch.nn.Upsample",
    example: .init("shape(input(3, 16, 16) |> upsample(4))", gives: "[3, 64, 64]")
  ) { place throws(Failure) in
    let (channels, extents) = try place.space()
    let factors = try place.sizes("factor", axes: extents.count, atLeast: 1)
    var sizes: [Count] = []
    for (extent, factor) in zip(extents, factors) {
      sizes.append(try place.worked(extent * factor))
    }
    var tally = Tally(place.output(channels: channels, extents: sizes), place.layout)
    tally.sight = .lost
    return try place.facts(tally)
  }

  private static let reshape = LayerKind(
    "reshape", [.positional(further, .variadic, or: .none)],
    summary: "the same entries in another shape: channels, then space",
    source: "torch.nn.Unflatten",
    example: .init("shape(input(640) |> reshape(40, 4, 4))", gives: "[40, 4, 4]")
  ) { place throws(Failure) in
    var sizes: [Count] = []
    for argument in place.layer.declaration where argument.label == further {
      sizes.append(try place.checked(argument.node, "size", atLeast: 1))
    }
    guard (1...4).contains(sizes.count), let entries = sizes.product,
      let before = place.input.product
    else {
      throw Failure("missing-argument", "\(place.title) needs 1 to 4 sizes, not \(sizes.count)")
    }
    guard try place.areEqual(entries, before) else {
      let shape = sizes.map { place.text(of: $0) }.joined(separator: "×")
      throw Failure(
        "shape-mismatch",
        "\(place.title) cannot bring its input \(place.inputText) to \(shape): \(place.text(of: before)) entries are not \(place.text(of: entries))"
      )
    }
    var tally = Tally(sizes, sizes.count == 1 ? .features : .map)
    tally.sight = .lost
    return try place.facts(tally)
  }
}
