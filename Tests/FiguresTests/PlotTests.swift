import Testing

@testable import Figures

@Suite("Plots")
struct PlotTests {
  private static let train = [
    0.55, 0.3, 0.11, 0.021, 0.019, 0.014, 0.01, 0.006, 0.003, 0.001, 0.0004, 0,
  ]
  private static let validation = [
    0.6, 0.36, 0.15, 0.0328, 0.041, 0.055, 0.08, 0.12, 0.2, 0.35, 0.9, 2.4,
  ]

  private var learning: Plot {
    Plot(
      [
        .init("train", heights: Self.train, style: .both),
        .init("validation", heights: Self.validation, style: .both),
      ], xLabel: "degree", yLabel: "loss")
  }

  @Test("says what is plotted, from where to where, and how each series goes")
  func describesItself() {
    #expect(
      learning.figure().alternativeText == """
        Plot of train and validation against degree. degree from 0 to 11, loss from 0 to 2.4. \
        2 series of 12 points each. train falls from 0.55 at 0 to 0 at 11; validation has its \
        minimum 0.0328 at 3, going from 0.6 at 0 to 2.4 at 11.
        """)
  }

  @Test("draws a zero on a logarithmic axis at its foot, with a break, and says so")
  func drawsZeroOnLogarithmicAxis() throws {
    var plot = learning
    plot.hasLogarithmicY = true
    let figure = plot.figure()
    let places = figure.markers(ofSeries: 1).filter { $0.x > 100 }
    #expect(places.count >= 11)
    let lowest = try #require(places.map(\.y).max())
    #expect(places.filter { $0.y == lowest }.count == 1)
    #expect(figure.words.contains("0") && !figure.words.contains("≤ 0"))
    #expect(
      figure.alternativeText.contains(
        "On the logarithmic axis of train, 0 at 11 stands at the foot, below a break."))
    plot.series.append(.init("bad", heights: [-1, 2]))
    #expect(plot.figure().words.contains("≤ 0"))
  }

  @Test("rings an extreme and names it inside the axes")
  func marksExtremes() throws {
    var plot = learning
    plot.marks = [.init(.minimum, ofSeries: 2), .init(.maximum, ofSeries: 9)]
    let figure = plot.figure()
    let text = try #require(figure.texts.first { $0.label.plainText == "minimum 0.0328 at 3" })
    #expect(text.box.x > 0 && text.box.maxX < figure.width && text.box.maxY < figure.height)
    #expect(
      figure.leaves.count { if case .marker(.ring, _, size: _, .mark) = $0 { true } else { false } }
        == 1)
  }

  @Test("shades a region within the axes and names it")
  func shadesRegions() throws {
    var plot = learning
    plot.regions = [
      .init(3...50, label: "over-fitting"), .init(70...80, label: "elsewhere"),
    ]
    let figure = plot.figure()
    let band = try #require(figure.boxes(.region).first)
    #expect(figure.boxes(.region).count == 1)
    #expect(band.maxX <= figure.width)
    #expect(figure.words.contains("over-fitting"))
    #expect(figure.alternativeText.contains("over-fitting: 3 to 50 on the horizontal axis."))
  }

  @Test("leaves gaps where a value is not finite, and says so")
  func leavesGaps() throws {
    let figure = Plot([.init("loss", heights: [1, 2, .nan, 3, .infinity, 4, 5, 6])]).figure()
    let path = try #require(figure.paths(.series(1)).first)
    #expect(path.moveCount == 2)
    #expect(figure.markers(ofSeries: 1).count == 1)
    #expect(
      figure.alternativeText.contains(
        "rises from 1 at 0 to 6 at 7, in 6 points, interrupted twice, 2 values are not finite."))
  }

  @Test(
    "draws poor data without a coordinate that is not finite",
    arguments: [
      [], [0.5], [2, 2, 2], [.nan], [.infinity, -.infinity], [0, 0], [1e308, -1e308],
      [1e300, -1e300], [.leastNonzeroMagnitude, 0], [1, 1 + 2.3e-16],
      [-0.0, .leastNonzeroMagnitude, 3e299],
    ] as [[Double]])
  func survivesPoorData(_ heights: [Double]) {
    for style in [Plot.Series.Style.line, .points, .both] {
      for isLogarithmic in [false, true] {
        var plot = Plot([
          .init("a", heights: heights, style: style), .init("b", [.init(.nan, 1)], style: style),
        ])
        plot.hasLogarithmicY = isLogarithmic
        plot.hasEqualAspect = true
        plot.marks = [.init(.minimum, ofSeries: 1), .init(.maximum, ofSeries: 2)]
        plot.references = [.init(.horizontal, at: .nan, label: "never"), .init(.vertical, at: 1)]
        let figure = plot.figure()
        #expect(figure.coordinates.allSatisfy { $0.isFinite && abs($0) < 1e5 })
        #expect(!figure.alternativeText.contains("nan") && !figure.alternativeText.contains("inf"))
      }
    }
  }

  @Test("makes a unit as long to the right as upwards where asked to")
  func keepsAspect() {
    var plot = Plot([
      .init("class 0", [.init(0, 0), .init(10, 1)], style: .points),
      .init("class 1", [.init(3, 4)], style: .points),
    ])
    plot.hasEqualAspect = true
    let frame = PlotFrame(plot)
    let right = frame.x(1) - frame.x(0)
    let up = frame.y(0) - frame.y(1)
    #expect(abs(right / up - 1) < 0.06)
  }

  @Test("keeps the legend off the curves")
  func placesLegend() throws {
    let falling = PlotFrame(
      Plot([.init("a", heights: [9, 3, 1, 0]), .init("b", heights: [8, 2, 1, 0])]))
    let box = try #require(falling.legend?.box)
    #expect(box.x > falling.inner.x + falling.inner.width / 2)
    let dense = PlotFrame(
      Plot((1...12).map { k in .init("run \(k)", heights: (0..<40).map { Double($0 * k % 7) }) }))
    let outside = try #require(dense.legend?.box)
    #expect(outside.x >= dense.inner.maxX)
    #expect(outside.maxX <= dense.width)
    #expect(PlotFrame(Plot([.init("alone", heights: [1, 2])])).legend == nil)
  }

  @Test("gives the same figure every time")
  func isDeterministic() {
    #expect(learning.figure() == learning.figure())
  }

  @Test("thins out what is denser than the drawing")
  func thinsDenseSeries() throws {
    let heights = (0..<100_000).map { Double(($0 * 7_919) % 1_000) }
    let path = try #require(
      Plot([.init("noise", heights: heights)]).figure().paths(.series(1)).first)
    #expect(path.points.count < 8_000)
  }
}
