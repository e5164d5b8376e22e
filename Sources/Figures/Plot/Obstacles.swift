/// What a label should not cover: points and boxes, found by the squares of a grid that they touch.
struct Obstacles {
  private static let cellSize = 32.0

  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// All boxes in the order in which they were added.
  private(set) var boxes: [Figure.Box] = []
  private var boxesByCell: [Cell: [Int]] = [:]
  private var pointsByCell: [Cell: [Figure.Point]] = [:]

  /// Adds one point.
  mutating func add(_ point: Figure.Point) {
    pointsByCell[Self.cell(point.x, point.y), default: []].append(point)
  }

  /// Adds the room of a label or a node.
  mutating func add(_ box: Figure.Box) {
    boxes.append(box)
    for cell in Self.cells(of: box) { boxesByCell[cell, default: []].append(boxes.count - 1) }
  }

  /// Adds a line of straight segments, as points at most 5 apart.
  mutating func add(_ line: [Figure.Point]) {
    var left = 0.0
    for (from, to) in zip(line, line.dropFirst()) {
      let length = max(abs(to.x - from.x), abs(to.y - from.y))
      left -= length
      guard left <= 0 else { continue }
      let count = max(1, Int(min(length / 5, 1_000)))
      for index in 0..<count {
        let part = Double(index) / Double(count)
        add(Figure.Point(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)))
      }
      left = 4
    }
    if let last = line.last { add(last) }
  }

  /// How much the box would cover; a label counts more than any curve behind one.
  func cost(of box: Figure.Box) -> Int {
    var cost = 0
    var met: [Int] = []
    for cell in Self.cells(of: box) {
      for point in pointsByCell[cell] ?? [] where box.contains(point) { cost += 1 }
      for index in boxesByCell[cell] ?? [] where !met.contains(index) {
        guard boxes[index].overlaps(box) else { continue }
        met.append(index)
      }
    }
    return cost + 500 * met.count
  }

  private static func cell(_ x: Double, _ y: Double) -> Cell {
    func number(_ value: Double) -> Int {
      value.isFinite ? Int((min(max(value, -1e6), 1e6) / cellSize).rounded(.down)) : 0
    }
    return Cell(column: number(x), row: number(y))
  }

  private static func cells(of box: Figure.Box) -> [Cell] {
    let first = cell(box.x, box.y)
    let last = cell(box.maxX, box.maxY)
    guard first.column <= last.column, first.row <= last.row else { return [] }
    var cells: [Cell] = []
    for row in first.row...last.row {
      for column in first.column...last.column { cells.append(Cell(column: column, row: row)) }
    }
    return cells
  }
}
