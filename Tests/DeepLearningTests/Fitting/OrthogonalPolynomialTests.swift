import Algebra
import Testing

@testable import DeepLearning

@Suite("Polynomials that a fit adds up")
struct OrthogonalPolynomialTests {
  @Test("a fit through as many points as coefficients meets them all")
  func interpolates() throws {
    let xs: [Real] = [0, 1, 2, 4]
    let ys: [Real] = [1, Real(-1, 2), 3, 7]
    var polynomials = OrthogonalPolynomials(xs: xs, ys: ys, heldXs: [])
    let fit = try #require(try polynomials.fit(degree: 3))
    #expect(fit.values.entries == ys)
    for (x, y) in zip(xs, ys) {
      #expect(value(of: fit.coefficients, at: x) == y)
    }
    #expect(try polynomials.fit(degree: 4) == nil)
  }

  @Test("the values at points held out are those of the coefficients")
  func knowsHeldOutValues() throws {
    let heldXs: [Real] = [Real(1, 3), 5, Real(-7, 2)]
    var polynomials = OrthogonalPolynomials(
      xs: [0, Real(1, 2), 2, 4, 9], ys: [1, Real(-1, 2), 3, 7, Real(2, 3)], heldXs: heldXs)
    for degree in 0...4 {
      let fit = try #require(try polynomials.fit(degree: degree))
      #expect(fit.coefficients.count == degree + 1)
      #expect(fit.heldValues.entries == heldXs.map { value(of: fit.coefficients, at: $0) })
    }
  }

  @Test("residuals are orthogonal to all powers up to the degree", arguments: [true, false])
  func leavesOrthogonalResiduals(isExact: Bool) throws {
    let xs: [Real] = [0, 1, 1, 2, 3]
    let ys: [Real] = isExact ? [1, 0, 2, 5, -1] : [.approximate(1), 0, 2, 5, -1]
    var polynomials = OrthogonalPolynomials(xs: xs, ys: ys, heldXs: [])
    let fit = try #require(try polynomials.fit(degree: 2))
    let residuals = RealVector(ys).adding(fit.values, times: -1)
    for column in PolynomialBasis.monomial.vectors(at: xs, count: 3) {
      let product = RealVector.inner(column, residuals)
      #expect(isExact ? product.isZero : product.double.magnitude < 1e-13)
    }
  }

  /// P₂ = (3x² − 1)/2 and P₃ = (5x³ − 3x)/2, Abramowitz and Stegun, table 22.9.
  @Test("Legendre's polynomials are those of the tables")
  func legendre() {
    #expect(
      PolynomialBasis.legendre.values(at: 2, count: 4) == [1, 2, Real(11, 2), 17])
    // 1 + x³ = P₀ + 3/5 P₁ + 2/5 P₃
    let coefficients = PolynomialBasis.legendre.coefficients(ofMonomials: [1, 0, 0, 1])
    #expect(coefficients == [1, Real(3, 5), 0, Real(2, 5)])
  }

  private func value(of coefficients: RealVector, at x: Real) -> Real {
    coefficients.entries.reversed().reduce(Real(0)) { $0 * x + $1 }
  }
}
