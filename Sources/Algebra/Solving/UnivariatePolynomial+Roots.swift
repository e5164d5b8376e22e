private import BigInt

/// Where a polynomial without double roots is zero.
struct RealRoot: Hashable, Sendable {
  /// Exact for a rational root, else the nearest double.
  let value: Real
  /// Between which rationals it lies; both are the root if it is rational.
  let low, high: Rational
}

extension UnivariatePolynomial {
  /// All real roots in ascending order, of a polynomial without double roots.
  ///
  /// Isolated by Sturm's theorem, then bisected, all of it exactly: no root is missed, and a root that
  /// is no fraction is the double nearest to it.
  func realRoots(_ budget: inout Budget) throws(Exhausted) -> [RealRoot] {
    guard degree > 0 else { return [] }
    let start = primitive.rest
    let chain = try start.sturmChain(&budget)
    let bound = start.rootBound
    var intervals: [(Rational, Rational)] = []
    var waiting = [(-bound, bound)]
    while let (low, high) = waiting.popLast() {
      let count =
        try changes(chain, at: low, &budget) - changes(chain, at: high, &budget)
      if count == 1 { intervals.append((low, high)) }
      guard count > 1 else { continue }
      let middle = (low + high) / 2
      waiting.append((middle, high))
      waiting.append((low, middle))
    }
    var roots: [RealRoot] = []
    for (low, high) in intervals { roots.append(try start.refined(low, high, &budget)) }
    return roots
  }

  /// The polynomial, its derivative, and the opposites of the remainders.
  private func sturmChain(_ budget: inout Budget) throws(Exhausted) -> [UnivariatePolynomial] {
    var chain = [self, derivative]
    while let last = chain.last, last.degree > 0 {
      try budget.charge(last.degree * last.degree)
      let rest = chain[chain.count - 2].divided(by: last).remainder
      // Divided by a positive number, which keeps the signs.
      let (content, primitive) = rest.primitive
      chain.append(
        content.isNegative
          ? primitive : UnivariatePolynomial(primitive.coefficients.map { -$0 }))
    }
    return chain
  }

  /// How often the signs of the chain change at a point.
  private func changes(
    _ chain: [UnivariatePolynomial], at point: Rational, _ budget: inout Budget
  ) throws(Exhausted) -> Int {
    try budget.charge(chain.count * (degree + 1))
    let signs = chain.map { $0.value(at: point).sign }.filter { $0 != 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }

  /// A power of two beyond every root (Cauchy's bound).
  private var rootBound: Rational {
    let largest = coefficients.dropLast().map { ($0 / lead).magnitude }.max() ?? .zero
    let integer = (largest + 1).numerator / (largest + 1).denominator + 1
    return Rational(BigInt(1) << integer.magnitude.bitWidth)
  }

  /// The only root in (low, high]: a fraction if it is one, else bisected to a double.
  private func refined(
    _ low: Rational, _ high: Rational, _ budget: inout Budget
  ) throws(Exhausted) -> RealRoot {
    var (low, high) = (low, high)
    func exactly(_ root: Rational) -> RealRoot {
      RealRoot(value: .exact(root), low: root, high: root)
    }
    if value(at: high).isZero { return exactly(high) }
    let sign = value(at: high).sign
    var isFractionTried = false
    while true {
      try budget.charge(degree + 1)
      // A fraction p/q that is a root has q | lead: once the interval is small, one candidate is left.
      if !isFractionTried, (high - low) * lead < Rational(1, 2) {
        isFractionTried = true
        let candidate = ((low + high) / 2 * lead).rounded / lead
        if low < candidate, candidate <= high, value(at: candidate).isZero {
          return exactly(candidate)
        }
      }
      if isFractionTried, low.double == high.double {
        return RealRoot(value: .approximate(high.double), low: low, high: high)
      }
      let middle = (low + high) / 2
      let here = value(at: middle).sign
      if here == 0 { return exactly(middle) }
      if here == sign { high = middle } else { low = middle }
    }
  }
}
