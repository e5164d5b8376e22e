extension TeXReader {
  /// The words of `\text{…}` and its family.
  mutating func prose(
    _ font: Formula.Prose.Font, command: TeXToken
  ) throws(TeXError) -> Formula {
    var words = ProseInProgress(font: font)
    guard let token = try stream.peekSolid() else {
      throw missingArgument(of: command)
    }
    stream.advance()
    if token.isCharacter("{") {
      try readProse(into: &words, opening: token)
    } else {
      guard case .character(let scalar) = token.kind, scalar != "}", scalar != "$" else {
        throw missingArgument(of: command)
      }
      words.append(scalar)
    }
    return .prose(words.finished())
  }

  /// The words of a cell that is a text, up to what ends the cell.
  mutating func textCell(opening: TeXToken) throws(TeXError) -> Formula {
    var words = ProseInProgress(font: .plain)
    stream.skipSpaces()
    try readProse(into: &words, opening: opening, isCell: true)
    return .prose(words.finished())
  }

  /// Reads to the closing brace, which is passed, or to the end of a cell, which is not.
  private mutating func readProse(
    into words: inout ProseInProgress, opening: TeXToken, isCell: Bool = false
  ) throws(TeXError) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= TeXLimits.depth else { throw stream.error(.tooDeep, at: opening) }
    while let token = try stream.peek(inText: true) {
      if isCell, token.isCharacter("&") || token.isCommand("end") || isLineEnd(token) { return }
      stream.advance()
      switch token.kind {
      case .character("}"): return
      case .character("{"):
        words.separate()
        try readProse(into: &words, opening: token)
        words.separate()
      case .character("$"):
        words.append(try mathInProse(opening: token, closing: "$"))
      case .character("~"): words.append("\u{A0}")
      case .character(let scalar): words.append(scalar)
      case .space: words.appendSpace()
      case .command(let name): try command(name, in: &words, token: token)
      case .parameter: throw misplaced(token)
      }
    }
    throw stream.error(.missingBrace, at: opening)
  }

  private mutating func mathInProse(
    opening: TeXToken, closing: Unicode.Scalar
  ) throws(TeXError) -> Formula {
    let outer = ending
    ending = .dollar
    let formula = try row()
    ending = outer
    guard let token = try stream.peekSolid(), token.isCharacter("$") || token.isCommand(")") else {
      throw stream.error(.missingDollar, at: opening)
    }
    stream.advance()
    return formula
  }

  /// The letter that follows, with its accent.
  @inline(never)
  private mutating func accented(
    by mark: ProseAccents.Mark, command: TeXToken
  ) throws(TeXError) -> Unicode.Scalar {
    guard let argument = try stream.rawArgument(), argument.count == 1, let only = argument.first,
      let letter = mark.letter(on: only)
    else { throw missingArgument(of: command) }
    return letter
  }

  private mutating func command(
    _ name: String, in words: inout ProseInProgress, token: TeXToken
  ) throws(TeXError) {
    if let mark = ProseAccents.mark(name) {
      words.append(try accented(by: mark, command: token))
    } else if let text = ProseCommands.text(of: name) {
      if name.utf8.count > 1 { stream.skipSpaces() }
      words.appendLiteral(text)
    } else if name == "(" {
      words.append(try mathInProse(opening: token, closing: ")"))
    } else if ProseCommands.ignored.contains(name) {
      stream.skipSpaces()
    } else if case .text(let font)? = Command.named(name) {
      guard case .prose(let inner) = try prose(font, command: token) else { return }
      words.append(inner)
    } else if case .leaf(.space(let space))? = Command.named(name) {
      words.append(.space(space))
    } else if case .leaf(.letter(let letter))? = Command.named(name) {
      words.append(.letter(letter))
    } else if case .leaf(.glyph(name))? = Command.named(name) {
      // Not a glyph of another name, which is another spelling.
      words.append(.glyph(name))
    } else if ["mathrm", "mathbf", "mathit", "mathbb", "mathcal", "textcolor", "ref", "eqref"]
      .contains(name), let inner = Command.named(name),
      let formula = try formula(of: inner, name: name, token: token)
    {
      words.append(formula)
    } else {
      throw stream.error(
        Command.named(name) == nil ? .unknownCommand(name) : .unexpectedCommand(name), at: token)
    }
  }
}

/// The commands of texts.
enum ProseCommands {
  /// The characters that a command stands for.
  static func text(of name: String) -> String? {
    switch name {
    case "%", "_", "#", "$", "&", "{", "}": name
    case " ", "space", "nobreakspace": "\u{A0}"
    case "textbackslash", "backslash": "\\"
    case "textasciitilde": "~"
    case "textasciicircum": "^"
    case "textquotesingle": "’"
    case "textless": "<"
    case "textgreater": ">"
    case "textbar": "|"
    case "textendash": "–"
    case "textemdash": "—"
    case "ldots", "dots", "textellipsis": "…"
    case "S": "§"
    case "P": "¶"
    case "pounds": "£"
    case "copyright", "textcopyright": "©"
    case "textdegree": "°"
    case "ss": "ß"
    case "aa": "å"
    case "AA": "Å"
    case "ae": "æ"
    case "AE": "Æ"
    case "oe": "œ"
    case "OE": "Œ"
    case "o": "ø"
    case "O": "Ø"
    case "l": "ł"
    case "L": "Ł"
    case "i": "ı"
    case "j": "ȷ"
    case "textregistered": "®"
    case "textquoteleft": "‘"
    case "textquoteright": "’"
    case "textquotedblleft": "“"
    case "textquotedblright": "”"
    case "textbraceleft": "{"
    case "textbraceright": "}"
    case "textdollar": "$"
    case "textsterling": "£"
    case "textdagger": "†"
    case "textdaggerdbl": "‡"
    case "\\", "newline": " "
    case "LaTeX": "LaTeX"
    case "TeX": "TeX"
    case "lbrace": "{"
    case "rbrace": "}"
    case "-": "\u{AD}"
    default: nil
    }
  }

  /// Commands without effect on the words.
  static let ignored: Set<String> = [
    "small", "footnotesize", "scriptsize", "tiny", "large", "Large", "normalsize", "rm", "rmfamily",
    "normalfont", "relax", "/", "protect", "noindent", "displaystyle", "textstyle", "mathstrut",
    "strut", "centering", "it", "itshape", "bf", "bfseries", "tt", "ttfamily", "sf", "sffamily",
  ]
}
