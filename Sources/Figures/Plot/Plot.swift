/// Series of points and sampled curves over two axes, to be drawn as a ``Figure``.
///
/// Everything that is not finite is left out and said in the alternative text; a plot without any
/// point is drawn with empty axes.
public struct Plot: Hashable, Sendable {
  /// What stands above the axes.
  public var title: Figure.Label?
  /// The name of the horizontal axis.
  public var xLabel: Figure.Label?
  /// The name of the vertical axis.
  public var yLabel: Figure.Label?
  /// What is plotted, from back to front.
  public var series: [Series]
  /// The ends of the horizontal axis; from the data where nil or empty.
  public var xRange: ClosedRange<Double>?
  /// The ends of the vertical axis; from the data where nil or empty.
  public var yRange: ClosedRange<Double>?
  /// Whether equal factors, instead of equal differences, are equally high.
  public var hasLogarithmicY = false
  /// Whether a unit is as long to the right as upwards.
  public var hasEqualAspect = false
  /// Bands that are set apart.
  public var regions: [Region] = []
  /// Straight lines at values worth comparing with.
  public var references: [Reference] = []
  /// Extremes that are ringed and named.
  public var marks: [Mark] = []
  /// What lies behind the series: the territories of a classifier, lines of equal value.
  public var backdrop: Backdrop?
  /// The width of the figure, in points.
  public var width = 480.0
  /// The height of the figure, in points.
  public var height = 300.0

  /// A plot of `series` with automatic axes.
  public init(
    _ series: [Series], title: Figure.Label? = nil, xLabel: Figure.Label? = nil,
    yLabel: Figure.Label? = nil
  ) {
    self.series = series
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
  }

  /// The drawing, with its alternative text.
  public func figure() -> Figure {
    let frame = PlotFrame(self)
    var figure = Figure(
      width: frame.width, height: frame.height, elements: frame.elements(of: self),
      name: name, alternativeText: description(ranges: frame.axes), caption: caption)
    figure.data = series.map { Figure.Data($0) }
    return figure
  }
}
