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
    y =
      plot.hasLogarithmicY
      ? Axis(logarithmic: up, fixed: plot.yRange)
      : Axis(linear: up, fixed: plot.yRange, margin: 0.02, endsAtTicks: true, count: 5)
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
  ///
  /// A sampled curve with gaps may run to a pole there: of such a curve only what lies within one
  /// spread of its inner nine tenths counts.
  private static func heights(of plot: Plot) -> [Double] {
    var heights: [Double] = []
    for series in plot.series {
      let values = series.points.map(\.y)
      guard series.isSampled, let first = series.stretches.first?.first,
        let last = series.stretches.last?.last,
        series.gapCount > 0 || first.x > series.sampledFrom || last.x < series.sampledTo
      else {
        heights += values
        continue
      }
      let sorted = values.sorted()
      let cut = sorted.count / 12
      let low = sorted[cut]
      let high = sorted[sorted.count - 1 - cut]
      let room = 0.6 * (high - low)
      heights += values.filter { low - room <= $0 && $0 <= high + room }
    }
    return heights
  }

  private static func widened(
    _ range: ClosedRange<Double>, to width: Double
  ) -> ClosedRange<Double> {
    let room = max(0, (width - (range.upperBound - range.lowerBound)) / 2)
    return (range.lowerBound - room)...(range.upperBound + room)
  }
}
