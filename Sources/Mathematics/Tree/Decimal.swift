/// Decimal numbers of lengths and colours, read without floating point.
enum Decimal {
  /// The value of `bytes`, such as `-.5` or `12.25`, in thousandths; further decimals are cut off.
  ///
  /// - Returns: `nil` when there is something else, or more than six digits before the point.
  static func thousandths(_ bytes: some Sequence<UInt8>) -> Int? {
    var value = 0
    var decimals = 0
    var hasPoint = false
    var hasDigit = false
    var sign = 1
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: "-") where index == 0: sign = -1
      case UInt8(ascii: ".") where !hasPoint, UInt8(ascii: ",") where !hasPoint: hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        if hasPoint {
          if decimals == 3 { continue }
          decimals += 1
        }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        if value > 999_999_999 { return nil }
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    for _ in decimals..<3 { value *= 10 }
    return sign * value
  }
}
