/// A polynomial in two unknowns with exact coefficients: by power of the second, polynomials in the first.
struct BivariatePolynomial {
  /// By power of the second unknown, the constant first; the last is not zero.
  let parts: [UnivariatePolynomial]

  init(_ parts: [UnivariatePolynomial]) {
    var kept = parts
    while let last = kept.last, last.degree < 0 { kept.removeLast() }
    self.parts = kept
  }

  /// From coefficients by the exponents of both unknowns.
  init(_ coefficients: [[Int]: Rational]) {
    let first = coefficients.keys.map { $0[0] }.max() ?? 0
    let second = coefficients.keys.map { $0[1] }.max() ?? 0
    self.init(
      (0...second).map { power in
        UnivariatePolynomial((0...first).map { coefficients[[$0, power]] ?? .zero })
      })
  }

  var isZero: Bool { parts.isEmpty }

  /// The largest power of the second unknown.
  var degree: Int { max(parts.count - 1, 0) }

  /// The largest power of the first unknown.
  var innerDegree: Int { max(parts.map(\.degree).max() ?? 0, 0) }

  /// The polynomial in the second unknown where the first has a value.
  func coefficients(at point: Rational) -> [Rational] {
    parts.map { $0.value(at: point) }
  }

  /// The value at a point.
  func value(_ x: Rational, _ y: Rational) -> Rational {
    coefficients(at: x).reversed().reduce(.zero) { $0 * y + $1 }
  }

  /// The sum of the magnitudes of all terms at a point, the scale for what counts as zero there.
  func scale(_ x: Double, _ y: Double) -> Double {
    var total = 0.0
    for (power, part) in parts.enumerated() {
      for (inner, coefficient) in part.coefficients.enumerated() {
        var term = coefficient.double.magnitude
        for _ in 0..<power { term *= y.magnitude }
        for _ in 0..<inner { term *= x.magnitude }
        total += term
      }
    }
    return total
  }

  /// A polynomial in the first unknown that is zero wherever both have a common root.
  ///
  /// The determinant of Sylvester's matrix at as many whole numbers as its degree asks for, and
  /// Newton's interpolation through these points; exact.
  func resultant(
    with other: BivariatePolynomial, _ budget: inout Budget
  ) throws(Exhausted) -> UnivariatePolynomial {
    let (m, n) = (degree, other.degree)
    guard m + n > 0 else { return parts.first ?? UnivariatePolynomial([]) }
    let bound = n * innerDegree + m * other.innerDegree
    var (points, differences): ([Rational], [Rational]) = ([], [])
    for step in 0...bound {
      let size = m + n
      try budget.charge(size * size * size + 1)
      let point = Rational(step - bound / 2)
      let rows = sylvester(coefficients(at: point), other.coefficients(at: point), size, m, n)
      guard
        case .exact(var value)? = try? Tensor.determinant(
          Tensor(shape: [size, size], exact: rows))
      else { throw Exhausted() }
      // Divided differences, the newest in place.
      for (before, difference) in zip(points, differences) {
        value = (value - difference) / (point - before)
      }
      points.append(point)
      differences.append(value)
    }
    var result: [Rational] = []
    for (point, difference) in zip(points, differences).reversed() {
      var next = [Rational](repeating: .zero, count: result.count + 1)
      for (power, coefficient) in result.enumerated() {
        next[power + 1] += coefficient
        next[power] -= coefficient * point
      }
      next[0] += difference
      result = next
    }
    return UnivariatePolynomial(result)
  }

  private func sylvester(
    _ p: [Rational], _ q: [Rational], _ size: Int, _ m: Int, _ n: Int
  ) -> [Rational] {
    var rows: [Rational] = []
    for (coefficients, count) in [(p, n), (q, m)] {
      for shift in 0..<count {
        var row = [Rational](repeating: .zero, count: size)
        for (power, coefficient) in coefficients.reversed().enumerated() {
          row[shift + power] = coefficient
        }
        rows += row
      }
    }
    return rows
  }
}
