/// A word that cannot name anything; as a label or a field every word is free.
enum Keyword: String, Hashable, Sendable, CaseIterable {
  case symbols, assume, show, expect, published, within, from
  case `as`, `if`, then, `else`, and, or, not, `in`, `true`, `false`

  /// Whether a statement may begin with it that is no expression.
  var beginsStatement: Bool {
    switch self {
    case .symbols, .assume, .show, .expect, .published: true
    case .within, .from, .as, .if, .then, .else, .and, .or, .not, .in, .true, .false: false
    }
  }

  /// Whether an operand must follow, so that a newline behind it does not end the statement.
  var wantsOperand: Bool {
    switch self {
    case .then, .else, .and, .or, .not, .in: true
    case .symbols, .assume, .show, .expect, .published, .within, .from, .as, .if, .true, .false:
      false
    }
  }

  /// Whether something of the same statement must stand before it.
  var isInfix: Bool {
    switch self {
    case .within, .from, .as, .then, .else, .and, .or, .in: true
    case .symbols, .assume, .show, .expect, .published, .if, .not, .true, .false: false
    }
  }
}
