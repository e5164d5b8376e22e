import Source

/// What the grammar has to say about wrong tokens; each function builds a finding for the next
/// token and changes nothing.
extension Parser {
  /// A token between single quotes, shortened when it is long.
  func quoted(_ token: Token) -> String {
    let text = text(of: token)
    return text.utf8.count > 40 ? "'\(text.prefix(24))…'" : "'\(text)'"
  }

  /// The next token is none of those that may stand here.
  func unexpected(_ expected: String) -> Diagnostic {
    if current.kind == .end {
      return Diagnostic(.error, .unexpectedEnd(expected: expected), at: lastPlace)
    }
    if isStrayBracket { return strayBracket() }
    return Diagnostic(
      .error, .unexpectedToken(quoted(current), expected: expected), at: current.span,
      hint: hint())
  }

  /// The next token cannot begin an operand.
  func missingOperand() -> Diagnostic {
    if isStrayBracket { return strayBracket() }
    if case .keyword(let keyword) = current.kind, !keyword.wantsOperand || keyword == .in,
      standsLikeName
    {
      return keywordAsName()
    }
    let operation = previous.flatMap { $0.wantsMore && $0.kind != .mark(.comma) ? $0 : nil }
    let hint = hintForOperand()
    guard let operation else {
      return current.kind == .end
        ? Diagnostic(.error, .unexpectedEnd(expected: "an operand"), at: lastPlace, hint: hint)
        : Diagnostic(
          .error, .missingOperand(before: quoted(current)), at: current.span, hint: hint)
    }
    return Diagnostic(
      .error, .missingOperand(of: quoted(operation)), at: operation.span, hint: hint)
  }

  /// The next token is a keyword that stands where a name must be.
  func keywordAsName() -> Diagnostic {
    let word = text(of: current)
    return Diagnostic(
      .error, .keywordAsName(quoted(current)), at: current.span,
      hint: "choose another name, such as '\(word)_1'")
  }

  /// What the lexer could not read.
  func lexicalProblem(_ token: Token) -> Diagnostic {
    guard token.kind != .invalid(.unterminatedText) else {
      return Diagnostic(
        .error, .unterminatedText, at: Span(token.span.start, token.span.start + 1),
        hint: "close it with '\"'")
    }
    let text = text(of: token)
    let isVisible = text.unicodeScalars.allSatisfy { scalar in
      let invisible: [Unicode.GeneralCategory] = [
        .control, .format, .unassigned, .privateUse, .nonspacingMark,
      ]
      return !invisible.contains(scalar.properties.generalCategory)
    }
    let code = text.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
    let padding = String(repeating: "0", count: max(0, 4 - code.count))
    return Diagnostic(
      .error, .unexpectedCharacter(isVisible ? "'\(text)'" : "U+\(padding)\(code)"),
      at: token.span, hint: Hints.forCharacters[text])
  }

  /// A statement that is its keyword alone.
  func emptyStatement(_ word: Token) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedEnd(expected: "something behind \(quoted(word))"), at: word.span,
      hint: "only labels and fields may be called \(quoted(word))")
  }

  /// A `published` without its `from`.
  func missingSource() -> Diagnostic {
    Diagnostic(
      .error, .missingSource, at: lastPlace, hint: "end with 'from \"key, 1(a)\"'")
  }

  /// A comprehension with two ranges.
  func secondBinder() -> Diagnostic {
    Diagnostic(
      .error, .unexpectedToken(quoted(current), expected: "the end of the list"),
      at: current.span, hint: "put one list into the other: [[i*j, j in 1...3], i in 1...2]")
  }

  /// A colon between indices.
  func pythonSlice(of base: Expression, from opening: Token) -> Diagnostic {
    func end(_ token: Token?) -> String? {
      guard let token, token.kind == .number || token.kind == .name else { return nil }
      return text(of: token)
    }
    let low = end(previous)
    let high = piece.contains(position + 1) ? end(tokens[position + 1]) : nil
    let isFirst = piece.contains(position - 2) && tokens[position - (low == nil ? 1 : 2)] == opening
    let isShort = isFirst && base.span.end - base.span.start <= 20
    let range = "\(low ?? "1")...\(high ?? "3")"
    return Diagnostic(
      .error, .unexpectedToken(quoted(current), expected: "',' or ']'"), at: current.span,
      hint: "write '\(isShort ? "\(source[base.span])[\(range)]" : range)'; a range has two ends")
  }

  /// Makes sure that a bracket behind a number is not taken for a call.
  func rejectCallOfNumber(_ base: Expression) throws(Diagnostic) {
    guard case .number(let digits) = base.kind else { return }
    throw Diagnostic(
      .error, .unexpectedToken(quoted(current), expected: "an operator"), at: current.span,
      hint: "write '\(digits)*('")
  }

  /// A shape written as a tuple.
  func shapeAsTuple(_ shape: Expression) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedToken("a tuple", expected: "a shape"), at: shape.span,
      hint: "write the sizes with '×' or 'x' between them: 3×4")
  }

  private func strayBracket() -> Diagnostic {
    Diagnostic(.error, .strayBracket(quoted(current)), at: current.span, hint: "leave it out")
  }

  private var isStrayBracket: Bool {
    guard case .mark(let mark) = current.kind, mark.role == .closing else { return false }
    return partners[position] < 0
  }

  /// Whether the next token is followed by what follows a name, not by an operand.
  private var standsLikeName: Bool {
    switch peek() {
    case .end, .mark, .keyword: true
    case .name, .number, .text, .invalid: false
    }
  }

  /// The last token that was taken, or the next one at the start.
  private var lastPlace: Span {
    previous?.span ?? current.span
  }
}
