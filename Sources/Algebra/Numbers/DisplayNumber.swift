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
  /// decimal when it ends within the rounding, a fraction when its denominator is at most 999 (and
  /// its numerator has at most 15 digits), else rounded. A double is always rounded, and keeps its
  /// zeros (0.5000), so that the last bit of a C library never shows. Below 10⁻⁴ and from 10¹⁵ on
  /// numbers are scientific, except that `decimals` never is for small ones. Rounding starts from
  /// the exact (for a double: the exact binary) value; halves go to the even neighbour, as with
  /// `round`. Of a double at most 17 digits are shown: it has no more.
  ///
  /// - Parameters:
  ///   - number: Any number.
  ///   - rounding: The digits to show of what does not end.
  ///   - decimalsOnly: Whether fractions are shown as rounded decimals, as in tables.
  public init(_ number: Real, rounding: Rounding, decimalsOnly: Bool = false) {
    guard let value = number.exactValue else {
      self.init(
        negative: number.isNegative, form: number.double.isNaN ? .undefined : .infinity,
        isExact: false)
      return
    }
    if value.isZero {
      self.init(negative: false, form: .integer("0"), isExact: number.isExact)
      return
    }
    if number.isExact, case .small(let whole, over: 1) = value,
      whole.magnitude < DisplayNumber.plainEnd
    {
      self.init(negative: whole < 0, form: .integer(String(whole.magnitude)), isExact: true)
      return
    }
    let rounded = DisplayNumber(
      rounding: value, to: number.isExact ? rounding : rounding.limited(for: value),
      keepingZeros: !number.isExact)
    guard number.isExact, !rounded.isExact else {
      self.init(
        negative: rounded.negative, form: rounded.form, isExact: number.isExact)
      return
    }
    guard !decimalsOnly, let fraction = DisplayNumber.fraction(value) else {
      self = rounded
      return
    }
    self.init(
      negative: value.isNegative, form: fraction, isExact: true, approximation: rounded.form)
  }

  /// Whether what is shown of a number equals it: ``isExact`` without the digits.
  public static func isExact(
    _ number: Real, rounding: Rounding, decimalsOnly: Bool = false
  ) -> Bool {
    guard case .exact(let value) = number else { return false }
    if case .small(let above, over: let below) = value, above.magnitude < plainEnd,
      below == 1 || below <= largestDenominator && !decimalsOnly
    {
      return true
    }
    return DisplayNumber(number, rounding: rounding, decimalsOnly: decimalsOnly).isExact
  }

  private init(negative: Bool, form: Form, isExact: Bool, approximation: Form? = nil) {
    self.negative = negative
    self.form = form
    self.isExact = isExact
    self.approximation = approximation
  }

  /// The smallest and the largest power of ten of a first digit that are not shown as scientific.
  private static let plainExponents = -4...14
  /// The first integer that is not shown whole.
  private static let plainEnd: UInt64 = 1_000_000_000_000_000
  /// The largest denominator of a fraction that is shown as one.
  private static let largestDenominator: Int64 = 999

  /// A value other than zero, rounded: exact when nothing was rounded away.
  private init(rounding value: Rational, to rounding: Rounding, keepingZeros: Bool) {
    let magnitude = value.magnitude
    let digits: RoundedMagnitude
    switch rounding {
    case .significant(let count):
      let count = min(max(count, 1), 1000)
      let exponent = RoundedMagnitude.exponent(of: magnitude)
      // Digits before the point are all shown, however few are asked for.
      let whole =
        exponent >= count && exponent <= DisplayNumber.plainExponents.upperBound
        ? RoundedMagnitude(magnitude, places: 0) : nil
      if let whole, whole.exponent <= DisplayNumber.plainExponents.upperBound {
        digits = whole
      } else {
        digits = RoundedMagnitude(magnitude, significant: count, exponent: exponent)
      }
    case .decimals(let count):
      let count = min(max(count, 0), 1000)
      let exponent = RoundedMagnitude.exponent(of: magnitude)
      digits =
        exponent > DisplayNumber.plainExponents.upperBound
        ? RoundedMagnitude(magnitude, significant: count + 1, exponent: exponent)
        : RoundedMagnitude(magnitude, places: count)
    }
    let keepingZeros = keepingZeros || !digits.isExact
    self.init(
      negative: value.isNegative && !digits.isZero,
      form: DisplayNumber.form(digits, of: value, rounding, keepingZeros: keepingZeros),
      isExact: digits.isExact)
  }

  private static func form(
    _ digits: RoundedMagnitude, of value: Rational, _ rounding: Rounding, keepingZeros: Bool
  ) -> Form {
    let isSmall =
      switch rounding {
      case .significant: digits.exponent < plainExponents.lowerBound
      case .decimals: false
      }
    if isSmall || digits.exponent > plainExponents.upperBound {
      return .scientific(
        mantissa: digits.mantissa(keepingZeros: keepingZeros), exponent: digits.exponent)
    }
    let text = digits.decimal(keepingZeros: keepingZeros)
    return text.utf8.contains(UInt8(ascii: ".")) ? .decimal(text) : .integer(text)
  }

  private static func fraction(_ value: Rational) -> Form? {
    guard case .small(let above, over: let below) = value.magnitude,
      (2...largestDenominator).contains(below), above.magnitude < plainEnd
    else { return nil }
    return .fraction(numerator: String(above), denominator: String(below))
  }
}

extension DisplayNumber: CustomStringConvertible {
  /// Plain text: `-14/3`, `0.05`, `1.234 × 10^-6`.
  public var description: String { (negative ? "-" : "") + form.description }
}

extension DisplayNumber.Form: CustomStringConvertible {
  /// Plain text: `14/3`, `0.05`, `1.234 × 10^-6`.
  public var description: String {
    switch self {
    case .integer(let digits), .decimal(let digits): digits
    case .scientific(let mantissa, let exponent): "\(mantissa) × 10^\(exponent)"
    case .fraction(let numerator, let denominator): "\(numerator)/\(denominator)"
    case .infinity: "∞"
    case .undefined: "not a number"
    }
  }
}
