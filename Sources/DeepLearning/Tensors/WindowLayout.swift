import Algebra
import Workings

/// Where a kernel lies on an input: positions along 1 or 2 axes, with stride, padding and dilation.
///
/// Positions of outputs and offsets within the kernel count from 0, row by row.
struct WindowLayout {
  /// The most products of inputs with weights that are written out one by one.
  static let productLimit = 40_000

  /// The input's sizes along the axes that the kernel moves on.
  let input: [Int]
  /// The kernel's sizes along them.
  let kernel: [Int]
  let stride: [Int]
  /// Entries added on each side; those in front, where the sides differ.
  let padding: [Int]
  /// Distance of neighbouring kernel entries on the input.
  let dilation: [Int]
  /// The output's sizes.
  let output: [Int]

  /// A kernel on an input; per axis ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1 outputs.
  ///
  /// - Throws: `kernel-too-large` where the dilated kernel passes the padded input.
  init(
    input: [Int], kernel: [Int], stride: [Int], padding: [Int], dilation: [Int], name: String
  ) throws(Failure) {
    self.input = input
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    var output: [Int] = []
    for axis in input.indices {
      let reach = dilation[axis] * (kernel[axis] - 1) + 1
      let room = input[axis] + 2 * padding[axis] - reach
      guard room >= 0 else {
        throw .kernelTooLarge(name, kernel: kernel, reach: reach, input, padding: padding)
      }
      output.append(room / stride[axis] + 1)
    }
    self.output = output
  }

  /// Windows with given outputs, where padding differs from side to side or sizes are rounded up.
  init(
    input: [Int], kernel: [Int], stride: [Int], padding: [Int], dilation: [Int], output: [Int]
  ) {
    (self.input, self.kernel, self.output) = (input, kernel, output)
    (self.stride, self.padding, self.dilation) = (stride, padding, dilation)
  }

  /// The output's positions, row by row.
  var places: [[Int]] { Self.positions(in: output) }
  /// The kernel's offsets, row by row.
  var offsets: [[Int]] { Self.positions(in: kernel) }

  /// The input position under a kernel offset at an output position; nil in the padding.
  func source(of place: [Int], _ offset: [Int]) -> [Int]? {
    var source: [Int] = []
    for axis in input.indices {
      let position = place[axis] * stride[axis] + offset[axis] * dilation[axis] - padding[axis]
      guard (0..<input[axis]).contains(position) else { return nil }
      source.append(position)
    }
    return source
  }

  static func positions(in sizes: [Int]) -> [[Int]] {
    var positions: [[Int]] = [[]]
    for size in sizes {
      positions = positions.flatMap { head in (0..<size).map { head + [$0] } }
    }
    return positions
  }
}

extension WindowLayout {
  /// The formula of one output size, as in ⌊(5 + 2·0 − 3)/1⌋ + 1 = 3.
  func sizeFormula(axis: Int, in graph: Graph) throws(Failure) -> Node {
    let reach = dilation[axis] * (kernel[axis] - 1) + 1
    let padded = try graph.add(
      graph.number(input[axis]),
      try graph.multiply(graph.number(2), graph.number(padding[axis])))
    let room = try graph.subtract(padded, graph.number(reach))
    let steps = try graph.apply(
      .floor, to: try graph.divide(room, graph.number(stride[axis])))
    return try graph.add(steps, graph.number(1))
  }
}

extension CallContext {
  /// The known sizes of a numeric operand.
  func sizes(of label: String) throws(Failure) -> [Int] {
    let node = try numbers(label)
    var shape = graph.shape(of: node)
    if graph.sort(of: node) == .unknown,
      case .number(let found) = try evaluator.value(of: node).sort(in: graph)
    {
      shape = found
    }
    guard let known = shape.known else {
      throw Failure(
        "unknown-size",
        "'\(builtIn.name)' needs known sizes, and those of '\(NodeText(graph).text(of: node))' are symbols",
        at: node)
    }
    return known
  }

  /// One whole number for all axes, or one an axis: `stride: 2`, `stride: (2, 1)`.
  func perAxis(_ label: String, axes: Int, atLeast bound: Int) throws(Failure) -> [Int] {
    let numbers: [Real]
    switch try value(label) {
    case .number(let number): numbers = Array(repeating: number, count: axes)
    case .tensor(let tensor) where tensor.shape == [axes]: numbers = tensor.entries
    case let other:
      throw Failure(
        "wrong-type",
        "'\(label)' of '\(builtIn.name)' is a whole number, or \(axes) of them, not \(other.description)",
        at: operand(label))
    }
    var sizes: [Int] = []
    for number in numbers {
      guard number.isInteger, let size = number.exactValue?.integer, size >= bound,
        size <= Evaluator.entryLimit
      else {
        throw Failure(
          "wrong-type",
          "'\(label)' of '\(builtIn.name)' is a whole number from \(bound) on, not \(number)",
          at: operand(label))
      }
      sizes.append(size)
    }
    return sizes
  }
}

extension Failure {
  static func kernelTooLarge(
    _ name: String, kernel: [Int], reach: Int, _ input: [Int], padding: [Int]
  ) -> Failure {
    let padded = zip(input, padding).map { $0 + 2 * $1 }
    let isPadded = padding.contains { $0 > 0 }
    return Failure(
      "kernel-too-large",
      "the kernel of '\(name)' (\(Shape(kernel))) reaches over \(reach) entries and does not fit on "
        + "the \(isPadded ? "padded input" : "input") (\(Shape(padded)))",
      hint: "take a smaller kernel, or more padding")
  }

  static func tooManyProducts(_ name: String, _ count: Int) -> Failure {
    Failure(
      "tensor-too-large",
      "'\(name)' would need \(count) products by hand, and the limit is \(WindowLayout.productLimit)",
      hint: "take a smaller input, or count the products with products(net)")
  }
}
