extension Plot {
  /// One pair of numbers that is plotted.
  public struct Datum: Hashable, Sendable {
    /// The horizontal coordinate.
    public var x: Double
    /// The vertical coordinate.
    public var y: Double

    /// The pair (`x`, `y`).
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }

    /// Whether both are finite, and small enough that differences stay finite too.
    var isDrawable: Bool { abs(x) <= 1e300 && abs(y) <= 1e300 }
  }

  /// A band between two values of x over the whole height.
  public struct Region: Hashable, Sendable {
    /// From where to where on the horizontal axis; an end may lie outside the axis.
    public var range: ClosedRange<Double>
    /// What the band is called.
    public var label: Figure.Label

    /// The band over `range`.
    public init(_ range: ClosedRange<Double>, label: Figure.Label) {
      self.range = range
      self.label = label
    }
  }

  /// A straight line across the plot.
  public struct Reference: Hashable, Sendable {
    /// Which coordinate is the same all along the line.
    public enum Direction: Hashable, Sendable {
      /// y is the same everywhere.
      case horizontal
      /// x is the same everywhere.
      case vertical
    }

    /// Which coordinate is the same all along the line.
    public var direction: Direction
    /// The value of that coordinate.
    public var value: Double
    /// What is written beside the line.
    public var label: Figure.Label?

    /// The line where y (if horizontal) or x (if vertical) is `value`.
    public init(_ direction: Direction, at value: Double, label: Figure.Label? = nil) {
      self.direction = direction
      self.value = value
      self.label = label
    }
  }

  /// An extreme of a series that is ringed and named.
  public struct Mark: Hashable, Sendable {
    /// Which extreme.
    public enum Kind: String, Hashable, Sendable {
      case minimum, maximum
    }

    /// Which extreme.
    public var kind: Kind
    /// The number of the series, counted from 1; a number without series marks nothing.
    public var series: Int
    /// What is written beside it; kind, value and place where nil.
    public var label: Figure.Label?

    /// The extreme of a series, counted from 1.
    public init(_ kind: Kind, ofSeries series: Int, label: Figure.Label? = nil) {
      self.kind = kind
      self.series = series
      self.label = label
    }
  }
}
