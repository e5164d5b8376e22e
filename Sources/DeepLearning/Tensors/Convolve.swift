import Algebra
import Workings

/// `convolve`: a kernel moved over an input, each output the sum of a window's products.
///
/// Shapes: x is [W], [H, W] or [C, H, W]; the kernel [w], [h, w], [C, h, w] or [K, C, h, w]; the
/// output [W'], [H', W'] or [K, H', W']. As in PyTorch the kernel is not flipped unless `flip` says
/// so (Goodfellow, Bengio and Courville, equation 9.6 against 9.4).
struct Convolve {
  static let builtIn = BuiltIn(
    "convolve",
    parameters: [
      .positional("x", .numbers), .positional("kernel", .numbers),
      .labelled("stride", .numbers, or: .value(.number(1))),
      .labelled("padding", .numbers, or: .value(.number(0))),
      .labelled("dilation", .numbers, or: .value(.number(1))),
      .convention("flip", .truth, or: .truth(false)),
      .labelled("bias", .numbers, or: .value(.number(0))),
    ],
    summary: "a kernel moved over an input: the sum of the products in every window",
    source: "torch.nn.functional.conv2d",
    example: .init("convolve([1, 2, 3, 4], [1, 0, -1])", gives: "[-2, -2]")
  ) { call throws(Failure) in
    let convolution = try Convolve(call)
    return .worked(try convolution.formula(), steps: try convolution.working())
  }

  private let call: CallContext
  private let layout: WindowLayout
  private let channels: Int
  /// How many kernels there are; nil where there is one whose output has no axis for it.
  private let kernels: Int?
  private let inputHasChannels: Bool
  private let kernelHasChannels: Bool
  private let isFlipped: Bool
  private let x: WindowEntries
  private let weights: WindowEntries

  private init(_ call: CallContext) throws(Failure) {
    self.call = call
    let (input, kernel) = (try call.sizes(of: "x"), try call.sizes(of: "kernel"))
    let axes = input.count == 1 ? 1 : 2
    guard (1...3).contains(input.count) else { throw Convolve.wrongInput(input) }
    guard kernel.count >= axes, kernel.count <= (axes == 1 ? 1 : 4), !kernel.contains(0) else {
      throw Convolve.wrongKernel(kernel, input)
    }
    inputHasChannels = input.count == 3
    kernelHasChannels = kernel.count > axes
    channels = inputHasChannels ? input[0] : 1
    kernels = kernel.count == 4 ? kernel[0] : nil
    let kernelChannels = kernel.count == 4 ? kernel[1] : kernel.count == 3 ? kernel[0] : 1
    guard kernelChannels == channels else {
      throw Convolve.channels(kernelChannels, channels, at: try call.node("kernel"))
    }
    layout = try WindowLayout(
      input: Array(input.suffix(axes)), kernel: Array(kernel.suffix(axes)),
      stride: try call.perAxis("stride", axes: axes, atLeast: 1),
      padding: try call.perAxis("padding", axes: axes, atLeast: 0),
      dilation: try call.perAxis("dilation", axes: axes, atLeast: 1), name: "convolve")
    isFlipped = try call.truth("flip")
    let products = Shape(layout.output + layout.kernel + [channels, kernels ?? 1]).count
    guard let products, products <= WindowLayout.productLimit else {
      throw .tooManyProducts("convolve", products ?? .max)
    }
    x = WindowEntries(try call.numbers("x"), shape: input, in: call.evaluator)
    weights = WindowEntries(try call.numbers("kernel"), shape: kernel, in: call.evaluator)
    try checkBias()
  }

  private func checkBias() throws(Failure) {
    guard call.operand("bias") != nil else { return }
    let shape = try call.sizes(of: "bias")
    guard shape.isEmpty || shape == [kernels ?? 1] else {
      throw Failure(
        "shape-mismatch",
        "the bias has the shape \(Shape(shape)), and there \(kernels == nil ? "is 1 kernel" : "are \(kernels ?? 1) kernels")",
        at: call.operand("bias"))
    }
  }

  /// As a matrix product of windows and weights where they are numbers, else entry by entry.
  private func formula() throws(Failure) -> Node {
    x.isNumeric && weights.isNumeric ? try product() : try entries()
  }

  /// The positions of input and kernel that meet in a window, channel by channel; nil in the padding.
  private func pairs(at place: [Int]) -> [(input: [Int]?, kernel: [Int])] {
    (0..<channels).flatMap { channel in
      layout.offsets.map { offset in
        let source = layout.source(of: place, isFlipped ? mirrored(offset) : offset)
        return (
          source.map { (inputHasChannels ? [channel] : []) + $0 },
          (kernelHasChannels ? [channel] : []) + offset
        )
      }
    }
  }

  private func mirrored(_ offset: [Int]) -> [Int] {
    zip(offset, layout.kernel).map { $1 - 1 - $0 }
  }

  /// One row a window, as wide as the kernel has entries; times the kernel's entries.
  private func product() throws(Failure) -> Node {
    let graph = call.graph
    var rows: [Node] = []
    for place in layout.places {
      rows.append(
        try graph.stack(
          try pairs(at: place).map { (pair) throws(Failure) in
            try pair.input.map { (position) throws(Failure) in try x.entry(position) }
              ?? graph.number(0)
          }))
    }
    let windows = try graph.stack(rows)
    let width = channels * layout.kernel.reduce(1, *)
    let kernel = try call.numbers("kernel")
    guard let kernels else {
      let flat = try graph.reshape(kernel, to: Shape([width]))
      return try shaped(try graph.matrixProduct(windows, flat))
    }
    let flat = try graph.reshape(kernel, to: Shape([kernels, width]))
    return try shaped(try graph.matrixProduct(flat, try graph.transpose(windows)))
  }

  /// The products with their bias, in the output's shape.
  private func shaped(_ flat: Node) throws(Failure) -> Node {
    let graph = call.graph
    var flat = flat
    if graph.shape(of: flat).isScalar { flat = try graph.stack([flat]) }
    if call.operand("bias") != nil {
      let bias = try call.numbers("bias")
      let single = graph.shape(of: bias).isScalar || kernels != nil
      flat = try graph.add(flat, single ? bias : try graph.index(bias, at: [graph.number(1)]))
    }
    return try graph.reshape(flat, to: Shape((kernels.map { [$0] } ?? []) + layout.output))
  }

  private func entries() throws(Failure) -> Node {
    var entries: [Node] = []
    for kernel in 0..<(kernels ?? 1) {
      for place in layout.places { entries.append(try sum(kernel, place, isShown: false)) }
    }
    return try call.graph.nested(entries, (kernels.map { [$0] } ?? []) + layout.output)
  }

  /// The sum of one window's products, with the bias.
  private func sum(_ kernel: Int, _ place: [Int], isShown: Bool) throws(Failure) -> Node {
    let graph = call.graph
    var terms: [Node] = []
    for pair in pairs(at: place) {
      guard let input = pair.input else { continue }
      let weight = (kernels == nil ? [] : [kernel]) + pair.kernel
      let factors =
        isShown
        ? (try x.shown(input), try weights.shown(weight))
        : (try x.entry(input), try weights.entry(weight))
      terms.append(try graph.multiply(factors.0, factors.1))
    }
    if call.operand("bias") != nil {
      let bias = try call.numbers("bias")
      let isVector = !graph.shape(of: bias).isScalar
      terms.append(isVector ? try graph.index(bias, at: [graph.number(kernel + 1)]) : bias)
    }
    return try graph.total(terms)
  }

  /// The output's size, and every window's products where there are few.
  private func working() throws(Failure) -> [Step] {
    let windows = WindowWorking(call, layout)
    var steps = try windows.sizes()
    let count = layout.places.count * (kernels ?? 1)
    guard windows.isSmall(windows: count, terms: layout.offsets.count * channels) else {
      return steps
    }
    var lines: [[Link]] = []
    for kernel in 0..<(kernels ?? 1) {
      for place in layout.places {
        let position = (kernels == nil ? [] : [kernel]) + place
        lines.append(try windows.line(position, try sum(kernel, place, isShown: true)))
      }
    }
    steps.append(.aligned(lines))
    return steps
  }

  private static func wrongInput(_ shape: [Int]) -> Failure {
    Failure(
      "wrong-shape",
      "'convolve' needs an input of 1 to 3 axes (W, H×W or C×H×W), not the shape \(Shape(shape))")
  }

  private static func wrongKernel(_ kernel: [Int], _ input: [Int]) -> Failure {
    Failure(
      "wrong-shape",
      "the shape \(Shape(kernel)) is no kernel for an input of the shape \(Shape(input))",
      hint: input.count == 1
        ? "a vector takes a vector" : "it is h×w, C×h×w, or K×C×h×w for K kernels")
  }

  private static func channels(_ kernel: Int, _ input: Int, at node: Node) -> Failure {
    Failure(
      "channel-mismatch",
      "the kernel has \(kernel) channel\(kernel == 1 ? "" : "s") and the input \(input): the shapes do not fit",
      at: node)
  }
}
