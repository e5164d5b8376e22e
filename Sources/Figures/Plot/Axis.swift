/// A scale: which values it spans, where its ticks are, and where a value stands between its ends.
struct Axis: Hashable, Sendable {
  /// A named place on the scale.
  struct Tick: Hashable, Sendable {
    let value: Double
    let label: Figure.Label
  }

  /// The values at the two ends.
  let range: ClosedRange<Double>
  /// Whether equal factors are equally long.
  let isLogarithmic: Bool
  /// The named places, in rising order, all within the range.
  let ticks: [Tick]
  /// Places between them that get a line without a number.
  let minorTicks: [Double]
  /// The part of the length, from the low end, that is kept for values without a logarithm.
  let foot: Double

  /// Where `value` stands: 0 at the low end, 1 at the high end, beyond them outside.
  ///
  /// On a logarithmic scale what is not positive stands near 0, below a break of the axis.
  func fraction(of value: Double) -> Double {
    guard isLogarithmic else {
      return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    guard value > 0 else { return 0.3 * foot }
    let low = range.lowerBound.decadeLogarithm
    let high = range.upperBound.decadeLogarithm
    return foot + (1 - foot) * (value.decadeLogarithm - low) / (high - low)
  }

  /// Whether the axis shows the value itself, not only an edge.
  func shows(_ value: Double) -> Bool {
    (isLogarithmic && value <= 0) ? foot > 0 : range.contains(value)
  }
}
