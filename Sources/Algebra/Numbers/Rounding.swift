/// How many digits of a number are shown.
public enum Rounding: Hashable, Sendable {
  /// Digits from the first that is not zero; at least 1. The whole part is never cut short.
  case significant(Int)
  /// Digits after the point; at least 0.
  case decimals(Int)

  /// The same with at most as many digits as a double has.
  ///
  /// - Parameter value: What is rounded; not 0.
  /// - Returns: The same rounding where that shows at most 17 digits.
  func limited(for value: Rational) -> Rounding {
    let digits = 17
    switch self {
    case .significant(let count): return .significant(min(count, digits))
    case .decimals(let count):
      let exponent = RoundedMagnitude.exponent(of: value.magnitude)
      // Of a number that is shown as scientific, one digit stands before the point.
      return .decimals(min(count, digits - 1 - (exponent <= 14 ? exponent : 0)))
    }
  }
}
