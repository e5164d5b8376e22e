public import Algebra

extension Layer {
  /// What the extents of a layer's output mean.
  public enum Layout: String, Hashable, Sendable {
    /// [features].
    case features
    /// [channels, space, …], with one to three axes of space.
    case map
    /// [steps, features], or [steps] in front of an embedding.
    case sequence
  }

  /// What a layer does with its input's shape; sizes are nodes, so any may be a symbol.
  public struct Facts: Hashable, Sendable {
    /// The input's extents, in its own layout.
    public var input: [Node]
    /// What the extents of the input mean.
    public var inputLayout: Layout
    /// The output's extents, channels first; or [steps, features].
    public var output: [Node]
    /// What the extents of the output mean.
    public var layout: Layout
    /// Trainable parameters; a formula over local quantities.
    public var parameters: Node
    /// Parameters that are not trained: running statistics, frozen weights.
    public var untrained: Node
    /// Multiplications for one input.
    public var products: Node
    /// Additions for one input.
    public var additions: Node
    /// How the extents of the output follow where a window moves: one formula an axis, one for equal axes.
    public var derivation: [Node] = []
    /// How the layer looks at space; nil where it does not move a window.
    public var window: Window?
    /// What one entry of the output sees of the network's input; nil without known axes of space.
    public var field: ReceptiveField?

    /// Facts of a layer in its place.
    public init(
      input: [Node], inputLayout: Layout, output: [Node], layout: Layout, parameters: Node,
      untrained: Node, products: Node, additions: Node
    ) {
      self.input = input
      self.inputLayout = inputLayout
      self.output = output
      self.layout = layout
      self.parameters = parameters
      self.untrained = untrained
      self.products = products
      self.additions = additions
    }
  }

  /// Kernel, stride and padding along each axis of space, where they are known numbers.
  public struct Window: Hashable, Sendable {
    /// Extents of the kernel, dilation included.
    public var kernel: [Int]
    /// Steps between positions.
    public var stride: [Int]
    /// Entries added before the first.
    public var padding: [Int]

    /// A window.
    public init(kernel: [Int], stride: [Int], padding: [Int]) {
      self.kernel = kernel
      self.stride = stride
      self.padding = padding
    }
  }

  /// What one entry of an output sees of the network's input, along each axis of space.
  ///
  /// Source: Dumoulin and Visin, arXiv:1603.07285; Araujo, Norris and Sim, Distill 2019,
  /// doi:10.23915/distill.00021, equations 1 and 2.
  public struct ReceptiveField: Hashable, Sendable {
    /// Entries seen, those in the padding and beyond the input included.
    public var size: [Int]
    /// Entries of the input between neighbours of the output.
    public var jump: [Int]
    /// The first entry that the first neighbour sees, counted from 0; negative in the padding.
    public var start: [Int]
    /// The input's own extents.
    public var whole: [Int]
    /// Along each axis, the neighbours that a layer which sees everything would see.
    public var neighbours: [Int]

    /// An entry of the input sees itself.
    public init(input whole: [Int]) {
      self.whole = whole
      neighbours = whole
      size = whole.map { _ in 1 }
      jump = size
      start = whole.map { _ in 0 }
    }

    /// Entries seen, at most those there are.
    public var clipped: [Int] { zip(size, whole).map { Swift.min($0, $1) } }

    /// What an entry sees through one more window; nil where its axes are others, or beyond `Int`.
    public func seen(through window: Window) -> ReceptiveField? {
      guard window.kernel.count == size.count else { return nil }
      var field = self
      for axis in size.indices {
        let (growth, tooFar) = (window.kernel[axis] - 1).multipliedReportingOverflow(by: jump[axis])
        let (shift, tooEarly) = window.padding[axis].multipliedReportingOverflow(by: jump[axis])
        let (next, tooWide) = jump[axis].multipliedReportingOverflow(by: window.stride[axis])
        let (whole, tooLarge) = size[axis].addingReportingOverflow(growth)
        let (first, tooLow) = start[axis].subtractingReportingOverflow(shift)
        guard !tooFar, !tooEarly, !tooWide, !tooLarge, !tooLow else { return nil }
        field.size[axis] = whole
        field.start[axis] = first
        field.jump[axis] = next
      }
      return field
    }
  }
}
