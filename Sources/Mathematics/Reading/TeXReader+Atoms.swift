extension TeXReader {
  /// One atom without scripts; `nil` for a command that leaves nothing.
  mutating func atom() throws(TeXError) -> Formula? {
    guard let token = try stream.peekSolid() else { return nil }
    stream.advance()
    switch token.kind {
    case .character("{"):
      return .group(try braced(from: token))
    case .character(let scalar):
      return try character(scalar, token: token)
    case .command(let name):
      if token.isBarePercent { stream.noteBarePercent(at: token) }
      guard let command = Command.named(name) else {
        throw stream.error(.unknownCommand(name), at: token)
      }
      return try formula(of: command, name: name, token: token)
    case .space, .parameter:
      throw misplaced(token)
    }
  }

  private mutating func character(
    _ scalar: Unicode.Scalar, token: TeXToken
  ) throws(TeXError) -> Formula {
    switch scalar {
    case "a"..."z", "A"..."Z": return Formula.ascii[Int(scalar.value)]
    case "0"..."9": return number(from: scalar)
    case ".":
      if let next = stream.rawToken, case .character(let digit) = next.kind,
        ("0"..."9").contains(digit)
      {
        return number(from: scalar)
      }
    case "~": return .space(.tie)
    case "#", "&", "$", "^", "_", "'", "}": throw misplaced(token)
    default: break
    }
    if scalar.value < 0x80 { return Formula.ascii[Int(scalar.value)] }
    guard let formula = Formula.typed(scalar) else {
      throw stream.error(.unreadableCharacter(scalar), at: token)
    }
    return formula
  }

  /// Digits, with single points and `{,}` among them.
  private mutating func number(from first: Unicode.Scalar) -> Formula {
    var text = String(first)
    while case .character(let scalar)? = stream.rawToken?.kind {
      if ("0"..."9").contains(scalar) {
        text.unicodeScalars.append(scalar)
        stream.advance()
      } else if scalar == ".", stream.hasDigit(after: 1) {
        text += "."
        stream.advance()
      } else if scalar == "{", stream.hasBracedComma, stream.hasDigit(after: 3) {
        text += ","
        for _ in 0..<3 { stream.advance() }
      } else {
        break
      }
    }
    return text.utf8.count == 1 ? Formula.ascii[Int(first.value)] : .digits(text)
  }
}

extension TokenStream {
  /// The token `distance` places on; places beyond a macro's expansion count as well.
  func token(at distance: Int) -> TeXToken? {
    if distance < pendingCount { return pendingToken(at: distance) }
    return sourceToken(at: distance - pendingCount)
  }

  /// Whether a digit stands `distance` places on.
  func hasDigit(after distance: Int) -> Bool {
    guard case .character(let scalar)? = token(at: distance)?.kind else { return false }
    return ("0"..."9").contains(scalar)
  }

  /// Whether `{,}` comes next.
  var hasBracedComma: Bool {
    token(at: 0)?.isCharacter("{") == true && token(at: 1)?.isCharacter(",") == true
      && token(at: 2)?.isCharacter("}") == true
  }
}

extension Formula {
  /// The digit, letter or symbol of every ASCII character, made once and used by all formulas.
  static let ascii: [Formula] = (0..<0x80).map { code in
    let scalar = Unicode.Scalar(UInt8(code))
    switch scalar {
    case "0"..."9": return .digits(String(scalar))
    case "a"..."z", "A"..."Z": return .letter(String(scalar))
    default: return .glyph(String(scalar))
    }
  }

  /// The formula of a character beyond ASCII that an author typed; `nil` for none.
  static func typed(_ scalar: Unicode.Scalar) -> Formula? {
    let text = String(scalar)
    if GreekLetters.name(of: text) != nil { return .letter(text) }
    if let name = UnicodeSymbols.name(of: scalar) { return .symbol(name) }
    if let plain = MathLetters.plain(scalar) { return plain }
    if scalar.properties.isAlphabetic { return .letter(text) }
    return scalar.properties.isWhitespace ? .space(.word) : .text(text)
  }
}
