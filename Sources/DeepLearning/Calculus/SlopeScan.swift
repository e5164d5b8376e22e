import Algebra
import Workings

/// Zeros of a derivative that is no polynomial, and the kinks where it changes its sign.
enum SlopeScan {
  /// Places at which the derivative is looked at, ends included.
  private static let count = 1_001

  /// In ascending order, strictly between the ends, each to the last bits of a double.
  static func zeros(
    of slope: Node, by variable: Quantity.ID, between low: Double, and high: Double,
    _ evaluator: Evaluator
  ) -> [Double] {
    let last = Double(count - 1)
    let places = (0..<count).lazy.map { step in
      let part = Double(step) / last
      return low * (1 - part) + high * part
    }
    return SignScan(evaluator, slope, variable).zeros(at: places, acceptsJumps: true)
      .filter { $0 > low && $0 < high }
  }
}
