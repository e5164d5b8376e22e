extension DecimalNumber {
  /// The number in one line, with the signs of a keyboard: `-0.25`, `1.5e-7`.
  var text: String {
    let sign = isNegative ? "-" : ""
    return isPlain ? sign + positional : sign + mantissa + "e\(exponent)"
  }

  /// The number as it stands in print: a true minus sign, and powers of ten as powers.
  var label: Figure.Label {
    let sign = isNegative ? "−" : ""
    if isPlain { return Figure.Label(sign + positional) }
    let power = Self.power(exponent)
    let factor = digits == [1] ? "" : mantissa + "×"
    return Figure.Label([.init(sign + factor + "10"), .init(power, .superscripted)])
  }

  /// The number as a multiple of a given power of ten, for numbers that stand in one row; a single
  /// 1 before the power is left out, and zero is `0`.
  func label(timesTenTo power: Int) -> Figure.Label {
    guard !digits.isEmpty else { return "0" }
    var multiple = self
    multiple.scale(byTenTo: -power)
    let sign = isNegative ? "−" : ""
    let factor = multiple.digits == [1] && multiple.exponent == 0 ? "" : multiple.positional + "×"
    return Figure.Label([
      .init(sign + factor + "10"), .init(Self.power(power), .superscripted),
    ])
  }

  private static func power(_ exponent: Int) -> String {
    (exponent < 0 ? "−" : "") + String(exponent.magnitude)
  }

  /// Whether it is short enough without a power of ten.
  private var isPlain: Bool { digits.isEmpty || (-4...5).contains(exponent) }

  /// The digits as d₁.d₂d₃….
  private var mantissa: String {
    let tail = Self.text(of: digits.dropFirst())
    return Self.text(of: digits.prefix(1)) + (tail.isEmpty ? "" : "." + tail)
  }

  /// All places written out.
  private var positional: String {
    guard !digits.isEmpty else { return "0" }
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - 1) + Self.text(of: digits[...])
    }
    let whole = exponent + 1
    let zeros = String(repeating: "0", count: max(0, whole - digits.count))
    let tail = Self.text(of: digits.dropFirst(whole))
    return Self.text(of: digits.prefix(whole)) + zeros + (tail.isEmpty ? "" : "." + tail)
  }

  private static func text(of digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 &+ UInt8(ascii: "0") }, as: UTF8.self)
  }
}

extension Double {
  /// At most four digits, for a sentence: `0.0328`, `-3`, never `-0`.
  var shortText: String { DecimalNumber(self).rounded(toDigits: 4).text }

  /// At most four digits, for a drawing.
  var shortLabel: Figure.Label { DecimalNumber(self).rounded(toDigits: 4).label }
}
