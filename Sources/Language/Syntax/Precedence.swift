/// How tightly a form of expression binds, from the loosest to the tightest.
enum Precedence: Int, Comparable, Sendable {
  case pipe, sample, choice, or, and, not, comparison, range, sum, product, negation, power, postfix

  /// Whether the first binds looser.
  static func < (left: Precedence, right: Precedence) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What the operand on the right of a left-associative operator must bind at least as tightly
  /// as.
  var tighter: Precedence {
    Precedence(rawValue: rawValue + 1) ?? .postfix
  }
}

extension BinaryOperator {
  /// How tightly it binds.
  var precedence: Precedence {
    switch self {
    case .add, .subtract: .sum
    case .multiply, .divide, .matrixProduct, .innerProduct: .product
    case .power: .power
    }
  }
}
