extension Figure {
  /// A line made of segments; it starts at the first move.
  public struct Path: Hashable, Sendable {
    /// One piece of a path, from where the piece before it ended.
    public enum Segment: Hashable, Sendable {
      /// Lifts the pen and puts it down at the point.
      case move(Point)
      /// A straight line to the point.
      case line(Point)
      /// A cubic Bézier curve with two control points, to the third.
      case curve(Point, Point, Point)
      /// A straight line back to the last move.
      case close
    }

    /// The pieces in order.
    public var segments: [Segment]

    /// A path of the given pieces.
    public init(_ segments: [Segment] = []) {
      self.segments = segments
    }

    /// Straight lines through all points in order; empty for fewer than one point.
    public init(through points: [Point], closed: Bool = false) {
      segments = points.enumerated().map { $0 == 0 ? .move($1) : .line($1) }
      if closed, !points.isEmpty { segments.append(.close) }
    }
  }
}
