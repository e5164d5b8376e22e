/// One change of an expression and why: `before` equals `after` wherever both have a value and the facts hold.
public struct Rewrite: Hashable, Sendable {
  /// Why.
  public let rule: Rule
  /// The expression that was replaced.
  public let before: Node
  /// What stands in its place.
  public let after: Node
  /// The assumptions that were needed.
  public let facts: [Fact]

  /// A change for a reason.
  public init(rule: Rule, before: Node, after: Node, facts: [Fact] = []) {
    self.rule = rule
    self.before = before
    self.after = after
    self.facts = facts
  }
}

/// An expression and the changes that led to it.
public struct Derivation: Hashable, Sendable {
  /// The last expression; the first one if the budget ran out.
  public let result: Node
  /// The changes, innermost first.
  public let rewrites: [Rewrite]
  /// Whether the budget ran out before the work was done.
  public let exhausted: Bool

  /// A result and how it came about.
  public init(result: Node, rewrites: [Rewrite] = [], exhausted: Bool = false) {
    self.result = result
    self.rewrites = rewrites
    self.exhausted = exhausted
  }
}
