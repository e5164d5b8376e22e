import Algebra
import Workings

extension Code {
  func pyTorchSource(input: [Int], takesWords: Bool) -> String {
    let sizes = ([1] + input).map(String.init).joined(separator: ", ")
    let kind = takesWords ? ", dtype=torch.long" : ""
    let lines =
      [
        "import torch", "from torch import nn", "", "", "class Net(nn.Module):",
        "    def __init__(self):", "        super().__init__()",
      ] + making.map { "        " + $0 } + ["", "    def forward(self, x):"]
      + flow.map { "        " + $0 } + [
        "        return x", "", "", "model = Net()",
        "print(model(torch.zeros(\(sizes)\(kind))).shape)",
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A layer of PyTorch; channels come first, so that a sequence is turned for a convolution.
  func pyTorch(
    _ place: Placement, _ facts: Layer.Facts, _ name: String
  ) throws(Failure) -> Part {
    let call = "x = self.\(name)(x)"
    func part(_ make: String) -> Part { Part(make: make, flow: [call]) }
    switch place.layer.kind {
    case "conv", "depthwise", "pointwise", "conv_transpose", "maxpool", "avgpool":
      return try pyTorchWindow(place, facts, name)
    case "dense":
      let sizes = [
        try integer(try place.features().features, place), try integer("units", place),
      ]
      return part("nn.Linear(\(sizes[0]), \(sizes[1])\(try bias(place)))")
    case "flatten": return part("nn.Flatten()")
    case "dropout": return part("nn.Dropout(\(try decimal("rate", place)))")
    case "relu": return part("nn.ReLU()")
    case "sigmoid": return part("nn.Sigmoid()")
    case "tanh": return part("nn.Tanh()")
    case "gelu": return part("nn.GELU()")
    case "softmax": return part("nn.Softmax(dim=\(place.layout == .sequence ? 2 : 1))")
    case "leaky_relu": return part("nn.LeakyReLU(\(try decimal("slope", place)))")
    case "batchnorm":
      let rank = max(1, place.input.count - 1)
      let channels = try integers(
        place.layout == .sequence ? place.input.suffix(1) : Array(place.input.prefix(1)), place)
      return Part(
        make: "nn.BatchNorm\(rank)d(\(tuple(channels)))", flow: [turned(call, name, place)])
    case "layernorm":
      let sizes = try integers(
        place.layout == .sequence ? place.input.suffix(1) : place.input, place)
      return part("nn.LayerNorm(\(shape(sizes)))")
    case "embedding":
      return part(
        "nn.Embedding(\(try integer("vocabulary", place)), \(try integer("dimension", place)))")
    case "attention":
      let width = try integer("dimension", place)
      guard try integer(try place.sequence().features, place) == width else {
        throw noCounterpart(place, "another dimension than its input")
      }
      let make =
        "nn.MultiheadAttention(\(width), \(try integer("heads", place))\(try bias(place)), batch_first=True)"
      return Part(make: make, flow: ["x, _ = self.\(name)(x, x, x)"])
    case "rnn", "lstm", "gru", "bidirectional": return try pyTorchRecurrent(place, name)
    default: return try pyTorchShape(place, facts, name)
    }
  }

  private func bias(_ place: Placement) throws(Failure) -> String {
    try place.isOn("bias") ? "" : ", bias=False"
  }

  private func turned(_ call: String, _ name: String, _ place: Placement) -> String {
    place.layout == .sequence ? "x = self.\(name)(x.transpose(1, 2)).transpose(1, 2)" : call
  }

  private func pyTorchShape(
    _ place: Placement, _ facts: Layer.Facts, _ name: String
  ) throws(Failure) -> Part {
    let output = try integers(facts.output.map { Count(place.graph, $0) }, place)
    switch place.layer.kind {
    case "global_avgpool":
      let axes = place.layout == .sequence ? [1] : Array(2...max(2, place.input.count))
      return Part(make: nil, flow: ["x = x.mean(dim=\(shape(axes)))"])
    case "adaptive_avgpool" where place.layout == .map:
      let sizes = tuple(Array(output.dropFirst()))
      return Part(
        make: "nn.AdaptiveAvgPool\(output.count - 1)d(\(sizes))", flow: ["x = self.\(name)(x)"])
    case "upsample" where place.layout == .map:
      let factor = tuple(try integers("factor", output.count - 1, place))
      return Part(make: "nn.Upsample(scale_factor=\(factor))", flow: ["x = self.\(name)(x)"])
    case "reshape":
      let sizes = output.map(String.init).joined(separator: ", ")
      return Part(make: nil, flow: ["x = x.reshape(x.shape[0], \(sizes))"])
    default: throw noCounterpart(place, "a form")
    }
  }

  private func pyTorchRecurrent(_ place: Placement, _ name: String) throws(Failure) -> Part {
    let isBoth = place.layer.kind == "bidirectional"
    guard let layer = isBoth ? place.layer.inner.first?.layers.first : place.layer,
      let facts = layer.facts
    else { throw noCounterpart(place, "no layer inside") }
    let inner = Placement(layer, at: facts, evaluator)
    let kinds = ["rnn": "RNN", "lstm": "LSTM", "gru": "GRU"]
    var arguments = [
      "\(try integer(try inner.sequence().features, inner))", "\(try integer("units", inner))",
    ]
    if inner.option("projection") != nil, try integer("projection", inner) > 0 {
      arguments.append("proj_size=\(try integer("projection", inner))")
    }
    if try integer("biases", inner) == 0 { arguments.append("bias=False") }
    arguments.append("batch_first=True")
    if isBoth { arguments.append("bidirectional=True") }
    var flow = ["x, _ = self.\(name)(x)"]
    if try !inner.isOn("sequences") {
      let size = try integers(facts.output.suffix(1).map { Count(place.graph, $0) }, inner)
      flow.append(
        isBoth
          ? "x = torch.cat([x[:, -1, :\(tuple(size))], x[:, 0, \(tuple(size)):]], dim=1)"
          : "x = x[:, -1]")
    }
    var make = "nn.\(kinds[layer.kind] ?? "RNN")(\(arguments.joined(separator: ", ")))"
    if try inner.word("reset") == "before" { make += "  # it resets behind the product" }
    return Part(make: make, flow: flow)
  }

  private func pyTorchWindow(
    _ place: Placement, _ facts: Layer.Facts, _ name: String
  ) throws(Failure) -> Part {
    let (channels, extents) = try place.space()
    let axes = extents.count
    let kind = place.layer.kind
    let names = [
      "conv_transpose": "ConvTranspose", "maxpool": "MaxPool", "avgpool": "AvgPool",
    ]
    let isPool = kind == "maxpool" || kind == "avgpool"
    let kernel = kind == "pointwise" ? [1] : try integers("kernel", axes, place)
    let depth = try integer(channels, place)
    var arguments: [String] = []
    if !isPool {
      let filters = kind == "depthwise" ? depth : try integer("filters", place)
      arguments = ["\(depth)", "\(filters)"]
    }
    arguments.append(tuple(kernel))
    func append(_ label: String, unless standard: Int) throws(Failure) {
      guard place.option(label) != nil else { return }
      let sizes = try integers(label, axes, place)
      if sizes.contains(where: { $0 != standard }) { arguments.append("\(label)=\(tuple(sizes))") }
    }
    try append("stride", unless: isPool ? 0 : 1)
    var helpers: [(suffix: String, make: String)] = []
    switch try place.word("padding") {
    case "same"?:
      guard kind != "conv_transpose" else { throw noCounterpart(place, "the padding \"same\"") }
      let fill = kind == "maxpool" ? "float(\"-inf\")" : "0.0"
      helpers.append(
        ("pad", "nn.ConstantPad\(axes)d(\(try samePadding(extents, place, facts)), \(fill))"))
    case nil: try append("padding", unless: 0)
    case .some: break
    }
    try append("output_padding", unless: 0)
    try append("dilation", unless: 1)
    if kind == "depthwise" {
      arguments.append("groups=\(depth)")
    } else {
      try append("groups", unless: 1)
    }
    if !isPool, try !place.isOn("bias") { arguments.append("bias=False") }
    if try place.word("rounding") == "ceil" { arguments.append("ceil_mode=True") }
    let made = "nn.\(names[kind] ?? "Conv")\(axes)d(\(arguments.joined(separator: ", ")))"
    let padded = helpers.isEmpty ? "x" : "self.\(name)_pad(x)"
    let turnedPadded = helpers.isEmpty ? "x.transpose(1, 2)" : "self.\(name)_pad(x.transpose(1, 2))"
    let call =
      place.layout == .sequence
      ? "x = self.\(name)(\(turnedPadded)).transpose(1, 2)" : "x = self.\(name)(\(padded))"
    return Part(make: made, flow: [call], helpers: helpers)
  }

  /// The entries before and behind each axis, the last axis first, as `nn.ConstantPad2d` wants them.
  private func samePadding(
    _ extents: [Count], _ place: Placement, _ facts: Layer.Facts
  ) throws(Failure) -> String {
    guard let window = facts.window else { throw noCounterpart(place, "a symbolic size") }
    var sides: [Int] = []
    let sizes = try integers(extents, place)
    for axis in sizes.indices.reversed() {
      let (size, stride) = (sizes[axis], window.stride[axis])
      let output = (size + stride - 1) / stride
      let total = max(0, (output - 1) * stride + window.kernel[axis] - size)
      sides += [total / 2, total - total / 2]
    }
    return shape(sides)
  }
}
