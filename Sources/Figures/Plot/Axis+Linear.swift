extension Axis {
  /// A scale of equal steps with some five to ten ticks at multiples of 1, 2 or 5 times a power of
  /// ten.
  ///
  /// - Parameters:
  ///   - values: What the scale must span; may be empty.
  ///   - fixed: The ends, where the author gave them.
  ///   - margin: The part of the span that is kept free at both ends.
  ///   - keepsSign: Whether the margin stops at zero where no value lies beyond.
  ///   - count: About how many steps are wanted; ≥ 1.
  init(
    linear values: [Double], fixed: ClosedRange<Double>?, margin: Double = 0,
    keepsSign: Bool = false, count: Int = 6
  ) {
    let span = Self.span(of: values, fixed: fixed)
    var low = span.lowerBound
    var high = span.upperBound
    var step = Step(atLeast: (high - low) / Double(max(count, 1)))
    let areWhole = !values.isEmpty && values.allSatisfy { $0 == $0.rounded() }
    if areWhole, step.exponent < 0 { step = Step(factor: 1, exponent: 0) }
    if fixed == nil, !values.isEmpty {
      let room = margin * (high - low)
      if keepsSign {
        let (least, most) = (low, high)
        low = step.end(low - room, .down, within: 2 * room)
        high = step.end(high + room, .up, within: 2 * room)
        if least >= 0 { low = max(low, 0) }
        if most <= 0 { high = min(high, 0) }
      } else {
        low -= room
        high += room
      }
    }
    range = low...max(low, high)
    isLogarithmic = false
    ticks = step.ticks(from: low, to: high)
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

  /// The nearest tick beyond `value`, if it is at most `room` away, else `value` itself.
  func end(
    _ value: Double, _ rule: FloatingPointRoundingRule, within room: Double
  ) -> Double {
    let tick = self.value(count(upTo: value, rule))
    return abs(tick - value) <= room ? tick : value
  }

  /// All multiples between two values; where one needs a power of ten, all have the same.
  func ticks(from low: Double, to high: Double) -> [Axis.Tick] {
    let first = count(upTo: low, .up)
    let last = count(upTo: high, .down)
    guard first <= last, last - first <= 1_000 else { return [] }
    let numbers = (first...last).map { DecimalNumber($0 * factor, timesTenTo: exponent) }
    let largest = numbers.filter { $0 != DecimalNumber(0) }.map(\.exponent).max() ?? 0
    let needsPower = largest > 5 || largest < -3
    return zip(first...last, numbers).map { count, number in
      let label = needsPower ? number.label(timesTenTo: largest) : number.label
      return Axis.Tick(value: value(count), label: label)
    }
  }
}
