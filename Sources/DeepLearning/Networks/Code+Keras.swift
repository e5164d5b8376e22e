import Algebra
import Workings

extension Code {
  func kerasSource(input: [Int]) -> String {
    let lines =
      [
        "import keras", "from keras import layers", "",
        "inputs = keras.Input(shape=\(shape(input)))", "x = inputs",
      ] + flow + ["model = keras.Model(inputs, x)", "model.summary()"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A layer of Keras; channels come last.
  func keras(
    _ place: Placement, _ facts: Layer.Facts, _ name: String
  ) throws(Failure) -> Part {
    let kind = place.layer.kind
    let tail = "name=\"\(name)\"" + (place.layer.isFrozen ? ", trainable=False" : "")
    func part(_ layer: String, _ arguments: [String] = []) -> Part {
      Part(
        make: nil,
        flow: ["x = layers.\(layer)(\((arguments + [tail]).joined(separator: ", ")))(x)"])
    }
    switch kind {
    case "conv", "depthwise", "pointwise", "conv_transpose", "maxpool", "avgpool":
      return try kerasWindow(place, tail)
    case "dense": return part("Dense", ["\(try integer("units", place))"] + (try bias(place)))
    case "flatten": return part("Flatten")
    case "dropout": return part("Dropout", [try decimal("rate", place)])
    case "relu", "sigmoid", "tanh", "softmax", "gelu": return part("Activation", ["\"\(kind)\""])
    case "leaky_relu":
      return part("LeakyReLU", ["negative_slope=\(try decimal("slope", place))"])
    case "batchnorm": return part("BatchNormalization")
    case "layernorm":
      let axes = place.layout == .map ? ["axis=\(shape(Array(1...place.input.count)))"] : []
      return part("LayerNormalization", axes)
    case "global_avgpool":
      return part("GlobalAveragePooling\(try place.space().extents.count)D")
    case "upsample":
      let axes = try place.space().extents.count
      return part("UpSampling\(axes)D", [tuple(try integers("factor", axes, place))])
    case "reshape":
      let sizes = try integers(facts.output.map { Count(place.graph, $0) }, place)
      let shown = facts.layout == .map ? Array(sizes.dropFirst()) + sizes.prefix(1) : sizes
      return part("Reshape", [shape(shown)])
    case "embedding":
      return part(
        "Embedding", ["\(try integer("vocabulary", place))", "\(try integer("dimension", place))"])
    case "attention":
      let heads = try integer("heads", place)
      let size = try integer("dimension", place) / max(1, heads)
      let options = (["\(heads)", "\(size)"] + (try bias(place)) + [tail]).joined(separator: ", ")
      return Part(make: nil, flow: ["x = layers.MultiHeadAttention(\(options))(x, x)"])
    case "rnn", "lstm", "gru":
      let (layer, arguments) = try kerasRecurrent(place)
      return part(layer, arguments)
    case "bidirectional":
      guard let inner = place.layer.inner.first?.layers.first, let facts = inner.facts else {
        throw noCounterpart(place, "no layer inside")
      }
      let (layer, arguments) = try kerasRecurrent(Placement(inner, at: facts, evaluator))
      return part(
        "Bidirectional", ["layers.\(layer)(\(arguments.joined(separator: ", ")))"])
    default: throw noCounterpart(place, "a form")
    }
  }

  private func bias(_ place: Placement) throws(Failure) -> [String] {
    try place.isOn("bias") ? [] : ["use_bias=False"]
  }

  private func kerasRecurrent(_ place: Placement) throws(Failure) -> (String, [String]) {
    let kinds = ["rnn": "SimpleRNN", "lstm": "LSTM", "gru": "GRU"]
    if place.option("projection") != nil, try integer("projection", place) > 0 {
      throw noCounterpart(place, "a projection")
    }
    var arguments = ["\(try integer("units", place))"]
    if try place.isOn("sequences") { arguments.append("return_sequences=True") }
    if try integer("biases", place) == 0 { arguments.append("use_bias=False") }
    if let reset = try place.word("reset") {
      arguments.append("reset_after=\(reset == "after" ? "True" : "False")")
    }
    return (kinds[place.layer.kind] ?? "SimpleRNN", arguments)
  }

  private func kerasWindow(_ place: Placement, _ tail: String) throws(Failure) -> Part {
    let axes = try place.space().extents.count
    let kind = place.layer.kind
    let names = [
      "conv": "Conv\(axes)D", "pointwise": "Conv\(axes)D", "depthwise": "DepthwiseConv\(axes)D",
      "conv_transpose": "Conv\(axes)DTranspose", "maxpool": "MaxPooling\(axes)D",
      "avgpool": "AveragePooling\(axes)D",
    ]
    let isPool = kind == "maxpool" || kind == "avgpool"
    if try place.word("rounding") == "ceil" { throw noCounterpart(place, "sizes rounded up") }
    if kind == "depthwise", axes == 3 { throw noCounterpart(place, "three axes of space") }
    var arguments: [String] = []
    if kind != "depthwise", !isPool { arguments.append("\(try integer("filters", place))") }
    arguments.append(
      kind == "pointwise" ? "1" : tuple(try integers("kernel", axes, place)))
    for (label, keyword) in [
      ("stride", "strides"), ("dilation", "dilation_rate"), ("groups", "groups"),
    ]
    where place.option(label) != nil {
      let sizes = try integers(label, axes, place)
      if isPool || sizes.contains(where: { $0 != 1 }) {
        arguments.append("\(keyword)=\(tuple(sizes))")
      }
    }
    var flow: [String] = []
    var after: [String] = []
    if try place.word("padding") == "same" {
      arguments.append("padding=\"same\"")
    } else if place.option("padding") != nil, try place.word("padding") == nil {
      let sizes = try integers("padding", axes, place)
      if kind == "conv_transpose" {
        let extra = try integers("output_padding", axes, place)
        after = try cropped(sizes, extra, place)
      } else if sizes.contains(where: { $0 > 0 }) {
        flow.append("x = layers.ZeroPadding\(axes)D(\(tuple(sizes)))(x)")
      }
    }
    if !isPool { arguments += try bias(place) }
    let options = (arguments + [tail]).joined(separator: ", ")
    flow.append("x = layers.\(names[kind] ?? "Conv2D")(\(options))(x)")
    return Part(make: nil, flow: flow + after)
  }

  /// What PyTorch's padding takes off the output of a transposed convolution.
  private func cropped(
    _ sizes: [Int], _ extra: [Int], _ place: Placement
  ) throws(Failure) -> [String] {
    guard sizes.contains(where: { $0 > 0 }) || extra.contains(where: { $0 > 0 }) else { return [] }
    guard zip(sizes, extra).allSatisfy({ $0 >= $1 }) else {
      throw noCounterpart(place, "an output_padding above its padding")
    }
    let sides = zip(sizes, extra).map { "(\($0), \($0 - $1))" }
    let inner = sides.count == 1 ? sides[0] : "(" + sides.joined(separator: ", ") + ")"
    return ["x = layers.Cropping\(sides.count)D(\(inner))(x)"]
  }
}
