public import Algebra

/// Layers in the order data flows through them.
public struct Network: Hashable, Sendable {
  /// The layers; the input is the first, where there is one.
  public let layers: [Layer]

  /// A chain of layers.
  public init(_ layers: [Layer]) {
    self.layers = layers
  }
}

/// One layer: what its author said, and what follows once its input is known.
public struct Layer: Hashable, Sendable {
  /// The built-in that made it, such as `conv`.
  public let kind: String
  /// Its own name, or kind and count once it stands in a network.
  public let name: String
  /// Whether the author named it.
  public let isNamed: Bool
  /// Whether its parameters are held fixed.
  public let isFrozen: Bool
  /// Its options, the declared ones where the call says nothing.
  public let declaration: [Argument]
  /// What follows from its input; nil in a chain without an input.
  public let facts: Facts?
  /// The layers inside, for `residual`, `parallel` and `bidirectional`.
  public let inner: [Network]

  /// One option as declared.
  public struct Argument: Hashable, Sendable {
    /// The parameter's label.
    public let label: String
    /// What was given for it.
    public let node: Node

    /// An option as declared.
    public init(_ label: String, _ node: Node) {
      self.label = label
      self.node = node
    }
  }

  /// A layer.
  public init(
    kind: String, name: String, isNamed: Bool = false, isFrozen: Bool = false,
    declaration: [Argument] = [], facts: Facts? = nil, inner: [Network] = []
  ) {
    self.kind = kind
    self.name = name
    self.isNamed = isNamed
    self.isFrozen = isFrozen
    self.declaration = declaration
    self.facts = facts
    self.inner = inner
  }

  /// The same layer in its place: under a name, with what follows from its input.
  public func placed(named name: String, facts: Facts?, inner: [Network]? = nil) -> Layer {
    Layer(
      kind: kind, name: name, isNamed: isNamed, isFrozen: isFrozen, declaration: declaration,
      facts: facts, inner: inner ?? self.inner)
  }
}
