/// How many digits of a number are shown.
public enum Rounding: Hashable, Sendable {
  /// Digits from the first that is not zero; at least 1. The whole part is never cut short.
  case significant(Int)
  /// Digits after the point; at least 0.
  case decimals(Int)
}
