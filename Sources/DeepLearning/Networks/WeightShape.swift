import Algebra
import Workings

/// The axes of a layer's main weights, as a framework stores them.
struct WeightShape {
  /// One axis: its size and what it stands for.
  struct Axis {
    let size: Count
    let meaning: String
  }

  let axes: [Axis]

  /// Who stores the weights.
  enum Framework: String {
    case pytorch, keras
  }

  private init(_ axes: [(Count, String)]) {
    self.axes = axes.map { Axis(size: $0.0, meaning: $0.1) }
  }

  /// The weights of a layer in its place; nil for a kind without any.
  init?(
    of layer: Layer, _ facts: Layer.Facts, in framework: Framework, _ evaluator: Evaluator
  ) throws(Failure) {
    let place = Placement(layer, at: facts, evaluator)
    switch layer.kind {
    case "conv", "depthwise", "pointwise", "conv_transpose":
      self = try WeightShape.window(place, framework)
    case "dense":
      self = WeightShape.inOrder(
        [(try place.size("units"), "outputs"), (try place.features().features, "inputs")],
        framework)
    case "rnn", "lstm", "gru":
      let gates = layer.kind == "lstm" ? 4 : layer.kind == "gru" ? 3 : 1
      let units = try place.size("units")
      let rows = gates == 1 ? units : gates * units
      let meaning = gates == 1 ? "units" : "\(gates) gates of all units"
      self = WeightShape.inOrder(
        [(rows, meaning), (try place.sequence().features, "inputs")], framework)
    case "embedding":
      self.init([
        (try place.size("vocabulary"), "words"), (try place.size("dimension"), "features"),
      ])
    case "batchnorm":
      guard let channels = place.layout == .sequence ? place.input.last : place.input.first else {
        return nil
      }
      self.init([(channels, "channels")])
    default: return nil
    }
  }

  /// PyTorch puts outputs first, Keras inputs.
  private static func inOrder(
    _ axes: [(Count, String)], _ framework: Framework
  ) -> WeightShape {
    switch framework {
    case .pytorch: WeightShape(axes)
    case .keras: WeightShape(axes.reversed())
    }
  }

  /// PyTorch: [filters, channels, kernel…]; Keras: [kernel…, channels, filters]; transposed the other way round.
  private static func window(
    _ place: Placement, _ framework: Framework
  ) throws(Failure) -> WeightShape {
    let (channels, extents) = try place.space()
    let kernel: [Count]
    if place.layer.kind == "pointwise" {
      kernel = extents.map { _ in place.number(1) }
    } else {
      kernel = try place.sizes("kernel", axes: extents.count, atLeast: 1)
    }
    let names = ["depth", "height", "width"].suffix(extents.count)
    let axes = zip(kernel, extents.count == 1 ? ["length"] : names)
      .map { ($0, "kernel \($1)") }
    let isDepthwise = place.layer.kind == "depthwise"
    let filters = isDepthwise ? channels : try place.size("filters")
    var groups: Count?
    if place.option("groups") != nil {
      let count = try place.size("groups")
      if try place.known(count) != 1 { groups = count }
    }
    func shared(_ count: Count) -> Count { groups.map { count / $0 } ?? count }
    let isTransposed = place.layer.kind == "conv_transpose"
    let outer = isTransposed ? (channels, "input channels") : (filters, "filters")
    let one = (place.number(1), "channels a filter")
    let inner =
      isDepthwise
      ? one
      : isTransposed
        ? (shared(filters), "filters")
        : (shared(channels), groups == nil ? "input channels" : "input channels of a group")
    switch framework {
    case .pytorch: return WeightShape([outer, inner] + axes)
    case .keras where isDepthwise: return WeightShape(axes + [outer, one])
    case .keras: return WeightShape(axes + [inner, outer])
    }
  }
}
