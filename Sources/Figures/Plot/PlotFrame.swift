/// Where the parts of a plot stand: the axes, and the box that they span.
struct PlotFrame {
  /// The two scales of a plot.
  struct Axes: Hashable, Sendable {
    let x: Axis
    let y: Axis
  }

  /// The title and the names of the axes, on lines that fit.
  struct Headings {
    var title: [Figure.Label] = []
    var x: [Figure.Label] = []
    var y: [Figure.Label] = []

    init(_ plot: Plot, width: Double, height: Double) {
      // Some faces are wider than the estimate, bold ones most, and the axes stand right of the middle.
      title = plot.title?.lines(within: 0.75 * width, size: TextSize.title * 1.07) ?? []
      x = plot.xLabel?.lines(within: 0.8 * width, size: TextSize.label) ?? []
      y = plot.shownYLabel?.lines(within: height - 60, size: TextSize.label, most: 3) ?? []
    }

    /// How much higher the figure is than with one line for each.
    var growth: Double {
      TextSize.line * Double(max(0, title.count - 1) + max(0, x.count - 1))
    }
  }

  let width: Double
  let height: Double
  let headings: Headings
  let axes: Axes
  private(set) var inner: Figure.Box
  private(set) var legend: Legend?

  init(_ plot: Plot) {
    let size = (width: min(max(plot.width, 160), 4_000), height: min(max(plot.height, 120), 4_000))
    headings = Headings(plot, width: size.width, height: size.height)
    width = size.width
    height = size.height + headings.growth
    let sheet = (width, height, headings)
    let bounds = Self.inner(of: plot, axes: Axes(plot), on: sheet, legend: 0)
    axes = Axes(plot, in: bounds)
    inner = Self.inner(of: plot, axes: axes, on: sheet, legend: 0)
    guard let legend = Legend(plot) else { return }
    if let corner = place(for: legend, in: plot) {
      self.legend = legend.moved(to: corner)
    } else {
      inner = Self.inner(of: plot, axes: axes, on: sheet, legend: legend.width + 12)
      self.legend = legend.moved(to: Figure.Point(inner.maxX + 14, inner.y))
    }
  }

  /// Where a pair of values stands in the figure.
  func point(_ datum: Plot.Datum) -> Figure.Point {
    Figure.Point(x(datum.x), y(datum.y))
  }

  /// Where a value stands horizontally.
  func x(_ value: Double) -> Double { inner.x + axes.x.fraction(of: value) * inner.width }

  /// Where a value stands vertically.
  func y(_ value: Double) -> Double { inner.maxY - axes.y.fraction(of: value) * inner.height }

  /// Everything that is drawn, from back to front.
  func elements(of plot: Plot) -> [Figure.Element] {
    let parts: [(Figure.Part, [Figure.Element])] = [
      (.backdrop, backdrop(of: plot)), (.regions, regions(of: plot)), (.grid, grid(of: plot)),
      (.references, references(of: plot)), (.series, series(of: plot)),
      (.axes, axisLines(of: plot)), (.marks, marks(of: plot)),
      (.legend, legend?.elements ?? []), (.heading, heading(of: plot)),
    ]
    return parts.filter { !$0.1.isEmpty }.map { .group($0, $1) }
  }

  /// The corner where the legend covers nothing, if there is one.
  private func place(for legend: Legend, in plot: Plot) -> Figure.Point? {
    if case .contours = plot.backdrop { return nil }
    guard legend.width < 0.6 * inner.width, legend.height < 0.8 * inner.height else { return nil }
    let right = inner.maxX - legend.width - 8
    let bottom = inner.maxY - legend.height - 8
    let middle = inner.x + (inner.width - legend.width) / 2
    let corners = [
      Figure.Point(right, inner.y + 6), Figure.Point(inner.x + 10, inner.y + 6),
      Figure.Point(right, bottom), Figure.Point(inner.x + 10, bottom),
      Figure.Point(middle, inner.y + 6), Figure.Point(middle, bottom),
    ]
    let obstacles = obstacles(of: plot, withMarks: true)
    return corners.first { obstacles.cost(of: legend.moved(to: $0).box) == 0 }
  }

  private static func inner(
    of plot: Plot, axes: Axes, on sheet: (width: Double, height: Double, headings: Headings),
    legend: Double
  ) -> Figure.Box {
    let (width, height, headings) = sheet
    let numbers = axes.y.ticks.map { $0.label.width(size: TextSize.tick) }.max() ?? 0
    let more = { (lines: [Figure.Label]) in TextSize.line * Double(max(0, lines.count - 1)) }
    let left = 12 + max(numbers, 14) + (headings.y.isEmpty ? 0 : 18 + more(headings.y))
    let top = headings.title.isEmpty ? 12.0 : 32 + more(headings.title)
    let bottom = headings.x.isEmpty ? 24.0 : 42 + more(headings.x)
    let last = axes.x.ticks.last?.label.width(size: TextSize.tick) ?? 0
    let right = max(12, last / 2 + 4) + min(legend, 0.45 * width)
    var box = Figure.Box(
      x: left, y: top, width: max(width - left - right, 40), height: max(height - top - bottom, 40))
    guard plot.hasEqualAspect, let ranges = plot.backdrop?.ranges else { return box }
    let xWidth = ranges.x.upperBound - ranges.x.lowerBound
    let yWidth = ranges.y.upperBound - ranges.y.lowerBound
    guard xWidth > 0, yWidth > 0 else { return box }
    let unit = max(xWidth / box.width, yWidth / box.height)
    guard unit.isFinite, unit > 0, xWidth / unit >= 40, yWidth / unit >= 40 else { return box }
    box.x += legend > 0 ? 0 : (box.width - xWidth / unit) / 2
    box.width = xWidth / unit
    box.height = yWidth / unit
    return box
  }
}

/// The sizes of letters in figures, in points.
enum TextSize {
  static let title = 13.0
  static let label = 11.5
  static let note = 11.0
  static let tick = 10.5
  /// From one line of a title or of an axis' name to the next.
  static let line = 16.0
}

extension Plot {
  /// The name of the vertical axis: a single series gives its own if there is no other.
  var shownYLabel: Figure.Label? {
    if let yLabel { return yLabel }
    guard series.count == 1, let name = series.first?.name, !name.isEmpty else { return nil }
    return backdrop == nil ? name : nil
  }
}
