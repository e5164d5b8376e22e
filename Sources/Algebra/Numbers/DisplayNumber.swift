/// A number as readers see it: rounded, in one of a few forms, and whether it is still the number.
public struct DisplayNumber: Hashable, Sendable {
  /// The digits, without a sign.
  public enum Form: Hashable, Sendable {
    /// All digits of an integer.
    case integer(String)
    /// Digits with a point, such as `0.05`.
    case decimal(String)
    /// A mantissa with one digit before the point (`1`, `1.234`) times a power of ten.
    case scientific(mantissa: String, exponent: Int)
    /// A fraction in lowest terms.
    case fraction(numerator: String, denominator: String)
    /// Beyond the range of a double.
    case infinity
    /// Not a number: what is left of ∞ − ∞.
    case undefined
  }

  /// Whether the number is below zero; never of a shown zero.
  public let negative: Bool
  /// What to show.
  public let form: Form
  /// Whether `form` equals the number, which decides between `=` and `≈`; never for a double.
  public let isExact: Bool
  /// For a fraction the rounded decimal to show behind `≈`: 14/3 ≈ 4.667.
  public let approximation: Form?

  /// The form of a number for display.
  ///
  /// An exact integer is whole up to 15 digits and scientific beyond; another exact number is a
  /// decimal when it ends within the rounding, a fraction when its denominator is at most 999,
  /// else rounded. A double is always rounded. Rounding starts from the exact (for a double: the
  /// exact binary) value, halves away from zero.
  ///
  /// - Parameters:
  ///   - number: Any number.
  ///   - rounding: The digits to show of what does not end.
  ///   - decimalsOnly: Whether fractions are shown as rounded decimals, as in tables.
  public init(_ number: Real, rounding: Rounding, decimalsOnly: Bool = false) {
    self.init(negative: number.isNegative, form: .undefined, isExact: false, approximation: nil)
  }

  init(negative: Bool, form: Form, isExact: Bool, approximation: Form?) {
    self.negative = negative
    self.form = form
    self.isExact = isExact
    self.approximation = approximation
  }
}
