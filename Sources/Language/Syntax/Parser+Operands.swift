import Source

extension Parser {
  /// Reads an operand with the calls, indices and fields behind it.
  mutating func postfixed() throws(Diagnostic) -> Expression {
    let start = current.span.start
    var base = try operand()
    while case .mark(let mark) = current.kind {
      if mark == .openParenthesis {
        try rejectCallOfNumber(base)
        base = try Parser.node(.call(base, arguments()), at: since(start))
      } else if mark == .openBracket {
        base = try Parser.node(.index(base, indices(of: base)), at: since(start))
      } else if mark == .period {
        base = try Parser.node(field(of: base), at: since(start))
      } else {
        break
      }
    }
    return base
  }

  private mutating func operand() throws(Diagnostic) -> Expression {
    let start = current.span.start
    switch current.kind {
    case .number:
      return try Parser.node(.number(text(of: advance())), at: since(start))
    case .name:
      return try Parser.node(.name(text(of: advance())), at: since(start))
    case .text:
      return try Parser.node(.text(inside(advance())), at: since(start))
    case .keyword(.true), .keyword(.false):
      return try Parser.node(.truth(advance().kind == .keyword(.true)), at: since(start))
    case .mark(.openParenthesis):
      return try Parser.node(parenthesised(), at: since(start))
    case .mark(.openBracket):
      return try Parser.node(list(), at: since(start))
    case .mark(.openBrace):
      return try Parser.node(record(), at: since(start))
    case .keyword, .mark, .invalid, .end:
      throw missingOperand()
    }
  }

  private mutating func field(of base: Expression) throws(Diagnostic) -> Expression.Kind {
    advance()
    guard current.isWord else { throw unexpected("a field's name") }
    let name = word()
    return name.text == "T" ? .transpose(base) : .field(base, name)
  }

  private mutating func parenthesised() throws(Diagnostic) -> Expression.Kind {
    let opening = try enterBracket()
    let first = try nested()
    guard current.kind == .mark(.comma) else {
      try leaveBracket(opening)
      return .parenthesised(first)
    }
    var entries = [first]
    while take(.comma), current.kind != .mark(.closeParenthesis) {
      entries.append(try nested())
    }
    try leaveBracket(opening)
    return .tuple(entries)
  }

  private mutating func list() throws(Diagnostic) -> Expression.Kind {
    let opening = try enterBracket()
    var entries: [Expression] = []
    while current.kind != .mark(.closeBracket) {
      if startsBinder, entries.count == 1, let entry = entries.first {
        let binder = try binder()
        if current.kind == .mark(.comma) { throw secondBinder() }
        try leaveBracket(opening, expecting: "the end of the range")
        return .comprehension(entry, binder)
      }
      entries.append(try nested())
      guard take(.comma) else { break }
    }
    try leaveBracket(opening)
    return .list(entries)
  }

  private mutating func record() throws(Diagnostic) -> Expression.Kind {
    let opening = try enterBracket()
    var fields: [Expression.RecordField] = []
    while current.kind != .mark(.closeBrace) {
      guard current.isWord else { throw unexpected("a field's name") }
      let name = word()
      guard take(.colon) else { throw unexpected("':'") }
      fields.append(Expression.RecordField(name: name, value: try nested()))
      guard take(.comma) else { break }
    }
    try leaveBracket(opening)
    return .record(fields)
  }

  private mutating func indices(of base: Expression) throws(Diagnostic) -> [Expression] {
    let opening = try enterBracket()
    if current.kind == .mark(.colon) { throw pythonSlice(of: base, from: opening) }
    var indices = [try nested()]
    while take(.comma), current.kind != .mark(.closeBracket) {
      if current.kind == .mark(.colon) { throw pythonSlice(of: base, from: opening) }
      indices.append(try nested())
    }
    if current.kind == .mark(.colon) { throw pythonSlice(of: base, from: opening) }
    try leaveBracket(opening)
    return indices
  }

  private mutating func arguments() throws(Diagnostic) -> [Argument] {
    let opening = try enterBracket()
    var arguments: [Argument] = []
    while current.kind != .mark(.closeParenthesis) {
      arguments.append(try argument())
      guard take(.comma) else { break }
    }
    try leaveBracket(opening)
    return arguments
  }

  private mutating func argument() throws(Diagnostic) -> Argument {
    let start = current.span.start
    var label: Name?
    if current.isWord, peek() == .mark(.colon) {
      label = word()
      advance()
    }
    let content: Argument.Content =
      startsBinder ? .binder(try binder()) : .value(try nested())
    let end = previous?.span.end ?? start
    return Argument(label: label, content: content, span: Span(start, end))
  }

  private var startsBinder: Bool {
    current.isWord && peek() == .keyword(.in)
  }

  private mutating func binder() throws(Diagnostic) -> Binder {
    let name = try definedName("a binder")
    advance()
    let domain = try nested()
    return Binder(name: name, domain: domain, span: name.span.union(domain.span))
  }
}

extension Parser {
  /// What a token says, as written.
  func text(of token: Token) -> String { source[token.span] }

  /// What stands between the quotes of a text.
  func inside(_ token: Token) -> String {
    source[Span(token.span.start + 1, token.span.end - 1)]
  }

  /// Takes a name or a keyword as a mere word.
  mutating func word() -> Name {
    let token = advance()
    return Name(text(of: token), at: token.span)
  }

  /// Takes a text.
  mutating func quotedText(_ purpose: String) throws(Diagnostic) -> Name {
    guard current.kind == .text else { throw unexpected(purpose) }
    let token = advance()
    return Name(inside(token), at: token.span)
  }

  /// Takes a name that the author gives to something.
  mutating func definedName(_ purpose: String) throws(Diagnostic) -> Name {
    if case .keyword = current.kind { throw keywordAsName() }
    guard current.kind == .name else { throw unexpected("the name of \(purpose)") }
    return word()
  }
}
