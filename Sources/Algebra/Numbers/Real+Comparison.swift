// Not `Comparable`: `==` tells an exact 1 from the double 1.0, and not-a-number has no order.
extension Real {
  /// Whether the first is further left; a double counts with its exact binary value.
  public static func < (left: Real, right: Real) -> Bool {
    left.ordered(right) {
      $0 < $1
    } approximate: {
      $0 < $1
    }
  }

  /// Whether the first is not further right.
  public static func <= (left: Real, right: Real) -> Bool {
    left.ordered(right) {
      $0 <= $1
    } approximate: {
      $0 <= $1
    }
  }

  /// Whether the first is further right.
  public static func > (left: Real, right: Real) -> Bool { right < left }

  /// Whether the first is not further left.
  public static func >= (left: Real, right: Real) -> Bool { right <= left }

  /// Whether the values are equal, exact or not: the double 0.5 equals 1/2, 0.1 does not equal 1/10.
  public func isEqual(to other: Real) -> Bool {
    ordered(other) {
      $0 == $1
    } approximate: {
      $0 == $1
    }
  }

  /// The larger value, a double if either is; not-a-number wins, as in PyTorch.
  public static func max(_ left: Real, _ right: Real) -> Real {
    chosen(left < right ? right : left, from: left, right)
  }

  /// The smaller value, a double if either is; not-a-number wins, as in PyTorch.
  public static func min(_ left: Real, _ right: Real) -> Real {
    chosen(right < left ? right : left, from: left, right)
  }

  /// The distance from zero, exact or not like the number.
  public var magnitude: Real {
    switch self {
    case .exact(let value): .exact(value.magnitude)
    case .approximate(let value): .approximate(value.magnitude)
    }
  }

  /// −1, 0 or 1, exact even of a double; not-a-number stays.
  public var sign: Real {
    switch self {
    case .exact(let value): Real(value.sign)
    case .approximate(let value): value.isNaN ? self : Real(value > 0 ? 1 : value < 0 ? -1 : 0)
    }
  }

  /// The largest integer not above it, exact even of a double; infinities and not-a-number stay.
  public var floor: Real { exactValue.map { .exact($0.floor) } ?? self }

  /// The smallest integer not below it, exact even of a double; infinities and not-a-number stay.
  public var ceil: Real { exactValue.map { .exact($0.ceil) } ?? self }

  /// The nearest integer, a half to the even neighbour, exact even of a double.
  public var rounded: Real { exactValue.map { .exact($0.rounded) } ?? self }

  /// The nearest number with so many decimals, a half to the even neighbour, exact even of a
  /// double: of its binary value, so that the double 2.675 gives 2.67.
  ///
  /// - Parameter places: Decimals to keep; negative ones round to tens, hundreds, ….
  /// - Returns: The rounded number; infinities and not-a-number stay.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)`` for places beyond ``Limits/digits``.
  public func rounded(places: Int) throws(ArithmeticError) -> Real {
    guard let value = exactValue else { return self }
    return .exact(try value.rounded(places: places))
  }

  private static func chosen(_ value: Real, from left: Real, _ right: Real) -> Real {
    if left.isNaN || right.isNaN { return .approximate(.nan) }
    return left.isExact && right.isExact ? value : .approximate(value.double)
  }

  private func ordered(
    _ other: Real, exact: (Rational, Rational) -> Bool, approximate: (Double, Double) -> Bool
  ) -> Bool {
    if case .approximate(let a) = self, case .approximate(let b) = other {
      return approximate(a, b)
    }
    if let a = exactValue, let b = other.exactValue { return exact(a, b) }
    // One is an infinity or not-a-number, the other exact: 0 stands for any finite number.
    return approximate(isExact ? 0 : double, other.isExact ? 0 : other.double)
  }
}
