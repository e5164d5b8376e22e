import Algebra
import Workings

/// A network as Python source: statements that make its layers, and the way of the data through them.
struct Code {
  /// A framework that the source is for.
  typealias Framework = WeightShape.Framework

  let framework: Framework
  let evaluator: Evaluator
  /// Statements that make the layers; PyTorch keeps them apart from the way of the data.
  private(set) var making: [String] = []
  /// Statements that lead `x` through the layers.
  private(set) var flow: [String] = []
  private var taken: Set<String> = ["x", "inputs", "model", "self"]

  init(_ framework: Framework, _ evaluator: Evaluator) {
    self.framework = framework
    self.evaluator = evaluator
  }

  /// What one layer becomes.
  struct Part {
    /// The expression that makes it; nil for one that is a mere expression of `x`.
    var make: String?
    /// Statements on `x`, in which the layer goes by its name.
    var flow: [String]
    /// Further layers it needs, by the end of their names.
    var helpers: [(suffix: String, make: String)] = []
  }

  /// The whole source.
  static func source(
    of network: Network, _ framework: Framework, _ evaluator: Evaluator
  ) throws(Failure) -> String {
    guard let input = network.layers.first, let facts = input.facts,
      input.kind == LayerKind.input.name
    else {
      throw Failure(
        "no-input", "'code' needs a network with an input, and this chain has none",
        hint: "write input(…) |> in front of it")
    }
    var code = Code(framework, evaluator)
    for layer in network.layers.dropFirst() { try code.add(layer, prefix: "") }
    let place = Placement(input, behind: facts, evaluator)
    let takesWords = network.layers.dropFirst().first?.kind == LayerKind.embedding.name
    let sizes = try code.integers(place.input, place)
    switch framework {
    case .pytorch: return code.pyTorchSource(input: sizes, takesWords: takesWords)
    case .keras:
      let shape = place.layout == .map ? Array(sizes.dropFirst()) + sizes.prefix(1) : sizes
      return code.kerasSource(input: shape)
    }
  }

  private mutating func add(_ layer: Layer, prefix: String) throws(Failure) {
    guard let facts = layer.facts else { return }
    let name = identifier(prefix + layer.name)
    switch layer.kind {
    case "residual":
      flow.append("\(name) = x")
      for inner in layer.inner.flatMap(\.layers) { try add(inner, prefix: name + "_") }
      flow.append("x = x + \(name)")
    case "parallel":
      flow.append("\(name) = x")
      var branches: [String] = []
      for (index, network) in layer.inner.enumerated() {
        if index > 0 { flow.append("x = \(name)") }
        for inner in network.layers { try add(inner, prefix: "\(name)_\(index + 1)_") }
        branches.append(identifier("\(name)_\(index + 1)"))
        flow.append("\(branches[index]) = x")
      }
      let all = branches.joined(separator: ", ")
      let axis = facts.layout == .sequence ? 2 : 1
      flow.append(
        framework == .pytorch
          ? "x = torch.cat([\(all)], dim=\(axis))" : "x = layers.concatenate([\(all)])")
    default:
      let place = Placement(layer, at: facts, evaluator)
      switch framework {
      case .pytorch: try write(try pyTorch(place, facts, name), name, isFrozen: layer.isFrozen)
      case .keras: flow += try keras(place, facts, name).flow
      }
    }
  }

  private mutating func write(_ part: Part, _ name: String, isFrozen: Bool) throws(Failure) {
    for helper in part.helpers { making.append("self.\(name)_\(helper.suffix) = \(helper.make)") }
    if let make = part.make { making.append("self.\(name) = \(make)") }
    if isFrozen, part.make != nil { making.append("self.\(name).requires_grad_(False)") }
    flow += part.flow
  }

  /// A Python name like the layer's that no other layer has.
  private mutating func identifier(_ name: String) -> String {
    let letters = name.map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    let isWord = letters.first?.isLetter ?? false
    let stem = (isWord ? "" : "layer_") + String(letters)
    var candidate = Code.reserved.contains(stem) ? stem + "_" : stem
    var count = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(stem)_\(count)"
      count += 1
    }
    return candidate
  }

  private static let reserved: Set = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "nn",
    "torch", "keras", "layers", "forward", "train", "eval", "None", "True", "False",
  ]
}

extension Code {
  /// The value of a size, which a listing that runs must have.
  func integer(_ count: Count, _ place: Placement) throws(Failure) -> Int {
    guard let value = try place.known(count) else {
      throw Failure(
        "needs-value",
        "a listing needs the size '\(place.text(of: count))' of \(place.title) as a number",
        at: count.node)
    }
    return value
  }

  /// The values of sizes.
  func integers(_ counts: [Count], _ place: Placement) throws(Failure) -> [Int] {
    var values: [Int] = []
    for count in counts { values.append(try integer(count, place)) }
    return values
  }

  /// The value of an option that is one size.
  func integer(_ label: String, _ place: Placement) throws(Failure) -> Int {
    try integer(try place.size(label, atLeast: 0), place)
  }

  /// The values of an option, one an axis.
  func integers(_ label: String, _ axes: Int, _ place: Placement) throws(Failure) -> [Int] {
    try integers(try place.sizes(label, axes: axes, atLeast: 0), place)
  }

  /// A number with a point, as Python reads it.
  func decimal(_ label: String, _ place: Placement) throws(Failure) -> String {
    guard let node = place.option(label), case .number(let number) = try evaluator.value(of: node)
    else {
      throw Failure("needs-value", "a listing needs the \(label) of \(place.title) as a number")
    }
    return "\(number.double)"
  }

  /// `5` where all axes are alike, else `(5, 3)`.
  func tuple(_ sizes: [Int]) -> String {
    guard let first = sizes.first, sizes.contains(where: { $0 != first }) else {
      return sizes.first.map(String.init) ?? "1"
    }
    return "(" + sizes.map(String.init).joined(separator: ", ") + ")"
  }

  /// `(5,)`, `(5, 3)`: always a tuple.
  func shape(_ sizes: [Int]) -> String {
    let inner = sizes.map(String.init).joined(separator: ", ")
    return sizes.count == 1 ? "(\(inner),)" : "(\(inner))"
  }

  func noCounterpart(_ place: Placement, _ what: String) -> Failure {
    Failure(
      "no-counterpart",
      "\(place.title) has \(what), for which \(framework == .keras ? "Keras" : "PyTorch") has no layer"
    )
  }
}
