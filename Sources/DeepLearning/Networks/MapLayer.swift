import Algebra
import Workings

/// A layer that moves windows over a map [channels, …space], entry by entry.
struct MapLayer {
  private let forward: Forward
  private let layer: Layer
  private let facts: Layer.Facts
  private let place: Placement
  private let weights: LayerWeights
  private let isSteps: Bool

  init(
    _ forward: Forward, _ layer: Layer, _ facts: Layer.Facts, _ place: Placement,
    _ weights: LayerWeights
  ) {
    self.forward = forward
    (self.layer, self.facts, self.place, self.weights) = (layer, facts, place, weights)
    isSteps = facts.inputLayout == .sequence
  }

  private var graph: Graph { forward.graph }

  /// What leaves the layer for the map `x`, channels first.
  func output(_ x: Node) throws(Failure) -> Node {
    let shape = try channelsFirst(facts.input, facts.inputLayout)
    let map = WindowEntries(x, shape: shape, in: forward.call.evaluator)
    switch layer.kind {
    case "conv", "depthwise", "pointwise": return try convolved(map, shape)
    case "conv_transpose": return try transposed(map, shape)
    case "maxpool", "avgpool": return try pooled(map, shape)
    case "adaptive_avgpool": return try adapted(map, shape)
    case "upsample": return try upsampled(map, shape)
    case "global_avgpool":
      return try graph.stack(
        try forward.rows(of: x).map { (channel) throws(Failure) in try graph.mean(channel) })
    default:
      throw Failure(
        "no-forward", "'forward' does not work out layers like '\(layer.name)'")
    }
  }

  /// Sizes with the channels in front.
  private func channelsFirst(
    _ nodes: [Node], _ layout: Layer.Layout
  ) throws(Failure) -> [Int] {
    let sizes = try forward.sizes(nodes)
    return layout == .sequence ? Array(sizes.reversed()) : sizes
  }

  private func outputShape() throws(Failure) -> [Int] {
    try channelsFirst(facts.output, facts.layout)
  }

  private func option(_ label: String, axes: Int, atLeast bound: Int) throws(Failure) -> [Int] {
    guard place.option(label) != nil else { return Array(repeating: bound, count: axes) }
    return try forward.sizes(try place.sizes(label, axes: axes, atLeast: bound).map(\.node))
  }

  /// The windows over the map's space, with what is padded in front of it.
  private func layout(_ input: [Int], _ output: [Int]) throws(Failure) -> WindowLayout {
    let axes = input.count
    let isPointwise = layer.kind == "pointwise"
    let kernel =
      isPointwise ? input.map { _ in 1 } : try option("kernel", axes: axes, atLeast: 1)
    let isPool = place.option("stride") == nil && layer.kind.hasSuffix("pool")
    return WindowLayout(
      input: input, kernel: kernel,
      stride: isPool ? kernel : try option("stride", axes: axes, atLeast: 1),
      padding: facts.window?.padding ?? input.map { _ in 0 },
      dilation: try option("dilation", axes: axes, atLeast: 1), output: output)
  }

  private func check(_ products: [Int]) throws(Failure) {
    guard let count = Shape(products).count, count <= WindowLayout.productLimit else {
      throw .tooManyProducts("forward", Shape(products).count ?? .max)
    }
  }

  private func groups() throws(Failure) -> Int {
    place.option("groups") == nil ? 1 : try forward.sizes([place.size("groups").node])[0]
  }

  private func bias(_ filters: Int) throws(Failure) -> Node? {
    let isOn = place.option("bias") == nil ? true : try place.isOn("bias")
    return isOn ? try weights.node("bias", "b", shape: [filters]) : nil
  }

  /// The sums, each with its filter's bias, in the output's shape.
  private func biased(_ sums: [[Node]], _ shape: [Int]) throws(Failure) -> Node {
    let bias = try bias(shape[0])
    var entries: [Node] = []
    for (filter, channel) in sums.enumerated() {
      let own = try bias.map { (vector) throws(Failure) in
        try WindowEntries.entry(of: vector, [filter], graph)
      }
      for sum in channel {
        entries.append(try own.map { (b) throws(Failure) in try graph.add(sum, b) } ?? sum)
      }
    }
    return try graph.nested(entries, shape)
  }

  private func convolved(_ map: WindowEntries, _ shape: [Int]) throws(Failure) -> Node {
    let output = try outputShape()
    let windows = try layout(Array(shape.dropFirst()), Array(output.dropFirst()))
    let groups = layer.kind == "depthwise" ? shape[0] : try groups()
    let (depth, filters) = (shape[0] / groups, output[0])
    try check(output + [depth] + windows.kernel)
    let sizes = [filters, depth] + windows.kernel
    let kernel = WindowEntries(
      try weights.node("weight", "W", shape: sizes), shape: sizes, in: forward.call.evaluator)
    var sums: [[Node]] = []
    for filter in 0..<filters {
      let first = filter / (filters / groups) * depth
      sums.append(
        try windows.places.map { (position) throws(Failure) in
          var terms: [Node] = []
          for channel in 0..<depth {
            for offset in windows.offsets {
              guard let source = windows.source(of: position, offset) else { continue }
              terms.append(
                try graph.multiply(
                  try map.entry([first + channel] + source),
                  try kernel.entry([filter, channel] + offset)))
            }
          }
          return try graph.total(terms)
        })
    }
    return try biased(sums, output)
  }

  /// Every entry lays its scaled kernel down: the windows lie on the output.
  private func transposed(_ map: WindowEntries, _ shape: [Int]) throws(Failure) -> Node {
    let output = try outputShape()
    let (input, space) = (Array(shape.dropFirst()), Array(output.dropFirst()))
    let windows = try transposedLayout(input, space)
    let groups = try groups()
    let (depth, filters) = (shape[0] / groups, output[0] / groups)
    try check(shape + [filters] + windows.kernel)
    let sizes = [shape[0], filters] + windows.kernel
    let kernel = WindowEntries(
      try weights.node("weight", "W", shape: sizes), shape: sizes, in: forward.call.evaluator)
    let targets = WindowLayout.positions(in: space)
    var sums: [[Node]] = []
    for filter in 0..<output[0] {
      var terms: [[Int]: [Node]] = [:]
      let first = filter / filters * depth
      for channel in first..<first + depth {
        for position in windows.places {
          for offset in windows.offsets {
            guard let target = windows.source(of: position, offset) else { continue }
            terms[target, default: []].append(
              try graph.multiply(
                try map.entry([channel] + position),
                try kernel.entry([channel, filter % filters] + offset)))
          }
        }
      }
      sums.append(
        try targets.map { (target) throws(Failure) in try graph.total(terms[target] ?? []) })
    }
    return try biased(sums, output)
  }

  private func transposedLayout(_ input: [Int], _ space: [Int]) throws(Failure) -> WindowLayout {
    let axes = input.count
    let kernel = try option("kernel", axes: axes, atLeast: 1)
    let stride = try option("stride", axes: axes, atLeast: 1)
    let dilation = try option("dilation", axes: axes, atLeast: 1)
    var padding: [Int] = []
    for (axis, side) in try place.paddings(axes: axes).enumerated() {
      switch side {
      case .each(let count): padding += try forward.sizes([count.node])
      case .same: padding.append(max(0, dilation[axis] * (kernel[axis] - 1) + 1 - stride[axis]) / 2)
      }
    }
    return WindowLayout(
      input: space, kernel: kernel, stride: stride, padding: padding, dilation: dilation,
      output: input)
  }

  private func pooled(_ map: WindowEntries, _ shape: [Int]) throws(Failure) -> Node {
    let output = try outputShape()
    let windows = try layout(Array(shape.dropFirst()), Array(output.dropFirst()))
    try check(output + windows.kernel)
    // Padding counts in PyTorch's average, a last window's overhang does not, nor "same" padding.
    let counts = try place.word("padding") == nil
    var entries: [Node] = []
    for channel in 0..<shape[0] {
      for position in windows.places {
        let sources = windows.offsets.compactMap { windows.source(of: position, $0) }
        let seen = try sources.map { (source) throws(Failure) in
          try map.entry([channel] + source)
        }
        guard var result = seen.first else {
          entries.append(graph.number(0))
          continue
        }
        if layer.kind == "maxpool" {
          for entry in seen.dropFirst() { result = try graph.larger(result, entry) }
        } else {
          let count = counts ? windows.paddedCount(at: position) : seen.count
          result = try graph.divide(try graph.total(seen), graph.number(count))
        }
        entries.append(result)
      }
    }
    return try graph.nested(entries, output)
  }

  /// Part i of n reaches from ⌊i·size/n⌋ to ⌈(i + 1)·size/n⌉, as in PyTorch.
  private func adapted(_ map: WindowEntries, _ shape: [Int]) throws(Failure) -> Node {
    let output = try outputShape()
    try check(shape + output.dropFirst())
    var entries: [Node] = []
    for place in WindowLayout.positions(in: output) {
      var sources = [[place[0]]]
      for (axis, part) in place.enumerated().dropFirst() {
        let (size, count) = (shape[axis], output[axis])
        let range = part * size / count..<((part + 1) * size + count - 1) / count
        sources = sources.flatMap { head in range.map { head + [$0] } }
      }
      let terms = try sources.map { (source) throws(Failure) in try map.entry(source) }
      entries.append(try graph.divide(try graph.total(terms), graph.number(terms.count)))
    }
    return try graph.nested(entries, output)
  }

  private func upsampled(_ map: WindowEntries, _ shape: [Int]) throws(Failure) -> Node {
    let output = try outputShape()
    try check(output)
    let entries = try WindowLayout.positions(in: output).map { (place) throws(Failure) in
      try map.entry(zip(place, zip(shape, output)).map { $0 * $1.0 / $1.1 })
    }
    return try graph.nested(entries, output)
  }
}

extension WindowLayout {
  /// How many entries of a window lie on the input or its padding.
  fileprivate func paddedCount(at place: [Int]) -> Int {
    offsets.count { offset in
      input.indices.allSatisfy { axis in
        place[axis] * stride[axis] + offset[axis] * dilation[axis] < input[axis] + 2 * padding[axis]
      }
    }
  }
}
