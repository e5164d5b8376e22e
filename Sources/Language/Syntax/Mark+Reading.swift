extension Mark {
  /// The longest mark at the start of some bytes, aliases included.
  ///
  /// - Parameter byte: The byte at a distance from the start; `nil` behind the end.
  /// - Returns: The mark and the bytes it takes; `nil` when no mark stands there.
  static func read(_ byte: (Int) -> UInt8?) -> (mark: Mark, length: Int)? {
    guard let first = byte(0) else { return nil }
    return first < 0x80 ? readASCII(first, byte(1), byte(2)) : readUnicode(first, byte(1), byte(2))
  }

  private static func readASCII(_ first: UInt8, _ second: UInt8?, _ third: UInt8?) -> (Mark, Int)? {
    func followed(by character: Unicode.Scalar) -> Bool { second == UInt8(ascii: character) }
    switch Unicode.Scalar(first) {
    case "(": return (.openParenthesis, 1)
    case ")": return (.closeParenthesis, 1)
    case "[": return (.openBracket, 1)
    case "]": return (.closeBracket, 1)
    case "{": return (.openBrace, 1)
    case "}": return (.closeBrace, 1)
    case ",": return (.comma, 1)
    case ":": return (.colon, 1)
    case ";": return (.semicolon, 1)
    case "+": return (.plus, 1)
    case "/": return (.slash, 1)
    case "@": return (.at, 1)
    case "^": return (.caret, 1)
    case "=": return followed(by: "=") ? (.equal, 2) : (.assign, 1)
    case "<": return followed(by: "=") ? (.lessOrEqual, 2) : (.less, 1)
    case ">": return followed(by: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    case "-": return followed(by: ">") ? (.arrow, 2) : (.minus, 1)
    case "*": return followed(by: "*") ? (.caret, 2) : (.star, 1)
    case "!": return followed(by: "=") ? (.notEqual, 2) : nil
    case "~": return followed(by: "=") ? (.approximatelyEqual, 2) : nil
    case "|": return followed(by: ">") ? (.pipe, 2) : nil
    case ".":
      return followed(by: ".") && third == UInt8(ascii: ".") ? (.ellipsis, 3) : (.period, 1)
    default: return nil
    }
  }

  /// The marks outside ASCII, by their UTF-8.
  private static func readUnicode(
    _ first: UInt8, _ second: UInt8?, _ third: UInt8?
  ) -> (Mark, Int)? {
    switch (first, second, third) {
    case (0xC2, 0xB7, _), (0xCE, 0x87, _): (.dot, 2)  // · and its Greek twin
    case (0xC3, 0x97, _): (.cross, 2)  // ×
    case (0xE2, 0x80, 0xA6): (.ellipsis, 3)  // …
    case (0xE2, 0x88, 0x92): (.minus, 3)  // −
    case (0xE2, 0x89, 0x88): (.approximatelyEqual, 3)  // ≈
    case (0xE2, 0x89, 0xA0): (.notEqual, 3)  // ≠
    case (0xE2, 0x89, 0xA4): (.lessOrEqual, 3)  // ≤
    case (0xE2, 0x89, 0xA5): (.greaterOrEqual, 3)  // ≥
    case (0xE2, 0x8A, 0x99): (.star, 3)  // ⊙
    case (0xE2, 0x8B, 0x85): (.dot, 3)  // ⋅
    default: nil
    }
  }
}
