/// What is zero in an equation that is no polynomial in its unknown.
public struct EquationParts: Hashable, Sendable {
  /// The factors of the numerator in which the unknown occurs.
  public let factors: [Node]
  /// The unknown, and functions of it, of which the numerator is a polynomial.
  public let atoms: [Node]
}

extension Graph {
  /// The numerator of an expression as factors, and the functions of an unknown in it.
  ///
  /// - Parameters:
  ///   - difference: A scalar, left minus right of an equation.
  ///   - quantity: The unknown.
  ///   - knowing: Conditions taken for true.
  ///   - budget: Work that may still be done.
  /// - Returns: The parts; nil when the budget runs out, or the expression is no product of sums.
  public func equationParts(
    of difference: Node, for quantity: Quantity.ID, knowing: [Fact] = [], budget: inout Budget
  ) -> EquationParts? {
    let unknown = name(quantity)
    guard sort(of: difference) == .scalar else { return nil }
    var solver = PolynomialSolver(self, unknown: unknown, budget: budget)
    defer { budget = solver.simplifier.budget }
    do {
      for fact in knowing { try solver.simplifier.assume(fact) }
      try solver.simplifier.run(difference)
      let form = solver.simplifier.form(of: difference)
      var factors: [Node] = []
      var atoms: Set<Node> = []
      for power in form.powers where power.exponent > 0 {
        let inner = solver.simplifier.table[power.factor].polynomial.atoms
          .filter { postorder(of: $0).contains(unknown) }
        guard !inner.isEmpty else { continue }
        atoms.formUnion(inner)
        factors.append(try solver.node(PowerProduct(factor: power.factor)))
      }
      return EquationParts(factors: factors, atoms: atoms.sorted())
    } catch {
      return nil
    }
  }

  /// The values of a function of the unknown, such as `exp(x)`, for which an expression is zero.
  ///
  /// - Parameters:
  ///   - difference: A scalar.
  ///   - atom: One of its ``EquationParts/atoms``.
  ///   - knowing: Conditions taken for true.
  ///   - budget: Work that may still be done.
  /// - Returns: The solutions with the polynomial behind them.
  public func roots(
    of difference: Node, in atom: Node, knowing: [Fact] = [], budget: inout Budget
  ) -> Solutions {
    var solver = PolynomialSolver(self, unknown: atom, budget: budget)
    defer { budget = solver.simplifier.budget }
    do {
      for fact in knowing { try solver.simplifier.assume(fact) }
      return try solver.solve(difference)
    } catch {
      return Solutions(.exhausted)
    }
  }

  /// a and b of the numerator a·atom + b of an expression.
  ///
  /// - Parameters:
  ///   - difference: A scalar.
  ///   - atom: One of its ``EquationParts/atoms``.
  ///   - budget: Work that may still be done.
  /// - Returns: Both as expressions; nil where the numerator is not linear in the atom.
  public func linearParts(
    of difference: Node, in atom: Node, budget: inout Budget
  ) -> (slope: Node, rest: Node)? {
    var solver = PolynomialSolver(self, unknown: atom, budget: budget)
    defer { budget = solver.simplifier.budget }
    do {
      try solver.simplifier.run(difference)
      let form = solver.simplifier.form(of: difference)
      let above = PowerProduct(form.coefficient, form.powers.filter { $0.exponent > 0 })
      guard let polynomial = try solver.simplifier.expanded(above),
        polynomial.degree(in: atom) == 1
      else { return nil }
      let parts = polynomial.coefficients(in: atom)
      return (
        try solver.simplifier.written(parts[1] ?? .zero, shape: .scalar),
        try solver.simplifier.written(parts[0] ?? .zero, shape: .scalar)
      )
    } catch {
      return nil
    }
  }

  /// A polynomial as it is written, highest power first.
  ///
  /// - Parameters:
  ///   - coefficients: The constant first.
  ///   - unknown: A scalar.
  /// - Returns: The sum without terms that are 0.
  public func polynomial(_ coefficients: [Rational], in unknown: Node) -> Node {
    var sum: Node?
    for (power, coefficient) in coefficients.enumerated().reversed() where !coefficient.isZero {
      let size = number(.exact(coefficient.magnitude))
      var term = size
      if power > 0 {
        term =
          power == 1 ? unknown : make(.power, [unknown, number(power)], sort: .scalar)
        if !coefficient.magnitude.isOne { term = make(.multiply, [size, term], sort: .scalar) }
      }
      if let before = sum {
        sum = make(coefficient.isNegative ? .subtract : .add, [before, term], sort: .scalar)
      } else {
        sum = coefficient.isNegative ? make(.negate, [term], sort: .scalar) : term
      }
    }
    return sum ?? number(0)
  }
}
