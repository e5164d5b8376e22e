import Source

/// Cuts a text into tokens, byte by byte; every text has tokens, problems are tokens too.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var lineStart = 0
  private var isFirstOnLine = true
  /// Behind a `.` every word is a field: there are no keywords.
  private var followsPeriod = false

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The tokens of a text, without blanks, newlines and comments.
  ///
  /// Linear in the bytes.
  ///
  /// - Parameter bytes: UTF-8 of a valid string.
  /// - Returns: The tokens in order, without an end token.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> Token? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let start = position
    let indent = isFirstOnLine ? start - lineStart : nil
    isFirstOnLine = false
    let kind = readKind()
    followsPeriod = kind == .mark(.period)
    return Token(kind: kind, span: Span(start, position), indent: indent)
  }

  private func byte(_ distance: Int = 0) -> UInt8? {
    let place = position + distance
    return place < bytes.count ? bytes[place] : nil
  }

  private mutating func skipBlanks() {
    while let first = byte() {
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
        lineStart = position
        isFirstOnLine = true
      case UInt8(ascii: "#"):
        skipComment()
      case 0x80...:
        let (scalar, length) = scalar()
        // A byte order mark may open a file; anywhere else it is as invisible.
        guard scalar.properties.isWhitespace || scalar == "\u{FEFF}" else { return }
        position += length
      default:
        return
      }
    }
  }

  private mutating func skipComment() {
    while let next = byte(), next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r") {
      position += 1
    }
  }

  /// Reads one token; `position` is on its first byte and moves behind its last.
  private mutating func readKind() -> Token.Kind {
    guard let first = byte() else { return .end }
    switch first {
    case UInt8(ascii: "\""):
      return readText()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber()
      return .number
    default:
      if let mark = readMark() { return .mark(mark) }
      return readWord() ?? readUnknown()
    }
  }

  private mutating func readText() -> Token.Kind {
    position += 1
    while let next = byte() {
      switch next {
      case UInt8(ascii: "\""):
        position += 1
        return .text
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return .invalid(.unterminatedText)
      default:
        position += 1
      }
    }
    return .invalid(.unterminatedText)
  }

  private mutating func readNumber() {
    readDigits()
    if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
      position += 1
      readDigits()
    }
    guard byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") else { return }
    let hasSign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
    guard isDigit(byte(hasSign ? 2 : 1)) else { return }
    position += hasSign ? 2 : 1
    readDigits()
  }

  /// Digits, with single underscores between them.
  private mutating func readDigits() {
    while isDigit(byte()) || (byte() == UInt8(ascii: "_") && isDigit(byte(1))) { position += 1 }
  }

  private func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func readWord() -> Token.Kind? {
    let start = position
    while let length = letterLength(isFirst: position == start) { position += length }
    guard position > start else { return nil }
    while byte() == UInt8(ascii: "'") { position += 1 }
    guard !followsPeriod else { return .name }
    return Keyword(bytes: bytes[start..<position]).map { .keyword($0) } ?? .name
  }

  /// The bytes of the letter here, or of the digit if it is not the first; `nil` for others.
  private func letterLength(isFirst: Bool) -> Int? {
    guard let next = byte() else { return nil }
    switch next {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return isFirst ? nil : 1
    case 0x80...:
      let (scalar, length) = scalar()
      // Unicode lets a name contain the inner product's dot; here it is an operator.
      guard scalar != "·", scalar != "\u{387}" else { return nil }
      let properties = scalar.properties
      return (isFirst ? properties.isXIDStart : properties.isXIDContinue) ? length : nil
    default:
      return nil
    }
  }

  private mutating func readMark() -> Mark? {
    guard let (mark, length) = Mark.read({ byte($0) }) else { return nil }
    position += length
    return mark
  }

  private mutating func readUnknown() -> Token.Kind {
    let first = byte()
    position += scalar().length
    // `&&` and `||` are one slip, not two.
    let isDoubled = first == byte() && (first == UInt8(ascii: "&") || first == UInt8(ascii: "|"))
    if isDoubled { position += 1 }
    return .invalid(.unexpectedCharacter)
  }

  /// The character here and its bytes; a string's UTF-8 is always complete.
  private func scalar() -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(byte() ?? 0)
    func next(_ distance: Int) -> UInt32 { UInt32(byte(distance) ?? 0) & 0x3F }
    let (value, length): (UInt32, Int) =
      switch first {
      case 0xF0...: ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
      case 0xE0...: ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
      case 0xC0...: ((first & 0x1F) << 6 | next(1), 2)
      default: (first, 1)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

extension Keyword {
  /// The keyword with this spelling.
  fileprivate init?(bytes: ArraySlice<UInt8>) {
    // Most names part here from every keyword, without becoming a string.
    guard let first = bytes.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else {
      return nil
    }
    for (spelling, keyword) in Keyword.byFirstLetter[Int(first - UInt8(ascii: "a"))]
    where spelling.count == bytes.count && bytes.elementsEqual(spelling) {
      self = keyword
      return
    }
    return nil
  }

  private static let byFirstLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
    allCases.map { (spelling: Array($0.rawValue.utf8), keyword: $0) }
      .filter { $0.spelling.first == letter }
  }
}
