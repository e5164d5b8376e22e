internal import Source

/// The tokens of a formula with the macros expanded as they come.
struct TokenStream {
  var macros: Macros
  /// Whether a definition was among the tokens.
  var hasDefined = false
  /// What was found that hinders no reading, one of a kind, in bytes of the source.
  private(set) var findings: [Diagnostic] = []
  /// How many times higher than usual the rows of tables are, in thousandths: `\arraystretch`.
  var rowStretch = 1_000
  private let tokens: [TeXToken]
  private let length: Int
  private var index = 0
  /// Tokens that macros put back, the next one last.
  private var pending: [TeXToken] = []
  private var expansions = 0
  private var expandedBytes = 0

  init(_ source: String, macros: Macros) throws(TeXError) {
    tokens = try TeXLexer.tokens(of: source)
    length = source.utf8.count
    self.macros = macros
  }

  /// The next token as it is written, macros and comments included.
  var rawToken: TeXToken? {
    if let token = pending.last { return token }
    return index < tokens.count ? tokens[index] : nil
  }

  /// Where the next token starts, for errors about what is missing.
  var place: Span {
    rawToken.map { Span(Int($0.start), Int($0.end)) } ?? Span(length, length)
  }

  /// How many tokens macros have put back.
  var pendingCount: Int { pending.count }

  /// The token `distance` places on among those that macros have put back.
  func pendingToken(at distance: Int) -> TeXToken? {
    distance < pending.count ? pending[pending.count - 1 - distance] : nil
  }

  /// The token `distance` places on in the source.
  func sourceToken(at distance: Int) -> TeXToken? {
    index + distance < tokens.count ? tokens[index + distance] : nil
  }

  func error(_ reason: TeXError.Reason, at token: TeXToken?) -> TeXError {
    TeXError(reason: reason, span: token.map { Span(Int($0.start), Int($0.end)) } ?? place)
  }

  /// Keeps a finding that hinders no reading.
  mutating func note(
    _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, at token: TeXToken,
    hint: String
  ) {
    guard !findings.contains(where: { $0.message.code == message.code }) else { return }
    let span = Span(Int(token.start), Int(token.end))
    findings.append(Diagnostic(severity, message, at: span, hint: hint))
  }

  /// Warns of a `%` that is read as `\%`.
  mutating func noteBarePercent(at token: TeXToken) {
    note(.warning, .barePercent, at: token, hint: "write '\\%'")
  }

  mutating func advance() {
    if pending.popLast() == nil { index += 1 }
  }

  /// The next token that is no macro; in a text no `%` begins a comment.
  mutating func peek(inText: Bool = false) throws(TeXError) -> TeXToken? {
    while let token = rawToken {
      switch token.kind {
      case .character("%") where !inText:
        skipComment()
      case .command(let name):
        guard !macros.isEmpty, let macro = macros[name] else { return token }
        advance()
        try expand(macro, name: name, call: token)
      case .character, .space, .parameter:
        return token
      }
    }
    return nil
  }

  /// The next token that is neither a macro nor white space.
  mutating func peekSolid() throws(TeXError) -> TeXToken? {
    while let token = try peek() {
      if !token.isSpace { return token }
      advance()
    }
    return nil
  }

  mutating func skipSpaces() {
    while rawToken?.isSpace == true { advance() }
  }

  private mutating func skipComment() {
    while let token = rawToken {
      advance()
      if case .space(endsLine: true) = token.kind { return }
    }
  }

  /// Puts tokens before the rest.
  mutating func prepend(_ tokens: [TeXToken]) {
    pending.append(contentsOf: tokens.reversed())
  }

  /// Puts tokens before the rest that stand once in the source and are read many times.
  mutating func repeating(_ tokens: [TeXToken], at place: TeXToken) throws(TeXError) {
    expandedBytes += tokens.reduce(0) { $0 + $1.weight }
    guard expandedBytes <= TeXLimits.expandedBytes else {
      throw error(.tooManyExpansions, at: place)
    }
    prepend(tokens)
  }

  /// Puts the expansion of a call that was just passed before the rest.
  mutating func expand(
    _ macro: Macros.Macro, name: String, call: TeXToken
  ) throws(TeXError) {
    expansions += 1
    guard expansions <= TeXLimits.expansions else { throw error(.tooManyExpansions, at: call) }
    let body = if let pair = macro.pair { try tokens(of: pair) } else { macro.body }
    var arguments: [[TeXToken]] = []
    if let fallback = macro.fallback {
      arguments.append(try rawBracketed() ?? fallback)
    }
    while arguments.count < macro.parameters {
      guard let argument = try rawArgument() else {
        throw error(.missingArgument(of: "\\" + name), at: call)
      }
      arguments.append(argument)
    }
    var expansion: [TeXToken] = []
    for token in body {
      if case .parameter(let number) = token.kind {
        if number >= 1 && number <= arguments.count { expansion += arguments[number - 1] }
      } else {
        expansion.append(token.moved(to: call))
      }
      guard expansion.count <= TeXLimits.expandedBytes else {
        throw error(.tooManyExpansions, at: call)
      }
    }
    expandedBytes += expansion.reduce(0) { $0 + $1.weight }
    guard expandedBytes <= TeXLimits.expandedBytes else {
      throw error(.tooManyExpansions, at: call)
    }
    prepend(expansion)
  }

  /// One argument of a macro, unread: a token, or the tokens between two braces.
  mutating func rawArgument() throws(TeXError) -> [TeXToken]? {
    skipSpaces()
    guard let first = rawToken, !first.isCharacter("}") else { return nil }
    advance()
    guard first.isCharacter("{") else { return [first] }
    return try rawTokens(until: "}", opening: first)
  }

  /// The unread tokens between brackets, if a bracket is next.
  mutating func rawBracketed() throws(TeXError) -> [TeXToken]? {
    guard let first = rawToken, first.isCharacter("[") else { return nil }
    advance()
    return try rawTokens(until: "]", opening: first)
  }

  private mutating func rawTokens(
    until end: Unicode.Scalar, opening: TeXToken
  ) throws(TeXError) -> [TeXToken] {
    var found: [TeXToken] = []
    var depth = 0
    while let token = rawToken {
      advance()
      if depth == 0 && token.isCharacter(end) { return TeXToken.withPercentSigns(found) }
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth < 0 { break }
      found.append(token)
    }
    throw error(end == "}" ? .missingBrace : .unexpectedBracket("["), at: opening)
  }
}
