extension PlotFrame.Axes {
  /// The scales that show all of the plot, whatever the size of the drawing.
  init(_ plot: Plot) {
    let data = plot.series.flatMap(\.points)
    var across = data.map(\.x)
    var up = Self.heights(of: plot)
    for reference in plot.references where abs(reference.value) <= 1e300 {
      switch reference.direction {
      case .horizontal: up.append(reference.value)
      case .vertical: across.append(reference.value)
      }
    }
    let isLoose = plot.series.contains { !$0.isSampled }
    if let ranges = plot.backdrop?.ranges {
      x = Axis(linear: across, fixed: plot.xRange ?? ranges.x)
      y = Axis(linear: up, fixed: plot.yRange ?? ranges.y)
      return
    }
    x = Axis(linear: across, fixed: plot.xRange, margin: isLoose ? 0.03 : 0)
    let isCut = plot.series.contains { $0.visibleHeights != nil }
    let whole = isCut ? Axis.span(of: up, fixed: nil) : nil
    y =
      plot.hasLogarithmicY
      ? Axis(logarithmic: up, fixed: plot.yRange)
      : Axis(linear: up, fixed: plot.yRange ?? whole, margin: 0.05, keepsSign: true, count: 5)
  }

  /// The scales for a drawing in `box`: where asked for, a unit is equally long both ways.
  init(_ plot: Plot, in box: Figure.Box) {
    let loose = Self(plot)
    guard plot.hasEqualAspect, !plot.hasLogarithmicY else {
      self = loose
      return
    }
    let xWidth = loose.x.range.upperBound - loose.x.range.lowerBound
    let yWidth = loose.y.range.upperBound - loose.y.range.lowerBound
    let unit = max(xWidth / box.width, yWidth / box.height)
    guard unit.isFinite, unit > 0 else {
      self = loose
      return
    }
    x = Axis(linear: [], fixed: Self.widened(loose.x.range, to: unit * box.width))
    y = Axis(linear: [], fixed: Self.widened(loose.y.range, to: unit * box.height))
  }

  /// The values of y that the scale must show.
  private static func heights(of plot: Plot) -> [Double] {
    plot.series.flatMap { series in
      let values = series.points.map(\.y)
      guard let visible = series.visibleHeights else { return values }
      return values.map { min(max($0, visible.lowerBound), visible.upperBound) }
    }
  }

  private static func widened(
    _ range: ClosedRange<Double>, to width: Double
  ) -> ClosedRange<Double> {
    let room = max(0, (width - (range.upperBound - range.lowerBound)) / 2)
    return (range.lowerBound - room)...(range.upperBound + room)
  }
}
