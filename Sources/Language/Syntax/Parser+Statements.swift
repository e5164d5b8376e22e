import Source
import Workings

extension Parser {
  /// Reads one statement, to its end or to the first token that cannot belong to it.
  mutating func statement() throws(Diagnostic) -> Statement.Kind {
    guard case .keyword(let keyword) = current.kind, keyword.beginsStatement else {
      return try definitionOrExpression()
    }
    if peek() == .mark(.assign) { throw keywordAsName() }
    let word = advance()
    guard current.kind != .end else { throw emptyStatement(word) }
    switch keyword {
    case .symbols: return .symbols(try symbols())
    case .assume: return .assume(try expression())
    case .show: return .show(try shownItems())
    case .expect: return try expectation()
    case .published: return try publication()
    case .within, .from, .as, .if, .then, .else, .and, .or, .not, .in, .true, .false:
      throw keywordAsName()
    }
  }

  /// Makes sure that nothing is left of the statement.
  func expectEnd() throws(Diagnostic) {
    guard current.kind != .end else { return }
    throw unexpected("the end of the statement")
  }

  private mutating func definitionOrExpression() throws(Diagnostic) -> Statement.Kind {
    switch try shownItem() {
    case .definition(let definition): return .define(definition)
    case .function(let function): return .defineFunction(function)
    case .expression(let expression): return .expression(expression)
    }
  }

  private mutating func shownItems() throws(Diagnostic) -> [ShownItem] {
    var items: [ShownItem] = []
    repeat {
      items.append(try shownItem())
    } while take(.comma) && current.kind != .end
    return items
  }

  private mutating func shownItem() throws(Diagnostic) -> ShownItem {
    if case .keyword = current.kind, peek() == .mark(.assign) { throw keywordAsName() }
    guard current.kind == .name else { return .expression(try expression()) }
    switch peek() {
    case .mark(.assign), .keyword(.as):
      return .definition(try definition())
    case .mark(.openParenthesis):
      // Behind the bracket that closes the parameters a `=` or an `as` decides.
      let behind = partners[position + 1] - position + 1
      guard behind > 1, peek(behind) == .mark(.assign) || peek(behind) == .keyword(.as) else {
        return .expression(try expression())
      }
      return .function(try functionDefinition())
    case .name, .number, .text, .keyword, .mark, .invalid, .end:
      return .expression(try expression())
    }
  }

  private mutating func definition() throws(Diagnostic) -> Definition {
    let name = try definedName("a quantity")
    let tex = try displayName()
    guard take(.assign) else { throw unexpected("'='") }
    let value = try expression()
    return Definition(name: name, tex: tex, value: value, span: name.span.union(value.span))
  }

  private mutating func functionDefinition() throws(Diagnostic) -> FunctionDefinition {
    let name = try definedName("a function")
    let parameters = try parameters()
    let tex = try displayName()
    guard take(.assign) else { throw unexpected("'='") }
    let body = try expression()
    return FunctionDefinition(
      name: name, parameters: parameters, tex: tex, body: body, span: name.span.union(body.span))
  }

  /// Reads the names between the brackets of a function.
  mutating func parameters() throws(Diagnostic) -> [Name] {
    let opening = try enterBracket()
    var parameters: [Name] = []
    while current.kind != .mark(.closeParenthesis) {
      parameters.append(try definedName("a parameter"))
      guard take(.comma) else { break }
    }
    try leaveBracket(opening)
    return parameters
  }

  /// Reads `as "\hat{q}"`, if it stands here.
  mutating func displayName() throws(Diagnostic) -> Name? {
    guard take(.as) else { return nil }
    let tex = try quotedText("TeX in double quotes")
    guard let mistake = NameFormula.mistake(inTeX: tex.text) else { return tex }
    let start = tex.span.start + 1
    let place = Span(start + mistake.bytes.lowerBound, start + mistake.bytes.upperBound)
    throw Diagnostic(
      .error, Diagnostic.Message("bad-formula", mistake.text),
      at: mistake.bytes.isEmpty ? tex.span : place, hint: mistake.hint)
  }

  private mutating func expectation() throws(Diagnostic) -> Statement.Kind {
    let condition = try expression()
    let tolerance = take(.within) ? try expression() : nil
    return .expect(condition, within: tolerance)
  }

  private mutating func publication() throws(Diagnostic) -> Statement.Kind {
    let quantity = try expression()
    guard take(.assign) else { throw unexpected("'=' and the published value") }
    let value = try expression()
    if current.kind == .end { throw missingSource() }
    guard take(.from) else { throw unexpected("'from' and the source") }
    return .published(quantity, value: value, source: try quotedText("the source in double quotes"))
  }

  /// The names that the tokens of a wrong statement were about to define.
  func namesDefined(in range: Range<Int>) -> [Name] {
    var names: [Name] = []
    var index = range.lowerBound
    var isDeclaration = false
    while index < range.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .name:
        let follows = index == range.lowerBound || !tokens[index - 1].endsOperand
        if follows { names.append(Name(text(of: token), at: token.span)) }
      case .keyword(.symbols): isDeclaration = true
      case .mark(.comma) where tokens[range].first?.kind == .keyword(.show): names = []
      case .keyword(.show), .keyword(.as), .text, .mark(.comma): break
      case .mark(.openParenthesis):
        guard partners[index] > index else {
          let isDefinition = tokens[index..<range.upperBound].contains { $0.kind == .mark(.assign) }
          return isDefinition || isDeclaration ? names : []
        }
        index = partners[index]
      case .mark(.colon):
        // The shape of a symbol reaches to the next comma.
        while index + 1 < range.upperBound, tokens[index + 1].kind != .mark(.comma) { index += 1 }
      case .mark(.assign): return isDeclaration ? [] : names
      case .number, .keyword, .mark, .invalid, .end: return isDeclaration ? names : []
      }
      index += 1
    }
    return isDeclaration ? names : []
  }
}
