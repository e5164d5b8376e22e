/// A token made of punctuation; the raw value is the spelling that the printer uses.
enum Mark: String, Hashable, Sendable, CaseIterable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case period = "."
  case assign = "="
  case pipe = "|>"
  case arrow = "->"
  case ellipsis = "..."
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case at = "@"
  case dot = "·"
  /// `×`: a product, and what separates the sizes of a shape.
  case cross = "×"
  case caret = "^"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case approximatelyEqual = "≈"

  /// What part a mark plays between the operands around it.
  enum Role {
    case opening, closing, separator, infix
  }

  /// The part that this mark plays.
  var role: Role {
    switch self {
    case .openParenthesis, .openBracket, .openBrace: .opening
    case .closeParenthesis, .closeBracket, .closeBrace: .closing
    case .comma, .colon, .semicolon, .period: .separator
    case .assign, .pipe, .arrow, .ellipsis, .plus, .minus, .star, .slash, .at, .dot, .cross,
      .caret, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      .approximatelyEqual:
      .infix
    }
  }
}

extension Mark {
  /// The bracket that closes this one; `nil` when this is no opening bracket.
  var closing: Mark? {
    if self == .openParenthesis { return .closeParenthesis }
    if self == .openBracket { return .closeBracket }
    return self == .openBrace ? .closeBrace : nil
  }
}
