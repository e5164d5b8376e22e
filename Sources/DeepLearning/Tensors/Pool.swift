import Algebra
import Workings

/// `pool`: the largest entry or the average of every window.
///
/// Shapes: x is [W], [H, W] or [C, H, W], pooled channel by channel. Of entries that tie for the
/// maximum the first, row by row, takes the gradient.
struct Pool {
  static let builtIn = BuiltIn(
    "pool",
    parameters: [
      .positional("x", .numbers), .positional("kernel", .numbers),
      .labelled("kind", .choice(["max", "average"]), or: .value(.text("max"))),
      .labelled("stride", .numbers, or: .none),
      .labelled("padding", .numbers, or: .value(.number(0))),
      .convention(
        "padding_value", .anything, or: .text("-inf"), alternatives: [.text("-inf"), .number(0)]),
      .convention("count_padding", .truth, or: .truth(true)),
    ],
    summary: "the largest entry or the average of every window",
    source: "torch.nn.functional.max_pool2d, avg_pool2d",
    example: .init("pool([[1, 3], [5, 6]], 2, kind: \"average\")", gives: "[[15/4]]")
  ) { call throws(Failure) in
    let pool = try Pool(call)
    return .worked(try pool.formula(), steps: try pool.working())
  }

  private let call: CallContext
  private let layout: WindowLayout
  private let channels: Int?
  private let isMaximum: Bool
  private let x: WindowEntries
  /// What stands in the padding of a maximum; nil where it never wins.
  private let filler: Node?
  private let countsPadding: Bool

  private init(_ call: CallContext) throws(Failure) {
    self.call = call
    let input = try call.sizes(of: "x")
    guard (1...3).contains(input.count) else {
      throw Failure(
        "wrong-shape",
        "'pool' needs an input of 1 to 3 axes (W, H×W or C×H×W), not the shape \(Shape(input))")
    }
    let axes = min(input.count, 2)
    let kernel = try call.perAxis("kernel", axes: axes, atLeast: 1)
    let padding = try call.perAxis("padding", axes: axes, atLeast: 0)
    guard zip(kernel, padding).allSatisfy({ 2 * $1 <= $0 }) else {
      throw Failure(
        "padding-too-large",
        "a padding of \(padding[0]) is more than half of the window of \(kernel[0])",
        at: call.operand("padding"))
    }
    layout = try WindowLayout(
      input: Array(input.suffix(axes)), kernel: kernel,
      stride: call.operand("stride") == nil
        ? kernel : try call.perAxis("stride", axes: axes, atLeast: 1),
      padding: padding, dilation: kernel.map { _ in 1 }, name: "pool")
    channels = input.count == 3 ? input[0] : nil
    let count = Shape(layout.output + kernel + [channels ?? 1]).count
    guard let count, count <= WindowLayout.productLimit else {
      throw .tooManyProducts("pool", count ?? .max)
    }
    isMaximum = try call.text("kind") == "max"
    countsPadding = try call.truth("count_padding")
    filler = try Pool.filler(call)
    x = WindowEntries(try call.numbers("x"), shape: input, in: call.evaluator)
  }

  private static func filler(_ call: CallContext) throws(Failure) -> Node? {
    switch try call.value("padding_value") {
    case .text("-inf"): return nil
    case .number(let number): return call.graph.number(number)
    case let other:
      throw Failure(
        "wrong-type", "'padding_value' is \"-inf\" or a number, not \(other.description)",
        at: call.operand("padding_value"))
    }
  }

  private func formula() throws(Failure) -> Node {
    var entries: [Node] = []
    for channel in 0..<(channels ?? 1) {
      for place in layout.places { entries.append(try window(channel, place, isShown: false)) }
    }
    return try call.graph.nested(entries, (channels.map { [$0] } ?? []) + layout.output)
  }

  private func window(_ channel: Int, _ place: [Int], isShown: Bool) throws(Failure) -> Node {
    let graph = call.graph
    let head = channels == nil ? [] : [channel]
    var entries: [Node] = []
    for offset in layout.offsets {
      if let source = layout.source(of: place, offset) {
        entries.append(isShown ? try x.shown(head + source) : try x.entry(head + source))
      } else if isMaximum, let filler {
        entries.append(filler)
      }
    }
    guard isMaximum else {
      let count = countsPadding ? layout.offsets.count : entries.count
      return try graph.divide(try graph.total(entries), graph.number(count))
    }
    if isShown {
      let labels = entries.map { _ in String?.none }
      return graph.make(.call(Call("max", labels: labels)), entries, sort: .scalar)
    }
    guard var largest = entries.first else { return graph.number(0) }
    for entry in entries.dropFirst() { largest = try graph.larger(largest, entry) }
    return largest
  }

  private func working() throws(Failure) -> [Step] {
    let windows = WindowWorking(call, layout)
    var steps = try windows.sizes()
    let count = layout.places.count * (channels ?? 1)
    guard windows.isSmall(windows: count, terms: layout.offsets.count) else { return steps }
    var lines: [[Link]] = []
    for channel in 0..<(channels ?? 1) {
      for place in layout.places {
        let position = (channels == nil ? [] : [channel]) + place
        lines.append(try windows.line(position, try window(channel, place, isShown: true)))
      }
    }
    steps.append(.aligned(lines))
    return steps
  }
}
