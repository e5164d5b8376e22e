import Source

/// Guesses at what an author meant who writes another language's idiom.
extension Parser {
  /// A hint about the next token, which cannot follow what stands before it.
  func hint() -> String? {
    guard let previous else { return nil }
    switch current.kind {
    case .mark(.assign):
      return previous.kind == .name && isLabelPlace ? labelHint(previous) : "compare with '=='"
    case .mark(.colon):
      return position == piece.lowerBound + 1 && previous.kind == .name
        ? "define a name with '=': \(text(of: previous)) = 3" : foreignWordHint()
    case .mark(.comma):
      return "put a vector in brackets; 'show' takes several entries, a definition one"
    case .mark(.semicolon):
      return "give each row brackets of its own: [[1, 2], [3, 4]]"
    case .mark(.period):
      return previous.kind == .mark(.period) ? "a range is written with '...'" : nil
    case .name, .number, .text, .keyword:
      return foreignWordHint() ?? productHint(previous)
    case .mark, .invalid, .end:
      return nil
    }
  }

  /// A hint about the next token, before which an operand is missing.
  func hintForOperand() -> String? {
    if position == piece.lowerBound, position > 0, current.indent != nil, isInfixMark {
      return "end the line before with the \(quoted(current))"
    }
    if current.kind == .mark(.plus) { return "leave the '+' out" }
    if current.kind == .mark(.period) {
      return peek() == .number ? "write '0.\(text(of: tokens[position + 1]))'" : nil
    }
    guard let previous else { return nil }
    return Hints.forOperators[text(of: previous) + text(of: current)]
  }

  private var isInfixMark: Bool {
    guard case .mark(let mark) = current.kind else { return false }
    return mark.role == .infix
  }

  /// Whether the word before the next token begins an argument or a field.
  private var isLabelPlace: Bool {
    guard piece.contains(position - 2), case .mark(let mark) = tokens[position - 2].kind else {
      return false
    }
    return mark == .openParenthesis || mark == .comma || mark == .openBrace
  }

  /// `eta=0.1` as it should be: `eta: 0.1`.
  private func labelHint(_ label: Token) -> String {
    var end = position + 1
    while piece.contains(end), end - position < 4 {
      if case .mark(let mark) = tokens[end].kind, mark.role == .closing || mark == .comma { break }
      end += 1
    }
    guard end > position + 1, end - position < 4 else { return "write '\(text(of: label)): …'" }
    return "write '\(text(of: label)): \(source[span(of: position + 1..<end)])'"
  }

  /// `2x` as it should be: `2*x`.
  private func productHint(_ previous: Token) -> String? {
    guard previous.kind == .number, current.span.start == previous.span.end,
      current.kind == .name
    else { return isInBrackets ? "put a ',' between them" : nil }
    return "write '\(text(of: previous))*\(text(of: current))'"
  }

  private func foreignWordHint() -> String? {
    let candidates = [current, previous, tokens[piece].first].compactMap { $0 }
    return candidates.lazy.compactMap { Hints.forWords[text(of: $0)] }.first
  }
}

/// Hints for what other languages have and `dl` has not.
enum Hints {
  /// By the characters that could not be read.
  static let forCharacters: [String: String] = [
    "!": "write 'not', or 'factorial(n)' for n!", "&": "write 'and'", "&&": "write 'and'",
    "|": "write 'or', or 'abs(…)' for a size",
    "||": "write 'or'", "~": "'~=' means approximately", "'": "put a text in double quotes",
    "`": "put a text in double quotes", "“": "write straight quotes: \"…\"",
    "”": "write straight quotes: \"…\"", "„": "write straight quotes: \"…\"",
    "‘": "put a text in double quotes", "’": "put a text in double quotes",
    "–": "write the minus sign '-'", "—": "write the minus sign '-'", "÷": "write '/'",
    "∕": "write '/'", "→": "write '->'", "∗": "write '*'", "∙": "write '·'", "•": "write '·'",
    "₀": "write the digit on the line: x0", "₁": "write the digit on the line: x1",
    "₂": "write the digit on the line: x2", "₃": "write the digit on the line: x3",
    "²": "write '^2'", "³": "write '^3'", "√": "write 'sqrt(…)'", "∑": "write 'sum(…)'",
    "∇": "write 'gradient(…)'", "∂": "write 'derive(…)'", "∞": "there is no infinity",
    "?": "write 'if … then … else …'",
    "%": "there is no remainder; write 'a - b*floor(a/b)'", "\\": "write the name without '\\'",
    "$": "write the formula without '$'",
  ]

  /// By two operators in a row, the second of which has no operand before it.
  static let forOperators: [String: String] = [
    "//": "a comment begins with '#'", "===": "compare with '=='", "!==": "compare with '!='",
    "=>": "write '>='", "=<": "write '<='", "<>": "write '!='", ":=": "define with '='",
    "+=": "a name is defined once; give the new value a new name",
    "-=": "a name is defined once; give the new value a new name",
    "*=": "a name is defined once; give the new value a new name",
    "/=": "a name is defined once; give the new value a new name",
  ]

  /// By a word that is a name here and a keyword elsewhere.
  static let forWords: [String: String] = [
    "def": "define a function with f(x) = x^2", "fn": "define a function with f(x) = x^2",
    "func": "define a function with f(x) = x^2",
    "function": "define a function with f(x) = x^2",
    "lambda": "define a function with f(x) = x^2 and pass its name",
    "let": "leave the 'let' out", "var": "leave the 'var' out", "const": "leave the 'const' out",
    "for": "there are no loops; write [j^2, j in 1...6] or sum(j^2, j in 1...6)",
    "while": "there are no loops; built-ins iterate, with 'steps:' or 'epochs:'",
    "return": "leave the 'return' out; the body of a function is one expression",
    "import": "leave the 'import' out; everything is there",
    "assert": "write 'expect a == b'", "symbol": "write 'symbols'", "is": "compare with '=='",
    "mod": "write 'a - b*floor(a/b)'",
  ]
}
