import Source

/// The smallest piece of a text that means something.
struct Token: Hashable, Sendable {
  /// What it is.
  let kind: Kind
  /// Where it stands; of a text, with its quotes.
  let span: Span
  /// The bytes between the start of the line and the first token on it; `nil` for later tokens.
  let indent: Int?

  /// The sorts of tokens; what a word, a number or a text says is read from the source.
  enum Kind: Hashable, Sendable {
    case name
    case number
    case text
    case keyword(Keyword)
    case mark(Mark)
    /// What could not be read.
    case invalid(LexicalProblem)
    /// Behind the last token.
    case end
  }

  /// Whether it is a name or a keyword, hence fit to be a label.
  var isWord: Bool {
    switch kind {
    case .name, .keyword: true
    case .number, .text, .mark, .invalid, .end: false
    }
  }

  /// Whether an expression may end with it.
  var endsOperand: Bool {
    switch kind {
    case .name, .number, .text: true
    case .keyword(let keyword): keyword == .true || keyword == .false
    case .mark(let mark): mark.role == .closing
    case .invalid, .end: false
    }
  }

  /// Whether it can neither follow an operand nor continue an expression in any other way.
  var beginsAnew: Bool {
    switch kind {
    case .name, .number, .text: true
    case .keyword(let keyword): keyword.beginsStatement
    case .mark, .invalid, .end: false
    }
  }

  /// Whether a newline behind it means nothing, because something must follow.
  var wantsMore: Bool {
    switch kind {
    case .mark(let mark): mark.role == .infix || mark == .comma
    case .keyword(let keyword): keyword.wantsOperand
    case .name, .number, .text, .invalid, .end: false
    }
  }
}

/// What the lexer can stumble over.
enum LexicalProblem: Hashable, Sendable {
  /// A text without its closing quote on the same line.
  case unterminatedText
  /// A character that the language does not have.
  case unexpectedCharacter
}
