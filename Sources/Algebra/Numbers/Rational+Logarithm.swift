internal import BigInt

extension Rational {
  /// The exponent that makes `base` to this number, where it is a fraction: 3 for 8 to the base 2,
  /// 2/3 for 9 to the base 27; nil where there is none, and for what has no logarithm.
  ///
  /// Exact: the exponent is guessed from doubles and proved by integer powers. Its denominator is at
  /// most the number of bits of the base, since the base is then a power itself.
  public func logarithm(base: Rational) -> Rational? {
    guard !isNegative, !isZero, !base.isNegative, !base.isZero, !base.isOne else { return nil }
    if isOne { return .zero }
    let ratio = ElementaryFunction.logarithm(self) / ElementaryFunction.logarithm(base)
    guard ratio.isFinite, ratio.magnitude < 1e15 else { return nil }
    let bits = max(base.numerator.magnitude.bitWidth, base.denominator.magnitude.bitWidth)
    for denominator in 1...min(max(bits, 1), 256) {
      let product = ratio * Double(denominator)
      let numerator = product.rounded()
      guard (product - numerator).magnitude <= 1e-9 * max(1, numerator.magnitude),
        let exponent = Int(exactly: numerator), exponent != 0
      else { continue }
      if let left = try? power(denominator), let right = try? base.power(exponent), left == right {
        return Rational(exponent, denominator)
      }
    }
    return nil
  }
}
