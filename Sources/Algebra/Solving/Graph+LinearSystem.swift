extension Graph {
  /// The values of unknowns for which all expressions, left minus right of each equation, are zero.
  ///
  /// Exact Gauss-Jordan elimination; coefficients may hold other names.
  ///
  /// - Parameters:
  ///   - differences: Scalars, linear in the unknowns.
  ///   - unknowns: The quantities to solve for.
  ///   - knowing: Conditions taken for true.
  ///   - budget: Work that may still be done.
  /// - Returns: The solution and the matrix behind it.
  public func solveLinear(
    _ differences: [Node], for unknowns: [Quantity.ID], knowing: [Fact] = [],
    budget: inout Budget
  ) -> LinearSolution {
    var system = LinearSystem(self, unknowns: unknowns, budget: budget)
    defer { budget = system.simplifier.budget }
    do {
      for fact in knowing { try system.simplifier.assume(fact) }
      guard try system.read(differences) else { return LinearSolution(.notLinear) }
      return try system.solve()
    } catch {
      return LinearSolution(.exhausted)
    }
  }
}
