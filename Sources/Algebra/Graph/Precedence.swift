/// How tightly an operation binds, loosest first; the order of the language and of printed formulas.
public enum Precedence: Int, Comparable, Sendable {
  case loosest, sample, conditional, disjunction, conjunction, negation, comparison, range
  case sum, product, sign, power, atom

  /// Looser comes before tighter.
  public static func < (left: Precedence, right: Precedence) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The next tighter level.
  public var tighter: Precedence {
    Precedence(rawValue: rawValue + 1) ?? .atom
  }
}
