import Algebra
import Workings

/// The weights that a call gives for one layer, by their names in PyTorch.
struct LayerWeights {
  private let layer: Layer
  private let graph: Graph
  private let value: Value?
  /// What stands behind every name: `_reverse` for the backward half of a bidirectional layer.
  private let suffix: String

  /// The weights of `layer`; a tensor alone is its `weight`.
  ///
  /// - Throws: `unknown-label` where a name is none of the layer's.
  init(of layer: Layer, _ value: Value?, _ graph: Graph) throws(Failure) {
    self.init(layer, value, graph, suffix: "")
    guard case .record(let record)? = value else { return }
    let known = Self.names(of: layer)
    for field in record.fields where !known.contains(field.name) {
      throw Failure(
        "unknown-label", "the layer '\(layer.name)' has no weights '\(field.name)'",
        hint: known.isEmpty ? nil : "it has \(known.joined(separator: ", "))")
    }
  }

  private init(_ layer: Layer, _ value: Value?, _ graph: Graph, suffix: String) {
    (self.layer, self.value, self.graph, self.suffix) = (layer, value, graph, suffix)
  }

  /// The same weights as the backward half of a bidirectional layer knows them.
  var reversed: LayerWeights { LayerWeights(layer, value, graph, suffix: "_reverse") }

  private static let recurrent = ["weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_hr"]

  private static func names(of layer: Layer) -> [String] {
    switch layer.kind {
    case "dense", "conv", "depthwise", "pointwise", "conv_transpose", "layernorm":
      ["weight", "bias"]
    case "batchnorm": ["weight", "bias", "running_mean", "running_var"]
    case "embedding": ["weight"]
    case "rnn", "lstm", "gru": recurrent
    case "bidirectional": recurrent + recurrent.map { $0 + "_reverse" }
    case "attention": ["in_proj_weight", "in_proj_bias", "out_proj_weight", "out_proj_bias"]
    case "residual": layer.inner.flatMap(\.layers).map(\.name)
    case "parallel":
      layer.inner.flatMap(\.layers).map(\.name) + layer.inner.indices.map { "branch\($0 + 1)" }
    default: []
    }
  }

  /// What is given under a name; nil where nothing is.
  func given(_ name: String) -> Value? {
    switch value {
    case .record(let record)?: record[name + suffix]
    case let other?: name == "weight" ? other : nil
    case nil: nil
    }
  }

  /// The weights for the layers inside a branch of this one.
  func inside(branch: Int) -> Record {
    guard case .record(let record)? = value else { return Record([]) }
    if case .record(let own)? = record["branch\(branch + 1)"] { return own }
    let names = Set(layer.inner[branch].layers.map(\.name))
    return Record(record.fields.filter { names.contains($0.name) })
  }

  /// One weight of a shape; `initial` is what PyTorch begins with where the call gives none.
  ///
  /// - Throws: `missing-weights`, `shape-mismatch`.
  func node(
    _ name: String, _ letter: String, shape: [Int], initial: Int? = nil
  ) throws(Failure)
    -> Node
  {
    guard let node = given(name).flatMap({ graph.node(of: $0) }) else {
      if let initial { return graph.constant(Tensor.filled(shape, with: Real(initial))) }
      throw Failure(
        "missing-weights", "'forward' has no \(name + suffix) of the layer '\(layer.name)'",
        hint:
          "write weights: {\(layer.name): {\(Self.names(of: layer).prefix(2).map { $0 + ": …" }.joined(separator: ", "))}}"
      )
    }
    guard graph.shape(of: node).known == shape else {
      throw Failure(
        "shape-mismatch",
        "the \(name + suffix) of '\(layer.name)' is \(Shape(shape)) in PyTorch's layout, and \(graph.shape(of: node)) was given"
      )
    }
    return graph.name(graph.local(letter, of: layer.name, node))
  }
}
