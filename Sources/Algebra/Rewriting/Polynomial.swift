/// A sparse polynomial over atoms; its terms stand in descending order and have no zero coefficients.
struct Polynomial: Hashable, Sendable {
  /// A coefficient and what it multiplies.
  struct Term: Hashable, Sendable {
    let monomial: Monomial
    let coefficient: Real
  }

  /// In descending order of the monomials.
  let terms: [Term]

  /// Without a term.
  static let zero = Polynomial(sorted: [])
  /// The number 1.
  static let one = Polynomial(.one)

  /// Terms that are already sorted, different and not zero.
  init(sorted terms: [Term]) {
    self.terms = terms
  }

  /// A number.
  init(_ number: Real) {
    terms = number.isZero ? [] : [Term(monomial: .one, coefficient: number)]
  }

  /// One term.
  init(_ monomial: Monomial, _ coefficient: Real = .one) {
    terms = coefficient.isZero ? [] : [Term(monomial: monomial, coefficient: coefficient)]
  }

  /// Coefficients by monomial, in any order, zeros allowed.
  init(_ coefficients: [Monomial: Real]) {
    terms = coefficients.compactMap { monomial, coefficient in
      coefficient.isZero ? nil : Term(monomial: monomial, coefficient: coefficient)
    }
    .sorted { $0.monomial > $1.monomial }
  }

  /// Whether it is 0.
  var isZero: Bool { terms.isEmpty }

  /// Whether it is the exact 1.
  var isOne: Bool { self == .one }

  /// Whether it is a single number.
  var isConstant: Bool { terms.isEmpty || (terms.count == 1 && terms[0].monomial.isOne) }

  /// Whether every coefficient is exact.
  var isExact: Bool { terms.allSatisfy { $0.coefficient.isExact } }

  /// The largest degree of a term; 0 for 0.
  var degree: Int { terms.first?.monomial.degree ?? 0 }

  /// All atoms, in their order.
  var atoms: [Node] {
    var seen: Set<Node> = []
    for term in terms {
      for power in term.monomial.powers { seen.insert(power.atom) }
    }
    return seen.sorted()
  }

  /// The largest exponent of `atom`.
  func degree(in atom: Node) -> Int {
    terms.reduce(0) { max($0, $1.monomial.exponent(of: atom)) }
  }

  /// The coefficients of the powers of `atom`, as polynomials in the others.
  func coefficients(in atom: Node) -> [Int: Polynomial] {
    var parts: [Int: [Term]] = [:]
    for term in terms {
      let rest = Term(
        monomial: term.monomial.without(atom), coefficient: term.coefficient)
      parts[term.monomial.exponent(of: atom), default: []].append(rest)
    }
    return parts.mapValues { terms in
      Polynomial(sorted: terms.sorted { $0.monomial > $1.monomial })
    }
  }
}

extension Polynomial {
  static prefix func - (value: Polynomial) -> Polynomial {
    value.scaled(by: Real(-1))
  }

  /// Each coefficient times `factor`, which is not zero.
  func scaled(by factor: Real) -> Polynomial {
    if factor == .one { return self }
    return Polynomial(
      sorted: terms.compactMap { term in
        let coefficient = term.coefficient * factor
        return coefficient.isZero
          ? nil : Term(monomial: term.monomial, coefficient: coefficient)
      })
  }

  /// The sum with `factor` times `other`.
  func adding(
    _ other: Polynomial, times factor: Real = .one, _ budget: inout Budget
  ) throws(Exhausted) -> Polynomial {
    try budget.charge(terms.count + other.terms.count)
    var result: [Term] = []
    result.reserveCapacity(terms.count + other.terms.count)
    var (i, j) = (0, 0)
    while i < terms.count || j < other.terms.count {
      if j == other.terms.count
        || (i < terms.count && terms[i].monomial > other.terms[j].monomial)
      {
        result.append(terms[i])
        i += 1
        continue
      }
      let term = other.terms[j]
      var coefficient = term.coefficient * factor
      if i < terms.count, terms[i].monomial == term.monomial {
        coefficient = terms[i].coefficient + coefficient
        i += 1
      }
      if !coefficient.isZero {
        result.append(Term(monomial: term.monomial, coefficient: coefficient))
      }
      j += 1
    }
    return Polynomial(sorted: result)
  }

  /// The product.
  func multiplied(
    by other: Polynomial, _ budget: inout Budget
  ) throws(Exhausted) -> Polynomial {
    try budget.charge(terms.count * other.terms.count)
    if terms.count == 1 { return other.multiplied(by: terms[0]) }
    if other.terms.count == 1 { return multiplied(by: other.terms[0]) }
    var sums: [Monomial: Real] = [:]
    for a in terms {
      for b in other.terms {
        let product = a.coefficient * b.coefficient
        let monomial = a.monomial * b.monomial
        if let sum = sums[monomial] {
          sums[monomial] = sum + product
        } else {
          sums[monomial] = product
        }
      }
    }
    return Polynomial(sums)
  }

  /// The product with one term; a monomial order keeps the order.
  func multiplied(by factor: Term) -> Polynomial {
    Polynomial(
      sorted: terms.compactMap { term in
        let coefficient = term.coefficient * factor.coefficient
        return coefficient.isZero
          ? nil : Term(monomial: term.monomial * factor.monomial, coefficient: coefficient)
      })
  }

  /// The power with an exponent of at least 0.
  func power(_ exponent: Int, _ budget: inout Budget) throws(Exhausted) -> Polynomial {
    var (result, base, left) = (Polynomial.one, self, exponent)
    while left > 0 {
      if left & 1 == 1 { result = try result.multiplied(by: base, &budget) }
      left >>= 1
      if left > 0 { base = try base.multiplied(by: base, &budget) }
    }
    return result
  }
}
