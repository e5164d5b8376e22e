extension Graph {
  /// The sum of a polynomial in the bound name over a range with a symbolic end, without the sum.
  ///
  /// Holds for ranges that are not empty by more than one: Σ j from 1 to n is n(n + 1)/2 for n ≥ 0.
  /// Source: Knuth, The Art of Computer Programming, vol. 1, 1.2.11.2 (powers up to 4).
  ///
  /// - Parameters:
  ///   - body: What is summed, a scalar.
  ///   - bound: The name that runs.
  ///   - ends: The first and the last value.
  /// - Returns: An expression in the ends; nil where the body is no polynomial in the bound name of
  ///   at most degree 4.
  public func closedSum(
    of body: Node, over bound: Quantity.ID, from ends: (low: Node, high: Node)
  ) -> Node? {
    guard sort(of: body) == .scalar else { return nil }
    var budget = Budget(20_000)
    var simplifier = Simplifier(self, budget: budget, choosesShortest: false)
    guard (try? simplifier.run(body)) != nil else { return nil }
    let form = simplifier.form(of: body)
    guard form.powers.allSatisfy({ $0.exponent > 0 }),
      let polynomial = try? simplifier.expanded(form)
    else { return nil }
    budget = simplifier.budget
    let name = name(bound)
    let parts = polynomial.coefficients(in: name)
    guard parts.keys.allSatisfy({ $0 <= 4 }), polynomial.isExact,
      polynomial.atoms.allSatisfy({ $0 == name || !mentions($0, bound) })
    else { return nil }
    do {
      var total: Node?
      for (power, part) in parts.sorted(by: { $0.key < $1.key }) {
        let factor = try simplifier.written(part, shape: .scalar)
        let sum = try subtract(
          try powerSum(power, to: ends.high),
          try powerSum(power, to: try subtract(ends.low, number(1))))
        let term = try multiply(factor, sum)
        total = try total.map { (before) throws(Failure) in try add(before, term) } ?? term
      }
      guard let total else { return number(0) }
      let plain = simplified(total, knowing: [], budget: &budget).result
      let product = factored(plain, budget: &budget).result
      return product
    } catch {
      return nil
    }
  }

  /// 1^p + … + n^p as a polynomial in n.
  private func powerSum(_ power: Int, to n: Node) throws(Failure) -> Node {
    // By rising powers of n, from n on.
    let coefficients: [Real] =
      switch power {
      case 0: [1]
      case 1: [Real(1, 2), Real(1, 2)]
      case 2: [Real(1, 6), Real(1, 2), Real(1, 3)]
      case 3: [0, Real(1, 4), Real(1, 2), Real(1, 4)]
      default: [Real(-1, 30), 0, Real(1, 3), Real(1, 2), Real(1, 5)]
      }
    var total: Node?
    for (place, coefficient) in coefficients.enumerated() where !coefficient.isZero {
      let term = try multiply(number(coefficient), try self.power(n, number(place + 1)))
      total = try total.map { (before) throws(Failure) in try add(before, term) } ?? term
    }
    return total ?? number(0)
  }

  private func mentions(_ node: Node, _ bound: Quantity.ID) -> Bool {
    names(in: node).contains(bound)
  }
}
