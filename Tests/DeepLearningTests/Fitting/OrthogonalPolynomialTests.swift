import Algebra
import Testing

@testable import DeepLearning

@Suite("Polynomials that a fit adds up")
struct OrthogonalPolynomialTests {
  @Test("a fit through as many points as coefficients meets them all")
  func interpolates() throws {
    let xs: [Real] = [0, 1, 2, 4]
    let ys: [Real] = [1, Real(-1, 2), 3, 7]
    var polynomials = OrthogonalPolynomials(xs: xs, ys: ys)
    let fit = try polynomials.fit(degree: 3)
    #expect(fit?.values == ys)
    for (x, y) in zip(xs, ys) {
      let powers = PolynomialBasis.monomial.values(at: x, count: 4)
      #expect(OrthogonalPolynomials.inner(powers, fit?.coefficients ?? []) == y)
    }
    #expect(try polynomials.fit(degree: 4) == nil)
  }

  @Test("residuals are orthogonal to all powers up to the degree")
  func leavesOrthogonalResiduals() throws {
    let xs: [Real] = [0, 1, 1, 2, 3]
    let ys: [Real] = [1, 0, 2, 5, -1]
    var polynomials = OrthogonalPolynomials(xs: xs, ys: ys)
    let fit = try polynomials.fit(degree: 2)
    let residuals = zip(ys, fit?.values ?? []).map { $0 - $1 }
    for power in 0...2 {
      let column = xs.map { PolynomialBasis.monomial.values(at: $0, count: 3)[power] }
      #expect(OrthogonalPolynomials.inner(column, residuals).isZero)
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
}

extension OrthogonalPolynomials.Fit: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    left.values == right.values && left.coefficients == right.coefficients
  }
}
