import Source

extension Parser {
  /// Reads an expression whose operators all bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence = .pipe) throws(Diagnostic) -> Expression {
    let start = current.span.start
    var left = try prefixed(minimum)
    while let found = infix(), found.precedence >= minimum {
      if found.precedence == .comparison {
        left = try comparison(left, from: start)
        continue
      }
      if isChainForbidden(found, after: left) { throw chained(found) }
      advance()
      let right = try nested(found == .arithmetic(.power) ? .power : found.precedence.tighter)
      left = try Parser.node(found.kind(left, right), at: since(start))
    }
    return left
  }

  /// Reads an operand with the words and signs before it.
  private mutating func prefixed(_ minimum: Precedence) throws(Diagnostic) -> Expression {
    let start = current.span.start
    switch current.kind {
    case .mark(.minus):
      advance()
      // In `2^-1` the minus stands inside the power; elsewhere it binds looser than `^`.
      return try Parser.node(.negate(nested(max(minimum, .negation))), at: since(start))
    case .keyword(.not):
      guard minimum <= .not else { throw needsBrackets("not") }
      advance()
      return try Parser.node(.not(nested(.not)), at: since(start))
    case .keyword(.if):
      guard minimum <= .choice else { throw needsBrackets("if") }
      return try choice()
    case .name, .number, .text, .keyword, .mark, .invalid, .end:
      return try postfixed()
    }
  }

  private mutating func choice() throws(Diagnostic) -> Expression {
    let word = advance()
    let condition = try nested()
    guard take(.then) else { throw missingWord(.then, of: word) }
    let then = try nested()
    guard take(.else) else { throw missingWord(.else, of: word) }
    let otherwise = try nested(.choice)
    return try Parser.node(
      .choice(condition: condition, then: then, otherwise: otherwise), at: since(word.span.start))
  }

  private mutating func comparison(
    _ first: Expression, from start: Int
  ) throws(Diagnostic) -> Expression {
    var links: [Expression.Comparison] = []
    while case .comparison(let comparison) = infix() {
      advance()
      links.append(Expression.Comparison(comparison: comparison, right: try nested(.range)))
    }
    return try Parser.node(.comparison(first, links), at: since(start))
  }

  private func isChainForbidden(_ infix: Infix, after left: Expression) -> Bool {
    if case .range = left.kind { return infix == .range }
    if case .sample = left.kind { return infix == .sample }
    return false
  }

  private func chained(_ infix: Infix) -> Diagnostic {
    Diagnostic(
      .error, .chainedOperator(quoted(current)), at: current.span,
      hint: infix == .range ? "a range has two ends" : "a sample has one input and one target")
  }

  private func needsBrackets(_ word: String) -> Diagnostic {
    Diagnostic(
      .error, .unexpectedToken("'\(word)'", expected: "an operand"), at: current.span,
      hint: "put the '\(word)' and what belongs to it in brackets")
  }

  private func missingWord(_ word: Keyword, of choice: Token) -> Diagnostic {
    let isThen = word == .then
    if current.kind == .mark(.assign) { return unexpected(isThen ? "'then'" : "'else'") }
    return Diagnostic(
      .error, isThen ? .missingThen : .missingElse, at: choice.span,
      hint: "write 'if c then a else b'")
  }

  /// The operator between two operands that stands here, if any.
  private func infix() -> Infix? {
    switch current.kind {
    case .mark(let mark): Infix(mark)
    case .keyword(.and): .and
    case .keyword(.or): .or
    case .name, .number, .text, .keyword, .invalid, .end: nil
    }
  }
}

/// An operator between two operands.
private enum Infix: Hashable {
  case pipe, sample, or, and, range
  case comparison(ComparisonOperator)
  case arithmetic(BinaryOperator)

  init?(_ mark: Mark) {
    switch mark {
    case .pipe: self = .pipe
    case .arrow: self = .sample
    case .ellipsis: self = .range
    case .plus: self = .arithmetic(.add)
    case .minus: self = .arithmetic(.subtract)
    case .star, .cross: self = .arithmetic(.multiply)
    case .slash: self = .arithmetic(.divide)
    case .at: self = .arithmetic(.matrixProduct)
    case .dot: self = .arithmetic(.innerProduct)
    case .caret: self = .arithmetic(.power)
    case .equal: self = .comparison(.equal)
    case .notEqual: self = .comparison(.notEqual)
    case .less: self = .comparison(.less)
    case .lessOrEqual: self = .comparison(.lessOrEqual)
    case .greater: self = .comparison(.greater)
    case .greaterOrEqual: self = .comparison(.greaterOrEqual)
    case .approximatelyEqual: self = .comparison(.approximatelyEqual)
    case .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .openBrace,
      .closeBrace, .comma, .colon, .semicolon, .period, .assign:
      return nil
    }
  }

  var precedence: Precedence {
    switch self {
    case .pipe: .pipe
    case .sample: .sample
    case .or: .or
    case .and: .and
    case .range: .range
    case .comparison: .comparison
    case .arithmetic(let binary): binary.precedence
    }
  }

  /// The node with these operands; a comparison is a chain of one.
  func kind(_ left: Expression, _ right: Expression) -> Expression.Kind {
    switch self {
    case .pipe: .pipe(left, right)
    case .sample: .sample(left, right)
    case .or: .or(left, right)
    case .and: .and(left, right)
    case .range: .range(left, right)
    case .comparison(let comparison):
      .comparison(left, [.init(comparison: comparison, right: right)])
    case .arithmetic(let binary): .binary(binary, left, right)
    }
  }
}
