extension Graph {
  /// The expression with products and powers of sums written out, like terms together.
  ///
  /// A denominator stays below each line as a product: `(x + 1)/x` is `1 + 1/x`.
  ///
  /// - Parameters:
  ///   - node: A number or tensor.
  ///   - budget: Work that may still be done; when it runs out, or the sum would have more than a few
  ///     hundred terms, the result is `node`.
  /// - Returns: The sum and the step that leads to it.
  public func expanded(_ node: Node, budget: inout Budget) -> Derivation {
    rewritten(node, rule: .expandProducts, budget: &budget) {
      simplifier, form, shape throws(Exhausted) in
      let above = PowerProduct(form.coefficient, form.powers.filter { $0.exponent > 0 })
      let below = PowerProduct(.one, form.powers.filter { $0.exponent < 0 })
      guard let polynomial = try simplifier.expanded(above) else { throw Exhausted() }
      if below.powers.isEmpty { return try simplifier.written(polynomial, shape: shape) }
      var terms: [PowerProduct] = []
      for term in polynomial.terms {
        let part = simplifier.product(of: Polynomial(term.monomial, term.coefficient))
        if let quotient = try simplifier.product(part, below) { terms.append(quotient) }
      }
      return try simplifier.written(sum: terms, shape: shape)
    }
  }

  /// The expression as a product: number and monomial in front, then factors of the sums.
  ///
  /// Finds multiple factors, fractions at which a polynomial in one unknown is zero, and differences
  /// of squares; what is left stays a sum.
  ///
  /// - Parameters:
  ///   - node: A number or tensor.
  ///   - budget: Work that may still be done; when it runs out the result is `node`.
  /// - Returns: The product and the step that leads to it.
  public func factored(_ node: Node, budget: inout Budget) -> Derivation {
    rewritten(node, rule: .factorPolynomial, budget: &budget) {
      simplifier, form, shape throws(Exhausted) in
      var result = PowerProduct(form.coefficient)
      for power in form.powers {
        let factors: PowerProduct
        switch simplifier.table[power.factor] {
        case .atom: factors = PowerProduct(factor: power.factor)
        case .sum(let sum): factors = try simplifier.factored(sum)
        }
        guard let next = try simplifier.product(result, factors, power: power.exponent) else {
          throw Exhausted()
        }
        result = next
      }
      return try simplifier.written(result, shape: shape)
    }
  }

  /// A node rewritten from its form.
  private func rewritten(
    _ node: Node, rule: Rule, budget: inout Budget,
    _ write: (inout Simplifier, PowerProduct, Shape) throws(Exhausted) -> Node
  ) -> Derivation {
    guard case .number(let shape) = sort(of: node) else { return Derivation(result: node) }
    var simplifier = Simplifier(self, budget: budget, choosesShortest: false)
    defer { budget = simplifier.budget }
    do {
      try simplifier.run(node)
      let result = try write(&simplifier, simplifier.form(of: node), shape)
      let rewrites = result == node ? [] : [Rewrite(rule: rule, before: node, after: result)]
      return Derivation(result: result, rewrites: rewrites)
    } catch {
      return Derivation(result: node, exhausted: true)
    }
  }
}
