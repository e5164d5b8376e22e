import BigInt

extension Rational {
  /// The largest integer that is not above it.
  public var floor: Rational {
    switch self {
    case .small(let numerator, over: let denominator):
      let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
      return .small(rest < 0 ? quotient - 1 : quotient, over: 1)
    case .large(let numerator, let denominator):
      if denominator == 1 { return self }
      let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
      return Rational(rest.sign == .minus ? quotient - 1 : quotient)
    }
  }

  /// The smallest integer that is not below it.
  public var ceil: Rational { -(-self).floor }

  /// The nearest integer; a half goes to the even neighbour, as in PyTorch's `round`.
  public var rounded: Rational {
    if isInteger { return self }
    let below = floor
    let rest = self - below
    let half = Rational(1, 2)
    if rest != half { return rest < half ? below : below + .one }
    return below.isEven ? below : below + .one
  }

  /// The nearest multiple of 10^(−places); a half goes to the even neighbour, as in PyTorch.
  ///
  /// - Parameter places: Decimals to keep; negative ones round to tens, hundreds, ….
  /// - Returns: An exact number with at most `places` decimals.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)`` for places beyond ``Limits/digits``.
  public func rounded(places: Int) throws(ArithmeticError) -> Rational {
    let scale = try Rational(10).power(places)
    return (self * scale).rounded / scale
  }

  /// Whether an integer is a multiple of 2; false for a fraction.
  public var isEven: Bool {
    switch self {
    case .small(let numerator, over: let denominator): denominator == 1 && numerator % 2 == 0
    case .large(let numerator, let denominator):
      denominator == 1 && numerator.magnitude.words.first.map { $0 % 2 == 0 } ?? true
    }
  }
}
