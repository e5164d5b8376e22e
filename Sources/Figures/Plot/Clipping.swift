/// Cuts lines off at the edges of a box.
enum Clipping {
  /// The pieces of a line of straight segments that lie inside the box, each with two points or more.
  static func pieces(of points: [Figure.Point], in box: Figure.Box) -> [[Figure.Point]] {
    var pieces: [[Figure.Point]] = []
    var current: [Figure.Point] = []
    for (from, to) in zip(points, points.dropFirst()) {
      guard let (start, end) = visible(from, to, in: box) else {
        if current.count > 1 { pieces.append(current) }
        current = []
        continue
      }
      if current.last != start {
        if current.count > 1 { pieces.append(current) }
        current = [start]
      }
      current.append(end)
    }
    if current.count > 1 { pieces.append(current) }
    return pieces
  }

  /// The part of a segment inside the box.
  ///
  /// Source: Liang and Barsky, A New Concept and Method for Line Clipping, ACM TOG 3(1), 1984.
  static func visible(
    _ from: Figure.Point, _ to: Figure.Point, in box: Figure.Box
  ) -> (Figure.Point, Figure.Point)? {
    let dx = to.x - from.x
    let dy = to.y - from.y
    var entry = 0.0
    var exit = 1.0
    let edges = [
      (-dx, from.x - box.x), (dx, box.maxX - from.x), (-dy, from.y - box.y),
      (dy, box.maxY - from.y),
    ]
    for (rate, room) in edges {
      if rate == 0 {
        if room < 0 { return nil }
      } else if rate < 0 {
        entry = max(entry, room / rate)
      } else {
        exit = min(exit, room / rate)
      }
    }
    guard entry <= exit else { return nil }
    let start = entry > 0 ? Figure.Point(from.x + entry * dx, from.y + entry * dy) : from
    let end = exit < 1 ? Figure.Point(from.x + exit * dx, from.y + exit * dy) : to
    return (start, end)
  }
}
