/// Why a number cannot be computed; small and wordless, the language adds the place and the words.
public enum ArithmeticError: Error, Hashable, Sendable {
  /// An argument outside the real domain of its function.
  public enum Domain: Hashable, Sendable {
    case logarithmOfZero
    case logarithmOfNegative
    case rootOfNegative
    /// A negative number to a power that is not an integer.
    case fractionalPowerOfNegative
  }

  /// A divisor, or the base of a negative power, is zero.
  case divisionByZero
  /// An exact number of about this many decimal digits, more than ``Limits/digits``.
  case tooLarge(digits: Int)
  /// No real value there.
  case domain(Domain)
  /// The matrix has no inverse.
  case singular
}
