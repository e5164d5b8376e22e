extension PlotFrame {
  /// The curves and points of all series, cut off at the edges of the box.
  func series(of plot: Plot) -> [Figure.Element] {
    var drawn: [Figure.Element] = []
    for (index, series) in plot.series.enumerated() {
      let role = Figure.Role.series(index + 1)
      let lines = series.style == .points ? [] : curves(of: series)
      let path = Figure.Path(lines.flatMap { Figure.Path(through: $0).segments })
      if !path.segments.isEmpty { drawn.append(.path(path, role)) }
      drawn += markers(of: series, number: index + 1).map {
        .marker($0.sign, $0.place, size: 7, role)
      }
    }
    let isEmpty = plot.series.allSatisfy(\.stretches.isEmpty) && plot.backdrop == nil
    if isEmpty {
      let middle = Figure.Point(inner.x + inner.width / 2, inner.y + inner.height / 2)
      drawn.append(.text(Figure.Text("no points", at: middle, anchor: .middle, role: .faintText)))
    }
    return drawn
  }

  /// The visible pieces of a series' lines, as points of the figure.
  func curves(of series: Plot.Series) -> [[Figure.Point]] {
    series.stretches.flatMap { stretch in
      stretch.count == 1 ? [] : Clipping.pieces(of: thinned(stretch.map(point)), in: inner)
    }
  }

  /// The signs of a series: at all points, or at points that no line would show.
  private func markers(
    of series: Plot.Series, number: Int
  ) -> [(sign: Figure.Marker, place: Figure.Point)] {
    let sign = Figure.Role.marker(ofSeries: number)
    let shown =
      switch series.style {
      case .points, .both: series.points
      case .line:
        series.isSampled && series.stretches.count > 1
          ? [] : series.stretches.filter { $0.count == 1 }.flatMap(\.self)
      }
    return shown.filter { axes.x.shows($0.x) && axes.y.shows($0.y) }.map { (sign, point($0)) }
  }

  /// The same line with at most four points for every half point of width: first, lowest, highest
  /// and last.
  private func thinned(_ points: [Figure.Point]) -> [Figure.Point] {
    guard points.count > 8 * Int(inner.width) else { return points }
    var kept: [Figure.Point] = []
    var index = 0
    while index < points.count {
      let column = (points[index].x * 2).rounded(.down)
      var end = index + 1
      while end < points.count, (points[end].x * 2).rounded(.down) == column { end += 1 }
      let slice = index..<end
      let low = slice.min { points[$0].y < points[$1].y } ?? index
      let high = slice.max { points[$0].y < points[$1].y } ?? index
      var last = -1
      for candidate in [index, min(low, high), max(low, high), end - 1] where candidate > last {
        kept.append(points[candidate])
        last = candidate
      }
      index = end
    }
    return kept
  }
}
