/// A line between boxes with a head at its end, made of curves that leave along the layers.
struct Arrow {
  private var curves: [(Figure.Point, Figure.Point, Figure.Point, Figure.Point)] = []
  private let label: Figure.Label?
  private var tip = Figure.Point(0, 0)
  private var heading = Figure.Point(1, 0)

  private static let headLength = 7.0

  /// A line through points in rising layers, with its head at the last, or at the first if reversed.
  init(
    through points: [Figure.Point], isReversed: Bool, isDownwards: Bool, label: Figure.Label?
  ) {
    self.label = label
    heading = isDownwards ? Figure.Point(0, 1) : Figure.Point(1, 0)
    var points = points
    if isReversed { heading = Figure.Point(-heading.x, -heading.y) }
    let end = isReversed ? 0 : points.count - 1
    tip = points[end]
    points[end] = Figure.Point(
      tip.x - Self.headLength * heading.x, tip.y - Self.headLength * heading.y)
    for (from, to) in zip(points, points.dropFirst()) {
      let reach = isDownwards ? (to.y - from.y) / 2 : (to.x - from.x) / 2
      let first =
        isDownwards ? Figure.Point(from.x, from.y + reach) : Figure.Point(from.x + reach, from.y)
      let second =
        isDownwards ? Figure.Point(to.x, to.y - reach) : Figure.Point(to.x - reach, to.y)
      curves.append((from, first, second, to))
    }
  }

  /// A loop at the right side of a box.
  init(loopAt box: Figure.Box, label: Figure.Label?) {
    self.label = label
    heading = Figure.Point(-1, 0)
    tip = Figure.Point(box.maxX, box.y + 0.7 * box.height)
    let start = Figure.Point(box.maxX, box.y + 0.3 * box.height)
    let end = Figure.Point(tip.x + Self.headLength, tip.y)
    curves = [
      (
        start, Figure.Point(start.x + 26, start.y - 8), Figure.Point(end.x + 20, end.y + 4), end
      )
    ]
  }

  /// The line and its head, `top` points lower.
  func elements(shiftedBy top: Double) -> [Figure.Element] {
    func moved(_ point: Figure.Point) -> Figure.Point { Figure.Point(point.x + 8, point.y + top) }
    var segments: [Figure.Path.Segment] = []
    for (from, first, second, to) in curves {
      if segments.isEmpty { segments.append(.move(moved(from))) }
      let isStraight =
        (abs(from.x - to.x) < 0.5 && abs(first.x - from.x) < 0.5)
        || (abs(from.y - to.y) < 0.5 && abs(first.y - from.y) < 0.5)
      segments.append(
        isStraight ? .line(moved(to)) : .curve(moved(first), moved(second), moved(to)))
    }
    let back = Figure.Point(
      tip.x - (Self.headLength + 0.5) * heading.x, tip.y - (Self.headLength + 0.5) * heading.y)
    let side = Figure.Point(3.2 * heading.y, 3.2 * heading.x)
    let head = [
      tip, Figure.Point(back.x + side.x, back.y + side.y),
      Figure.Point(back.x - side.x, back.y - side.y),
    ]
    return [
      .path(Figure.Path(segments), .edge),
      .path(Figure.Path(through: head.map(moved), closed: true), .arrowHead),
    ]
  }

  /// The label, at the place along the line where it covers least.
  func text(shiftedBy top: Double, avoiding obstacles: Obstacles) -> Figure.Text? {
    guard let label, !label.isEmpty, let curve = curves.first else { return nil }
    let candidates = [0.5, 0.4, 0.6, 0.3, 0.7].flatMap { part in
      [3.5, -3.0, 11.0].map { rise in
        let place = Self.point(on: curve, at: part)
        return Figure.Text(
          label, at: Figure.Point(place.x + 8, place.y + top + rise), anchor: .middle, size: 10.5,
          hasHalo: true, role: .edgeLabel)
      }
    }
    return candidates.first { obstacles.cost(of: $0.box) == 0 }
      ?? candidates.min { obstacles.cost(of: $0.box) < obstacles.cost(of: $1.box) }
  }

  private static func point(
    on curve: (Figure.Point, Figure.Point, Figure.Point, Figure.Point), at part: Double
  ) -> Figure.Point {
    let rest = 1 - part
    let weights = [
      rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part,
    ]
    let points = [curve.0, curve.1, curve.2, curve.3]
    return zip(weights, points).reduce(Figure.Point(0, 0)) { sum, next in
      Figure.Point(sum.x + next.0 * next.1.x, sum.y + next.0 * next.1.y)
    }
  }
}

extension Figure.Box {
  /// The same box, moved.
  func moved(by point: Figure.Point) -> Figure.Box {
    Figure.Box(x: x + point.x, y: y + point.y, width: width, height: height)
  }
}
