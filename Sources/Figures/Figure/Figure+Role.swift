extension Figure {
  /// What a shape is for; a writer gives every role a look in light, in dark and on paper.
  public enum Role: Hashable, Sendable {
    /// The line that carries the ticks.
    case axis
    /// A line across the plot at a tick.
    case grid
    /// The line where a coordinate is zero, inside the plot.
    case origin
    /// What belongs to the series of this number, counted from 1.
    case series(Int)
    /// The part of the plane that a classifier gives to the class of this number, counted from 1.
    case territory(Int)
    /// A band of the plot that is set apart and named.
    case region
    /// A straight line at a value worth comparing with.
    case reference
    /// The ring around a point that is named.
    case mark
    /// A line of equal value.
    case contour
    /// A cell of a table of values drawn as a tint.
    case cell(Tint)
    /// A box that stands for a quantity or a layer.
    case node
    /// A box that the reader should find first.
    case highlighted
    /// A line between boxes.
    case edge
    /// The filled end of a line between boxes.
    case arrowHead
    /// The ground behind a legend or a label.
    case paper
    /// Text to be read.
    case text
    /// Text that steps back: numbers on an axis.
    case faintText
    /// Text on a line between boxes.
    case edgeLabel
  }

  /// How strongly a cell is tinted, and on which side of zero its value lies.
  public struct Tint: Hashable, Sendable {
    /// Whether the value lies below zero.
    public let isNegative: Bool
    /// From 0 (none) to 8 (full).
    public let level: Int

    /// A tint of `level`, clamped to 0...8.
    public init(isNegative: Bool, level: Int) {
      self.isNegative = isNegative
      self.level = min(max(level, 0), 8)
    }
  }
}
