import Testing

@testable import Figures

@Suite("What is written around a plot")
struct HeadingTests {
  private static let long =
    "The loss of the network on the training data and on the validation data, step by step, "
    + "for the learning rate that the third question asks for"

  /// A plot of two series that fall to the same place, as the loss and the weight of one run.
  private var run: Plot {
    Plot(
      [
        .init("loss", heights: [8, 2, 0.5, 0.125, 0.03125, 0.0078], style: .both),
        .init("theta", heights: [4, 2, 1, 0.5, 0.25, 0.125], style: .both),
      ], xLabel: "step")
  }

  @Test("names extremes at one place without covering one another, within the axes")
  func separatesMarks() {
    for kind in [Plot.Mark.Kind.minimum, .maximum] {
      for count in 1...4 {
        var plot = run
        plot.series += plot.series
        plot.marks = (1...count).map { .init(kind, ofSeries: $0) }
        let frame = PlotFrame(plot)
        let texts = plot.figure().texts.filter { $0.label.plainText.contains(kind.rawValue) }
        #expect(texts.count == count)
        for (index, text) in texts.enumerated() {
          #expect(text.box.x >= frame.inner.x && text.box.maxX <= frame.inner.maxX)
          #expect(text.box.y >= frame.inner.y && text.box.maxY <= frame.inner.maxY)
          for other in texts[..<index] { #expect(!text.box.overlaps(other.box)) }
        }
      }
    }
  }

  @Test("says of several extremes whose they are")
  func namesMarks() {
    var plot = run
    plot.marks = [.init(.minimum, ofSeries: 1), .init(.minimum, ofSeries: 2)]
    let words = plot.figure().words
    #expect(words.contains("loss: minimum 0.0078 at 5"))
    #expect(words.contains("theta: minimum 0.125 at 5"))
  }

  @Test("breaks what is long into lines that stay on the sheet, and loses no word")
  func breaksLines() {
    var plot = run
    plot.title = Figure.Label(Self.long)
    plot.xLabel = Figure.Label(Self.long)
    plot.yLabel = "the loss that is drawn, in the units of the data and not of the targets"
    let figure = plot.figure()
    #expect(figure.height > run.figure().height)
    #expect(figure.texts.allSatisfy { $0.box.x >= 0 && $0.box.maxX <= figure.width })
    #expect(figure.texts.allSatisfy { $0.box.y >= 0 && $0.box.maxY <= figure.height })
    let title = figure.texts.filter { $0.weight == .bold }.map(\.label.plainText)
    #expect(title.count > 1 && title.joined(separator: " ") == Self.long)
    let turned = figure.texts.filter(\.isTurned).map(\.label.plainText)
    #expect(turned.joined(separator: " ") == plot.yLabel?.plainText)
    let heads = Heatmap([[1, 2]], title: Figure.Label(Self.long)).figure()
    #expect(heads.width < 500)
    #expect(heads.texts.allSatisfy { $0.box.x >= 0 && $0.box.maxX <= heads.width })
  }

  @Test(
    "breaks a label at spaces, and in words wider than a line",
    arguments: [
      ("a b", ["a b"]), ("aaaa bbbb cccc", ["aaaa", "bbbb", "cccc"]),
      ("aaaaaaaaaa", ["aaaaa", "aaaaa"]), ("aaaa  bbbb", ["aaaa", "bbbb"]), ("", [""]),
      ("a b c d e g h k n o p q", ["a b c", "d e g", "h k n", "o p q"]),
    ])
  func breaksLabels(_ text: String, _ expected: [String]) {
    let lines = Figure.Label(text).lines(within: 33, size: 10)
    #expect(lines.map(\.plainText) == expected)
    let short = Figure.Label("aaaa bbbb cccc").lines(within: 33, size: 10, most: 2)
    #expect(short.map(\.plainText) == ["aaaa", "bbbb …"])
  }

  @Test("has a caption of what is drawn against what")
  func captions() {
    #expect(run.caption?.plainText == "loss and theta against step")
    var plot = run
    plot.yLabel = "value"
    plot.hasLogarithmicY = true
    let scale = "value against step, on a logarithmic scale: loss and theta"
    #expect(plot.figure().caption?.plainText == scale)
    #expect(Plot([.init("f(x)", heights: [1])], xLabel: "x").caption?.plainText == "f(x) against x")
    #expect(Plot([]).caption == nil)
    let grid = Plot.Grid<Double?>(x: 0...1, y: 0...1, columns: 2, rows: 2) { $0 + $1 }
    var contours = Plot([], xLabel: "w", yLabel: "b")
    contours.backdrop = .contours(grid, levels: [1])
    #expect(contours.caption?.plainText == "Lines of equal value over w and b")
    #expect(Heatmap([[1, -2.5], [4]]).caption.plainText == "2 × 2 entries from −2.5 to 4")
  }
}
