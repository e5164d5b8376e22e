import Algebra
import Workings

/// What a layer's rule found out, before freezing and receptive fields.
struct Tally {
  var output: [Count]
  var layout: Layer.Layout
  var parameters: Count?
  var untrained: Count?
  var products: Count?
  var additions: Count?
  var derivation: [Count] = []
  var window: Layer.Window?
  var sight = Sight.window

  /// What one entry of the output sees of the input.
  enum Sight {
    /// What its window shows, or the one entry in its own place.
    case window
    /// All entries.
    case everything
    /// That depends on the entries, or on time.
    case lost
  }

  init(_ output: [Count], _ layout: Layer.Layout) {
    self.output = output
    self.layout = layout
  }
}

extension Placement {
  /// The facts of this layer; a frozen layer trains nothing.
  func facts(_ tally: Tally) throws(Failure) -> Layer.Facts {
    let zero = number(0)
    var parameters = tally.parameters ?? zero
    var untrained = tally.untrained ?? zero
    if layer.isFrozen {
      untrained = untrained.isZero ? parameters : parameters + untrained
      parameters = zero
    }
    var facts = Layer.Facts(
      input: input.map(\.node), inputLayout: layout, output: tally.output.map(\.node),
      layout: tally.layout, parameters: parameters.node, untrained: untrained.node,
      products: (tally.products ?? zero).node, additions: (tally.additions ?? zero).node)
    facts.derivation = tally.derivation.map(\.node)
    facts.window = tally.sight == .everything ? everything : tally.window
    facts.field = try seen(through: facts.window, tally)
    return facts
  }

  /// One window over all neighbours; nil where the layer goes through the steps of a sequence.
  private var everything: Layer.Window? {
    guard let field, layout != .sequence else { return nil }
    let ones = field.neighbours.map { _ in 1 }
    return Layer.Window(
      kernel: field.neighbours, stride: ones, padding: field.neighbours.map { _ in 0 })
  }

  /// What one entry of the output sees of the network's input.
  private func seen(
    through window: Layer.Window?, _ tally: Tally
  ) throws(Failure) -> Layer.ReceptiveField? {
    guard let field, tally.sight != .lost else { return nil }
    guard var seen = window.map({ field.seen(through: $0) }) ?? field else { return nil }
    let space: ArraySlice<Count>
    switch tally.layout {
    case .map: space = tally.output.dropFirst()
    case .sequence: space = tally.output.prefix(1)
    case .features:
      if tally.sight == .everything { seen.neighbours = seen.neighbours.map { _ in 1 } }
      return seen
    }
    guard let extents = try known(Array(space)), extents.count == seen.size.count else {
      return nil
    }
    seen.neighbours = extents
    return seen
  }

  /// The facts of a layer that works entry by entry.
  func unchanged() throws(Failure) -> Layer.Facts {
    try facts(Tally(input, layout))
  }

  /// The channels and the axes of space in front of a window.
  ///
  /// A sequence counts as features over one axis of steps.
  func space() throws(Failure) -> (channels: Count, extents: [Count]) {
    switch layout {
    case .map where (2...4).contains(input.count): return (input[0], Array(input.dropFirst()))
    case .sequence where input.count == 2: return (input[1], [input[0]])
    case .map, .sequence, .features: break
    }
    throw Failure(
      "wrong-shape",
      "\(title) needs channels and space in front of it, and its input is \(inputText)",
      hint: "begin with input(channels, height, width)")
  }

  /// Channels and space in the layout of the input.
  func output(channels: Count, extents: [Count]) -> [Count] {
    layout == .sequence ? extents + [channels] : [channels] + extents
  }

  /// The features of each step, and the steps where there are any.
  func features() throws(Failure) -> (features: Count, steps: Count?) {
    switch layout {
    case .features where input.count == 1: return (input[0], nil)
    case .sequence where input.count == 2: return (input[1], input[0])
    case .map, .sequence, .features:
      throw Failure(
        "wrong-shape",
        "\(title) needs a vector in front of it, and its input is \(inputText)",
        hint: "put flatten before it")
    }
  }

  /// The steps and features of a sequence.
  func sequence() throws(Failure) -> (steps: Count, features: Count) {
    guard layout == .sequence, input.count == 2 else {
      throw Failure(
        "wrong-shape",
        "\(title) needs a sequence in front of it, and its input is \(inputText)",
        hint: "begin with input(steps: …, features: …)")
    }
    return (input[0], input[1])
  }

  /// Extents as factors of a count: one letter where they are equal, so that it becomes a power.
  func factors(_ letter: String, _ extents: [Count]) throws(Failure) -> [Count] {
    var isSquare = true
    for extent in extents.dropFirst() where try !areEqual(extents[0], extent) { isSquare = false }
    if isSquare, let first = extents.first {
      return Array(repeating: local(letter, first), count: extents.count)
    }
    let axes = extents.count == 3 ? ["d", "h", "w"] : ["h", "w"]
    return zip(axes, extents).map { axis, extent in local("\(letter)_\(axis)", extent) }
  }
}
