/// A line between boxes with a head at its end, made of curves that leave along the layers.
struct Arrow {
  /// A start, two control points and an end.
  private typealias Curve = (Figure.Point, Figure.Point, Figure.Point, Figure.Point)

  private var curves: [Curve] = []
  private let label: Figure.Label?
  private let isDownwards: Bool
  private var tip = Figure.Point(0, 0)
  private var heading = Figure.Point(1, 0)

  private static let headLength = 7.0

  /// A line through points in rising layers, with its head at the last, or at the first if reversed.
  init(
    through points: [Figure.Point], isReversed: Bool, isDownwards: Bool, label: Figure.Label?
  ) {
    self.label = label
    self.isDownwards = isDownwards
    heading = isDownwards ? Figure.Point(0, 1) : Figure.Point(1, 0)
    var points = points
    if isReversed { heading = Figure.Point(-heading.x, -heading.y) }
    let last = isReversed ? 0 : points.count - 1
    let before = isReversed ? 1 : points.count - 2
    tip = points[last]
    if points.count > 2,
      abs(points[before].x - tip.x) + abs(points[before].y - tip.y) <= Self.headLength
    {
      points.remove(at: before)
    }
    let end = isReversed ? 0 : points.count - 1
    points[end] = Figure.Point(
      tip.x - Self.headLength * heading.x, tip.y - Self.headLength * heading.y)
    for (from, to) in zip(points, points.dropFirst()) where from != to {
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
    isDownwards = true
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

  /// Places on the line, for labels to avoid.
  func places(shiftedBy top: Double) -> [Figure.Point] {
    curves.flatMap { curve in
      (0...12).map { index in
        let place = Self.point(on: curve, at: Double(index) / 12)
        return Figure.Point(place.x + 8, place.y + top)
      }
    }
  }

  /// The label, at the place along the line where it covers least.
  func text(shiftedBy top: Double, avoiding obstacles: Obstacles) -> Figure.Text? {
    guard let label, !label.isEmpty, let curve = Self.longest(of: curves) else {
      return nil
    }
    let offsets: [(Double, Double, Figure.Text.Anchor)] =
      isDownwards
      ? [(5, 3.5, .start), (-5, 3.5, .end), (0, 3.5, .middle)]
      : [(0, -4, .middle), (0, 12, .middle), (0, 3.5, .middle)]
    let candidates = offsets.flatMap { dx, dy, anchor in
      [0.5, 0.4, 0.6, 0.3, 0.7].map { part in
        let place = Self.point(on: curve, at: part)
        return Figure.Text(
          label, at: Figure.Point(place.x + 8 + dx, place.y + top + dy), anchor: anchor,
          size: 10.5, hasHalo: true, role: .edgeLabel)
      }
    }
    func cost(_ text: Figure.Text) -> Int {
      let box = text.box
      return obstacles.cost(of: box) + (box.x < 2 || box.y < 2 ? 1_000 : 0)
    }
    return candidates.first { cost($0) == 0 } ?? candidates.min { cost($0) < cost($1) }
  }

  /// The piece with most room for a label: the longest straight one, or a curve twice as long.
  private static func longest(of curves: [Curve]) -> Curve? {
    func length(_ curve: Curve) -> Double {
      let (wide, high) = (abs(curve.3.x - curve.0.x), abs(curve.3.y - curve.0.y))
      return wide < 0.5 || high < 0.5 ? 2 * (wide + high) : wide + high
    }
    return curves.reduce(nil) { best, next in
      guard let best, length(best) + 0.5 >= length(next) else { return next }
      return best
    }
  }

  private static func point(
    on curve: Curve, at part: Double
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
