extension Graph {
  /// Whether two expressions are equal.
  ///
  /// - Parameters:
  ///   - left: A number or tensor.
  ///   - right: Another of the same shape; other shapes are not equal.
  ///   - knowing: Conditions taken for true.
  ///   - budget: Work that may still be done.
  /// - Returns: `true` where the normal forms are; `false` where the difference is a number or a
  ///   quotient of polynomials in symbols without a value, and not zero; else `nil`.
  public func areEqual(
    _ left: Node, _ right: Node, knowing: [Fact] = [], budget: inout Budget
  ) -> Bool? {
    if left == right { return true }
    guard case .number(let leftShape) = sort(of: left),
      case .number(let rightShape) = sort(of: right)
    else { return nil }
    guard leftShape == rightShape else {
      return leftShape.known != nil && rightShape.known != nil ? false : nil
    }
    var simplifier = Simplifier(self, budget: budget, choosesShortest: false)
    defer { budget = simplifier.budget }
    let difference = make(.subtract, [left, right], sort: sort(of: left))
    do {
      for fact in knowing { try simplifier.assume(fact) }
      try simplifier.run(difference)
      let form = simplifier.form(of: difference)
      if form.isZero { return true }
      guard knowing.isEmpty else { return form.number.map { _ in false } }
      let isExact = form.coefficient.isExact
      return isExact && form.powers.allSatisfy { isFree(simplifier.table[$0.factor]) }
        ? false : nil
    } catch {
      return nil
    }
  }

  /// Whether all atoms are symbols, which may take any value.
  private func isFree(_ factor: Factor) -> Bool {
    factor.polynomial.isExact
      && factor.polynomial.atoms.allSatisfy { atom in
        guard case .name(let id) = operation(of: atom) else { return false }
        switch self[id].definition {
        case .symbol, .bound: return true
        case .formula, .opaque: return false
        }
      }
  }
}
