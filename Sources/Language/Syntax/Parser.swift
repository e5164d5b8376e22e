import Source

/// Reads `dl`.
struct Parser {
  /// The most nodes on a way from the top of an expression to a leaf.
  static let maximalHeight = 512

  /// Reads a whole text; every statement is there, the wrong ones as invalid.
  static func parse(_ text: String) -> (program: Program, diagnostics: [Diagnostic]) {
    (Program(statements: []), [])
  }

  /// Reads one expression, as inline code has it; newlines mean nothing.
  static func parseExpression(
    _ text: String
  ) -> (
    expression: Expression?, diagnostics: [Diagnostic]
  ) {
    (nil, [])
  }
}
