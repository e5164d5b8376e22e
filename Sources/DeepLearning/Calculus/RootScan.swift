import Algebra
import Workings

/// Real roots of an expression in one unknown without a formula: changes of sign, then bisection.
struct RootScan {
  /// Roots are looked for between the opposites of this number.
  static let reach = 10_000.0
  /// Places on either side of 0, closer together near it.
  private static let count = 600

  private let evaluator: Evaluator
  private let expression: Node
  private let unknown: Quantity.ID

  init(_ evaluator: Evaluator, _ expression: Node, _ unknown: Quantity.ID) {
    self.evaluator = evaluator
    self.expression = expression
    self.unknown = unknown
  }

  /// In ascending order; a whole number that is a root is exact, others are doubles.
  func roots() -> [Real] {
    var found: [Real] = []
    var before: (place: Double, value: Double)?
    for step in -Self.count...Self.count {
      let part = Double(step) / Double(Self.count)
      let place = Self.reach * part * part * part * part * part
      guard let value = value(at: place) else {
        before = nil
        continue
      }
      if value == 0 {
        note(place, &found)
        before = nil
        continue
      }
      if let before, (before.value < 0) != (value < 0),
        let root = bisected(before.place, place, isRising: value > 0)
      {
        note(root, &found)
      }
      before = (place, value)
    }
    return found
  }

  private func note(_ place: Double, _ found: inout [Real]) {
    let whole = place.rounded()
    if abs(whole - place) < 1e-9, let integer = Int(exactly: whole),
      isRoot(.exact(Rational(integer)))
    {
      found.append(.exact(Rational(integer)))
    } else {
      found.append(.approximate(place))
    }
  }

  private func isRoot(_ number: Real) -> Bool {
    let there = evaluator.evaluator(overriding: [unknown: .number(number)])
    guard case .number(let value)? = try? there.value(of: expression) else { return false }
    return value.isZero
  }

  /// The root between two places; nil where the expression jumps over zero, as at a pole.
  private func bisected(_ low: Double, _ high: Double, isRising: Bool) -> Double? {
    guard let first = value(at: low), let last = value(at: high) else { return nil }
    let size = max(abs(first), abs(last))
    var (low, high) = (low, high)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, let value = value(at: middle) else { break }
      if value == 0 { return middle }
      if (value > 0) == isRising { high = middle } else { low = middle }
    }
    let place = low + (high - low) / 2
    guard let rest = value(at: place), abs(rest) <= 1e-6 * size else { return nil }
    return place
  }

  private func value(at place: Double) -> Double? {
    let there = evaluator.evaluator(overriding: [unknown: .number(.approximate(place))])
    guard case .number(let number)? = try? there.value(of: expression) else { return nil }
    return number.double.isFinite ? number.double : nil
  }
}
