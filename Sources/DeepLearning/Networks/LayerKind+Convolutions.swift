import Algebra
import Workings

extension LayerKind {
  static let convolutions = [conv, depthwise, pointwise]

  static let bias = Parameter.convention("bias", .truth, or: .truth(true))

  /// Where a window moves: sizes are a number or one number an axis.
  static let window: [Parameter] = [
    .labelled("stride", .numbers, or: .value(.number(1))),
    .convention(
      "padding", .anything, or: .number(0), alternatives: [.number(0), .text("same")]),
    .labelled("dilation", .numbers, or: .value(.number(1))),
  ]

  private static let conv = LayerKind(
    "conv",
    [.positional("filters", .scalar), .positional("kernel", .numbers)] + window + [
      .labelled("groups", .scalar, or: .value(.number(1))), bias,
    ],
    summary: "a convolution with N filters: N·(C·k² + 1) parameters, N·o²·C·k² products",
    source: "torch.nn.Conv2d; Dumoulin and Visin, arXiv:1603.07285",
    example: .init("params(input(7, 16, 16) |> conv(8, 5))", gives: "1408")
  ) { place throws(Failure) in
    try place.convolved(filters: try place.size("filters"), groups: try place.size("groups"))
  }

  private static let pointwise = LayerKind(
    "pointwise", [.positional("filters", .scalar), bias],
    summary: "a convolution that looks at one position: N·(C + 1) parameters",
    source: "Howard et al., arXiv:1704.04861",
    example: .init("params(input(8, 10, 10) |> pointwise(16))", gives: "144")
  ) { place throws(Failure) in
    let (channels, extents) = try place.space()
    let (n, c) = (place.local("N", try place.size("filters")), place.local("C", channels))
    let spread = try place.factors("o", extents)
    let hasBias = try place.isOn("bias")
    var tally = Tally(
      place.output(channels: try place.size("filters"), extents: extents), place.layout)
    tally.parameters = hasBias ? n * (c + 1) : n * c
    tally.products = .product(n, spread, [c])
    tally.additions = .product(n, spread, [hasBias ? c : c - 1])
    return try place.facts(tally)
  }

  private static let depthwise = LayerKind(
    "depthwise", [.positional("kernel", .numbers)] + window + [bias],
    summary: "a convolution with one filter a channel: C·(k² + 1) parameters",
    source: "Howard et al., arXiv:1704.04861",
    example: .init("params(input(8, 10, 10) |> depthwise(3))", gives: "80")
  ) { place throws(Failure) in
    let (channels, extents) = try place.space()
    let sweep = try place.sweep(over: extents)
    let c = place.local("C", channels)
    let window = try place.factors("k", sweep.kernel)
    let spread = try place.factors("o", sweep.output)
    let area = window.product ?? place.number(1)
    let hasBias = try place.isOn("bias")
    var tally = Tally(place.output(channels: channels, extents: sweep.output), place.layout)
    tally.parameters = hasBias ? c * (area + 1) : .product(c, window)
    tally.products = .product(c, spread, window)
    tally.additions = hasBias ? tally.products : .product(c, spread, [area - 1])
    tally.derivation = sweep.derivation
    tally.window = sweep.window
    return try place.facts(tally)
  }
}

extension Placement {
  /// A convolution: N·(C/g·k² + 1) parameters; each output entry sums C/g·k² products and the bias.
  fileprivate func convolved(filters: Count, groups: Count) throws(Failure) -> Layer.Facts {
    let (channels, extents) = try space()
    try check(groups, divide: channels, "channels of the input")
    try check(groups, divide: filters, "filters")
    let sweep = try sweep(over: extents)
    let (n, c) = (local("N", filters), local("C", channels))
    let isGrouped = try known(groups) != 1
    let depth = isGrouped ? c / local("g", groups) : c
    let window = try factors("k", sweep.kernel)
    let spread = try factors("o", sweep.output)
    let sum = Count.product(depth, window)
    let hasBias = try isOn("bias")
    var tally = Tally(output(channels: filters, extents: sweep.output), layout)
    tally.parameters = hasBias ? n * (sum + 1) : .product(n, [depth], window)
    tally.products = .product(n, spread, [depth], window)
    tally.additions = hasBias ? tally.products : .product(n, spread, [sum - 1])
    tally.derivation = sweep.derivation
    tally.window = sweep.window
    return try facts(tally)
  }

  /// Groups must divide what they part.
  func check(_ groups: Count, divide whole: Count, _ what: String) throws(Failure) {
    guard let parts = try known(groups), let count = try known(whole), count % parts != 0 else {
      return
    }
    throw Failure(
      "groups", "the \(parts) groups of \(title) do not divide the \(count) \(what)",
      at: groups.node, hint: "give groups a divisor of \(count)")
  }
}
