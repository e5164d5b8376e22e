import Algebra
import Workings

/// A layer in its place: its options, and the shape in front of it.
struct Placement {
  let evaluator: Evaluator
  let layer: Layer
  /// The extents in front of the layer; none in front of an input.
  let input: [Count]
  let layout: Layer.Layout
  let field: Layer.ReceptiveField?

  /// Known sizes beyond this are refused: sums and products of two stay within `Int`.
  private static let sizeLimit = 1 << 30

  init(_ layer: Layer, behind facts: Layer.Facts?, _ evaluator: Evaluator) {
    self.evaluator = evaluator
    self.layer = layer
    input = (facts?.output ?? []).map { Count(evaluator.graph, $0) }
    layout = facts?.layout ?? .features
    field = facts?.field
  }

  /// A layer that stands in its place already, to look at its options again.
  init(_ layer: Layer, at facts: Layer.Facts, _ evaluator: Evaluator) {
    self.evaluator = evaluator
    self.layer = layer
    input = facts.input.map { Count(evaluator.graph, $0) }
    layout = facts.inputLayout
    field = nil
  }

  var graph: Graph { evaluator.graph }

  /// The layer as a message names it.
  var title: String { "'\(layer.name)'" }

  /// The shape in front of it, as a message shows it.
  var inputText: String { input.map { text(of: $0) }.joined(separator: "×") }

  func text(of count: Count) -> String {
    if case .number(let number)? = try? evaluator.value(of: count.node) {
      return NodeText.text(of: number)
    }
    return NodeText(graph).text(of: count.node)
  }

  func number(_ value: Int) -> Count { Count(graph, value) }

  /// A local quantity of a formula: shown by its letter, put in as written.
  func local(_ letter: String, tex: String? = nil, _ count: Count) -> Count {
    Count(graph, graph.name(graph.define(letter, tex: tex, as: count.node, role: .local)))
  }

  // Options

  /// An option's node; nil where the layer has none.
  func option(_ label: String) -> Node? {
    layer.declaration.first { $0.label == label }?.node
  }

  /// A truth value; false without one.
  func isOn(_ label: String) throws(Failure) -> Bool {
    guard let node = option(label) else { return false }
    return try evaluator.value(of: node) == .truth(true)
  }

  /// A text; nil where the option is something else.
  func word(_ label: String) throws(Failure) -> String? {
    guard let node = option(label), case .text(let text) = try evaluator.value(of: node) else {
      return nil
    }
    return text
  }

  /// A size that must be a whole number from a bound on, or symbolic.
  func size(_ label: String, atLeast bound: Int = 1) throws(Failure) -> Count {
    guard let node = option(label) else {
      throw Failure("missing-argument", "\(title) is missing its argument '\(label)'")
    }
    return try checked(node, label, atLeast: bound)
  }

  /// An option of one number, or of one number an axis, for so many axes.
  func sizes(_ label: String, axes: Int, atLeast bound: Int) throws(Failure) -> [Count] {
    guard let node = option(label) else {
      throw Failure("missing-argument", "\(title) is missing its argument '\(label)'")
    }
    guard let parts = try parts(of: node) else {
      let size = try checked(node, label, atLeast: bound)
      return Array(repeating: size, count: axes)
    }
    guard parts.count == axes else {
      throw Failure(
        "shape-mismatch",
        "the \(label) of \(title) has \(parts.count) sizes, and its input \(inputText) has \(axes) axes of space",
        at: node)
    }
    var sizes: [Count] = []
    for part in parts { sizes.append(try checked(part, label, atLeast: bound)) }
    return sizes
  }

  /// The entries of a tuple; nil for a single number.
  private func parts(of node: Node) throws(Failure) -> [Node]? {
    if case .stack = graph.operation(of: node) { return graph.operands(of: node) }
    guard case .tensor(let tensor) = try evaluator.value(of: node) else { return nil }
    return tensor.entries.map { graph.number($0) }
  }

  func checked(_ node: Node, _ label: String, atLeast bound: Int) throws(Failure) -> Count {
    let value = try evaluator.value(of: node)
    if case .number(let number) = value, let whole = number.exactValue, whole.isInteger,
      whole >= Rational(bound)
    {
      return Count(graph, node)
    }
    if value.isExpression, graph.shape(of: node).isScalar { return Count(graph, node) }
    let wanted = bound == 1 ? "no positive whole number" : "no whole number from \(bound) on"
    throw Failure(
      "wrong-size",
      "the \(label) '\(NodeText(graph).text(of: node))' of \(title) is \(wanted)", at: node)
  }

  /// The value of a size; nil where it is symbolic.
  func known(_ count: Count) throws(Failure) -> Int? {
    guard case .number(let number) = try evaluator.value(of: count.node) else { return nil }
    guard let value = number.exactValue?.integer, value <= Placement.sizeLimit else {
      throw Failure(
        "size-too-large",
        "the size \(NodeText.text(of: number)) at \(title) is too large: the limit is \(Placement.sizeLimit)",
        at: count.node)
    }
    return value
  }

  /// The values of sizes; nil where one is symbolic.
  func known(_ counts: [Count]) throws(Failure) -> [Int]? {
    var values: [Int] = []
    for count in counts {
      guard let value = try known(count) else { return nil }
      values.append(value)
    }
    return values
  }

  /// Whether two sizes are the same, as far as their forms tell.
  func areEqual(_ left: Count, _ right: Count) throws(Failure) -> Bool {
    if left.node == right.node { return true }
    let (a, b) = (try evaluator.value(of: left.node), try evaluator.value(of: right.node))
    return evaluator.areEqual(a, b) == true
  }

  /// An equal size as one would write it; numbers are worked out.
  func worked(_ count: Count) throws(Failure) -> Count {
    switch try evaluator.result(of: count.node) {
    case .number(let number): Count(graph, graph.number(number))
    case .expression(let node): Count(graph, node)
    case .truth, .text, .tensor, .interval, .sample, .dataSet, .record, .list, .function, .trace,
      .network, .figure, .listing, .names:
      count
    }
  }
}
