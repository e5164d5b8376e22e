import Algebra

/// Polynomials orthogonal over given points, and a least-squares fit by them.
///
/// One basis serves every degree: pₖ₊₁ = (x − aₖ)·pₖ − bₖ·pₖ₋₁ (Forsythe 1957,
/// doi:10.1137/0105007). Exact on exact points.
struct OrthogonalPolynomials {
  /// The fit of one degree.
  struct Fit {
    /// The coefficients of 1, x, x², ….
    let coefficients: [Real]
    /// Its values at the points.
    let values: [Real]
  }

  private let xs: [Real]
  private let ys: [Real]
  private var polynomials: [(coefficients: [Real], values: [Real], square: Real)] = []
  /// The fits so far, from degree 0 on.
  private(set) var fits: [Fit] = []

  init(xs: [Real], ys: [Real]) {
    self.xs = xs
    self.ys = ys
  }

  /// The fit of a degree; nil from as many coefficients as different points on, where pₖ vanishes.
  mutating func fit(degree: Int) throws(ArithmeticError) -> Fit? {
    while fits.count <= degree {
      guard try extend() else { return nil }
    }
    return fits[degree]
  }

  private mutating func extend() throws(ArithmeticError) -> Bool {
    let degree = polynomials.count
    guard degree < Set(xs).count else { return false }
    let next = try nextPolynomial(degree)
    let square = Self.inner(next.values, next.values)
    guard !square.isZero else { return false }
    polynomials.append((next.coefficients, next.values, square))
    let share = try Self.inner(ys, next.values).divided(by: square)
    let last = fits.last
    var coefficients = last?.coefficients ?? []
    coefficients += Array(repeating: 0, count: next.coefficients.count - coefficients.count)
    var values = last?.values ?? xs.map { _ in 0 }
    for k in coefficients.indices {
      coefficients[k] = try (coefficients[k] + share * next.coefficients[k]).checked()
    }
    for k in values.indices { values[k] = try (values[k] + share * next.values[k]).checked() }
    fits.append(Fit(coefficients: coefficients, values: values))
    return true
  }

  private func nextPolynomial(
    _ degree: Int
  ) throws(ArithmeticError) -> (coefficients: [Real], values: [Real]) {
    guard let last = polynomials.last else { return ([1], xs.map { _ in 1 }) }
    let moved = zip(xs, last.values).map { $0 * $1 }
    let a = try Self.inner(moved, last.values).divided(by: last.square)
    var coefficients = [0] + last.coefficients
    for (k, value) in last.coefficients.enumerated() {
      coefficients[k] = coefficients[k] - a * value
    }
    var values = zip(moved, last.values).map { $0 - a * $1 }
    if polynomials.count > 1 {
      let before = polynomials[polynomials.count - 2]
      let b = try last.square.divided(by: before.square)
      for (k, value) in before.coefficients.enumerated() {
        coefficients[k] = coefficients[k] - b * value
      }
      values = zip(values, before.values).map { $0 - b * $1 }
    }
    return (coefficients, values)
  }

  static func inner(_ a: [Real], _ b: [Real]) -> Real {
    zip(a, b).reduce(Real(0)) { $0 + $1.0 * $1.1 }
  }
}
