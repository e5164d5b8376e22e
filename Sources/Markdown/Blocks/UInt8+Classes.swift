import Source

/// The classes of bytes that CommonMark's grammar speaks of.
extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isWhitespace: Bool { isBlank || isLineEnd }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isAlphanumeric: Bool { isLetter || isDigit }

  /// Whether a backslash in front of it makes it literal.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    case _: false
    }
  }

  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension [UInt8] {
  /// The byte at `index`, or zero, which no text holds, where there is none.
  @inline(__always) func at(_ index: Int) -> UInt8 {
    index >= 0 && index < count ? self[index] : 0
  }

  /// The first index from `start` on, below `end`, that holds no space or tab; `end` if all do.
  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, self[index].isBlank { index += 1 }
    return index
  }

  /// The index behind the last byte of `start..<end` that is no white space.
  func trimmingWhitespace(from start: Int, to end: Int) -> Int {
    var index = end
    while index > start, self[index - 1].isWhitespace { index -= 1 }
    return index
  }

  /// Whether `text` stands at `index`.
  func hasText(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return text.withUTF8Buffer { letters in
      var offset = 0
      while offset < length {
        if unsafe letters[offset] != self[index + offset] { return false }
        offset += 1
      }
      return true
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}
