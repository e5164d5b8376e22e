import Algebra
import Workings

/// Where an expression in one unknown is zero or jumps over zero: a scan, then bisection.
struct SignScan {
  /// What was found, in the order of the places.
  enum Finding: Hashable {
    /// It is 0 there, to the last bits of a double.
    case zero(Double)
    /// It changes its sign without being 0, as a slope does at a kink and 1/x at its pole.
    case jump(Double)
    /// It is 0 from one place to another; whether the scan ended before it did.
    case flat(Double, Double, isOpenLow: Bool, isOpenHigh: Bool)
  }

  private struct Sample {
    let place: Double
    let value: Double
  }

  /// Samples one behind the other, and the places beside them that have no value.
  private struct Run {
    var gapBefore: Double?
    var samples: [Sample] = []
    var gapAfter: Double?
  }

  private let evaluator: Evaluator
  private let expression: Node
  private let unknown: Quantity.ID
  /// What the expression is a difference from: far less than it is rounding.
  private let side: Node?

  init(
    _ evaluator: Evaluator, _ expression: Node, _ unknown: Quantity.ID, besides side: Node? = nil
  ) {
    self.side = side
    self.evaluator = evaluator
    self.expression = expression
    self.unknown = unknown
  }

  /// Looks for zeros, place by place.
  ///
  /// - Parameter places: Where to look, ascending; between two of them at most one zero is found.
  /// - Returns: In the order of the places.
  func findings(at places: some Sequence<Double>) -> [Finding] {
    var found: [Finding] = []
    // Places with values one behind the other, without a gap where there is none.
    for run in runs(places) {
      let samples = run.samples
      var index = 0
      while index < samples.count {
        let here = samples[index]
        if here.value == 0 {
          var last = index
          while last + 1 < samples.count, samples[last + 1].value == 0 { last += 1 }
          found += zeros(run, index, last)
          index = last + 1
          continue
        }
        if index + 1 < samples.count {
          let next = samples[index + 1]
          if next.value != 0, (here.value < 0) != (next.value < 0) {
            found.append(crossing(here, next))
          }
        }
        index += 1
      }
    }
    return found
  }

  /// Places where the expression touches zero without changing its sign: its slope does there.
  func touches(at places: some Sequence<Double>, slope: SignScan) -> [Double] {
    var found: [Double] = []
    for samples in runs(places).map(\.samples) where samples.count > 2 {
      for index in 1..<(samples.count - 1) {
        let (a, b, c) = (samples[index - 1], samples[index], samples[index + 1])
        guard a.value * b.value > 0, b.value * c.value > 0, abs(b.value) <= abs(a.value),
          abs(b.value) <= abs(c.value), abs(b.value) < max(abs(a.value), abs(c.value))
        else { continue }
        for case .zero(let place) in slope.findings(at: [a.place, b.place, c.place]) {
          guard let rest = value(at: place) else { continue }
          if abs(rest) <= 1e-9 * max(abs(a.value), abs(c.value)) { found.append(place) }
        }
      }
    }
    return found
  }

  /// The simplest fraction within the last bits of a double; nil where there is none.
  static func fraction(near place: Double) -> Real? {
    for below in 1...1000 {
      let above = (place * Double(below)).rounded()
      guard above.magnitude < 1e15, let whole = Int(exactly: above) else { return nil }
      if abs(above / Double(below) - place) <= 4 * place.ulp {
        return .exact(Rational(whole, below))
      }
      if abs(place) < 1e-12, whole == 0 { return .zero }
    }
    return nil
  }

  /// Whether a number is a zero, exactly where the expression is exact.
  func isZero(at number: Real) -> Bool {
    let there = evaluator.evaluator(overriding: [unknown: .number(number)])
    guard case .number(let value)? = try? there.value(of: expression) else { return false }
    return value.isZero
  }

  private func runs(_ places: some Sequence<Double>) -> [Run] {
    var runs: [Run] = []
    var run = Run()
    for place in places {
      if let value = sampled(at: place) {
        run.samples.append(Sample(place: place, value: value))
        continue
      }
      run.gapAfter = place
      runs.append(run)
      run = Run(gapBefore: place)
    }
    return runs + [run]
  }

  /// What a run of zeros among the places is: a stretch, or zeros that happen to be places.
  private func zeros(_ run: Run, _ first: Int, _ last: Int) -> [Finding] {
    let samples = run.samples
    let single = samples[first...last].map { Finding.zero($0.place) }
    guard first < last, sampled(at: (samples[first].place + samples[first + 1].place) / 2) == 0
    else {
      guard first == last, first > 0, last + 1 < samples.count,
        isJump(samples[first].place, between: samples[first - 1], samples[last + 1])
      else { return single }
      return [.jump(samples[first].place)]
    }
    let before = first > 0 ? samples[first - 1].place : run.gapBefore
    let after = last + 1 < samples.count ? samples[last + 1].place : run.gapAfter
    let low = before.map { edge(outside: $0, inside: samples[first].place) } ?? samples[first].place
    let high = after.map { edge(outside: $0, inside: samples[last].place) } ?? samples[last].place
    let middle = low + (high - low) / 2
    if high - low < 1e-6 * (1 + abs(middle)) {
      return [.zero(low <= 0 && high >= 0 ? 0 : middle)]
    }
    guard isFlat(low, high, hasLow: before != nil, hasHigh: after != nil) else { return [] }
    return [.flat(low, high, isOpenLow: before == nil, isOpenHigh: after == nil)]
  }

  /// Whether zeros in a row mean that the expression is 0, and not that it fell below the doubles.
  private func isFlat(_ low: Double, _ high: Double, hasLow: Bool, hasHigh: Bool) -> Bool {
    let middle = low + (high - low) / 2
    if let exact = Rational(exactly: middle) {
      let there = evaluator.evaluator(overriding: [unknown: .number(.exact(exact))])
      if case .number(.exact)? = try? there.value(of: expression) { return true }
    }
    let edges = (hasLow ? [(low, -1.0)] : []) + (hasHigh ? [(high, 1.0)] : [])
    return !edges.isEmpty
      && edges.allSatisfy { edge, side in
        (value(at: edge + side * 1e-3 * (1 + abs(edge)))).map { abs($0) > 1e-9 } ?? true
      }
  }

  /// Whether values on both sides of a zero stay away from zero, on different sides of it.
  private func isJump(_ place: Double, between before: Sample, _ after: Sample) -> Bool {
    let step = 1e-6 * (after.place - before.place)
    guard (before.value < 0) != (after.value < 0), let left = value(at: place - step),
      let right = value(at: place + step)
    else { return false }
    return min(abs(left), abs(right)) > 1e-3 * max(abs(before.value), abs(after.value))
  }

  private func crossing(_ before: Sample, _ after: Sample) -> Finding {
    let zero = bisected(before.place, after.place, isRising: after.value > 0)
    let size = max(abs(before.value), abs(after.value))
    guard let rest = value(at: zero), abs(rest) <= 1e-6 * size else { return .jump(zero) }
    return .zero(zero)
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

  /// The last place at which the value is 0, between one where it is and one where it is not.
  private func edge(outside: Double, inside: Double) -> Double {
    // Where it is 0 to the last bit, rounding is not needed to tell the end.
    let isBare = value(at: inside) == 0
    var (outside, inside) = (outside, inside)
    for _ in 0..<200 {
      let middle = outside + (inside - outside) / 2
      guard middle != outside, middle != inside else { break }
      let rest = isBare ? value(at: middle) : sampled(at: middle)
      if rest == 0 { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// The value, 0 where it is rounding.
  private func sampled(at place: Double) -> Double? {
    guard let value = value(at: place), let side else { return value(at: place) }
    let there = evaluator.evaluator(overriding: [unknown: .number(.approximate(place))])
    guard case .number(let whole)? = try? there.value(of: side) else { return value }
    return abs(value) <= 1e-14 * abs(whole.double) ? 0 : value
  }

  private func value(at place: Double) -> Double? {
    let there = evaluator.evaluator(overriding: [unknown: .number(.approximate(place))])
    guard case .number(let number)? = try? there.value(of: expression) else { return nil }
    return number.double.isFinite ? number.double : nil
  }
}
