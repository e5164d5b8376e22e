import Figures

/// The shape of a sign: a circle, or a path around its place.
enum MarkerOutline {
  case circle(Double, isFilled: Bool)
  case path(Figure.Path, isFilled: Bool)

  /// Whether the inside is painted instead of the line.
  var isFilled: Bool {
    switch self {
    case .circle(_, let isFilled), .path(_, let isFilled): isFilled
    }
  }
}

extension Figure.Marker {
  /// The sign around `place`, about as heavy as a circle of that radius.
  func outline(at place: Figure.Point, radius: Double) -> MarkerOutline {
    func point(_ x: Double, _ y: Double) -> Figure.Point {
      Figure.Point(place.x + radius * x, place.y + radius * y)
    }
    func polygon(_ points: [Figure.Point]) -> Figure.Path {
      Figure.Path(through: points, closed: true)
    }
    let square = polygon([
      point(-0.87, -0.87), point(0.87, -0.87), point(0.87, 0.87), point(-0.87, 0.87),
    ])
    func strokes(_ ends: [(Double, Double)]) -> Figure.Path {
      Figure.Path(
        ends.flatMap { x, y in [.move(point(-x, -y)), .line(point(x, y))] })
    }
    return switch self {
    case .circle: .circle(0.95 * radius, isFilled: true)
    case .ring: .circle(0.9 * radius, isFilled: false)
    case .square: .path(square, isFilled: true)
    case .openSquare: .path(square, isFilled: false)
    case .triangle:
      .path(polygon([point(0, -1.15), point(1.05, 0.75), point(-1.05, 0.75)]), isFilled: true)
    case .diamond:
      .path(
        polygon([point(0, -1.2), point(1.2, 0), point(0, 1.2), point(-1.2, 0)]), isFilled: true)
    case .cross: .path(strokes([(0.85, 0.85), (0.85, -0.85)]), isFilled: false)
    case .plus: .path(strokes([(1.1, 0), (0, 1.1)]), isFilled: false)
    }
  }
}
