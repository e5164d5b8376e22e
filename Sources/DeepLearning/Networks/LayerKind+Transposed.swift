import Algebra
import Workings

extension LayerKind {
  /// A transposed convolution: N·(C/g·k² + 1) parameters, and output (i − 1)·s − 2p + d(k − 1) + a + 1.
  static let transposed = LayerKind(
    "conv_transpose",
    [.positional("filters", .scalar), .positional("kernel", .numbers)] + window + [
      .labelled("output_padding", .numbers, or: .value(.number(0))),
      .labelled("groups", .scalar, or: .value(.number(1))), bias,
    ],
    summary: "a transposed convolution, which makes the map larger",
    source: "torch.nn.ConvTranspose2d; Dumoulin and Visin, arXiv:1603.07285, relationship 14",
    example: .init(
      "shape(input(20, 32, 32) |> conv_transpose(5, 4, stride: 2, padding: 1))",
      gives: "[5, 64, 64]")
  ) { place throws(Failure) in
    let (channels, extents) = try place.space()
    let (filters, groups) = (try place.size("filters"), try place.size("groups"))
    try place.check(groups, divide: channels, "channels of the input")
    try place.check(groups, divide: filters, "filters")
    let kernel = try place.sizes("kernel", axes: extents.count, atLeast: 1)
    let outcome = try place.enlarged(extents, kernel)
    let (n, c) = (place.local("N", filters), place.local("C", channels))
    let depth = try place.known(groups) == 1 ? c : c / place.local("g", groups)
    let window = try place.factors("k", kernel)
    let hasBias = try place.isOn("bias")
    var tally = Tally(
      place.output(channels: filters, extents: outcome.map(\.size)), place.layout)
    tally.parameters =
      hasBias ? n * (Count.product(depth, window) + 1) : .product(n, [depth], window)
    // Every entry of the input meets the whole kernel, and every product is added to an output.
    tally.products = .product(n, try place.factors("i", extents), [depth], window)
    tally.additions = tally.products
    var isSquare = true
    for axis in extents.indices.dropFirst() {
      let hasSameInput = try place.areEqual(extents[axis], extents[0])
      let hasSameOutput = try place.areEqual(outcome[axis].size, outcome[0].size)
      if !hasSameInput || !hasSameOutput { isSquare = false }
    }
    tally.derivation = (isSquare ? outcome.prefix(1) : outcome[...]).map(\.derivation)
    tally.sight = .lost
    return try place.facts(tally)
  }
}

extension Placement {
  /// The extents of a transposed convolution's output; equal axes share one derivation.
  fileprivate func enlarged(
    _ extents: [Count], _ kernel: [Count]
  ) throws(Failure) -> [(size: Count, derivation: Count)] {
    let axes = extents.count
    let stride = try sizes("stride", axes: axes, atLeast: 1)
    let dilation = try sizes("dilation", axes: axes, atLeast: 1)
    let more = try sizes("output_padding", axes: axes, atLeast: 0)
    let padding = try paddings(axes: axes)
    var lines: [(size: Count, derivation: Count)] = []
    for axis in 0..<axes {
      let (i, s) = (local("i", extents[axis]), local("s", stride[axis]))
      switch padding[axis] {
      case .same: lines.append((try worked(extents[axis] * stride[axis]), i * s))
      case .each(let p):
        let a = more[axis]
        if let added = try known(a), let step = try known(stride[axis]),
          let gap = try known(dilation[axis]), added > 0, added >= max(step, gap)
        {
          throw Failure(
            "wrong-size",
            "the output_padding \(added) of \(title) is not below its stride \(step) or dilation \(gap)",
            at: option("output_padding"))
        }
        let isDilated = text(of: dilation[axis]) != "1"
        let span =
          isDilated
          ? local("d", dilation[axis]) * (local("k", kernel[axis]) - 1) + 1
          : local("k", kernel[axis])
        var size = (i - 1) * s - 2 * local("p", p) + span
        if text(of: a) != "0" { size = size + local("a", a) }
        let value = try worked(size)
        if let number = try known(value), number < 1 {
          throw Failure(
            "kernel-too-large",
            "the padding of \(title) leaves nothing of its input \(inputText): the output would have \(number) entries along an axis",
            at: option("padding"))
        }
        lines.append((value, size))
      }
    }
    return lines
  }
}
