import Algebra
import Workings

/// Real roots of an expression in one unknown without a formula.
struct RootScan {
  /// What was found, and where was looked.
  struct Findings {
    /// In ascending order; exact where a simple fraction is a root, else doubles.
    var points: [Real] = []
    /// Where the expression is 0 all along.
    var stretches: [Stretch] = []
    var low = -RootScan.reach
    var high = RootScan.reach
    /// Whether there were so many that it was looked in a smaller range.
    var isCut = false
  }

  /// Roots are looked for between the opposites of this number.
  private static let reach = 10_000.0
  /// Where there are many, between the opposites of this one.
  private static let shortReach = 10.0
  /// More roots are not listed.
  private static let limit = 12
  /// Places on either side of 0.
  private static let count = 600

  private let evaluator: Evaluator
  private let expression: Node
  private let unknown: Quantity.ID
  private let side: Node

  /// - Parameters:
  ///   - evaluator: Works out values.
  ///   - equation: Whose sides are to agree.
  ///   - unknown: Its unknown.
  init(_ evaluator: Evaluator, _ equation: Solve.Equation, _ unknown: Quantity.ID) {
    side = equation.left
    self.evaluator = evaluator
    self.expression = equation.difference
    self.unknown = unknown
  }

  func findings() -> Findings {
    // Closer together near 0.
    let wide = (-RootScan.count...RootScan.count).map { step in
      let part = Double(step) / Double(RootScan.count)
      return RootScan.reach * part * part * part * part * part
    }
    var found = findings(at: wide)
    guard found.points.count > RootScan.limit else { return found }
    let short = (-2 * RootScan.count...2 * RootScan.count).map { step in
      RootScan.shortReach * Double(step) / Double(2 * RootScan.count)
    }
    found = findings(at: short)
    (found.low, found.high) = (-RootScan.shortReach, RootScan.shortReach)
    found.isCut = true
    return found
  }

  private func findings(at places: [Double]) -> Findings {
    let scan = SignScan(evaluator, expression, unknown, besides: side)
    var found = Findings()
    var zeros: [Double] = []
    for finding in scan.findings(at: places) {
      switch finding {
      case .zero(let place): zeros.append(place)
      case .jump: continue
      case .flat(let low, let high, let isOpenLow, let isOpenHigh):
        let ends = (exact(low), exact(high))
        found.stretches.append(
          Stretch(
            low: isOpenLow ? .approximate(-.infinity) : ends.0,
            high: isOpenHigh ? .approximate(.infinity) : ends.1,
            includesLow: !isOpenLow && scan.isZero(at: ends.0),
            includesHigh: !isOpenHigh && scan.isZero(at: ends.1)))
      }
    }
    if let slope = try? Gradient(evaluator).chain(of: expression, by: [unknown]).result(by: unknown)
    {
      zeros += scan.touches(at: places, slope: SignScan(evaluator, slope, unknown))
    }
    found.points = zeros.sorted().map { place in
      let number = exact(place)
      return number.isExact && scan.isZero(at: number) ? number : .approximate(place)
    }
    return found
  }

  private func exact(_ place: Double) -> Real {
    SignScan.fraction(near: place) ?? .approximate(place)
  }

  /// A whole end of the range as words have it.
  static func text(_ end: Double) -> String {
    (end < 0 ? "−" : "") + String(Int(abs(end)))
  }
}
