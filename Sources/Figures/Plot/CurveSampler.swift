/// Chooses points on a curve: evenly at first, then halving where the middle is off the chord.
///
/// Heights are measured against the spread of the even samples without their outermost twentieths,
/// so that a pole does not hide the rest of the curve.
struct CurveSampler {
  private static let evenCount = 128
  private static let deepest = 12
  private static let budget = 3_000

  private let range: ClosedRange<Double>
  private let function: (Double) -> Double?
  private var height = 1.0
  private var taken = 0
  private var result: [[Plot.Datum]] = []
  private var current: [Plot.Datum] = []

  init(range: ClosedRange<Double>, function: @escaping (Double) -> Double?) {
    self.range = range
    self.function = function
  }

  /// The stretches of the curve between its gaps and jumps, from left to right.
  mutating func stretches() -> [[Plot.Datum]] {
    let width = range.upperBound - range.lowerBound
    guard width.isFinite, width > 0 else {
      return [[sample(range.lowerBound)].compactMap(\.self)].filter { !$0.isEmpty }
    }
    let places = (0...Self.evenCount).map { index in
      index == Self.evenCount
        ? range.upperBound
        : range.lowerBound + width * (Double(index) / Double(Self.evenCount))
    }
    let even = places.map { sample($0) }
    height = Self.spread(of: even.compactMap { $0?.y })
    if let first = even[0] { current.append(first) }
    for index in 1..<places.count {
      connect(places[index - 1], even[index - 1], places[index], even[index], depth: 0)
    }
    endStretch()
    return result
  }

  /// Adds what lies after `left`, up to and with `right`; `left` itself is there already.
  private mutating func connect(
    _ leftPlace: Double, _ left: Plot.Datum?, _ rightPlace: Double, _ right: Plot.Datum?, depth: Int
  ) {
    let place = leftPlace + (rightPlace - leftPlace) / 2
    guard left != nil || right != nil, depth < Self.deepest, taken < Self.budget,
      place > leftPlace, place < rightPlace
    else { return finish(left, right) }
    let middle = sample(place)
    if let left, let middle, let right, isStraight(left, middle, right, depth: depth) {
      current += [middle, right]
      return
    }
    if left == nil || right == nil, depth >= Self.deepest / 2 { return finish(left, right) }
    connect(leftPlace, left, place, middle, depth: depth + 1)
    connect(place, middle, rightPlace, right, depth: depth + 1)
  }

  /// Joins two neighbours that are as close as samples get, or leaves a gap between them.
  private mutating func finish(_ left: Plot.Datum?, _ right: Plot.Datum?) {
    guard let right else { return endStretch() }
    if let left, abs(right.y - left.y) > 0.01 * height, taken < Self.budget { endStretch() }
    current.append(right)
  }

  private mutating func endStretch() {
    if !current.isEmpty { result.append(current) }
    current = []
  }

  private func isStraight(
    _ left: Plot.Datum, _ middle: Plot.Datum, _ right: Plot.Datum, depth: Int
  ) -> Bool {
    let bend = abs(middle.y - (left.y / 2 + right.y / 2))
    let rise = abs(right.y - left.y)
    return bend <= 0.001 * height && (rise <= 0.3 * height || depth >= 3)
  }

  private mutating func sample(_ place: Double) -> Plot.Datum? {
    taken += 1
    guard let value = function(place) else { return nil }
    let datum = Plot.Datum(place, value)
    return datum.isDrawable ? datum : nil
  }

  private static func spread(of heights: [Double]) -> Double {
    let sorted = heights.sorted()
    guard let low = sorted.first, let high = sorted.last else { return 1 }
    let cut = sorted.count / 20
    let inner = sorted[sorted.count - 1 - cut] - sorted[cut]
    let all = high - low
    return inner > 0 ? inner : all > 0 ? all : max(abs(high), 1)
  }
}
