extension Simplifier {
  /// A sum without content as a product of factors.
  mutating func factored(_ sum: Polynomial) throws(Exhausted) -> PowerProduct {
    guard sum.isExact else { return product(of: sum) }
    var (number, exponents): (Real, [Int: Int]) = (.one, [:])
    var rest = sum
    var waiting: [Polynomial] = []
    if sum.degree > PolynomialSolver.degreeLimit { return product(of: sum) }
    if let atom = sum.atoms.first, sum.atoms.count == 1 {
      waiting = try fractionFactors(sum, atom)
    } else {
      waiting = try repeatedFactors(sum)
    }
    while let factor = waiting.popLast() {
      guard let quotient = try rest.divided(exactlyBy: factor, &budget) else { continue }
      rest = quotient
      if factor.atoms.count > 1, let pair = try squaresApart(factor) {
        multiply(&number, &exponents, by: pair.0, 1)
        multiply(&number, &exponents, by: pair.1, 1)
      } else {
        multiply(&number, &exponents, by: factor, 1)
      }
    }
    multiply(&number, &exponents, by: rest, 1)
    return PowerProduct(number, exponents: exponents)
  }

  /// Linear factors of the fractions at which a polynomial in one atom is zero, and what is left of
  /// each group of equal multiplicity.
  private mutating func fractionFactors(
    _ sum: Polynomial, _ atom: Node
  ) throws(Exhausted) -> [Polynomial] {
    let parts = sum.coefficients(in: atom)
    let coefficients = (0...sum.degree).map { power in
      parts[power]?.terms.first?.coefficient.rational ?? .zero
    }
    var result: [Polynomial] = []
    let groups = try UnivariatePolynomial(coefficients).squarefreeFactors(&budget)
    for (group, multiplicity) in groups {
      for factor in try group.fractionFactors(&budget) {
        let polynomial = Polynomial(
          Dictionary(
            uniqueKeysWithValues: factor.coefficients.enumerated().map {
              (Monomial(atom, $0), .exact($1))
            }))
        result += Array(repeating: polynomial, count: multiplicity)
      }
    }
    return result
  }

  /// What occurs more than once in a polynomial of several atoms, and one copy of the rest.
  private mutating func repeatedFactors(_ sum: Polynomial) throws(Exhausted) -> [Polynomial] {
    var result: [Polynomial] = []
    for atom in sum.atoms {
      let slope = try derivative(sum, atom)
      let shared = try sum.commonDivisor(with: slope, &budget)
      guard !shared.isConstant, let single = try sum.divided(exactlyBy: shared, &budget) else {
        continue
      }
      let rest = single.content.rest
      if !rest.isConstant {
        var left = sum
        while let quotient = try left.divided(exactlyBy: rest, &budget) {
          result.append(rest)
          left = quotient
        }
        if !left.isConstant { result.append(left.content.rest) }
        return result
      }
    }
    return try splitFactors(sum)
  }

  /// A factor in which one of the atoms does not occur, and the factors of a polynomial in two
  /// atoms whose terms all have one degree.
  private mutating func splitFactors(_ sum: Polynomial) throws(Exhausted) -> [Polynomial] {
    for atom in sum.atoms {
      var shared: Polynomial?
      for part in sum.coefficients(in: atom).sorted(by: { $0.key < $1.key }).map(\.value) {
        shared =
          try shared.map { (before) throws(Exhausted) in
            try before.commonDivisor(with: part, &budget)
          } ?? part
      }
      guard let factor = shared?.content.rest, !factor.isConstant,
        let rest = try sum.divided(exactlyBy: factor, &budget), !rest.isConstant
      else { continue }
      return [factor, rest.content.rest]
    }
    let atoms = sum.atoms
    guard atoms.count == 2, sum.terms.allSatisfy({ $0.monomial.degree == sum.degree }) else {
      return [sum]
    }
    // 2x² + 5xy + 2y² is y² times a polynomial in x/y.
    let plain = Polynomial(
      Dictionary(
        uniqueKeysWithValues: sum.terms.map {
          (Monomial(atoms[0], $0.monomial.exponent(of: atoms[0])), $0.coefficient)
        }))
    return try fractionFactors(plain, atoms[0]).map { factor in
      Polynomial(
        Dictionary(
          uniqueKeysWithValues: factor.terms.map { term in
            let power = term.monomial.exponent(of: atoms[0])
            let powers = [(atoms[0], power), (atoms[1], factor.degree - power)]
              .filter { $0.1 > 0 }.map { Monomial.Power(atom: $0.0, exponent: $0.1) }
            return (Monomial(powers), term.coefficient)
          }))
    }
  }

  private mutating func derivative(
    _ sum: Polynomial, _ atom: Node
  ) throws(Exhausted) -> Polynomial {
    var result = Polynomial.zero
    for (power, part) in sum.coefficients(in: atom).sorted(by: { $0.key < $1.key }) where power > 0
    {
      let slope = try part.scaled(by: Real(power)).multiplied(
        by: Polynomial(Monomial(atom, power - 1)), &budget)
      result = try result.adding(slope, &budget)
    }
    return result
  }

  /// a² - b² as (a - b)(a + b), for two monomials.
  private mutating func squaresApart(
    _ sum: Polynomial
  ) throws(Exhausted) -> (Polynomial, Polynomial)? {
    guard sum.terms.count == 2,
      sum.terms[0].coefficient.isNegative != sum.terms[1].coefficient.isNegative
    else { return nil }
    var roots: [Polynomial] = []
    for term in sum.terms {
      guard term.monomial.powers.allSatisfy({ $0.exponent % 2 == 0 }),
        let root = term.coefficient.magnitude.rational?.squareRoot
      else { return nil }
      let powers = term.monomial.powers.map {
        Monomial.Power(atom: $0.atom, exponent: $0.exponent / 2)
      }
      roots.append(Polynomial(Monomial(powers), .exact(root)))
    }
    let positive = sum.terms[0].coefficient.isNegative ? [roots[1], roots[0]] : roots
    return (
      try positive[0].adding(positive[1], times: Real(-1), &budget),
      try positive[0].adding(positive[1], &budget)
    )
  }
}
