import BigInt

extension Rational {
  /// The exact sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    if case .small(let a, over: let b) = left, case .small(let c, over: let d) = right {
      if b == 1, d == 1 {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow, sum != .min { return .small(sum, over: 1) }
      }
      return smallSum(a, b, c, d)
    }
    let (a, b, c, d) = (left.numerator, left.denominator, right.numerator, right.denominator)
    if b.isOne, d.isOne { return Rational(lowest: a + c, over: 1) }
    // Knuth, The Art of Computer Programming, volume 2, 4.5.1: small divisors, taken out early.
    let shared = BigInt(gcd(b.magnitude, d.magnitude))
    if shared.isOne { return Rational(lowest: a * d + c * b, over: b * d) }
    let above = a * (d / shared) + c * (b / shared)
    if above.isZero { return .zero }
    let common = BigInt(gcd(above.magnitude, shared.magnitude))
    return Rational(lowest: divided(above, common), over: (b / shared) * divided(d, common))
  }

  /// The exact difference.
  public static func - (left: Rational, right: Rational) -> Rational {
    left + -right
  }

  /// The exact product.
  public static func * (left: Rational, right: Rational) -> Rational {
    if case .small(let a, over: let b) = left, case .small(let c, over: let d) = right {
      if b == 1, d == 1 {
        let (product, overflow) = a.multipliedReportingOverflow(by: c)
        if !overflow, product != .min { return .small(product, over: 1) }
      }
      return smallProduct(a, b, c, d)
    }
    let (a, b, c, d) = (left.numerator, left.denominator, right.numerator, right.denominator)
    if b.isOne, d.isOne { return Rational(lowest: a * c, over: 1) }
    let first = BigInt(gcd(a.magnitude, d.magnitude))
    let second = BigInt(gcd(c.magnitude, b.magnitude))
    return Rational(
      lowest: divided(a, first) * divided(c, second),
      over: divided(b, second) * divided(d, first))
  }

  /// The exact quotient; the divisor must not be zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    left * right.reciprocal
  }

  /// The same distance from zero on the other side.
  public static prefix func - (value: Rational) -> Rational {
    switch value {
    case .small(let numerator, over: let denominator): .small(-numerator, over: denominator)
    case .large(let numerator, let denominator): .large(-numerator, denominator)
    }
  }

  /// Adds in place.
  public static func += (left: inout Rational, right: Rational) {
    left = left + right
  }

  /// Subtracts in place.
  public static func -= (left: inout Rational, right: Rational) {
    left = left - right
  }

  /// Multiplies in place.
  public static func *= (left: inout Rational, right: Rational) {
    left = left * right
  }

  /// One divided by it, which must not be zero.
  public var reciprocal: Rational {
    switch self {
    case .small(let numerator, over: let denominator):
      precondition(numerator != 0, "zero has no reciprocal: ask isZero before dividing")
      return numerator < 0
        ? .small(-denominator, over: -numerator) : .small(denominator, over: numerator)
    case .large(let numerator, let denominator):
      return numerator.sign == .minus
        ? .large(-denominator, -numerator) : .large(denominator, numerator)
    }
  }

  /// a/b + c/d in 128 bits, which always suffice: |a·d + c·b| < 2¹²⁷.
  private static func smallSum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    let shared = Int64(gcd(UInt(b), UInt(d)))
    if shared == 1 {
      let above = wide(a, d) &+ wide(c, b)
      return Rational(lowest: above, over: wide(b, d))
    }
    let above = wide(a, d / shared) &+ wide(c, b / shared)
    if above == 0 { return .zero }
    let rest: Int64
    if let narrow = Int64(exactly: above) {
      rest = narrow % shared
    } else {
      rest = Int64(above % Int128(shared))
    }
    let common = Int64(gcd(UInt(rest.magnitude), UInt(shared)))
    let below = wide(b / shared, d / common)
    guard common > 1 else { return Rational(lowest: above, over: below) }
    if let narrow = Int64(exactly: above) {
      return Rational(lowest: Int128(narrow / common), over: below)
    }
    return Rational(lowest: above / Int128(common), over: below)
  }

  /// (a/b)·(c/d), reduced before multiplying so that no divisor of the product is left.
  private static func smallProduct(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Rational {
    let first = Int64(gcd(UInt(a.magnitude), UInt(d)))
    let second = Int64(gcd(UInt(c.magnitude), UInt(b)))
    return Rational(
      lowest: wide(a / first, c / second), over: wide(b / second, d / first))
  }

  /// The quotient by a divisor, which is often 1.
  static func divided(_ value: BigInt, _ divisor: BigInt) -> BigInt {
    divisor.isOne ? value : value / divisor
  }

  /// The full product of two words.
  static func wide(_ a: Int64, _ b: Int64) -> Int128 {
    Int128(truncatingIfNeeded: a) &* Int128(truncatingIfNeeded: b)
  }
}

extension Rational: Comparable {
  /// Whether the first is further left on the number line; exact.
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, over: let b) = left, case .small(let c, over: let d) = right {
      return b == d ? a < c : wide(a, d) < wide(c, b)
    }
    if left.sign != right.sign { return left.sign < right.sign }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}
