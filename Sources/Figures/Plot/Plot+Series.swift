extension Plot {
  /// Points that belong together, with gaps where there is nothing to draw.
  public struct Series: Hashable, Sendable {
    /// How the points are drawn.
    public enum Style: Hashable, Sendable {
      case line, points, both
    }

    /// What the legend and the alternative text call it.
    public var name: Figure.Label
    /// How the points are drawn.
    public var style: Style
    /// Stretches of points without a gap inside, each with at least one point.
    public private(set) var stretches: [[Datum]]
    /// How many of the given points could not be drawn, because a coordinate is not finite.
    public private(set) var omitted: Int
    /// Whether the points were chosen on a curve, so that their number means nothing.
    public private(set) var isSampled: Bool
    /// The heights worth showing of a curve that runs off to a pole; nil where all are.
    private(set) var visibleHeights: ClosedRange<Double>?

    /// Given points; one with a coordinate that is not finite, or beyond 1e300, is a gap.
    public init(_ name: Figure.Label, _ points: [Datum], style: Style = .line) {
      self.name = name
      self.style = style
      stretches = points.split { !$0.isDrawable }.map(Array.init)
      omitted = points.count { !$0.isDrawable }
      isSampled = false
    }

    /// The curve of a function, sampled more densely where it bends.
    ///
    /// A value that is nil or not finite is a gap, and so is a jump. At most some 6,000 points are
    /// taken, always the same for the same function.
    ///
    /// - Parameters:
    ///   - name: What the legend calls the curve.
    ///   - range: Where the function is sampled, both ends included.
    ///   - isLogarithmic: Whether the curve is meant for a logarithmic vertical axis.
    ///   - function: The value at a place, or nil where there is none.
    public init(
      _ name: Figure.Label, over range: ClosedRange<Double>, isLogarithmic: Bool = false,
      of function: @escaping (Double) -> Double?
    ) {
      self.name = name
      style = .line
      var sampler = CurveSampler(
        range: range, isLogarithmic: isLogarithmic, function: function)
      (stretches, visibleHeights) = sampler.stretches()
      omitted = 0
      isSampled = true
    }

    /// All points in order.
    var points: [Datum] { stretches.flatMap(\.self) }

    /// Where the curve or the sequence is interrupted.
    var gapCount: Int { max(0, stretches.count - 1) }
  }
}
