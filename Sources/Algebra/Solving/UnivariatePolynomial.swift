/// A polynomial in one unknown with exact coefficients, the constant first.
struct UnivariatePolynomial: Hashable, Sendable {
  /// By power; the last is not zero, and there is none for 0.
  let coefficients: [Rational]

  /// A polynomial with these coefficients, the constant first.
  init(_ coefficients: [Rational]) {
    var kept = coefficients
    while let last = kept.last, last.isZero { kept.removeLast() }
    self.coefficients = kept
  }

  /// The largest power; -1 for 0.
  var degree: Int { coefficients.count - 1 }

  /// The coefficient of the largest power; 0 for 0.
  var lead: Rational { coefficients.last ?? .zero }

  /// The value at a point, by Horner's rule.
  func value(at point: Rational) -> Rational {
    coefficients.reversed().reduce(.zero) { $0 * point + $1 }
  }

  /// The derivative.
  var derivative: UnivariatePolynomial {
    UnivariatePolynomial(
      coefficients.enumerated().dropFirst().map { $1 * Rational($0) })
  }

  /// Integers without a common divisor, the last one positive, times the number that was taken out.
  var primitive: (content: Rational, rest: UnivariatePolynomial) {
    let positive = coefficients.reduce(.zero, Rational.greatestCommonDivisor)
    guard !positive.isZero else { return (.one, self) }
    let content = lead.isNegative ? -positive : positive
    return (content, UnivariatePolynomial(coefficients.map { $0 / content }))
  }

  /// Quotient and remainder; the divisor is not 0.
  func divided(
    by divisor: UnivariatePolynomial
  ) -> (quotient: UnivariatePolynomial, remainder: UnivariatePolynomial) {
    var rest = coefficients
    let count = max(0, degree - divisor.degree + 1)
    var quotient = [Rational](repeating: .zero, count: count)
    for power in stride(from: count - 1, through: 0, by: -1) {
      let factor = rest[power + divisor.degree] / divisor.lead
      quotient[power] = factor
      for (offset, each) in divisor.coefficients.enumerated() {
        rest[power + offset] -= factor * each
      }
    }
    return (UnivariatePolynomial(quotient), UnivariatePolynomial(rest))
  }

  /// The greatest common divisor, primitive.
  func commonDivisor(
    with other: UnivariatePolynomial, _ budget: inout Budget
  ) throws(Exhausted) -> UnivariatePolynomial {
    var (high, low) = (self, other)
    while low.degree >= 0 {
      try budget.charge((high.degree + 2) * (low.degree + 1))
      (high, low) = (low, high.divided(by: low).remainder.primitive.rest)
    }
    return high.primitive.rest
  }

  /// Factors without double roots, by the multiplicity of their roots.
  ///
  /// Source: Yun, On square-free decomposition algorithms, SYMSAC 1976.
  func squarefreeFactors(
    _ budget: inout Budget
  ) throws(Exhausted) -> [(factor: UnivariatePolynomial, multiplicity: Int)] {
    let start = primitive.rest
    var shared = try start.commonDivisor(with: start.derivative, &budget)
    var rest = start.divided(by: shared).quotient
    var result: [(factor: UnivariatePolynomial, multiplicity: Int)] = []
    var multiplicity = 1
    while rest.degree > 0 {
      let common = try rest.commonDivisor(with: shared, &budget)
      let factor = rest.divided(by: common).quotient.primitive.rest
      if factor.degree > 0 { result.append((factor, multiplicity)) }
      rest = common
      shared = shared.divided(by: common).quotient
      multiplicity += 1
    }
    return result
  }

  /// Factors with whole coefficients of a polynomial without double roots: lines of the fractions at
  /// which it is zero, quadratics of quartics, and what these give in x².
  func fractionFactors(_ budget: inout Budget) throws(Exhausted) -> [UnivariatePolynomial] {
    var factors: [UnivariatePolynomial] = []
    var rest = self
    for root in try realRoots(&budget) {
      guard let value = root.value.rational else { continue }
      let line = UnivariatePolynomial([-value, .one]).primitive.rest
      rest = rest.divided(by: line).quotient
      factors.append(line)
    }
    guard rest.degree > 0 else { return factors }
    rest = rest.primitive.rest
    if let halves = try rest.splitQuartic(&budget) { return factors + halves }
    let isEven =
      rest.degree > 4
      && rest.coefficients.indices.allSatisfy {
        $0 % 2 == 0 || rest.coefficients[$0].isZero
      }
    guard isEven else { return factors + [rest] }
    // Each step halves the degree, so this is not deep.
    let inner = UnivariatePolynomial(
      stride(from: 0, through: rest.degree, by: 2).map { rest.coefficients[$0] })
    let parts = try inner.fractionFactors(&budget)
    guard parts.count > 1 else { return factors + [rest] }
    for part in parts {
      var spaced: [Rational] = []
      for coefficient in part.coefficients { spaced += [coefficient, .zero] }
      factors += try UnivariatePolynomial(spaced).fractionFactors(&budget)
    }
    return factors
  }
}
