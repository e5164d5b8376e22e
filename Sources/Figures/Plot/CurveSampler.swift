/// Chooses points on a curve: evenly at first, then halving where the middle is off the chord.
///
/// Bends are measured against the spread of the even samples without their outermost twentieths, so
/// that a pole does not hide the rest of the curve. Every even interval has a budget of its own.
struct CurveSampler {
  private static let evenCount = 128
  private static let deepest = 12
  private static let budget = 200
  private static let wholeBudget = 6_000

  private let range: ClosedRange<Double>
  private let function: (Double) -> Double?
  private let isLogarithmic: Bool
  private var height = 1.0
  private var low = 0.0
  private var high = 0.0
  private var taken = 0
  private var takenInAll = 0
  private var result: [[Plot.Datum]] = []
  private var current: [Plot.Datum] = []

  /// - Parameters:
  ///   - range: Where to sample.
  ///   - isLogarithmic: Whether bends are measured as on a logarithmic axis.
  ///   - function: The value at a place.
  init(
    range: ClosedRange<Double>, isLogarithmic: Bool, function: @escaping (Double) -> Double?
  ) {
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.function = function
  }

  /// The stretches of the curve between its gaps and jumps, from left to right.
  ///
  /// Where the curve runs to a pole, or steeply to a place without value, it is cut off there.
  ///
  /// - Returns: The stretches, and the heights that show the curve if some of it is left out.
  mutating func stretches() -> (points: [[Plot.Datum]], visible: ClosedRange<Double>?) {
    let width = range.upperBound - range.lowerBound
    guard width.isFinite, width > 0 else {
      return (sample(range.lowerBound).map { [[$0]] } ?? [], nil)
    }
    let places = (0...Self.evenCount).map { index in
      index == Self.evenCount
        ? range.upperBound
        : range.lowerBound + width * (Double(index) / Double(Self.evenCount))
    }
    let even = places.map { sample($0) }
    measure(even.compactMap { $0.map(level) }.sorted())
    if let first = even[0] { current.append(first) }
    for index in 1..<places.count {
      taken = 0
      connect(places[index - 1], even[index - 1], places[index], even[index], depth: 0)
    }
    endStretch()
    guard let visible = visibleHeights(hasGaps: even.contains { $0 == nil }) else {
      refine()
      return (result, nil)
    }
    return (result.flatMap { Self.cut($0, at: visible) }, visible)
  }

  /// Adds what lies after `left`, up to and with `right`; `left` itself is there already.
  private mutating func connect(
    _ leftPlace: Double, _ left: Plot.Datum?, _ rightPlace: Double, _ right: Plot.Datum?, depth: Int
  ) {
    let place = leftPlace + (rightPlace - leftPlace) / 2
    guard left != nil || right != nil, depth < Self.deepest, taken < Self.budget,
      takenInAll < Self.wholeBudget, place > leftPlace, place < rightPlace
    else { return finish(left, right, depth: depth) }
    let middle = sample(place)
    if let left, let middle, let right, isStraight(left, middle, right, depth: depth) {
      current += [middle, right]
      return
    }
    connect(leftPlace, left, place, middle, depth: depth + 1)
    connect(place, middle, rightPlace, right, depth: depth + 1)
  }

  /// Joins two neighbours that get no sample between them, or leaves a gap.
  private mutating func finish(_ left: Plot.Datum?, _ right: Plot.Datum?, depth: Int) {
    guard let right else { return endStretch() }
    let isClosest = depth >= Self.deepest
    if let left, isClosest, abs(level(right) - level(left)) > 0.01 * height {
      endStretch()
    }
    current.append(right)
  }

  private mutating func endStretch() {
    if !current.isEmpty { result.append(current) }
    current = []
  }

  private func isStraight(
    _ left: Plot.Datum, _ middle: Plot.Datum, _ right: Plot.Datum, depth: Int
  ) -> Bool {
    let (before, between, after) = (level(left), level(middle), level(right))
    let bend = abs(between - (before / 2 + after / 2))
    let rise = abs(after - before)
    let distance = abs(between - (low / 2 + high / 2))
    let tolerance = 0.001 * height + 0.004 * max(0, distance - 2 * height)
    return bend <= tolerance && (rise <= 0.3 * max(height, distance) || depth >= 3)
  }

  /// How high a point is drawn; what is not positive lies far below a logarithmic axis.
  private func level(_ datum: Plot.Datum) -> Double {
    guard isLogarithmic else { return datum.y }
    return datum.y > 0 ? datum.y.decadeLogarithm : -1_000
  }

  private mutating func sample(_ place: Double) -> Plot.Datum? {
    taken += 1
    takenInAll += 1
    guard let value = function(place) else { return nil }
    let datum = Plot.Datum(place, value)
    return datum.isDrawable ? datum : nil
  }

  private mutating func measure(_ sorted: [Double]) {
    guard let least = sorted.first, let most = sorted.last else { return }
    let cut = sorted.count / 20
    low = sorted[cut]
    high = sorted[sorted.count - 1 - cut]
    height = high > low ? high - low : most > least ? most - least : max(abs(most), 1)
  }

  /// Makes the highest and the lowest point exact, by golden sections between their neighbours.
  private mutating func refine() {
    for sign in [1.0, -1.0] {
      func top(_ stretch: [Plot.Datum]) -> Double { stretch.map { sign * $0.y }.max() ?? 0 }
      guard let index = result.indices.max(by: { top(result[$0]) < top(result[$1]) }) else {
        return
      }
      let stretch = result[index]
      guard let best = stretch.indices.max(by: { sign * stretch[$0].y < sign * stretch[$1].y }),
        best > 0, best < stretch.count - 1
      else { continue }
      var low = stretch[best - 1].x
      var high = stretch[best + 1].x
      for _ in 0..<50 {
        let left = high - 0.6180339887498949 * (high - low)
        let right = low + 0.6180339887498949 * (high - low)
        let atLeft = sign * (function(left) ?? -.infinity)
        let atRight = sign * (function(right) ?? -.infinity)
        if atLeft >= atRight { high = right } else { low = left }
      }
      let place = shortened(low / 2 + high / 2, sign: sign)
      guard let value = function(place), value.isFinite, sign * value > sign * stretch[best].y
      else { continue }
      let datum = Plot.Datum(place, value)
      result[index].insert(datum, at: place < stretch[best].x ? best : best + 1)
    }
  }

  /// The nearest place with few digits, where the curve is at least as extreme there: 0, not 2e-13.
  private func shortened(_ place: Double, sign: Double) -> Double {
    let width = range.upperBound - range.lowerBound
    let unit = Double.powerOfTen(Int(width.decadeLogarithm.rounded(.down)) - 6)
    guard unit > 0, unit.isFinite else { return place }
    let short = (place / unit).rounded() * unit
    guard let here = function(place), let there = function(short) else { return place }
    return sign * there >= sign * here ? short : place
  }

  /// The heights around the inner nine tenths, if the curve goes far beyond them for a reason: at
  /// its most distant point it still grows by half between closest samples, or it has gaps.
  private func visibleHeights(hasGaps: Bool) -> ClosedRange<Double>? {
    guard !isLogarithmic else { return nil }
    let points = result.flatMap(\.self)
    let middle = low / 2 + high / 2
    let distances = points.map { abs($0.y - middle) }
    guard let farthest = distances.indices.max(by: { distances[$0] < distances[$1] })
    else { return nil }
    let most = distances[farthest]
    let neighbours = [farthest - 1, farthest + 1].filter(distances.indices.contains)
    let closest =
      (range.upperBound - range.lowerBound) / Double(Self.evenCount << (Self.deepest - 3))
    let jumps = neighbours.contains { index in
      abs(points[index].y - points[farthest].y) > 0.3 * most
        && abs(points[index].x - points[farthest].x) < closest
    }
    let hasPole = jumps && most > 20 * height
    guard hasPole || (hasGaps && most > 1.2 * height) else { return nil }
    let room = hasPole ? 0.1 * height : 0.5 * height
    return (low - room)...(high + room)
  }

  /// The parts of a stretch within the heights, each with one more point beyond, so that its line
  /// leaves the drawing.
  private static func cut(
    _ stretch: [Plot.Datum], at heights: ClosedRange<Double>
  ) -> [[Plot.Datum]] {
    var parts: [[Plot.Datum]] = []
    var part: [Plot.Datum] = []
    for (index, datum) in stretch.enumerated() {
      if heights.contains(datum.y) {
        part.append(datum)
        continue
      }
      if !part.isEmpty { parts.append(part + [datum]) }
      let next = stretch.index(after: index)
      let returns = next < stretch.count && heights.contains(stretch[next].y)
      part = returns ? [datum] : []
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }
}
