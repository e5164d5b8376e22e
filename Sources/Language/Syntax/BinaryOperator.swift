/// An arithmetic operator between two operands.
enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  /// Entry by entry; `⊙` and `×` are read as this one too.
  case multiply = "*"
  case divide = "/"
  case matrixProduct = "@"
  case innerProduct = "·"
  /// Binds to the right; `**` is read as this one too.
  case power = "^"
}
