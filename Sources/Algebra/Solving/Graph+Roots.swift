extension Graph {
  /// The real values of a quantity for which an expression, left minus right of an equation, is zero.
  ///
  /// Linear and quadratic equations may have other names in their coefficients. With numbers alone
  /// fractions are exact and other roots are the doubles nearest to them, in any degree. A double among
  /// the coefficients counts with its exact binary value and makes the roots doubles.
  ///
  /// - Parameters:
  ///   - difference: A scalar.
  ///   - quantity: The unknown.
  ///   - knowing: Conditions taken for true; they do not filter the roots.
  ///   - budget: Work that may still be done.
  /// - Returns: The solutions with the polynomial behind them.
  public func roots(
    of difference: Node, for quantity: Quantity.ID, knowing: [Fact] = [],
    budget: inout Budget
  ) -> Solutions {
    var solver = PolynomialSolver(self, unknown: name(quantity), budget: budget)
    defer { budget = solver.simplifier.budget }
    do {
      for fact in knowing { try solver.simplifier.assume(fact) }
      // Only numbers have a sign and an order: √2 among the coefficients counts with its digits.
      return try solver.solve(withDigits(ofConstants: difference))
    } catch {
      return Solutions(.exhausted)
    }
  }
}
