import BigInt

extension Real {
  /// The sum, exact when both are.
  public static func + (left: Real, right: Real) -> Real {
    combined(left, right, { $0 + $1 }, { $0 + $1 })
  }

  /// The difference, exact when both are.
  public static func - (left: Real, right: Real) -> Real {
    combined(left, right, { $0 - $1 }, { $0 - $1 })
  }

  /// The product, exact when both are.
  public static func * (left: Real, right: Real) -> Real {
    combined(left, right, { $0 * $1 }, { $0 * $1 + 0 })
  }

  /// The quotient, exact when both are; the divisor must not be zero.
  public static func / (left: Real, right: Real) -> Real {
    precondition(!right.isZero, "ask isZero before dividing, or use divided(by:)")
    return combined(left, right, { $0 / $1 }, { $0 / $1 + 0 })
  }

  /// The same distance from zero on the other side.
  public static prefix func - (value: Real) -> Real {
    switch value {
    case .exact(let value): .exact(-value)
    case .approximate(let value): .approximate(0 - value)
    }
  }

  /// The quotient, exact when both are.
  ///
  /// - Parameter divisor: Any number.
  /// - Returns: The quotient.
  /// - Throws: ``ArithmeticError/divisionByZero`` for a zero of either kind,
  ///   ``ArithmeticError/tooLarge(digits:)``.
  public func divided(by divisor: Real) throws(ArithmeticError) -> Real {
    guard !divisor.isZero else { throw .divisionByZero }
    return try (self / divisor).checked()
  }

  /// Itself, if an exact number is within ``Limits/digits``; a double always is.
  ///
  /// Operators do not check, since one operation at most doubles the digits; whoever chains them
  /// does.
  ///
  /// - Returns: The same number.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public func checked() throws(ArithmeticError) -> Real {
    switch self {
    case .exact(let value):
      _ = try value.checked()
      return self
    case .approximate:
      return self
    }
  }

  /// The power; 0⁰ is 1.
  ///
  /// Exact for an exact base and an exact integer exponent, or a fractional one where the root is
  /// a fraction (4^0.5 = 2); a double otherwise, within 2 ulp for a base in a double's range.
  ///
  /// - Parameter exponent: Any number.
  /// - Returns: The power.
  /// - Throws: ``ArithmeticError/divisionByZero`` for a negative power of zero,
  ///   ``ArithmeticError/domain(_:)`` for a fractional power of a negative number,
  ///   ``ArithmeticError/tooLarge(digits:)`` before an exact power is computed.
  public func power(_ exponent: Real) throws(ArithmeticError) -> Real {
    if isZero, exponent.isNegative { throw .divisionByZero }
    if case .exact(let base) = self, case .exact(let power) = exponent {
      if let exact = try base.exactPower(power) { return .exact(exact) }
    }
    if isNegative, !exponent.isInteger { throw .domain(.fractionalPowerOfNegative) }
    return .approximate(Real.approximatePower(self, exponent) + 0)
  }

  /// Whether the value is an integer; false for infinities and not-a-number.
  public var isInteger: Bool {
    switch self {
    case .exact(let value): value.isInteger
    case .approximate(let value): value.isFinite && value == value.rounded(.towardZero)
    }
  }

  @inline(__always)
  private static func combined(
    _ left: Real, _ right: Real, _ exact: (Rational, Rational) -> Rational,
    _ approximate: (Double, Double) -> Double
  ) -> Real {
    switch (left, right) {
    case (.exact(let a), .exact(let b)): .exact(exact(a, b))
    case (.approximate(let a), .approximate(let b)): .approximate(approximate(a, b))
    case (.exact(let a), .approximate(let b)): .approximate(approximate(a.double, b))
    case (.approximate(let a), .exact(let b)): .approximate(approximate(a, b.double))
    }
  }

  /// The double of a power; a base beyond a double's range is split into m · 2^e first.
  private static func approximatePower(_ base: Real, _ exponent: Real) -> Double {
    let (value, power) = (base.double, exponent.double)
    guard case .exact(let exact) = base, value == 0 || value.isInfinite, !exact.isZero else {
      return power == 0.5 ? value.squareRoot() : CLibrary.power(value, power)
    }
    let (significand, scale) = exact.scaled
    let shift = (Double(scale) * power)
    let whole = shift.rounded(.down)
    let result =
      CLibrary.power(significand, power) * CLibrary.power(2, shift - whole)
    guard whole.magnitude < 1e6 else { return whole < 0 ? 0 : .infinity }
    return Double(sign: .plus, exponent: Int(whole), significand: result)
  }
}

extension Rational {
  /// The exact power where there is one: `nil` for an irrational one.
  fileprivate func exactPower(_ exponent: Rational) throws(ArithmeticError) -> Rational? {
    if exponent.isInteger {
      if let power = exponent.integer { return try self.power(power) }
      if isZero || isOne { return self }
      if magnitude.isOne { return exponent.isEven ? .one : self }
      throw .tooLarge(digits: .max)
    }
    guard !isNegative else { return nil }
    if isZero || isOne { return self }
    guard let degree = Rational(exponent.denominator).integer,
      let power = Rational(exponent.numerator).integer, let root = root(degree)
    else { return nil }
    return try root.power(power)
  }

  /// The value as m · 2^e with |m| in [1/2, 2]; m is the nearest double.
  var scaled: (significand: Double, exponent: Int) {
    let exponent = numerator.magnitude.bitWidth - denominator.magnitude.bitWidth
    let factor: Rational =
      exponent >= 0
      ? Rational(BigInt(1), BigInt(1) << exponent) : Rational(BigInt(1) << -exponent)
    return ((self * factor).double, exponent)
  }
}
