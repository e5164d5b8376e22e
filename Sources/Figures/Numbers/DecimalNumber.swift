/// A decimal number by its digits: ± d₁.d₂d₃… × 10^exponent, without trailing zeros.
///
/// Zero has no digits and no sign. Made from a double it has the fewest digits that read back to it.
struct DecimalNumber: Hashable, Sendable {
  private(set) var isNegative: Bool
  private(set) var digits: [UInt8]
  private(set) var exponent: Int

  /// The shortest decimal that reads back to `value`; zero for what is not finite.
  init(_ value: Double) {
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var isNegative = false
    let text = value.isFinite ? value.description : "0"
    let parts = text.split(separator: "e", maxSplits: 1)
    for byte in (parts.first ?? "0").utf8 {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): point = digits.count
      default: digits.append(byte &- UInt8(ascii: "0"))
      }
    }
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    self.init(
      isNegative: isNegative, digits: digits, exponent: exponent + (point ?? digits.count) - 1)
  }

  /// `mantissa` × 10^`exponent`, exactly.
  init(_ mantissa: Int, timesTenTo exponent: Int) {
    let digits = String(mantissa.magnitude).utf8.map { $0 &- UInt8(ascii: "0") }
    self.init(
      isNegative: mantissa < 0, digits: digits, exponent: exponent + digits.count - 1)
  }

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    let leading = digits.prefix { $0 == 0 }.count
    var kept = Array(digits.dropFirst(leading))
    while kept.last == 0 { kept.removeLast() }
    self.isNegative = isNegative && !kept.isEmpty
    self.digits = kept
    self.exponent = kept.isEmpty ? 0 : exponent - leading
  }

  /// Multiplies by 10^`power`, exactly; zero stays zero.
  mutating func scale(byTenTo power: Int) {
    if !digits.isEmpty { exponent += power }
  }

  /// The nearest number with at most `count` digits, halves to the even neighbour; `count` ≥ 1.
  func rounded(toDigits count: Int) -> DecimalNumber {
    guard digits.count > count else { return self }
    var kept = Array(digits.prefix(count))
    let isHalf = digits[count] == 5 && digits[(count + 1)...].allSatisfy { $0 == 0 }
    guard isHalf ? kept[count - 1] % 2 == 1 : digits[count] >= 5 else {
      return DecimalNumber(isNegative: isNegative, digits: kept, exponent: exponent)
    }
    var index = count - 1
    while index >= 0, kept[index] == 9 {
      kept[index] = 0
      index -= 1
    }
    if index >= 0 {
      kept[index] += 1
      return DecimalNumber(isNegative: isNegative, digits: kept, exponent: exponent)
    }
    return DecimalNumber(isNegative: isNegative, digits: [1], exponent: exponent + 1)
  }
}
