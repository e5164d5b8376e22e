import Algebra

/// Polynomials orthogonal over given points, and a least-squares fit by them.
///
/// One basis serves every degree: pₖ₊₁ = (x − aₖ)·pₖ − bₖ·pₖ₋₁ (Forsythe 1957,
/// doi:10.1137/0105007). Exact on exact points.
struct OrthogonalPolynomials {
  /// A polynomial by its coefficients of 1, x, x², … and by its values where they are wanted.
  struct Polynomial {
    fileprivate(set) var coefficients: RealVector
    /// The values at the points.
    fileprivate(set) var values: RealVector
    /// The values at the points held out.
    fileprivate(set) var heldValues: RealVector

    fileprivate mutating func add(_ other: Polynomial, times factor: Real) {
      coefficients = coefficients.adding(other.coefficients, times: factor)
      values = values.adding(other.values, times: factor)
      heldValues = heldValues.adding(other.heldValues, times: factor)
    }
  }

  private let xs: RealVector
  private let ys: RealVector
  private let heldXs: RealVector
  /// How many points are different: a polynomial of this degree vanishes at all of them.
  private let limit: Int
  private var basis: [(polynomial: Polynomial, square: Real)] = []
  /// The fits so far, from degree 0 on.
  private var fits: [Polynomial] = []

  init(xs: [Real], ys: [Real], heldXs: [Real]) {
    self.xs = RealVector(xs)
    self.ys = RealVector(ys)
    self.heldXs = RealVector(heldXs)
    limit = Set(xs).count
  }

  /// The fit of a degree; nil from as many coefficients as different points on, where pₖ vanishes.
  mutating func fit(degree: Int) throws(ArithmeticError) -> Polynomial? {
    while fits.count <= degree {
      guard try extend() else { return nil }
    }
    return fits[degree]
  }

  private mutating func extend() throws(ArithmeticError) -> Bool {
    guard basis.count < limit else { return false }
    let next = try nextPolynomial()
    let square = RealVector.inner(next.values, next.values)
    guard !square.isZero else { return false }
    basis.append((next, square))
    let share = try RealVector.inner(ys, next.values).divided(by: square)
    var fit = fits.last ?? constant(0)
    fit.add(next, times: share)
    fits.append(fit)
    return true
  }

  private func nextPolynomial() throws(ArithmeticError) -> Polynomial {
    guard let last = basis.last else { return constant(1) }
    var next = Polynomial(
      coefficients: last.polynomial.coefficients.shifted, values: xs * last.polynomial.values,
      heldValues: heldXs * last.polynomial.heldValues)
    let a = try RealVector.inner(next.values, last.polynomial.values).divided(by: last.square)
    next.add(last.polynomial, times: -a)
    if basis.count > 1 {
      let before = basis[basis.count - 2]
      next.add(before.polynomial, times: -(try last.square.divided(by: before.square)))
    }
    return next
  }

  private func constant(_ value: Real) -> Polynomial {
    Polynomial(
      coefficients: RealVector([value]),
      values: RealVector(Array(repeating: value, count: xs.count)),
      heldValues: RealVector(Array(repeating: value, count: heldXs.count)))
  }
}
