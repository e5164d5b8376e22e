/// One link of the chain rule: the derivative of the root by one quantity that the author named.
public struct ChainStep: Sendable {
  /// The derivative of one quantity by another that its definition names.
  public struct Factor: Sendable {
    /// The quantity whose definition is differentiated; nil where the root has no name.
    public let of: Quantity.ID?
    /// The quantity it is differentiated by.
    public let by: Quantity.ID
    /// The derivative as the rules give it.
    public let raw: Node
    /// The derivative as one would write it.
    public let result: Node
    /// The rules of calculus that it takes, outermost first: `product rule`, `sigmoid`.
    public let rules: [String]
  }

  /// The quantity that the root is differentiated by.
  public let quantity: Quantity.ID
  /// The quantity that stands for the derivative.
  public let derivative: Quantity.ID
  /// The local derivatives that meet here, where they are scalars.
  public let factors: [Factor]
  /// The derivative over earlier derivatives, by their names.
  public let chained: Node
  /// The same with the earlier derivatives put in; in a long chain, over their names as one would
  /// write it.
  public let inlined: Node
  /// The same as one would write it.
  public let result: Node
  /// Whether the result is too long to be written out and simplified as a whole.
  public let isLong: Bool
  /// The rules of calculus that the definitions above take, outermost first.
  public let rules: [String]
}
