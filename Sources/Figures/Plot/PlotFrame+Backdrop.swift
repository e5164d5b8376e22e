extension PlotFrame {
  /// The territories or lines of equal value behind the series.
  func backdrop(of plot: Plot) -> [Figure.Element] {
    switch plot.backdrop {
    case nil: []
    case .territories(let grid, names: _): territories(grid)
    case .contours: []
    }
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
