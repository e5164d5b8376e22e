extension Simplifier {
  /// More terms than this are not written out.
  static let expansionLimit = 400

  /// Terms with equal factors put together, in the order of their first appearance; none is 0.
  mutating func collected(_ terms: [PowerProduct]) throws(Exhausted) -> [PowerProduct] {
    try budget.charge(terms.count)
    var positions: [[PowerProduct.Power]: Int] = [:]
    var result: [PowerProduct] = []
    for term in terms {
      if let position = positions[term.powers] {
        let sum = result[position].coefficient + term.coefficient
        // Powers stay, though the number is 0, so that later terms find their place.
        result[position] = PowerProduct(sum, term.powers)
      } else {
        positions[term.powers] = result.count
        result.append(term)
      }
    }
    return result.filter { !$0.isZero }
  }

  /// The sum as one product: what all terms share times what is left; nil if that is too long.
  mutating func sum(_ terms: [PowerProduct]) throws(Exhausted) -> PowerProduct? {
    let like = try collected(terms)
    guard like.count > 1 else { return like.first ?? .zero }
    var shared = sharedPowers(like)
    var sums: [Monomial: Real] = [:]
    for term in like {
      var rest = term.exponents
      for (factor, exponent) in shared { rest[factor, default: 0] -= exponent }
      let part = PowerProduct(term.coefficient, exponents: rest)
      guard let polynomial = try expanded(part) else { return nil }
      try budget.charge(polynomial.terms.count)
      for each in polynomial.terms {
        sums[each.monomial] = sums[each.monomial].map { $0 + each.coefficient } ?? each.coefficient
      }
      guard sums.count <= 4 * Simplifier.expansionLimit else { return nil }
    }
    guard var rest = try reduced(Polynomial(sums)) else { return nil }
    if rest.isZero { return .zero }
    var number = Real.one
    rest = try divided(rest, byFactorsOf: like, &shared)
    multiply(&number, &shared, by: rest, 1)
    return try normalised(PowerProduct(number, exponents: shared))
  }

  /// The smallest exponent of each factor in all terms; a missing factor has 0.
  private func sharedPowers(_ terms: [PowerProduct]) -> [Int: Int] {
    var found: [Int: (least: Int, count: Int)] = [:]
    for power in terms.flatMap(\.powers) {
      let old = found[power.factor] ?? (power.exponent, 0)
      found[power.factor] = (min(old.least, power.exponent), old.count + 1)
    }
    return found.compactMapValues { least, count in
      let exponent = count == terms.count ? least : min(0, least)
      return exponent == 0 ? nil : exponent
    }
  }

  /// The sum without the sums that are factors of some of its terms, where they divide it as a whole.
  private mutating func divided(
    _ sum: Polynomial, byFactorsOf terms: [PowerProduct], _ exponents: inout [Int: Int]
  ) throws(Exhausted) -> Polynomial {
    var rest = sum
    guard rest.terms.count <= 100, rest.degree <= 64 else { return rest }
    let factors = terms.flatMap { $0.powers.filter { $0.exponent > 0 && isSum($0.factor) } }
    for factor in Set(factors.map(\.factor)).sorted() {
      let divisor = table[factor].polynomial
      while rest.terms.count > 1, let quotient = try rest.divided(exactlyBy: divisor, &budget) {
        rest = quotient
        exponents[factor, default: 0] += 1
      }
    }
    return rest
  }

  /// A product written out; nil for a denominator, or if that is too long.
  mutating func expanded(_ product: PowerProduct) throws(Exhausted) -> Polynomial? {
    var size = 1.0
    for power in product.powers {
      guard power.exponent > 0 else { return nil }
      size *= Simplifier.termCount(table[power.factor].polynomial.terms.count, power.exponent)
    }
    guard size <= Double(Simplifier.expansionLimit) else { return nil }
    var result = Polynomial(product.coefficient)
    for power in product.powers {
      let factor: Polynomial
      switch table[power.factor] {
      case .atom(let node): factor = Polynomial(Monomial(node, power.exponent))
      case .sum(let sum): factor = try sum.power(power.exponent, &budget)
      }
      result = try result.multiplied(by: factor, &budget)
    }
    return try reduced(result)
  }

  /// How many terms a power of a sum may have: count + exponent - 1 over exponent.
  private static func termCount(_ count: Int, _ exponent: Int) -> Double {
    guard count > 1 else { return 1 }
    var result = 1.0
    for step in 1..<count {
      result *= Double(exponent + step) / Double(step)
      if result > 1e9 { break }
    }
    return result
  }

  /// The polynomial after `sqrt(u)^2` is `u` in each term; nil if that is too long.
  private mutating func reduced(_ polynomial: Polynomial) throws(Exhausted) -> Polynomial? {
    guard !relations.isEmpty else { return polynomial }
    var current = polynomial
    for _ in 0..<64 {
      var changed = false
      var total = Polynomial.zero
      for term in current.terms {
        guard let (power, relation, value) = try reducible(term) else {
          total = try total.adding(Polynomial(term.monomial, term.coefficient), &budget)
          continue
        }
        changed = true
        let whole = power.exponent / relation.order
        let kept = Monomial(power.atom, power.exponent % relation.order)
        let rest = Polynomial(term.monomial.without(power.atom) * kept, term.coefficient)
        let raised = try value.power(whole, &budget)
        total = try total.adding(try rest.multiplied(by: raised, &budget), &budget)
      }
      if !changed { return current }
      guard total.terms.count <= 4 * Simplifier.expansionLimit else { return nil }
      current = total
    }
    return current
  }

  /// The first power of the term that a relation makes smaller.
  private mutating func reducible(
    _ term: Polynomial.Term
  ) throws(Exhausted) -> (Monomial.Power, Relation, Polynomial)? {
    for power in term.monomial.powers {
      guard let relation = relations[table.position(of: power.atom)],
        power.exponent >= relation.order, power.exponent / relation.order <= 32
      else { continue }
      var value = Polynomial(relation.value.coefficient)
      var isPolynomial = true
      for each in relation.value.powers {
        guard each.exponent > 0, each.exponent < 32 else {
          isPolynomial = false
          break
        }
        let factor = try table[each.factor].polynomial.power(each.exponent, &budget)
        value = try value.multiplied(by: factor, &budget)
      }
      if isPolynomial { return (power, relation, value) }
    }
    return nil
  }
}
