/// The characters of a text that touch what stands before or behind it, at most twelve, up to white
/// space.
///
/// Counted in bytes. ASCII is looked at byte by byte; what else there is takes the way of Swift's
/// characters.
enum TouchingWords {
  private static let limit = 12

  /// How many bytes at the start of `words` touch what stands before.
  static func startCount(of words: String) -> Int {
    let letters = words.utf8.span
    var index = 0
    while index < min(limit, letters.count), letters[index].isInk { index += 1 }
    // A character goes on behind a letter only if what follows is beyond ASCII.
    if index == letters.count || letters[index].isSpace
      || index == limit && letters[index] < 0x80
    {
      return index
    }
    return words.prefix { !$0.isWhitespace }.prefix(limit).utf8.count
  }

  /// How many bytes at the end of `words`, not before the offset `start`, touch what stands behind.
  static func endCount(of words: String, from start: Int) -> Int {
    let letters = words.utf8.span
    var index = letters.count
    while index > max(start, letters.count - limit), letters[index - 1].isInk { index -= 1 }
    if index == start || letters[index - 1].isSpace
      || index == letters.count - limit && letters[index - 1] < 0x80
    {
      return letters.count - index
    }
    let rest = words[words.utf8.index(words.startIndex, offsetBy: start)...]
    let end = rest.suffix(limit)
    guard let space = end.lastIndex(where: \.isWhitespace) else { return end.utf8.count }
    return end[end.index(after: space)...].utf8.count
  }
}

extension UInt8 {
  /// Whether it is a character of ASCII that can be seen.
  fileprivate var isInk: Bool { self > 0x20 && self < 0x7F }
  /// Whether it is white space of ASCII.
  fileprivate var isSpace: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
}
