/// Where several polynomials in one or two unknowns are zero together.
public struct CommonRoots: Sendable {
  /// What can be said.
  public enum Kind: Hashable, Sendable {
    /// The points are all real solutions.
    case finite
    /// They share a factor: whole curves of solutions.
    case notIsolated
    /// An expression is no polynomial in the unknowns with numbers as coefficients.
    case notPolynomial
    /// The budget ran out.
    case exhausted
  }

  /// What can be said.
  public let kind: Kind
  /// One number an unknown: exact where it is a fraction, else a double; in ascending order.
  public let points: [[Real]]
  /// The polynomials whose roots are the candidates for each unknown, the constant first, without
  /// a common factor; nil where the points are not finite.
  public let resultants: (first: [Rational], second: [Rational])?

  init(
    kind: Kind, points: [[Real]] = [], resultants: (first: [Rational], second: [Rational])? = nil
  ) {
    self.kind = kind
    self.points = points
    self.resultants = resultants
  }
}

extension Graph {
  /// All real points at which two polynomials in two unknowns are zero.
  ///
  /// The resultants by either unknown give the candidates for each coordinate; the pairs that satisfy
  /// both equations stay. Fractions are checked exactly, others to 1e-9 of the terms' size.
  ///
  /// - Parameters:
  ///   - left: A scalar, a polynomial in the unknowns.
  ///   - right: Another.
  ///   - unknowns: Two.
  ///   - budget: Work that may still be done.
  /// - Returns: The points.
  public func commonRoots(
    of left: Node, _ right: Node, for unknowns: (Quantity.ID, Quantity.ID), budget: inout Budget
  ) -> CommonRoots {
    let names = [name(unknowns.0), name(unknowns.1)]
    do {
      guard let p = try polynomial(left, in: names, &budget),
        let q = try polynomial(right, in: names, &budget)
      else { return CommonRoots(kind: .notPolynomial) }
      func swapped(_ all: [[Int]: Rational]) -> [[Int]: Rational] {
        Dictionary(all.map { ([$0.key[1], $0.key[0]], $0.value) }) { first, _ in first }
      }
      let (ofX, ofY) = (
        (BivariatePolynomial(p), BivariatePolynomial(q)),
        (BivariatePolynomial(swapped(p)), BivariatePolynomial(swapped(q)))
      )
      let x = try ofX.0.resultant(with: ofX.1, &budget)
      let y = try ofY.0.resultant(with: ofY.1, &budget)
      guard x.degree >= 0, y.degree >= 0 else {
        return CommonRoots(kind: .notIsolated)
      }
      let rows = try roots(of: y, &budget)
      var points: [[Real]] = []
      for a in try roots(of: x, &budget) {
        for b in rows where isRoot(a, b, ofX.0) && isRoot(a, b, ofX.1) { points.append([a, b]) }
      }
      return CommonRoots(
        kind: .finite, points: points,
        resultants: (x.primitive.rest.coefficients, y.primitive.rest.coefficients))
    } catch {
      return CommonRoots(kind: .exhausted)
    }
  }

  private func roots(
    of polynomial: UnivariatePolynomial, _ budget: inout Budget
  ) throws(Exhausted) -> [Real] {
    var found: [Real] = []
    for (factor, _) in try polynomial.squarefreeFactors(&budget) {
      found += try factor.realRoots(&budget).map(\.value)
    }
    return found.sorted { $0 < $1 }
  }

  private func isRoot(_ x: Real, _ y: Real, _ polynomial: BivariatePolynomial) -> Bool {
    guard let a = x.exactValue, let b = y.exactValue else { return false }
    let value = polynomial.value(a, b)
    if x.isExact, y.isExact { return value.isZero }
    return value.double.magnitude <= 1e-9 * polynomial.scale(x.double, y.double)
  }

  /// The coefficients by the exponents of the names; nil for what is no such polynomial.
  private func polynomial(
    _ written: Node, in names: [Node], _ budget: inout Budget
  ) throws(Exhausted) -> [[Int]: Rational]? {
    var simplifier = Simplifier(self, budget: budget, choosesShortest: false)
    defer { budget = simplifier.budget }
    let node = withDigits(ofConstants: written)
    try simplifier.run(node)
    guard let expanded = try simplifier.expanded(simplifier.form(of: node)) else { return nil }
    var result: [[Int]: Rational] = [:]
    for term in expanded.terms {
      guard let coefficient = term.coefficient.exactValue else { return nil }
      var exponents = names.map { _ in 0 }
      for power in term.monomial.powers {
        guard let place = names.firstIndex(of: power.atom) else { return nil }
        exponents[place] += power.exponent
      }
      result[exponents, default: .zero] += coefficient
    }
    return result
  }
}
