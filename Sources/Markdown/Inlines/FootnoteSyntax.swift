import Source

/// `[^label]` and `[^label]:`, as on GitHub.
enum FootnoteSyntax {
  /// The start of a definition.
  struct Mark {
    let label: String
    /// The label and its brackets.
    let span: Span
    /// The offset behind the colon.
    let end: Int
  }

  /// Longer labels are none.
  private static let labelLimit = 1000

  /// What stands between `[^` at `start` and the next `]`; nil where no label does.
  static func label(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    guard start + 3 < end, bytes[start] == UInt8(ascii: "["),
      bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    let first = start + 2
    let limit = min(end, first + labelLimit)
    var index = first
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "]"): return index > first ? first..<index : nil
      case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "|"):
        return nil
      case _: index += 1
      }
    }
    return nil
  }

  /// The start of the definition that stands at `start`, if one does.
  static func definition(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Mark? {
    guard let label = label(bytes, start, end), label.upperBound + 1 < end,
      bytes[label.upperBound + 1] == UInt8(ascii: ":")
    else { return nil }
    return Mark(
      label: bytes.text(label), span: Span(start, label.upperBound + 1),
      end: label.upperBound + 2)
  }
}
