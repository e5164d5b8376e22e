import Algebra
import Workings

/// Real roots of an expression in one unknown without a formula.
enum RootScan {
  /// Roots are looked for between the opposites of this number.
  static let reach = 10_000.0
  /// Places on either side of 0, closer together near it.
  private static let count = 600

  /// In ascending order; a whole number that is a root is exact, others are doubles.
  static func roots(of expression: Node, for unknown: Quantity.ID, _ evaluator: Evaluator) -> [Real]
  {
    let scan = SignScan(evaluator, expression, unknown)
    let places = (-count...count).lazy.map { step in
      let part = Double(step) / Double(count)
      return reach * part * part * part * part * part
    }
    return scan.zeros(at: places, acceptsJumps: false).map { place in
      let whole = place.rounded()
      guard abs(whole - place) < 1e-9, let integer = Int(exactly: whole) else {
        return .approximate(place)
      }
      let exact = Real.exact(Rational(integer))
      return scan.isZero(at: exact) ? exact : .approximate(place)
    }
  }
}
