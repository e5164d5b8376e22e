extension Polynomial {
  /// Beyond these, looking for a common divisor costs more than it simplifies.
  private static let (termLimit, atomLimit, degreeLimit) = (80, 6, 24)

  /// The greatest common divisor, primitive; 1 where it is too much work to find.
  ///
  /// Primitive remainder sequences in one atom after the other.
  /// Source: Knuth, The Art of Computer Programming, volume 2, 4.6.1, algorithm E.
  func commonDivisor(
    with other: Polynomial, _ budget: inout Budget
  ) throws(Exhausted) -> Polynomial {
    guard isExact, other.isExact, !isZero, !other.isZero else { return .one }
    let (left, right) = (content, other.content)
    let monomial = Polynomial(left.monomial.commonDivisor(with: right.monomial))
    let rest = try left.rest.primitiveDivisor(with: right.rest, &budget)
    return try rest.multiplied(by: monomial, &budget)
  }

  /// The greatest common divisor of two polynomials without content.
  private func primitiveDivisor(
    with other: Polynomial, _ budget: inout Budget
  ) throws(Exhausted) -> Polynomial {
    if self == other { return self }
    if isConstant || other.isConstant { return .one }
    let (own, foreign) = (atoms, Set(other.atoms))
    let shared = own.filter(foreign.contains)
    let small = { (p: Polynomial) in
      p.terms.count <= Polynomial.termLimit && p.degree <= Polynomial.degreeLimit
    }
    guard small(self), small(other), own.count <= Polynomial.atomLimit,
      foreign.count <= Polynomial.atomLimit,
      let main = shared.min(by: { degree(in: $0) < degree(in: $1) })
    else { return .one }
    let a = try split(by: main, &budget)
    let b = try other.split(by: main, &budget)
    let outer = try a.content.commonDivisor(with: b.content, &budget)
    var (high, low) = (a.primitive, b.primitive)
    if high.degree(in: main) < low.degree(in: main) { swap(&high, &low) }
    while low.degree(in: main) > 0 {
      guard small(low) else { return .one }
      let rest = try high.pseudoRemainder(by: low, in: main, &budget)
      if rest.isZero { return try outer.multiplied(by: low, &budget).content.rest }
      (high, low) = (low, try rest.split(by: main, &budget).primitive)
    }
    return outer.isConstant ? .one : outer.content.rest
  }

  /// The common divisor of the coefficients of the powers of `atom`, and the rest.
  private func split(
    by atom: Node, _ budget: inout Budget
  ) throws(Exhausted) -> (content: Polynomial, primitive: Polynomial) {
    let parts = coefficients(in: atom).sorted { $0.key < $1.key }.map(\.value)
    guard var shared = parts.first else { return (.one, self) }
    for part in parts.dropFirst() where !shared.isConstant {
      shared = try shared.commonDivisor(with: part, &budget)
    }
    if shared.isConstant { return (.one, content.rest) }
    let rest = try divided(exactlyBy: shared, &budget)
    return rest.map { (shared, $0.content.rest) } ?? (.one, content.rest)
  }

  /// The remainder in `atom` after numbers and coefficients were multiplied in to avoid fractions.
  private func pseudoRemainder(
    by divisor: Polynomial, in atom: Node, _ budget: inout Budget
  ) throws(Exhausted) -> Polynomial {
    let degree = divisor.degree(in: atom)
    guard let lead = divisor.coefficients(in: atom)[degree] else { return .zero }
    var rest = self
    while !rest.isZero, rest.degree(in: atom) >= degree {
      let height = rest.degree(in: atom)
      guard let top = rest.coefficients(in: atom)[height] else { break }
      let shift = Polynomial(Monomial(atom, height - degree))
      let subtrahend = try divisor.multiplied(by: top, &budget).multiplied(by: shift, &budget)
      rest = try rest.multiplied(by: lead, &budget)
        .adding(subtrahend, times: Real(-1), &budget)
      if rest.terms.count > Polynomial.termLimit * 4 { try budget.charge(rest.terms.count * 50) }
    }
    return rest
  }
}
