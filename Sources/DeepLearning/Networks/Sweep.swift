import Algebra
import Workings

/// A window that moves over the axes of space: kernel, stride, padding, dilation, and where it stops.
struct Sweep {
  /// The kernel's extents, without dilation.
  let kernel: [Count]
  let stride: [Count]
  let dilation: [Count]
  /// The extents of what comes out.
  let output: [Count]
  /// How they follow: one formula an axis, one alone for equal axes.
  let derivation: [Count]
  /// The window in numbers; nil where a size is symbolic.
  let window: Layer.Window?
}

/// The entries added around an axis.
enum Padding {
  /// As many on each side.
  case each(Count)
  /// As many as it takes for one output a stride, the odd one behind.
  case same
}

extension Placement {
  /// The window over so many axes of space: `padding` is numbers, `"same"` or `"valid"`.
  func paddings(axes: Int) throws(Failure) -> [Padding] {
    switch try word("padding") {
    case "same"?: return Array(repeating: .same, count: axes)
    case "valid"?: return Array(repeating: .each(number(0)), count: axes)
    case let word?:
      throw Failure(
        "wrong-type", "the padding of \(title) is \"\(word)\"",
        at: option("padding"), hint: "give a number, \"same\" or \"valid\"")
    case nil: return try sizes("padding", axes: axes, atLeast: 0).map { .each($0) }
    }
  }

  /// The sizes of the output where a window moves over `extents`.
  ///
  /// Per axis ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1, exact, also with symbols; rounding up with a stride takes numbers.
  /// Source: Dumoulin and Visin, arXiv:1603.07285, relationship 15; `"same"` is ⌈i/s⌉ as in Keras.
  ///
  /// - Throws: `kernel-too-large` where the window fits nowhere.
  func sweep(over extents: [Count], roundsUp: Bool = false) throws(Failure) -> Sweep {
    let axes = extents.count
    let kernel = try sizes("kernel", axes: axes, atLeast: 1)
    let hasStride = option("stride") != nil
    let stride = hasStride ? try sizes("stride", axes: axes, atLeast: 1) : kernel
    let hasDilation = option("dilation") != nil
    let dilation =
      hasDilation
      ? try sizes("dilation", axes: axes, atLeast: 1)
      : Array(repeating: number(1), count: axes)
    let padding = try paddings(axes: axes)
    var lines: [Line] = []
    for axis in 0..<axes {
      lines.append(
        try line(
          extents[axis], kernel[axis], stride[axis], padding[axis], dilation[axis],
          roundsUp: roundsUp))
    }
    var isSquare = true
    for line in lines.dropFirst() where line.signature != lines[0].signature { isSquare = false }
    let windows = lines.compactMap(\.window)
    let window =
      windows.count == axes
      ? Layer.Window(
        kernel: windows.map(\.kernel), stride: windows.map(\.stride),
        padding: windows.map(\.padding)) : nil
    return Sweep(
      kernel: kernel, stride: stride, dilation: dilation, output: lines.map(\.output),
      derivation: isSquare ? lines.prefix(1).map(\.derivation) : lines.map(\.derivation),
      window: window)
  }

  /// One axis of a sweep.
  private struct Line {
    let output: Count
    let derivation: Count
    let window: (kernel: Int, stride: Int, padding: Int)?
    /// What the output depends on, as text: axes with the same need one formula.
    let signature: String
  }

  private func line(
    _ i: Count, _ k: Count, _ s: Count, _ padding: Padding, _ d: Count, roundsUp: Bool
  ) throws(Failure) -> Line {
    let (size, step) = (try known(i), try known(s))
    let isOpen = size == nil && step == 1
    let derivation = self.derivation(
      i, k, isOpen ? nil : s, padding, d, roundsUp: roundsUp)
    let signature = [i, k, s, d].map { text(of: $0) }.joined(separator: ",")
    guard let extent = try known(i), let kernel = try known(k), let stride = try known(s),
      let dilation = try known(d)
    else {
      let output = try symbolic(i, k, s, padding, d, roundsUp: roundsUp)
      return Line(output: output, derivation: derivation, window: nil, signature: signature)
    }
    let span = dilation * (kernel - 1) + 1
    switch padding {
    case .same:
      let output = (extent + stride - 1) / stride
      let total = max(0, (output - 1) * stride + span - extent)
      return Line(
        output: number(output), derivation: derivation, window: (span, stride, total / 2),
        signature: signature)
    case .each(let p):
      guard let added = try known(p) else {
        let output = try symbolic(i, k, s, padding, d, roundsUp: roundsUp)
        return Line(output: output, derivation: derivation, window: nil, signature: signature)
      }
      let room = extent + 2 * added - span
      guard room >= 0 else { throw kernelTooLarge(kernel, dilation, extent, added) }
      var output = room / stride + 1
      // A window that would begin in the padding behind the input is left out, as in PyTorch.
      if roundsUp, room % stride != 0, output * stride < extent + added { output += 1 }
      return Line(
        output: number(output), derivation: derivation, window: (span, stride, added),
        signature: signature + ",\(added)")
    }
  }

  private func symbolic(
    _ i: Count, _ k: Count, _ s: Count, _ padding: Padding, _ d: Count, roundsUp: Bool
  ) throws(Failure) -> Count {
    let isWhole = try known(s) == 1
    // Where rounding up would begin a window in the padding depends on the size itself.
    guard isWhole || !roundsUp else {
      throw Failure(
        "unknown-size",
        "\(title) moves by \(text(of: s)) over the size '\(text(of: i))': without a value it is open whether a window is left out",
        hint: "give the size a value, or leave rounding: \"ceil\" out")
    }
    switch padding {
    case .same: return isWhole ? i : try worked(rounded(i / s, .ceil))
    case .each(let p):
      let room = i + 2 * p - d * (k - 1)
      return try worked(isWhole ? room : rounded((room - 1) / s, .floor) + 1)
    }
  }

  private func rounded(_ count: Count, _ function: ElementaryFunction) -> Count {
    Count(graph, graph.make(.elementwise(function), [count.node], sort: .scalar))
  }

  /// ⌊(i + 2p − k)/s⌋ + 1, with d(k − 1) + 1 for k where the kernel is dilated.
  ///
  /// The stride s is nil where it is 1 and i a symbol, which needs no rounding.
  private func derivation(
    _ i: Count, _ k: Count, _ s: Count?, _ padding: Padding, _ d: Count, roundsUp: Bool
  ) -> Count {
    let i = local("i", i)
    func strided(_ whole: Count, up: Bool) -> Count {
      guard let s else { return whole }
      return rounded(whole / local("s", s), up ? .ceil : .floor)
    }
    switch padding {
    case .same: return strided(i, up: true)
    case .each(let p):
      let isDilated = text(of: d) != "1"
      let k = local("k", k)
      let padded = i + 2 * local("p", p)
      let room = isDilated ? padded - local("d", d) * (k - 1) - 1 : padded - k
      return strided(room, up: roundsUp) + 1
    }
  }

  private func kernelTooLarge(
    _ kernel: Int, _ dilation: Int, _ extent: Int, _ padding: Int
  ) -> Failure {
    let span = dilation == 1 ? "\(kernel)" : "\(kernel), dilated to \(dilation * (kernel - 1) + 1),"
    let around = padding == 0 ? "" : " with \(padding) of padding on each side"
    return Failure(
      "kernel-too-large",
      "the kernel \(span) of \(title) is larger than its input \(inputText), which is \(extent)\(around) along that axis",
      hint: "add padding, or a smaller kernel")
  }
}
