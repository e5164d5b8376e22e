import Algebra
import Workings

/// `convolve_transpose`: every input entry lays down a scaled kernel; what overlaps adds up.
///
/// Shapes: x is [W], [H, W] or [C, H, W]; the kernel [w], [h, w] or [C, h, w]; the output has
/// (n − 1)·stride + k − 2·padding entries along an axis. It is the adjoint of ``Convolve``.
struct ConvolveTranspose {
  static let builtIn = BuiltIn(
    "convolve_transpose",
    parameters: [
      .positional("x", .numbers), .positional("kernel", .numbers),
      .labelled("stride", .numbers, or: .value(.number(1))),
      .labelled("padding", .numbers, or: .value(.number(0))),
    ],
    summary: "every input entry lays down a scaled kernel, and what overlaps adds up",
    source: "torch.nn.functional.conv_transpose2d",
    example: .init("convolve_transpose([1, 2], [1, -1], stride: 2)", gives: "[1, -1, 2, -2]")
  ) { call throws(Failure) in
    let transposed = try ConvolveTranspose(call)
    return .worked(try transposed.formula(isShown: false), steps: try transposed.working())
  }

  private let call: CallContext
  /// The convolution whose adjoint this is: its input is our output.
  private let layout: WindowLayout
  private let channels: Int?
  private let x: WindowEntries
  private let weights: WindowEntries

  private init(_ call: CallContext) throws(Failure) {
    self.call = call
    let (input, kernel) = (try call.sizes(of: "x"), try call.sizes(of: "kernel"))
    guard (1...3).contains(input.count), kernel.count == input.count, !kernel.contains(0),
      !input.contains(0)
    else {
      throw Failure(
        "wrong-shape",
        "'convolve_transpose' needs input and kernel of 1 to 3 axes each, as many in both, not the shapes \(Shape(input)) and \(Shape(kernel))"
      )
    }
    let axes = min(input.count, 2)
    channels = input.count == 3 ? input[0] : nil
    guard channels == nil || kernel[0] == channels else {
      throw Failure(
        "channel-mismatch", "the kernel has \(kernel[0]) channels and the input \(input[0])",
        at: try call.node("kernel"))
    }
    let stride = try call.perAxis("stride", axes: axes, atLeast: 1)
    let padding = try call.perAxis("padding", axes: axes, atLeast: 0)
    let (n, k) = (Array(input.suffix(axes)), Array(kernel.suffix(axes)))
    let output = n.indices.map { (n[$0] - 1) * stride[$0] + k[$0] - 2 * padding[$0] }
    guard output.allSatisfy({ $0 > 0 }) else {
      throw Failure(
        "kernel-too-large", "the padding \(Shape(padding)) leaves nothing of the output",
        at: call.operand("padding"))
    }
    let products = Shape(input + k).count
    guard let products, products <= WindowLayout.productLimit,
      Shape(output).count ?? .max <= WindowLayout.productLimit
    else { throw .tooManyProducts("convolve_transpose", products ?? .max) }
    layout = try WindowLayout(
      input: output, kernel: k, stride: stride, padding: padding, dilation: k.map { _ in 1 },
      name: "convolve_transpose")
    x = WindowEntries(try call.numbers("x"), shape: input, in: call.evaluator)
    weights = WindowEntries(try call.numbers("kernel"), shape: kernel, in: call.evaluator)
  }

  /// The products that meet in each output entry.
  private func sums(isShown: Bool) throws(Failure) -> [Node] {
    var terms: [[Int]: [Node]] = [:]
    for channel in 0..<(channels ?? 1) {
      let head = channels == nil ? [] : [channel]
      for place in layout.places {
        for offset in layout.offsets {
          guard let target = layout.source(of: place, offset) else { continue }
          let factors =
            isShown
            ? (try x.shown(head + place), try weights.shown(head + offset))
            : (try x.entry(head + place), try weights.entry(head + offset))
          terms[target, default: []].append(try call.graph.multiply(factors.0, factors.1))
        }
      }
    }
    return try WindowLayout.positions(in: layout.input).map { (place) throws(Failure) in
      try call.graph.total(terms[place] ?? [])
    }
  }

  private func formula(isShown: Bool) throws(Failure) -> Node {
    try call.graph.nested(try sums(isShown: isShown), layout.input)
  }

  private func working() throws(Failure) -> [Step] {
    let windows = WindowWorking(call, layout)
    let places = WindowLayout.positions(in: layout.input)
    guard windows.isSmall(windows: places.count, terms: layout.offsets.count) else { return [] }
    var lines: [[Link]] = []
    for (place, sum) in zip(places, try sums(isShown: true)) {
      lines.append(try windows.line(place, sum))
    }
    return [.aligned(lines)]
  }
}
