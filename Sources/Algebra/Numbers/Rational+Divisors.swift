import BigInt

extension Rational {
  /// The largest fraction of which both are integer multiples; the greatest common divisor of
  /// integers, and the magnitude of the other number where one is 0.
  public static func greatestCommonDivisor(_ left: Rational, _ right: Rational) -> Rational {
    if left.isZero { return right.magnitude }
    if right.isZero { return left.magnitude }
    if case .small(let a, over: let b) = left, case .small(let c, over: let d) = right {
      let above = Int64(gcd(UInt(a.magnitude), UInt(c.magnitude)))
      let multiple = wide(b / Int64(gcd(UInt(b), UInt(d))), d)
      // Of coprime parts no divisor is left: a prime of both would divide one of the fractions.
      return Rational(lowest: Int128(above), over: multiple)
    }
    let above = gcd(left.numerator.magnitude, right.numerator.magnitude)
    return Rational(BigInt(above), BigInt(lcm(left.denominator, right.denominator)))
  }

  /// The smallest positive fraction that is an integer multiple of both; the least common multiple
  /// of integers, and 0 where one is 0.
  public static func leastCommonMultiple(_ left: Rational, _ right: Rational) -> Rational {
    if left.isZero || right.isZero { return .zero }
    let below = gcd(left.denominator.magnitude, right.denominator.magnitude)
    return Rational(BigInt(lcm(left.numerator, right.numerator)), BigInt(below))
  }

  /// The least common multiple of two integers other than 0.
  private static func lcm(_ a: BigInt, _ b: BigInt) -> BigUInt {
    a.magnitude / gcd(a.magnitude, b.magnitude) * b.magnitude
  }
}
