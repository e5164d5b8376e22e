extension PlotFrame {
  /// The territories or lines of equal value behind the series.
  func backdrop(of plot: Plot) -> [Figure.Element] {
    switch plot.backdrop {
    case nil: []
    case .territories(let grid, names: _): territories(grid)
    case .contours(let grid, let levels): contours(grid, levels)
    }
  }

  /// The lines of every level, with the value on the longest of them.
  private func contours(_ grid: Plot.Grid<Double?>, _ levels: [Double]) -> [Figure.Element] {
    var drawn: [Figure.Element] = []
    var texts: [Figure.Text] = []
    for level in levels.prefix(100) where level.isFinite {
      let lines = ContourTracer(grid, level: level).lines().flatMap {
        Clipping.pieces(of: $0.map(point), in: inner)
      }
      let path = Figure.Path(lines.flatMap { Figure.Path(through: $0).segments })
      if !path.segments.isEmpty { drawn.append(.path(path, .contour)) }
      guard let longest = lines.max(by: { $0.count < $1.count }), longest.count > 12 else {
        continue
      }
      let choices = [2, 3, 1].map { longest.count * $0 / 4 }.map { index in
        Figure.Text(
          level.shortLabel, at: Figure.Point(longest[index].x, longest[index].y + 3.2),
          anchor: .middle, size: 9, hasHalo: true, role: .faintText)
      }
      let free = choices.first { choice in
        let box = choice.box
        return inner.x < box.x && box.maxX < inner.maxX && inner.y < box.y
          && box.maxY < inner.maxY && texts.allSatisfy { !$0.box.overlaps(box) }
      }
      if let free { texts.append(free) }
    }
    return drawn + texts.map { .text($0) }
  }

  /// Strips of cells of one class, row by row, and lines where two classes meet.
  private func territories(_ grid: Plot.Grid<Int?>) -> [Figure.Element] {
    var drawn: [Figure.Element] = []
    for row in 0..<grid.rows {
      var start = 0
      for column in 1...grid.columns {
        let number = grid[column: start, row: row]
        if column < grid.columns, grid[column: column, row: row] == number { continue }
        if let number {
          drawn.append(.rectangle(cells(grid, start..<column, row), corner: 0, .territory(number)))
        }
        start = column
      }
    }
    return drawn
  }

  private func cells<Value>(
    _ grid: Plot.Grid<Value>, _ columns: Range<Int>, _ row: Int
  ) -> Figure.Box {
    let low = corner(grid, columns.lowerBound, row)
    let high = corner(grid, columns.upperBound, row + 1)
    return Figure.Box(x: low.x, y: high.y, width: high.x - low.x, height: low.y - high.y)
  }

  private func corner<Value>(_ grid: Plot.Grid<Value>, _ column: Int, _ row: Int) -> Figure.Point {
    let across = Double(column) / Double(grid.columns)
    let up = Double(row) / Double(grid.rows)
    return point(
      Plot.Datum(
        grid.xRange.lowerBound + across * (grid.xRange.upperBound - grid.xRange.lowerBound),
        grid.yRange.lowerBound + up * (grid.yRange.upperBound - grid.yRange.lowerBound)))
  }
}
