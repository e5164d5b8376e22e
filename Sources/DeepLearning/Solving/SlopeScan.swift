import Algebra
import Workings

/// Zeros of a derivative that is no polynomial, and the kinks where it changes its sign.
enum SlopeScan {
  /// Where the derivative is 0 or jumps over 0.
  struct Findings {
    /// In ascending order, strictly between the ends; exact where that is a simple fraction.
    var places: [Real] = []
    /// Stretches on which it is 0 all along.
    var flats: [(low: Real, high: Real)] = []
  }

  /// Places at which the derivative is looked at, ends included.
  private static let count = 1_001

  /// What there is between two ends, each place to the last bits of a double.
  static func findings(
    of slope: Node, by variable: Quantity.ID, between low: Double, and high: Double,
    _ evaluator: Evaluator
  ) -> Findings {
    let last = Double(count - 1)
    let places = (0..<count).lazy.map { step in
      let part = Double(step) / last
      return low * (1 - part) + high * part
    }
    let scan = SignScan(evaluator, slope, variable)
    var found = Findings()
    for finding in scan.findings(at: places) {
      switch finding {
      case .zero(let place) where place > low && place < high:
        let fraction = SignScan.fraction(near: place)
        let exact = fraction.flatMap { scan.isZero(at: $0) ? $0 : nil }
        found.places.append(exact ?? .approximate(place))
      case .jump(let place) where place > low && place < high:
        found.places.append(SignScan.fraction(near: place) ?? .approximate(place))
      case .zero, .jump: continue
      case .flat(let from, let to, _, _):
        let ends = [from, to].map { SignScan.fraction(near: $0) ?? .approximate($0) }
        found.flats.append((ends[0], ends[1]))
      }
    }
    return found
  }
}
