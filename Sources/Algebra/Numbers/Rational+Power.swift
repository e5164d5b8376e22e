import BigInt

extension Rational {
  /// The exact power; 0⁰ is 1.
  ///
  /// - Parameter exponent: Any integer; a negative one inverts.
  /// - Returns: The power in lowest terms.
  /// - Throws: ``ArithmeticError/divisionByZero`` for a negative power of 0, and
  ///   ``ArithmeticError/tooLarge(digits:)`` *before* computing a power beyond ``Limits/digits``.
  public func power(_ exponent: Int) throws(ArithmeticError) -> Rational {
    if exponent == 0 || isOne { return .one }
    if isZero {
      guard exponent > 0 else { throw .divisionByZero }
      return .zero
    }
    if exponent == 1 { return self }
    if magnitude.isOne { return exponent % 2 == 0 ? .one : self }
    let base = exponent < 0 ? reciprocal : self
    let count = exponent.magnitude
    if case .small(let numerator, over: let denominator) = base,
      let above = Rational.power(numerator, count), let below = Rational.power(denominator, count)
    {
      return .small(above, over: below)
    }
    try base.refuseLargePower(count)
    let above = BigInt(
      sign: base.isNegative && count % 2 == 1 ? .minus : .plus,
      magnitude: Rational.power(base.numerator.magnitude, count))
    return Rational(lowest: above, over: BigInt(Rational.power(base.denominator.magnitude, count)))
  }

  /// The root that is a fraction itself, such as 2/3 of 4/9; `nil` for all others.
  public var squareRoot: Rational? { root(2) }

  /// The real root of this degree where it is a fraction; `nil` otherwise.
  ///
  /// - Parameter degree: At least 1; an odd degree has roots of negative numbers too.
  /// - Returns: The root in lowest terms, not negative for an even degree.
  public func root(_ degree: Int) -> Rational? {
    precondition(degree >= 1, "the degree of a root is at least 1")
    if degree == 1 || isZero || isOne { return self }
    if isNegative, degree % 2 == 0 { return nil }
    guard let above = Rational.root(numerator.magnitude, degree),
      let below = Rational.root(denominator.magnitude, degree)
    else { return nil }
    return Rational(
      lowest: BigInt(sign: isNegative ? .minus : .plus, magnitude: above), over: BigInt(below))
  }

  /// The power in one word; `nil` where it does not fit.
  private static func power(_ base: Int64, _ exponent: UInt) -> Int64? {
    if base == 1 { return 1 }
    guard exponent < 64 else { return nil }
    var result: Int64 = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = product
    }
    return result == .min ? nil : result
  }

  /// The power of an integer of any size, by squaring; powers of two in the base are only shifted.
  static func power(_ base: BigUInt, _ exponent: UInt) -> BigUInt {
    if base <= 1 || exponent == 0 { return exponent == 0 ? 1 : base }
    let twos = base.trailingZeroBitCount
    let odd = base >> twos
    var result = BigUInt(1)
    if odd > 1 {
      for bit in (0..<UInt.bitWidth - exponent.leadingZeroBitCount).reversed() {
        result *= result
        if exponent >> UInt(bit) & 1 == 1 { result *= odd }
      }
    }
    return result << (twos * Int(exponent))
  }

  /// 10ⁿ.
  static func powerOfTen(_ exponent: Int) -> BigUInt {
    power(10, exponent.magnitude)
  }

  /// Throws when the larger part of the power has more digits than ``Limits/digits``.
  private func refuseLargePower(_ exponent: UInt) throws(ArithmeticError) {
    let logarithm = max(
      Rational.logarithm2(numerator.magnitude), Rational.logarithm2(denominator.magnitude))
    let digits = logarithm * Double(exponent) * 0.301_029_995_663_981_2
    guard digits <= Double(Limits.digits) else {
      throw .tooLarge(digits: digits < 0x1p62 ? Int(digits) + 1 : .max)
    }
  }

  /// log₂ of a positive integer of any size, to about 15 digits.
  static func logarithm2(_ value: BigUInt) -> Double {
    let shift = max(0, value.bitWidth - 64)
    return CLibrary.logarithm2(Double(UInt64(value >> shift))) + Double(shift)
  }

  /// The exact root of an integer; `nil` where there is none.
  ///
  /// Newton's method from above, from a start that is right to nine digits.
  private static func root(_ value: BigUInt, _ degree: Int) -> BigUInt? {
    if value <= 1 { return value }
    guard value.bitWidth > degree else { return nil }
    let logarithm = logarithm2(value) / Double(degree)
    let exponent = UInt(degree)
    if logarithm < 48 {
      let candidate = BigUInt(UInt64(CLibrary.power(2, logarithm).rounded()))
      return power(candidate, exponent) == value ? candidate : nil
    }
    let shift = Int(logarithm) - 48
    var guess =
      BigUInt(UInt64(CLibrary.power(2, logarithm - Double(shift)) * (1 + 1e-9)) + 1) << shift
    while true {
      let quotient = value / power(guess, exponent - 1)
      let next = (guess * BigUInt(exponent - 1) + quotient) / BigUInt(exponent)
      if next >= guess { break }
      guess = next
    }
    return power(guess, exponent) == value ? guess : nil
  }
}
