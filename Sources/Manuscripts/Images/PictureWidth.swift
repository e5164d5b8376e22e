/// How wide an image is shown: a part of the line, or a length.
public struct PictureWidth: Hashable, Sendable {
  /// The width as style sheets write it: digits, perhaps a point, and a unit.
  public let text: String

  /// `50%`, `6cm`, `40mm`, `2.5in`, `12em` or `300px`; nil for anything else, for nothing and for
  /// more than 100% or 9999 of a unit.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...4).contains($0.count) }),
      let whole = Int(parts[0]), digits.contains(where: { $0 != "0" && $0 != "." })
    else { return nil }
    switch unit {
    case "%": guard whole <= 100 else { return nil }
    case "cm", "mm", "in", "em", "px": break
    default: return nil
    }
    self.text = text
  }
}
