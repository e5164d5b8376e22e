/// What a label should not cover.
struct Obstacles {
  var points: [Figure.Point] = []
  var boxes: [Figure.Box] = []

  /// Adds a line of straight segments, as points at most 5 apart.
  mutating func add(_ line: [Figure.Point]) {
    for (from, to) in zip(line, line.dropFirst()) {
      let length = max(abs(to.x - from.x), abs(to.y - from.y))
      let count = max(1, Int(min(length / 5, 1_000)))
      for index in 0..<count {
        let part = Double(index) / Double(count)
        points.append(
          Figure.Point(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)))
      }
    }
    if let last = line.last { points.append(last) }
  }

  /// How much the box would cover; a label counts as much as twenty points of a curve.
  func cost(of box: Figure.Box) -> Int {
    points.count { box.contains($0) } + 20 * boxes.count { box.overlaps($0) }
  }
}
