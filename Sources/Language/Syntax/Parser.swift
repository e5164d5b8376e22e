import Source

/// Reads `dl`: tokens, then statements, then each statement by precedence climbing.
///
/// A statement reports at most one problem, and the next one starts afresh. The work is linear in
/// the bytes, and both the recursion here and the height of every tree are bounded.
struct Parser {
  /// The most brackets inside one another.
  static let maximalNesting = 256
  /// The most nodes on a way from the top of an expression to a leaf.
  static let maximalHeight = 512

  /// The text that is read.
  let source: SourceBytes
  /// All tokens of the text.
  let tokens: [Token]
  /// For each bracket the index of its partner, -1 without one.
  let partners: [Int]
  /// The tokens of the statement that is being read.
  private(set) var piece: Range<Int>
  /// The index of the next token.
  private(set) var position: Int
  /// The next token; behind the statement one of kind `end`.
  private(set) var current: Token
  private var nesting = 0
  private var level = 0

  private init(_ source: SourceBytes, _ tokens: [Token], _ layout: Layout) {
    self.source = source
    self.tokens = tokens
    partners = layout.partners
    piece = 0..<0
    position = 0
    current = Token(kind: .end, span: Span(0, 0), indent: nil)
  }

  /// Reads a whole text; every statement is there, the wrong ones as invalid.
  ///
  /// - Parameter text: A file of statements, or the inside of a block.
  /// - Returns: The statements, and what is wrong, sorted by place.
  static func parse(_ text: String) -> (program: Program, diagnostics: [Diagnostic]) {
    let source = SourceBytes(text)
    let tokens = Lexer.tokens(of: source.bytes)
    let layout = Layout(tokens)
    var parser = Parser(source, tokens, layout)
    var statements: [Statement] = []
    var diagnostics: [Diagnostic] = []
    for piece in layout.pieces {
      do throws(Diagnostic) {
        try parser.begin(piece)
        let kind = try parser.statement()
        try parser.expectEnd()
        statements.append(Statement(kind: kind, span: parser.span(of: piece.tokens)))
      } catch {
        diagnostics.append(error)
        let names = parser.namesDefined(in: piece.tokens)
        let span = parser.span(of: piece.tokens)
        statements.append(Statement(kind: .invalid(defining: names), span: span))
      }
    }
    return (Program(statements: statements), diagnostics)
  }

  /// Reads one expression, as inline code has it; newlines mean nothing.
  ///
  /// - Parameter text: The expression alone.
  /// - Returns: The expression, or `nil` and at least one diagnostic.
  static func parseExpression(
    _ text: String
  ) -> (expression: Expression?, diagnostics: [Diagnostic]) {
    let source = SourceBytes(text)
    let tokens = Lexer.tokens(of: source.bytes)
    let layout = Layout(tokens, asOneStatement: true)
    var parser = Parser(source, tokens, layout)
    do throws(Diagnostic) {
      guard let piece = layout.pieces.first else {
        throw Diagnostic(.error, .missingExpression, at: Span(0, source.bytes.count))
      }
      try parser.begin(piece)
      let expression = try parser.expression()
      try parser.expectEnd()
      return (expression, [])
    } catch {
      return (nil, [error])
    }
  }

  /// Goes to a statement; what is wrong with its tokens or brackets is the one thing to report.
  private mutating func begin(_ next: Layout.Piece) throws(Diagnostic) {
    piece = next.tokens
    nesting = 0
    level = 0
    move(to: piece.lowerBound)
    if let token = tokens[piece].first(where: { if case .invalid = $0.kind { true } else { false } }
    ) {
      throw lexicalProblem(token)
    }
    guard let unclosed = next.unclosed else { return }
    let opening = tokens[unclosed]
    let notes = next.stray.map { stray in
      [Diagnostic.Note("this \(quoted(tokens[stray])) does not close it", at: tokens[stray].span)]
    }
    throw Diagnostic(
      .error, .unclosedBracket(quoted(opening)), at: opening.span, notes: notes ?? [],
      hint: closingHint(opening))
  }

  /// The place from the first to the last of these tokens.
  func span(of range: Range<Int>) -> Span {
    guard let first = tokens[range].first, let last = tokens[range].last else { return Span(0, 0) }
    return first.span.union(last.span)
  }

  // The rest is what the grammar is written with.

  /// The token some steps further on; of kind `end` behind the statement.
  func peek(_ distance: Int = 1) -> Token.Kind {
    let index = position + distance
    return piece.contains(index) ? tokens[index].kind : .end
  }

  /// The token before the next one, if it belongs to the statement.
  var previous: Token? {
    piece.contains(position - 1) ? tokens[position - 1] : nil
  }

  private mutating func move(to index: Int) {
    position = index
    if piece.contains(index) {
      current = tokens[index]
    } else {
      let end = piece.isEmpty ? 0 : tokens[piece.upperBound - 1].span.end
      current = Token(kind: .end, span: Span(end, end), indent: nil)
    }
  }

  /// Takes the next token.
  @discardableResult
  mutating func advance() -> Token {
    let token = current
    move(to: position + 1)
    return token
  }

  /// Takes the next token if it is this mark.
  mutating func take(_ mark: Mark) -> Bool {
    guard current.kind == .mark(mark) else { return false }
    advance()
    return true
  }

  /// Takes the next token if it is this keyword.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard current.kind == .keyword(keyword) else { return false }
    advance()
    return true
  }

  /// The place from an offset to the end of the token that was taken last.
  func since(_ start: Int) -> Span {
    Span(start, previous?.span.end ?? start)
  }

  /// A node, unless the tree would become too high to be walked by recursion.
  static func node(_ kind: Expression.Kind, at span: Span) throws(Diagnostic) -> Expression {
    let expression = Expression(kind, at: span)
    guard expression.height <= maximalHeight else {
      throw Diagnostic(
        .error, .tooManyOperations(maximalHeight), at: span, hint: "give a part of it a name")
    }
    return expression
  }

  /// Reads an operand; everything that can nest goes through here, so that depth is bounded.
  mutating func nested(
    _ minimum: Precedence = .pipe
  ) throws(Diagnostic) -> Expression {
    guard level < Parser.maximalHeight else {
      throw Diagnostic(
        .error, .tooManyOperations(Parser.maximalHeight), at: current.span,
        hint: "give a part of it a name")
    }
    level += 1
    defer { level -= 1 }
    return try expression(minimum)
  }

  /// Whether the next token stands inside brackets.
  var isInBrackets: Bool { nesting > 0 }

  /// Takes an opening bracket.
  mutating func enterBracket() throws(Diagnostic) -> Token {
    guard nesting < Parser.maximalNesting else {
      throw Diagnostic(
        .error, .nestedTooDeeply(Parser.maximalNesting), at: current.span,
        hint: "give an inner part a name")
    }
    nesting += 1
    return advance()
  }

  /// Takes the bracket that closes `opening`.
  mutating func leaveBracket(_ opening: Token, expecting others: String = "','") throws(Diagnostic)
  {
    guard case .mark(let mark) = opening.kind, let closing = mark.closing else { return }
    if take(closing) {
      nesting -= 1
      return
    }
    if current.kind == .end || (current.indent != nil && tokens.looksLikeStatement(at: position)) {
      throw Diagnostic(
        .error, .unclosedBracket(quoted(opening)), at: opening.span, hint: closingHint(opening))
    }
    throw unexpected("\(others) or '\(closing.rawValue)'")
  }

  private func closingHint(_ opening: Token) -> String? {
    guard case .mark(let mark) = opening.kind, let closing = mark.closing else { return nil }
    return "close it with '\(closing.rawValue)'"
  }
}
