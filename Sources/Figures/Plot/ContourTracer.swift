/// Finds the lines where a function, known at the middles of a grid's cells, takes a value.
///
/// Marching squares: between four neighbouring middles a line enters and leaves through sides whose
/// ends lie on different sides of the value; a saddle is split by the mean of its four corners.
struct ContourTracer {
  private let grid: Plot.Grid<Double?>
  private let level: Double

  /// The neighbours of every crossed side, by the side's number.
  private var neighbours: [Int: [Int]] = [:]

  init(_ grid: Plot.Grid<Double?>, level: Double) {
    self.grid = grid
    self.level = level
    for row in 0..<max(0, grid.rows - 1) {
      for column in 0..<max(0, grid.columns - 1) { cross(column, row) }
    }
  }

  /// The lines, open ones first, each with two points or more.
  func lines() -> [[Plot.Datum]] {
    let sides = neighbours.keys.sorted()
    let ends = sides.filter { neighbours[$0]?.count == 1 }
    var seen: Set<Int> = []
    var lines: [[Plot.Datum]] = []
    for start in ends + sides where !seen.contains(start) {
      var line = [start]
      seen.insert(start)
      var side = start
      while let next = neighbours[side]?.first(where: { !seen.contains($0) }) {
        line.append(next)
        seen.insert(next)
        side = next
      }
      if line.count > 2, neighbours[side]?.contains(start) ?? false { line.append(start) }
      if line.count > 1 { lines.append(line.map(place)) }
    }
    return lines
  }

  /// Joins the crossed sides of the square whose lowest left corner is this cell.
  private mutating func cross(_ column: Int, _ row: Int) {
    guard let a = grid[column: column, row: row], let b = grid[column: column + 1, row: row],
      let c = grid[column: column + 1, row: row + 1], let d = grid[column: column, row: row + 1],
      (a + b + c + d).isFinite
    else { return }
    let bottom = side(column, row, isUpright: false)
    let top = side(column, row + 1, isUpright: false)
    let left = side(column, row, isUpright: true)
    let right = side(column + 1, row, isUpright: true)
    let isHigh = [a, b, c, d].map { $0 >= level }
    var crossed: [Int] = []
    if isHigh[0] != isHigh[1] { crossed.append(bottom) }
    if isHigh[1] != isHigh[2] { crossed.append(right) }
    if isHigh[2] != isHigh[3] { crossed.append(top) }
    if isHigh[3] != isHigh[0] { crossed.append(left) }
    if crossed.count == 2 {
      join(crossed[0], crossed[1])
    } else if crossed.count == 4 {
      let isMiddleHigh = (a / 4 + b / 4 + c / 4 + d / 4) >= level
      if isMiddleHigh == isHigh[0] {
        join(bottom, right)
        join(top, left)
      } else {
        join(bottom, left)
        join(top, right)
      }
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    neighbours[one, default: []].append(other)
    neighbours[other, default: []].append(one)
  }

  /// The number of a side: of the one to the right of a middle, or of the one above it.
  private func side(_ column: Int, _ row: Int, isUpright: Bool) -> Int {
    2 * (row * grid.columns + column) + (isUpright ? 1 : 0)
  }

  /// Where the level lies on a side, by straight interpolation.
  private func place(_ side: Int) -> Plot.Datum {
    let (row, column) = (side / 2).quotientAndRemainder(dividingBy: grid.columns)
    let isUpright = side % 2 == 1
    let from = grid[column: column, row: row] ?? level
    let to = grid[column: column + (isUpright ? 0 : 1), row: row + (isUpright ? 1 : 0)] ?? level
    let part = from == to ? 0.5 : min(max((level - from) / (to - from), 0), 1)
    return grid.middle(
      Double(column) + (isUpright ? 0 : part), Double(row) + (isUpright ? part : 0))
  }
}

extension Plot.Grid {
  /// The middle of a cell, or a place between middles; both indices count from 0.
  func middle(_ column: Double, _ row: Double) -> Plot.Datum {
    let across = (column + 0.5) / Double(columns)
    let up = (row + 0.5) / Double(rows)
    return Plot.Datum(
      xRange.lowerBound + across * (xRange.upperBound - xRange.lowerBound),
      yRange.lowerBound + up * (yRange.upperBound - yRange.lowerBound))
  }
}

extension Plot.Grid where Value == Double? {
  /// Values that cut the plane into parts of about equal size, rounded to two digits of their spread.
  ///
  /// - Parameter count: How many values are wanted at most; ≥ 1.
  /// - Returns: Rising values, fewer where rounding makes them equal; none for a constant grid.
  public func levels(count: Int = 9) -> [Double] {
    let sorted = values.compactMap(\.self).filter { abs($0) <= 1e300 }.sorted()
    guard let low = sorted.first, let high = sorted.last, low < high else { return [] }
    let count = min(max(count, 1), 50)
    let unit = Double.powerOfTen(DecimalNumber((high - low) / 20).exponent)
    var levels: [Double] = []
    for index in 1...count {
      let value = sorted[(sorted.count - 1) * index / (count + 1)]
      let steps = (value / unit).rounded()
      let rounded = unit < 1 ? steps / (1 / unit).rounded() : steps * unit
      if rounded > low, rounded < high, rounded > levels.last ?? -.infinity {
        levels.append(rounded)
      }
    }
    return levels
  }
}
