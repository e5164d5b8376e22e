/// What the text of a line may begin, by the rules of CommonMark 0.30, each asked at the first byte
/// that is no blank.
///
/// Whether the line is indented too far is for the asker to check.
enum BlockStart {
  /// The line of an opening fence.
  struct Fence {
    let mark: UInt8
    let length: Int
    /// The columns in front of it, taken off its lines as well.
    let indent: Int
  }

  /// The number of `#` of a heading; nil when this is none.
  static func heading(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, index - start < 7, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - start
    guard (1...6).contains(level), index == end || bytes[index].isBlank else { return nil }
    return level
  }

  static func fence(_ bytes: [UInt8], _ start: Int, _ end: Int, indent: Int) -> Fence? {
    let mark = bytes.at(start)
    guard start < end, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = run(of: mark, bytes, start, end)
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), bytes[(start + length)..<end].contains(mark) { return nil }
    return Fence(mark: mark, length: length, indent: indent)
  }

  static func closes(_ fence: Fence, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let length = run(of: fence.mark, bytes, start, end)
    return length >= fence.length
      && bytes.skippingBlanks(from: start + length, to: end) == end
  }

  /// Whether the line underlines the paragraph above.
  static func isUnderline(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let mark = bytes.at(start)
    guard start < end, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    let length = run(of: mark, bytes, start, end)
    return bytes.skippingBlanks(from: start + length, to: end) == end
  }

  static func isThematicBreak(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let mark = bytes.at(start)
    guard start < end,
      mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_")
    else {
      return false
    }
    var count = 0
    for index in start..<end {
      if bytes[index] == mark {
        count += 1
      } else if !bytes[index].isBlank {
        return false
      }
    }
    return count >= 3
  }

  /// The bytes that a bullet or number takes; inside a paragraph only one that may interrupt it.
  static func marker(
    _ bytes: [UInt8], _ start: Int, _ end: Int, interruptsParagraph: Bool
  ) -> Int? {
    guard start < end else { return nil }
    var index = start
    switch bytes[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"): index += 1
    case _:
      while index < end, index - start < 9, bytes[index].isDigit { index += 1 }
      guard index > start, index < end else { return nil }
      guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
        return nil
      }
      let number = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      if interruptsParagraph, number != 1 { return nil }
      index += 1
    }
    guard index == end || bytes[index].isBlank else { return nil }
    if interruptsParagraph, bytes.skippingBlanks(from: index, to: end) == end { return nil }
    return index - start
  }

  private static func run(of mark: UInt8, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == mark { index += 1 }
    return index - start
  }
}
