/// A condition that the author wants taken for true: a `compare` node, or several joined by `and`.
public struct Fact: Hashable, Sendable {
  /// The condition, such as `p > 0` or `0 < p and p < 1`.
  public let condition: Node

  /// Takes `condition` for true.
  public init(_ condition: Node) {
    self.condition = condition
  }
}
