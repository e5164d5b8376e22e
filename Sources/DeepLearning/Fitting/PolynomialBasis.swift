import Algebra

/// Polynomials that a fit adds up.
enum PolynomialBasis: String {
  /// 1, x, x², …
  case monomial
  /// The Legendre polynomials of x itself, which is not moved to −1…1.
  case legendre

  /// The values of the first `count` polynomials at `x`.
  ///
  /// (k + 1)·P₍ₖ₊₁₎ = (2k + 1)·x·Pₖ − k·P₍ₖ₋₁₎ for Legendre's.
  func values(at x: Real, count: Int) -> [Real] {
    var values: [Real] = []
    for k in 0..<count {
      switch self {
      case .monomial: values.append(k == 0 ? 1 : values[k - 1] * x)
      case .legendre:
        switch k {
        case 0: values.append(1)
        case 1: values.append(x)
        default:
          let next = Real(2 * k - 1) * x * values[k - 1] - Real(k - 1) * values[k - 2]
          values.append(next * Real(1, k))
        }
      }
    }
    return values
  }

  /// The values of each of the first `count` polynomials at all of `places`.
  func vectors(at places: [Real], count: Int) -> [RealVector] {
    switch self {
    case .monomial:
      let xs = RealVector(places)
      var powers = [RealVector(places.map { _ in 1 })]
      while powers.count < count { powers.append(xs * powers[powers.count - 1]) }
      return powers
    case .legendre:
      let rows = places.map { values(at: $0, count: count) }
      return (0..<count).map { k in RealVector(rows.map { $0[k] }) }
    }
  }

  /// The coefficients of the same polynomial, given by those of 1, x, x², ….
  func coefficients(ofMonomials monomials: [Real]) -> [Real] {
    guard self == .legendre else { return monomials }
    // xPₖ = ((k + 1)·P₍ₖ₊₁₎ + k·P₍ₖ₋₁₎)/(2k + 1), by Horner's scheme.
    var result: [Real] = []
    for coefficient in monomials.reversed() {
      var next = Array(repeating: Real(0), count: result.count + 1)
      for (k, value) in result.enumerated() {
        next[k + 1] = next[k + 1] + value * Real(k + 1, 2 * k + 1)
        if k > 0 { next[k - 1] = next[k - 1] + value * Real(k, 2 * k + 1) }
      }
      next[0] = next[0] + coefficient
      result = next
    }
    return result
  }
}
