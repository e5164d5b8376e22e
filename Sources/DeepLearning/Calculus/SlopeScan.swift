import Algebra
import Workings

/// Zeros of a derivative that is no polynomial: changes of sign in a scan, then bisection.
struct SlopeScan {
  /// Places at which the derivative is looked at, ends included.
  static let count = 1_001

  private let evaluator: Evaluator
  private let slope: Node
  private let variable: Quantity.ID
  private let low: Double
  private let high: Double

  init(
    _ evaluator: Evaluator, _ slope: Node, _ variable: Quantity.ID, _ low: Double, _ high: Double
  ) {
    self.evaluator = evaluator
    self.slope = slope
    self.variable = variable
    self.low = low
    self.high = high
  }

  /// In ascending order, strictly between the ends, each to the last bits of a double.
  func zeros() -> [Double] {
    var found: [Double] = []
    var before: (place: Double, value: Double)?
    let last = Double(SlopeScan.count - 1)
    for step in 0..<SlopeScan.count {
      let part = Double(step) / last
      let place = low * (1 - part) + high * part
      guard let value = value(at: place) else {
        before = nil
        continue
      }
      if value == 0 {
        if place > low, place < high { found.append(place) }
        before = nil
        continue
      }
      if let before, (before.value < 0) != (value < 0) {
        found.append(bisected(before.place, place, isRising: value > 0))
      }
      before = (place, value)
    }
    return found
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

  private func value(at place: Double) -> Double? {
    let there = evaluator.evaluator(overriding: [variable: .number(.approximate(place))])
    guard case .number(let number)? = try? there.value(of: slope) else { return nil }
    return number.isNaN ? nil : number.double
  }
}
