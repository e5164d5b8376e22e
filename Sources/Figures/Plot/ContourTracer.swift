/// Finds the lines where a function, known at the middles of a grid's cells, takes a value.
///
/// Marching squares: between four neighbouring middles a line enters and leaves through sides whose
/// ends lie on different sides of the value; a saddle is split by the mean of its four corners.
struct ContourTracer {
  private let grid: Plot.Grid<Double?>
  private let level: Double

  /// The two neighbours of every side, by the side's number; -1 where there is none.
  private var neighbours: [(Int, Int)]

  init(_ grid: Plot.Grid<Double?>, level: Double) {
    self.grid = grid
    self.level = level
    neighbours = Array(repeating: (-1, -1), count: 2 * grid.columns * grid.rows)
    for row in 0..<max(0, grid.rows - 1) {
      for column in 0..<max(0, grid.columns - 1) { cross(column, row) }
    }
  }

  /// The lines, open ones first, each with two points or more.
  func lines() -> [[Plot.Datum]] {
    let sides = neighbours.indices.filter { neighbours[$0].0 >= 0 }
    let ends = sides.filter { neighbours[$0].1 < 0 }
    var isSeen = Array(repeating: false, count: neighbours.count)
    var lines: [[Plot.Datum]] = []
    func next(after side: Int) -> Int? {
      let (one, other) = neighbours[side]
      if one >= 0, !isSeen[one] { return one }
      return other >= 0 && !isSeen[other] ? other : nil
    }
    for start in ends + sides where !isSeen[start] {
      var line = [start]
      isSeen[start] = true
      var side = start
      while let following = next(after: side) {
        line.append(following)
        isSeen[following] = true
        side = following
      }
      let isClosed = neighbours[side].0 == start || neighbours[side].1 == start
      if line.count > 2, isClosed { line.append(start) }
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
    let isHigh = (a >= level, b >= level, c >= level, d >= level)
    switch (isHigh.0 != isHigh.1, isHigh.1 != isHigh.2, isHigh.2 != isHigh.3) {
    case (false, false, false): break
    case (true, false, false): join(bottom, left)
    case (false, true, false): join(right, left)
    case (false, false, true): join(top, left)
    case (true, true, false): join(bottom, right)
    case (true, false, true): join(bottom, top)
    case (false, true, true): join(right, top)
    case (true, true, true):
      let isMiddleHigh = (a / 4 + b / 4 + c / 4 + d / 4) >= level
      if isMiddleHigh == isHigh.0 {
        join(bottom, right)
        join(top, left)
      } else {
        join(bottom, left)
        join(top, right)
      }
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    add(other, to: one)
    add(one, to: other)
  }

  private mutating func add(_ neighbour: Int, to side: Int) {
    if neighbours[side].0 < 0 {
      neighbours[side].0 = neighbour
    } else {
      neighbours[side].1 = neighbour
    }
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
