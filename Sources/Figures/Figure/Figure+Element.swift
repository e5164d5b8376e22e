extension Figure {
  /// A place in the box, in points; x grows to the right, y grows downwards.
  public struct Point: Hashable, Sendable {
    /// Points from the left edge.
    public var x: Double
    /// Points from the top edge.
    public var y: Double

    /// The place `x` points from the left and `y` points from the top.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An upright rectangle, in points.
  public struct Box: Hashable, Sendable {
    /// Its left edge.
    public var x: Double
    /// Its top edge.
    public var y: Double
    /// Its width; ≥ 0.
    public var width: Double
    /// Its height; ≥ 0.
    public var height: Double

    /// The rectangle whose top left corner is (`x`, `y`).
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// One shape, one text, or several that belong together.
  public indirect enum Element: Hashable, Sendable {
    /// A straight line between two points.
    case line(Point, Point, Role)
    /// A line of straight and curved segments, open or closed.
    case path(Path, Role)
    /// A rectangle whose corners are rounded with the given radius.
    case rectangle(Box, corner: Double, Role)
    /// A small sign at a point, `size` points wide.
    case marker(Marker, Point, size: Double, Role)
    /// A line of text.
    case text(Text)
    /// Elements that belong together.
    case group(Part, [Element])
  }

  /// The sign that a data point is drawn with; series differ by it, not by colour alone.
  public enum Marker: Hashable, Sendable, CaseIterable {
    case circle, square, triangle, diamond, ring, cross, plus, openSquare
  }

  /// What a group of elements is a part of.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case grid, axes, backdrop, regions, series, references, marks, legend, edges, nodes, heading
  }
}

extension Figure.Box {
  /// Its right edge.
  public var maxX: Double { x + width }
  /// Its bottom edge.
  public var maxY: Double { y + height }

  /// Whether the two share more than an edge.
  public func overlaps(_ other: Self) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  /// Whether the point lies inside or on an edge.
  public func contains(_ point: Figure.Point) -> Bool {
    x <= point.x && point.x <= maxX && y <= point.y && point.y <= maxY
  }
}
