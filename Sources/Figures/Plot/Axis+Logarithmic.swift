extension Axis {
  /// A scale of equal factors with ticks at powers of ten.
  ///
  /// Where a value is zero or negative, the lowest tenth of the length is kept for it.
  ///
  /// - Parameters:
  ///   - values: What the scale must span; may be empty, and may be without logarithm.
  ///   - fixed: The ends, where the author gave them; used if both are positive.
  init(logarithmic values: [Double], fixed: ClosedRange<Double>?) {
    let positive = values.filter { $0 > 0 }
    var low = 0.1
    var high = 1.0
    if let fixed, fixed.lowerBound > 1e-290, fixed.upperBound <= 1e300,
      fixed.upperBound / fixed.lowerBound > 1 + 1e-9
    {
      (low, high) = (fixed.lowerBound, fixed.upperBound)
    } else if let least = positive.min(), let most = positive.max() {
      (low, high) = Self.ends(around: max(least, 1e-290), max(most, 1e-290))
    }
    range = low...high
    isLogarithmic = true
    foot = values.contains { $0 <= 0 } ? 0.1 : 0
    (ticks, minorTicks) = Self.ticks(from: low, to: high)
  }

  /// The nearest values below and above of the form 1, 2 or 5 times a power of ten, or powers of ten
  /// when there are several decades.
  private static func ends(around low: Double, _ high: Double) -> (Double, Double) {
    let factors: [Double] = high / low > 100 ? [1, 10] : [1, 2, 5, 10]
    let lowest = DecimalNumber(low)
    let highest = DecimalNumber(high)
    let down = factors.last { value($0, lowest.exponent) <= low } ?? 1
    let up = factors.first { value($0, highest.exponent) >= high } ?? 10
    let ends = (value(down, lowest.exponent), value(up, highest.exponent))
    return ends.0 < ends.1 ? ends : (ends.0 / 10, ends.1 * 10)
  }

  private static func ticks(from low: Double, to high: Double) -> ([Tick], [Double]) {
    let first = DecimalNumber(low).exponent
    let last = DecimalNumber(high).exponent
    let every = max(1, (last - first + 7) / 8)
    let named: [Int] = last - first >= 3 ? [1] : last - first >= 2 ? [1, 3] : [1, 2, 3, 5]
    let areShort = first >= -4 && last <= 5
    var ticks: [Tick] = []
    var minor: [Double] = []
    for exponent in first...last {
      for factor in 1...9 {
        let value = value(Double(factor), exponent)
        guard value >= low * (1 - 1e-12), value <= high * (1 + 1e-12) else { continue }
        let isNamed = named.contains(factor) && exponent.isMultiple(of: every)
        if isNamed {
          let number = DecimalNumber(factor, timesTenTo: exponent)
          let label = areShort ? number.label : number.label(timesTenTo: exponent)
          ticks.append(Tick(value: value, label: label))
        } else if every == 1, last - first <= 4 {
          minor.append(value)
        } else if factor == 1 {
          minor.append(value)
        }
      }
    }
    return (ticks, minor)
  }

  private static func value(_ factor: Double, _ exponent: Int) -> Double {
    exponent < 0 ? factor / .powerOfTen(-exponent) : factor * .powerOfTen(exponent)
  }
}
