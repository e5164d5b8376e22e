extension TeXReader {
  /// Commands that reach to a closing counterpart, and lengths.
  mutating func extent(
    of command: Command, name: String, token: TeXToken
  ) throws(TeXError) -> Formula? {
    if case .left = command { return try fence(command: token) }
    if case .begin = command { return try environment(command: token) }
    return try measured(command, name: name, token: token)
  }

  /// Sized delimiters, spaces and rules.
  @inline(never)
  private mutating func measured(
    _ command: Command, name: String, token: TeXToken
  ) throws(TeXError) -> Formula? {
    if case .sized(let size, let side) = command {
      let delimiter = try delimiter(after: name, command: token)
      return .delimiter(Formula.SizedDelimiter(size: size, side: side, delimiter: delimiter))
    }
    if case .length(let isMath, let braced) = command {
      if stream.rawToken?.isCharacter("*") == true { stream.advance() }
      let text = try braced ? lengthArgument(command: token) : bareLength()
      return .space(.length(try length(text, isMath: isMath, at: token)))
    }
    if case .raised = command {
      let raise = try length(lengthArgument(command: token), isMath: false, at: token)
      for _ in 0..<2 { _ = try stream.rawBracketed() }
      return .decorated(.raised(raise), try boxContent(command: token))
    }
    let raise = try stream.rawBracketed()
    let width = try length(lengthArgument(command: token), isMath: false, at: token)
    let height = try length(lengthArgument(command: token), isMath: false, at: token)
    let rule = Formula.rule(width: width, height: height)
    guard let raise else { return rule }
    let shift = try length(TeXToken.source(of: raise), isMath: false, at: token)
    return .decorated(.raised(shift), rule)
  }

  /// `\left( … \middle| … \right)`.
  private mutating func fence(command: TeXToken) throws(TeXError) -> Formula {
    let open = try delimiter(after: "left", command: command)
    var parts: [Formula] = []
    var middles: [Formula.Delimiter] = []
    let outer = ending
    ending = .brace
    defer { ending = outer }
    while true {
      parts.append(try row())
      guard let token = try stream.peekSolid() else {
        throw stream.error(.missingRight, at: command)
      }
      if token.isCommand("middle") {
        stream.advance()
        middles.append(try delimiter(after: "middle", command: token))
        continue
      }
      guard token.isCommand("right") else {
        throw token.isCharacter("}") || token.isCharacter("&") || isLineEnd(token)
          ? stream.error(.missingRight, at: command) : misplaced(token)
      }
      stream.advance()
      let close = try delimiter(after: "right", command: token)
      return .fence(Formula.Fence(open: open, parts: parts, middles: middles, close: close))
    }
  }

  /// The delimiter that must follow.
  mutating func delimiter(
    after name: String, command: TeXToken
  ) throws(TeXError) -> Formula.Delimiter {
    guard let token = try stream.peekSolid() else {
      throw stream.error(.missingDelimiter(after: name), at: command)
    }
    if token.isCharacter("{"), let inner = try stream.rawArgument(), inner.count == 1,
      let only = inner.first, let delimiter = Formula.Delimiter(token: only)
    {
      return delimiter
    }
    guard let delimiter = Formula.Delimiter(token: token) else {
      throw stream.error(.missingDelimiter(after: name), at: token)
    }
    stream.advance()
    return delimiter
  }

  /// The text of a length between braces.
  mutating func lengthArgument(command: TeXToken) throws(TeXError) -> String {
    guard let argument = try stream.rawArgument() else {
      throw missingArgument(of: command)
    }
    return TeXToken.source(of: argument)
  }

  /// The text of a length without braces, as after `\kern`.
  mutating func bareLength() throws(TeXError) -> String {
    stream.skipSpaces()
    var text = ""
    var letters = 0
    while letters < 2, case .character(let scalar)? = stream.rawToken?.kind {
      if ("a"..."z").contains(scalar) {
        letters += 1
      } else if letters > 0
        || !("0"..."9").contains(scalar) && !"+-.,".unicodeScalars.contains(scalar)
      {
        break
      }
      text.unicodeScalars.append(scalar)
      stream.advance()
      if letters == 0 { stream.skipSpaces() }
    }
    return text
  }

  /// A length such as `0.5em` or `3mu`, at most 50 em either way.
  func length(
    _ text: String, isMath: Bool, at token: TeXToken
  ) throws(TeXError) -> Formula.Length {
    guard let length = Formula.Length.thousandths(of: text) else {
      throw stream.error(.badLength(text), at: token)
    }
    guard abs(length) <= Formula.Length.limit else {
      throw stream.error(.lengthTooGreat, at: token)
    }
    return Formula.Length(thousandths: length)
  }
}

extension Formula.Delimiter {
  init?(token: TeXToken) {
    switch token.kind {
    case .command(let name):
      self.init(tex: "\\" + (Command.delimiterSpelling(name) ?? name))
    case .character(let scalar):
      if scalar.value < 0x80 {
        self.init(tex: String(scalar))
      } else if let name = UnicodeSymbols.name(of: scalar) {
        self.init(tex: "\\" + name)
      } else {
        return nil
      }
    case .space, .parameter: return nil
    }
  }
}

extension Command {
  /// The usual name of a delimiter that has another spelling.
  static func delimiterSpelling(_ name: String) -> String? {
    switch name {
    case "|": "|"
    case "arrowvert", "bracevert": "vert"
    case "Arrowvert": "|"
    case "lt", "lang": "langle"
    case "gt", "rang": "rangle"
    case "lbrack": "["
    case "rbrack": "]"
    case "lBrack": "llbracket"
    case "rBrack": "rrbracket"
    default: nil
    }
  }
}

extension Formula.Length {
  /// The thousandths of an em of a number with a unit.
  static func thousandths(of text: String) -> Int? {
    let bytes = text.utf8.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    let unit = String(decoding: bytes.suffix(2), as: UTF8.self)
    guard let number = Decimal.thousandths(bytes.dropLast(2)) else { return nil }
    // A thousandth of an em per unit, times a thousand; TeX's pt is a tenth of an em at 10 pt.
    let scale: Int? =
      switch unit {
      case "em": 1_000_000
      case "ex": 430_555
      case "mu": 55_556
      case "pt": 100_000
      case "bp": 100_375
      case "px": 75_281
      case "pc": 1_200_000
      case "in": 7_227_000
      case "cm": 2_845_276
      case "mm": 284_528
      case "dd": 107_001
      case "cc": 1_284_010
      case "sp": 2
      default: nil
      }
    guard let scale, abs(number) < 1_000_000_000_000 else { return nil }
    let product = number * scale
    return (product + (product < 0 ? -500_000 : 500_000)) / 1_000_000
  }
}
