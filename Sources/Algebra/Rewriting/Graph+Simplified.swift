extension Graph {
  /// The shortest equal expression that the rules find, and the changes that lead to it.
  ///
  /// Names stay names. Where nothing is shorter, the expression stays as it is written. A factor of
  /// numerator and denominator is dropped, so the result may have a value where `node` has none.
  ///
  /// - Parameters:
  ///   - node: Any node; other than a number, its operands are simplified.
  ///   - knowing: Conditions taken for true.
  ///   - budget: Work that may still be done; when it runs out the result is `node`.
  /// - Returns: The result; never more leaves and operations than `node` has.
  public func simplified(
    _ node: Node, knowing: [Fact] = [], budget: inout Budget
  ) -> Derivation {
    var simplifier = Simplifier(self, budget: budget)
    defer { budget = simplifier.budget }
    do {
      for fact in knowing { try simplifier.assume(fact) }
      simplifier.rewrites = []
      try simplifier.run(node)
      return Derivation(
        result: simplifier.simplified(node), rewrites: simplifier.rewrites)
    } catch {
      return Derivation(result: node, exhausted: true)
    }
  }
}
