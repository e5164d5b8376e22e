import Algebra
import Workings

extension LayerKind {
  static let pools = [
    pool(
      "maxpool", "the largest entry of each window", "torch.nn.MaxPool2d",
      .init("shape(input(4, 7, 7) |> maxpool(2, rounding: \"ceil\"))", gives: "[4, 4, 4]")),
    pool(
      "avgpool", "the mean of each window", "torch.nn.AvgPool2d",
      .init("shape(input(4, 6, 6) |> avgpool(2))", gives: "[4, 3, 3]")),
  ]

  /// A window without parameters; its stride is the kernel unless the call says otherwise.
  private static func pool(
    _ name: String, _ summary: String, _ source: String, _ example: BuiltIn.Example
  ) -> LayerKind {
    LayerKind(
      name,
      [
        .positional("kernel", .numbers), .labelled("stride", .numbers, or: .none),
        .convention(
          "padding", .anything, or: .number(0), alternatives: [.number(0), .text("same")]),
        .convention("rounding", .choice(["floor", "ceil"]), or: .text("floor")),
      ],
      summary: summary, source: source, example: example
    ) { place throws(Failure) in
      let (channels, extents) = try place.space()
      let sweep = try place.sweep(
        over: extents, roundsUp: try place.word("rounding") == "ceil")
      var tally = Tally(place.output(channels: channels, extents: sweep.output), place.layout)
      if name == "avgpool" {
        let area = try place.factors("k", sweep.kernel).product ?? place.number(1)
        tally.additions = .product(
          place.local("C", channels), try place.factors("o", sweep.output), [area - 1])
      }
      tally.derivation = sweep.derivation
      tally.window = sweep.window
      return try place.facts(tally)
    }
  }
}
