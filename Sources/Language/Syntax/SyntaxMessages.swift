import Source

extension Diagnostic.Message {
  static func unexpectedCharacter(_ character: String) -> Self {
    Self("unexpected-character", "unexpected character \(character)")
  }

  static var unterminatedText: Self {
    Self("unterminated-text", "the text is not closed on its line")
  }

  static func unclosedBracket(_ bracket: String) -> Self {
    Self("unclosed-bracket", "the bracket \(bracket) is never closed")
  }

  static func strayBracket(_ bracket: String) -> Self {
    Self("stray-bracket", "the bracket \(bracket) closes nothing")
  }

  static func unexpectedToken(_ token: String, expected: String) -> Self {
    Self("unexpected-token", "found \(token) where \(expected) was expected")
  }

  static func unexpectedEnd(expected: String) -> Self {
    Self("unexpected-end", "the statement ends where \(expected) was expected")
  }

  static func missingOperand(of operation: String) -> Self {
    Self("missing-operand", "\(operation) lacks an operand on its right")
  }

  static func missingOperand(before token: String) -> Self {
    Self("missing-operand", "an operand is missing before \(token)")
  }

  static var missingExpression: Self {
    Self("missing-expression", "there is no expression here")
  }

  static var missingThen: Self {
    Self("missing-then", "this 'if' has no 'then'")
  }

  static var missingElse: Self {
    Self("missing-else", "this 'if' has no 'else'")
  }

  static var missingSource: Self {
    Self("missing-source", "'published' does not say where the value stands")
  }

  static func keywordAsName(_ keyword: String) -> Self {
    Self("keyword-as-name", "\(keyword) is a keyword and cannot be a name")
  }

  static func chainedOperator(_ operation: String) -> Self {
    Self("chained-operator", "a second \(operation) cannot follow the first")
  }

  static func nestedTooDeeply(_ limit: Int) -> Self {
    Self("nested-too-deeply", "brackets are nested more than \(limit) deep")
  }

  static func tooManyOperations(_ limit: Int) -> Self {
    Self("nested-too-deeply", "more than \(limit) operations are nested in one another")
  }
}
