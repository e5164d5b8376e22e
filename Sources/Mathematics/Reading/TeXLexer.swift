internal import Source

/// Cuts the bytes of a formula into tokens.
struct TeXLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [TeXToken] = []

  private init(_ source: String) {
    bytes = Array(source.utf8)
    tokens.reserveCapacity(bytes.count)
  }

  /// The tokens of `source`; comments are still in it, because a text may hold a bare `%`.
  ///
  /// A `%` that begins no comment is a command already.
  static func tokens(of source: String) throws(TeXError) -> [TeXToken] {
    guard source.utf8.count <= TeXLimits.bytes else {
      throw TeXError(reason: .tooLong, span: Span(TeXLimits.bytes, source.utf8.count))
    }
    var lexer = TeXLexer(source)
    while lexer.position < lexer.bytes.count {
      try lexer.readToken()
    }
    return TeXToken.withPercentSigns(lexer.tokens)
  }

  private func byte(at index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  private mutating func append(_ kind: TeXToken.Kind, from start: Int) {
    tokens.append(TeXToken(kind: kind, start: Int32(start), end: Int32(position)))
  }

  private mutating func readToken() throws(TeXError) {
    let start = position
    switch byte(at: start) {
    case UInt8(ascii: "\\"):
      try readCommand()
    case 0x20, 0x09, 0x0A, 0x0D:
      var endsLine = false
      while Self.isSpace(byte(at: position)) && position < bytes.count {
        if byte(at: position) == 0x0A || byte(at: position) == 0x0D { endsLine = true }
        position += 1
      }
      append(.space(endsLine: endsLine), from: start)
    case let byte where byte < 0x80:
      position += 1
      let scalar = Unicode.Scalar(byte)
      guard scalar.isWritable else { throw unreadable(scalar, from: start) }
      append(.character(scalar), from: start)
    default:
      append(.character(try readScalar()), from: start)
    }
  }

  private mutating func readCommand() throws(TeXError) {
    let start = position
    position += 1
    guard position < bytes.count else {
      throw TeXError(reason: .unexpectedBracket("\\"), span: Span(start, position))
    }
    if Self.isLetter(byte(at: position)) {
      while Self.isLetter(byte(at: position)) { position += 1 }
      let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
      if name == "verb" { return try readVerbatim(from: start) }
      return append(.command(name), from: start)
    }
    let first = byte(at: position)
    if Self.isSpace(first) {
      position += 1
      append(.command(" "), from: start)
    } else if first < 0x80 {
      position += 1
      let scalar = Unicode.Scalar(first)
      guard scalar.isWritable else { throw unreadable(scalar, from: start) }
      append(.command(String(scalar)), from: start)
    } else {
      append(.command(String(try readScalar())), from: start)
    }
  }

  /// Reads the rest of `\verb|…|`, in which nothing is a command, as text of a typewriter.
  private mutating func readVerbatim(from start: Int) throws(TeXError) {
    if byte(at: position) == UInt8(ascii: "*") { position += 1 }
    let delimiter = byte(at: position)
    position += 1
    guard delimiter > 0x20, delimiter < 0x7F, !Self.isLetter(delimiter),
      let end = bytes[min(position, bytes.count)...].firstIndex(of: delimiter)
    else {
      throw TeXError(
        reason: .missingArgument(of: "\\verb"), span: Span(start, min(position, bytes.count)))
    }
    append(.command("texttt"), from: start)
    append(.character("{"), from: start)
    while position < end {
      let place = position
      let byte = byte(at: place)
      guard byte < 0x80 else {
        append(.character(try readScalar()), from: place)
        continue
      }
      position += 1
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "\\": append(.command("textbackslash"), from: place)
      case "~": append(.command("textasciitilde"), from: place)
      case " ", "\t", "\n", "\r": append(.command(" "), from: place)
      case "{", "}", "$", "#", "%", "&", "_": append(.command(String(scalar)), from: place)
      default:
        guard scalar.isWritable else { throw unreadable(scalar, from: place) }
        append(.character(scalar), from: place)
      }
    }
    position = end + 1
    append(.character("}"), from: end)
  }

  /// Reads one scalar beyond ASCII; the bytes come from a `String`, so that they are valid.
  private mutating func readScalar() throws(TeXError) -> Unicode.Scalar {
    let start = position
    let first = byte(at: start)
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in 1..<length { value = value << 6 | UInt32(byte(at: start + index)) & 0x3F }
    position = min(bytes.count, start + length)
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    guard scalar.isWritable else { throw unreadable(scalar, from: start) }
    return scalar
  }

  private func unreadable(_ scalar: Unicode.Scalar, from start: Int) -> TeXError {
    TeXError(reason: .unreadableCharacter(scalar), span: Span(start, position))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
