import BigInt

extension Rational: CustomStringConvertible {
  /// `4` or `14/3`, with all digits.
  public var description: String {
    switch self {
    case .small(let numerator, over: let denominator):
      denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    case .large(let numerator, let denominator):
      denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
  }

  /// The value of a decimal text such as `3.5`, `-2`, `1e-8` or `204_928`, exactly.
  ///
  /// - Parameter text: An optional sign, ASCII digits with single `_` between them, at most one
  ///   point with digits on both sides, an optional exponent. `nil` for anything else, and for a
  ///   number beyond ``Limits/digits``.
  public init?(decimal text: String) {
    if let short = Rational(shortDecimal: text.utf8) {
      self = short
      return
    }
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative || rest.first == "+" { rest.removeFirst() }
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let power = Int(rest[rest.index(after: mark)...]) else { return nil }
      exponent = power
      rest = rest[..<mark]
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, let wholeDigits = Rational.digits(whole)
    else { return nil }
    var digits = wholeDigits
    if parts.count == 2 {
      guard let decimals = Rational.digits(parts[1]) else { return nil }
      digits += decimals
      let (moved, overflow) = exponent.subtractingReportingOverflow(decimals.utf8.count)
      if overflow { return nil }
      exponent = moved
    }
    guard digits.utf8.count <= Limits.digits, let value = BigInt(digits) else { return nil }
    guard let scale = try? Rational(10).power(value.isZero ? 0 : exponent) else { return nil }
    let result = Rational(negative ? -value : value) * scale
    guard !result.isTooLarge else { return nil }
    self = result
  }

  /// Digits and perhaps a point in at most 18 characters, as nearly all numbers are written.
  private init?(shortDecimal text: String.UTF8View) {
    var value = 0
    var decimals: Int?
    guard text.count <= 18, let last = text.last, last != UInt8(ascii: ".") else { return nil }
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: ".") where decimals == nil && text.first != byte: decimals = 0
      default: return nil
      }
    }
    self.init(value, Int(Rational.wordPowersOfTen[decimals ?? 0]))
  }

  /// The number of decimal digits of the numerator or the denominator, whichever has more.
  public var digitCount: Int {
    if case .small(let above, over: let below) = self {
      return max(Rational.digitCount(above), Rational.digitCount(below))
    }
    return max(Rational.digitCount(numerator.magnitude), Rational.digitCount(denominator.magnitude))
  }

  /// Whether it has more digits than ``Limits/digits``; in constant time.
  var isTooLarge: Bool {
    switch self {
    case .small: false
    case .large(let numerator, let denominator):
      max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth) > Limits.bits
    }
  }

  /// Itself, if its size is within ``Limits/digits``.
  ///
  /// - Returns: The same number.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)`` with the number of its digits.
  public func checked() throws(ArithmeticError) -> Rational {
    guard !isTooLarge else {
      let logarithm = max(
        Rational.logarithm2(numerator.magnitude), Rational.logarithm2(denominator.magnitude))
      throw .tooLarge(digits: Int(logarithm * 0.301_029_995_663_981_2) + 1)
    }
    return self
  }

  /// The exact decimal text, such as `-0.125`; `nil` when the decimals never end.
  public var terminatingDecimal: String? {
    let below = denominator.magnitude
    let twos = below.trailingZeroBitCount
    guard let fives = Rational.exponentOfFive(below >> twos) else { return nil }
    let places = max(twos, fives)
    let scaled =
      (numerator.magnitude * Rational.power(5, UInt(places - fives))) << (places - twos)
    return (isNegative ? "-" : "") + Rational.decimal(String(scaled), places: places)
  }

  /// The exponent of an integer that is a power of 5; `nil` for any other.
  private static func exponentOfFive(_ value: BigUInt) -> Int? {
    let estimate = (logarithm2(value) / 2.321_928_094_887_362_3).rounded()
    let exponent = UInt(estimate)
    // A large power is compared in its last word first, which decides almost always.
    let lastWord = (0..<exponent).reduce(UInt(1)) { word, _ in word &* 5 }
    guard value.words.first == lastWord else { return nil }
    return power(5, exponent) == value ? Int(exponent) : nil
  }

  /// The digits with a point before the last `places` of them.
  static func decimal(_ digits: String, places: Int) -> String {
    guard places > 0 else { return digits }
    let bytes = digits.utf8
    if bytes.count <= places {
      return "0." + String(repeating: "0", count: places - bytes.count) + digits
    }
    var text = String(Substring(bytes.dropLast(places)))
    text += "."
    text += Substring(bytes.suffix(places))
    return text
  }

  /// The number of decimal digits of a machine word without its sign; 1 for 0.
  static func digitCount(_ value: Int64) -> Int {
    let magnitude = value.magnitude
    var count = 1
    while count < wordPowersOfTen.count, magnitude >= wordPowersOfTen[count] { count += 1 }
    return count
  }

  /// 10⁰ to 10¹⁹: all that fit into a word.
  static let wordPowersOfTen: [UInt64] = (0..<20).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Exactly the number of decimal digits of an integer; 1 for 0.
  static func digitCount(_ value: BigUInt) -> Int {
    guard !value.isZero else { return 1 }
    let estimate = logarithm2(value) * 0.301_029_995_663_981_2
    let nearest = Int(estimate.rounded())
    // Only next to a power of ten can the estimate's last bits decide wrongly.
    guard (estimate - estimate.rounded()).magnitude < 1e-9 else { return Int(estimate) + 1 }
    return value < Rational.powerOfTen(nearest) ? nearest : nearest + 1
  }

  /// The ASCII digits of a text without its underscores; `nil` for anything else.
  private static func digits(_ text: Substring) -> String? {
    guard text.utf8.first != UInt8(ascii: "_"), text.utf8.last != UInt8(ascii: "_"),
      !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x5F || (0x30...0x39).contains($0) })
    else { return nil }
    let digits = text.filter { $0 != "_" }
    return text.utf8.count - digits.utf8.count == text.split(separator: "_").count - 1
      ? digits : nil
  }
}
