extension Axis {
  /// A scale of equal steps with some five to ten ticks at multiples of 1, 2 or 5 times a power of
  /// ten.
  ///
  /// - Parameters:
  ///   - values: What the scale must span; may be empty.
  ///   - fixed: The ends, where the author gave them.
  ///   - margin: The part of the span that is kept free at both ends.
  ///   - endsAtTicks: Whether the scale is made longer until its ends are ticks.
  ///   - count: About how many steps are wanted; ≥ 1.
  init(
    linear values: [Double], fixed: ClosedRange<Double>?, margin: Double = 0,
    endsAtTicks: Bool = false, count: Int = 6
  ) {
    let span = Self.span(of: values, fixed: fixed)
    var low = span.lowerBound
    var high = span.upperBound
    if fixed == nil {
      let room = margin * (high - low)
      low -= room
      high += room
    }
    var step = Step(atLeast: (high - low) / Double(max(count, 1)))
    let areWhole = values.count > 1 && values.allSatisfy { $0 == $0.rounded() }
    if areWhole, step.exponent < 0 { step = Step(factor: 1, exponent: 0) }
    if endsAtTicks, fixed == nil {
      low = step.value(step.count(upTo: low, .down))
      high = step.value(step.count(upTo: high, .up))
    }
    var ticks: [Tick] = []
    let first = step.count(upTo: low, .up)
    let last = step.count(upTo: high, .down)
    if first <= last, last - first <= 1_000 {
      ticks = (first...last).map { Tick(value: step.value($0), label: step.label($0)) }
    }
    range = low...max(low, high)
    isLogarithmic = false
    self.ticks = ticks
    minorTicks = []
    foot = 0
  }

  /// A span of positive width around the values, or the given one if it is usable.
  static func span(of values: [Double], fixed: ClosedRange<Double>?) -> ClosedRange<Double> {
    if let fixed, fixed.upperBound - fixed.lowerBound > 1e-290,
      max(abs(fixed.lowerBound), abs(fixed.upperBound)) <= 1e300,
      fixed.upperBound - fixed.lowerBound
        > 1e-12 * max(abs(fixed.lowerBound), abs(fixed.upperBound))
    {
      return fixed
    }
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    let size = max(abs(low), abs(high))
    guard high - low <= 1e-12 * size || high - low <= 1e-290 else { return low...high }
    let room = size > 1e-290 ? size / 2 : 1
    return (low - room)...(high + room)
  }
}

/// A step of 1, 2 or 5 times a power of ten, exactly.
private struct Step {
  let factor: Int
  let exponent: Int

  init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// The least step that is not below `length`, but for rounding; `length` > 0.
  init(atLeast length: Double) {
    let exponent = DecimalNumber(length).exponent
    let mantissa = length / .powerOfTen(exponent)
    let factor = [1, 2, 5].first { Double($0) >= mantissa * (1 - 1e-9) }
    self.init(factor: factor ?? 1, exponent: factor == nil ? exponent + 1 : exponent)
  }

  /// How many steps `value` is from zero, rounded; a value at a tick but for rounding counts as it.
  func count(upTo value: Double, _ rule: FloatingPointRoundingRule) -> Int {
    let steps = value / self.value(1)
    let nearest = steps.rounded()
    let isAtTick = abs(steps - nearest) <= 1e-9 * max(1, abs(nearest))
    return Int(exactly: isAtTick ? nearest : steps.rounded(rule)) ?? 0
  }

  func value(_ count: Int) -> Double {
    let whole = Double(count * factor)
    return exponent < 0 ? whole / .powerOfTen(-exponent) : whole * .powerOfTen(exponent)
  }

  func label(_ count: Int) -> Figure.Label {
    DecimalNumber(count * factor, timesTenTo: exponent).label
  }
}
