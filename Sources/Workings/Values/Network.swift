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
  /// What a layer does with its input's shape; sizes are nodes, so any may be a symbol.
  public struct Facts: Hashable, Sendable {
    /// The output's extents, channels first; or [steps, features].
    public var output: [Node]
    /// Trainable parameters; a formula over local quantities.
    public var parameters: Node
    /// Parameters that are not trained: running statistics, frozen weights.
    public var untrained: Node
    /// Multiplications for one input.
    public var products: Node
    /// Additions for one input.
    public var additions: Node

    /// Facts of a layer without parameters.
    public init(output: [Node], parameters: Node, untrained: Node, products: Node, additions: Node)
    {
      self.output = output
      self.parameters = parameters
      self.untrained = untrained
      self.products = products
      self.additions = additions
    }
  }

  /// Kernel, stride and padding along each axis of space, for receptive fields; empty without any.
  public struct Window: Hashable, Sendable {
    /// Extents of the kernel, dilation included.
    public var kernel: [Int]
    /// Steps between positions.
    public var stride: [Int]
    /// Entries added on each side.
    public var padding: [Int]

    /// A window.
    public init(kernel: [Int], stride: [Int], padding: [Int]) {
      self.kernel = kernel
      self.stride = stride
      self.padding = padding
    }
  }

  /// The built-in that made it: `conv`, `dense`, `lstm`, …
  public let kind: String
  /// Its own name, or kind and count once it stands in a network.
  public let name: String
  /// Whether the author named it.
  public let isNamed: Bool
  /// Whether its parameters are held fixed.
  public let isFrozen: Bool
  /// The call that declared it, for its options.
  public let declaration: [Argument]
  /// What follows from its input; nil in a chain without an input.
  public let facts: Facts?
  /// How it looks at space; nil where it does not move a window.
  public let window: Window?
  /// The layers inside, for `residual`, `parallel`, `repeat` and `bidirectional`.
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
    declaration: [Argument] = [], facts: Facts? = nil, window: Window? = nil, inner: [Network] = []
  ) {
    self.kind = kind
    self.name = name
    self.isNamed = isNamed
    self.isFrozen = isFrozen
    self.declaration = declaration
    self.facts = facts
    self.window = window
    self.inner = inner
  }
}
