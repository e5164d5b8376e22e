import Algebra
import Workings

/// Places at which an expression in one unknown changes its sign: a scan, then bisection.
struct SignScan {
  private let evaluator: Evaluator
  private let expression: Node
  private let unknown: Quantity.ID

  init(_ evaluator: Evaluator, _ expression: Node, _ unknown: Quantity.ID) {
    self.evaluator = evaluator
    self.expression = expression
    self.unknown = unknown
  }

  /// Looks for zeros, place by place.
  ///
  /// - Parameters:
  ///   - places: Where to look, ascending; between two of them at most one zero is found.
  ///   - acceptsJumps: Whether a jump over zero counts, as a slope has at a kink and 1/x at its pole.
  /// - Returns: The zeros in the order of the places, each to the last bits of a double.
  func zeros(at places: some Sequence<Double>, acceptsJumps: Bool) -> [Double] {
    var found: [Double] = []
    var before: (place: Double, value: Double)?
    for place in places {
      guard let value = value(at: place) else {
        before = nil
        continue
      }
      if value == 0 {
        found.append(place)
        before = nil
        continue
      }
      if let before, (before.value < 0) != (value < 0) {
        let size = max(abs(before.value), abs(value))
        let zero = bisected(before.place, place, isRising: value > 0)
        if acceptsJumps || isSmall(at: zero, beside: size) { found.append(zero) }
      }
      before = (place, value)
    }
    return found
  }

  /// Whether a number is a zero, exactly where the expression is exact.
  func isZero(at number: Real) -> Bool {
    let there = evaluator.evaluator(overriding: [unknown: .number(number)])
    guard case .number(let value)? = try? there.value(of: expression) else { return false }
    return value.isZero
  }

  private func bisected(_ low: Double, _ high: Double, isRising: Bool) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, let value = value(at: middle) else { break }
      if value == 0 { return middle }
      if (value > 0) == isRising { high = middle } else { low = middle }
    }
    return low + (high - low) / 2
  }

  /// Whether the value there is small beside what it is around: not so where it jumps.
  private func isSmall(at place: Double, beside size: Double) -> Bool {
    guard let rest = value(at: place) else { return false }
    return abs(rest) <= 1e-6 * size
  }

  private func value(at place: Double) -> Double? {
    let there = evaluator.evaluator(overriding: [unknown: .number(.approximate(place))])
    guard case .number(let number)? = try? there.value(of: expression) else { return nil }
    return number.double.isFinite ? number.double : nil
  }
}
