extension PolynomialSolver {
  /// The largest number under the roots of a cubic's closed form: beyond it the form is no longer one
  /// to read.
  private static let longestRadicand = Rational(100_000)

  /// Cardano's formula for the only real root of a cubic; nil where there are three, or the numbers
  /// are long.
  ///
  /// With y = 3ax + b the equation is y³ + 3hy + Q = 0, h = 3ac − b², Q = 2b³ − 9abc + 27a²d, whose
  /// only root for D = Q²/4 + h³ > 0 is ∛(−Q/2 + √D) + ∛(−Q/2 − √D). Without a square, b = 0, the
  /// equation is divided by 27a³ first, so that x stands alone.
  ///
  /// Source: Cardano, Ars Magna (1545), chapter 11.
  mutating func cubicRoot(
    _ root: RealRoot, _ polynomial: UnivariatePolynomial
  ) throws(Exhausted) -> Node? {
    guard polynomial.degree == 3 else { return nil }
    let k = polynomial.primitive.rest.coefficients
    let (a, b, c, d) = (k[3], k[2], k[1], k[0])
    if (3 * a * c - b * b).isZero { return try shiftedRoot(root, k) }
    // x = (y − b)/(3a), or y itself where b = 0.
    let scale = b.isZero ? Rational.one : 3 * a
    let (h, q): (Rational, Rational)
    if b.isZero {
      (h, q) = (c / (3 * a), d / a)
    } else {
      let (first, second) = (2 * b * b * b, 9 * a * b * c)
      (h, q) = (3 * a * c - b * b, first - second + 27 * a * a * d)
    }
    let discriminant = q * q / 4 + h * h * h
    guard !discriminant.isNegative, !discriminant.isZero else { return nil }
    guard let first = try cubeRoot(-q / 2, discriminant, isLarger: true),
      let second = try cubeRoot(-q / 2, discriminant, isLarger: false)
    else { return nil }
    let parts = [first, second].filter { $0.value != 0 }
    let total = parts.map(\.value).reduce(0, +)
    // What is printed is what was found.
    let value = (total - (b.isZero ? 0 : b.double)) / scale.double
    guard (value - root.value.double).magnitude <= 1e-6 * max(1, value.magnitude) else {
      return nil
    }
    var sum: Node?
    if !b.isZero { sum = simplifier.numberNode(.exact(-b)) }
    for part in parts {
      guard let before = sum else {
        sum = part.value < 0 ? try simplifier.opposite(part.size) : part.size
        continue
      }
      sum = try simplifier.made(part.value < 0 ? .subtract : .add, before, part.size)
    }
    guard let sum else { return nil }
    usedCardano = true
    return scale.isOne
      ? sum : try simplifier.made(.divide, sum, simplifier.numberNode(.exact(scale)))
  }

  /// x = −b/3a + ∛v of a cube that is only shifted, (x + b/3a)³ = v.
  private mutating func shiftedRoot(
    _ root: RealRoot, _ k: [Rational]
  ) throws(Exhausted) -> Node? {
    let shift = k[2] / (3 * k[3])
    let value = shift * shift * shift - k[0] / k[3]
    guard !shift.isZero, !value.isZero else { return nil }
    let size = try cubeRoot(of: simplifier.numberNode(.exact(value.magnitude)), value)
    let start = simplifier.numberNode(.exact(-shift))
    return try simplifier.made(value.isNegative ? .subtract : .add, start, size)
  }

  /// ∛(m ± √D) as its size and its value; nil where the numbers are long.
  private mutating func cubeRoot(
    _ middle: Rational, _ discriminant: Rational, isLarger: Bool
  ) throws(Exhausted) -> (size: Node, value: Double)? {
    // √(p/q) is √(pq)/q.
    let (above, below) = (Rational(discriminant.numerator), Rational(discriminant.denominator))
    guard let (outside, inside) = Self.squareTakenOut(of: above * below),
      inside <= Self.longestRadicand
    else { return nil }
    let side = outside / below
    let small = side.double * inside.double.squareRoot()
    let radicand = middle.double + (isLarger ? small : -small)
    if inside.isOne {
      let exact = middle + (isLarger ? side : -side)
      return (
        try cubeRoot(of: simplifier.numberNode(.exact(exact.magnitude)), exact), cube(radicand)
      )
    }
    // The radicand with its sign turned, so that it is positive, over one whole number.
    let isNegative = radicand < 0
    let denominator =
      Rational(middle.denominator) * Rational(side.denominator)
      / Self.divisor(Rational(middle.denominator), Rational(side.denominator))
    let (m, s) = (
      (isNegative ? -middle : middle) * denominator,
      (isNegative == isLarger ? -side : side) * denominator
    )
    guard max(m.magnitude, s.magnitude, denominator) <= Self.longestRadicand else { return nil }
    let half = try surd(s.magnitude, inside)
    let terms =
      m.isNegative
      ? [half, PowerProduct(.exact(m))]
      : [PowerProduct(.exact(m)), s.isNegative ? try simplifier.negated(half) : half]
    var node = try simplifier.written(sum: terms.filter { !$0.isZero }, shape: .scalar)
    if !denominator.isOne {
      node = try simplifier.made(.divide, node, simplifier.numberNode(.exact(denominator)))
    }
    return (try cubeRoot(of: node, nil), cube(radicand))
  }

  private mutating func cubeRoot(of node: Node, _ exact: Rational?) throws(Exhausted) -> Node {
    if let exact, let root = exact.magnitude.root(3) {
      return simplifier.numberNode(.exact(root))
    }
    return try simplifier.made(.power, node, simplifier.numberNode(.exact(Rational(1, 3))))
  }

  private func cube(_ value: Double) -> Double {
    let size = Real.approximate(value.magnitude)
    let root = (try? size.power(Real(1, 3)))?.double ?? .nan
    return value < 0 ? -root : root
  }
}

extension UnivariatePolynomial {
  /// The two quadratics with fractions that a quartic is the product of, up to a number; nil where
  /// there are none.
  ///
  /// With y = x + b/4a the quartic is y⁴ + py² + qy + r, which is (y² + ty + s)(y² − ty + u) for each
  /// root t² of z³ + 2pz² + (p² − 4r)z − q².
  ///
  /// Source: Ferrari's resolvent, as in Dickson, Elementary Theory of Equations (1914), section 49.
  func splitQuartic(_ budget: inout Budget) throws(Exhausted) -> [UnivariatePolynomial]? {
    guard degree == 4 else { return nil }
    let k = coefficients.map { $0 / lead }
    let shift = k[3] / 4
    let square = shift * shift
    let p = k[2] - 6 * square
    let q = k[1] - 2 * k[2] * shift + 8 * square * shift
    let r = k[0] - k[1] * shift + k[2] * square - 3 * square * square
    let resolvent = UnivariatePolynomial([-(q * q), p * p - 4 * r, 2 * p, .one])
    for (factor, _) in try resolvent.squarefreeFactors(&budget) {
      for root in try factor.realRoots(&budget) {
        guard let value = root.value.rational, !value.isNegative, !value.isZero,
          let t = value.squareRoot
        else { continue }
        let (s, u) = ((p + value - q / t) / 2, (p + value + q / t) / 2)
        return [(t, s), (-t, u)].map { (line, constant) in
          // (x + shift)² + line·(x + shift) + constant.
          UnivariatePolynomial([square + line * shift + constant, 2 * shift + line, .one]).primitive
            .rest
        }
      }
    }
    return nil
  }
}
