import Figures
import Testing

@testable import Rendering

@Suite("SVG")
struct SVGWriterTests {
  private func plot(_ name: String) -> Figure {
    var plot = Plot(
      [
        .init(Figure.Label(name), [.init(0, 1), .init(1, .nan), .init(2, 3)], style: .both),
        .init("curve", over: -1...1) { 1 / $0 },
      ], title: Figure.Label(name), xLabel: "x")
    plot.marks = [.init(.maximum, ofSeries: 1)]
    plot.regions = [.init(0...1, label: "here")]
    plot.references = [.init(.horizontal, at: 2, label: "two")]
    return plot.figure()
  }

  private func figures(_ name: String) -> [Figure] {
    let label = Figure.Label(name)
    let graph = GraphDrawing(
      nodes: [.init([label, "1"], isHighlighted: true), .init([label])],
      edges: [.init(from: 0, to: 1, label: label)], title: label)
    return [plot(name), graph.figure(), Heatmap([[1, -2], [nil, 0]], title: label).figure()]
  }

  @Test(
    "is well formed and keeps every text, whatever stands in it",
    arguments: [
      "loss", "a < b & c > d", "\"quoted\" & 'single'", "</text><script>alert(1)</script>",
      "]]>", "&amp;", "NUL \u{0} and \u{1B}", "α̂ 漢字 👍🏽", "line\nbreak\r\n", "\u{FFFE}",
    ])
  func escapes(_ name: String) {
    for figure in figures(name) {
      let checked = XMLChecker(SVGWriter(prefix: "f1").text(of: figure))
      #expect(checked.trouble == nil)
      #expect(!checked.elements.contains { $0.name == "script" })
      let printable = String(
        String.UnicodeScalarView(
          name.replacing("\r\n", with: "\n\n").unicodeScalars.map {
            ($0.value < 32 && $0 != "\n") || $0.value == 0xFFFE ? "\u{FFFD}" : $0
          }))
      #expect(checked.text.contains(printable))
    }
  }

  @Test("names itself by a title and a description with its own ids")
  func isAccessible() throws {
    let figure = plot("loss")
    let checked = XMLChecker(SVGWriter(prefix: "q1 fig").text(of: figure))
    let root = try #require(checked.elements.first)
    #expect(root.name == "svg" && root.attributes["role"] == "img")
    #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
    #expect(root.attributes["aria-labelledby"] == "q1_fig-title q1_fig-desc")
    let ids = checked.elements.compactMap { $0.attributes["id"] }
    #expect(ids == ["q1_fig-title", "q1_fig-desc"])
    #expect(checked.text.contains(figure.alternativeText))
    #expect(SVGWriter(prefix: "1").text(of: figure).contains("id=\"fig1-title\""))
  }

  @Test("writes the same bytes every time, and no number that is none")
  func isDeterministic() {
    for figure in figures("loss") {
      let text = SVGWriter(prefix: "f").text(of: figure)
      #expect(text == SVGWriter(prefix: "f").text(of: figure))
      for bad in ["nan", "inf\"", "NaN", "-0 ", "\"-0\""] {
        let isClean = !text.contains(bad)
        #expect(isClean, "\(bad)")
      }
    }
  }

  @Test(
    "writes numbers with at most two decimals",
    arguments: [
      (0, "0"), (-0.001, "0"), (1.005, "1"), (1.25, "1.25"), (-3.5, "-3.5"), (0.07, "0.07"),
      (.nan, "0"), (-.infinity, "0"), (1e300, "10000000"), (99.999, "100"),
    ] as [(Double, String)])
  func writesNumbers(_ value: Double, _ text: String) {
    var xml = XMLText()
    xml.append(value)
    #expect(xml.text == text)
  }

  @Test("colours by classes in light, dark and print, or leaves that to the page")
  func styles() {
    let figure = plot("loss")
    let own = SVGWriter(prefix: "f").text(of: figure)
    #expect(own.contains("<style>") && own.contains("prefers-color-scheme:dark"))
    #expect(own.contains(".fig-s2{") && !own.contains(".fig-s3{"))
    let bare = SVGWriter(prefix: "f", embedsStyle: false).text(of: figure)
    #expect(!bare.contains("<style>"))
    #expect(bare.contains("stroke=\"currentColor\""))
    #expect(SVGWriter.styleSheet.contains(".fig-s8{"))
  }

  @Test("tells eight series apart by dashes and signs, not by colour alone")
  func variesSeries() {
    #expect(Set((1...8).map { Figure.Role.series($0).pen.dashes }).count == 8)
    #expect(Set((1...8).map { Figure.Role.marker(ofSeries: $0) }).count == 8)
    #expect(Figure.Role.series(9).pen.dashes != Figure.Role.series(1).pen.dashes)
  }

  @Test("contrasts with light and dark paper")
  func contrasts() throws {
    let sheet = SVGWriter.styleSheet
    let halves = sheet.split(separator: "@media")
    let papers = [1.0, luminance("15171a")]
    #expect(halves.count == 2)
    for (half, paper) in zip(halves, papers) {
      let colours = half.split(separator: "{color:#").dropFirst().map { String($0.prefix(6)) }
      #expect(colours.count > 10)
      for colour in colours {
        let light = luminance(colour)
        let ratio = (max(light, paper) + 0.05) / (min(light, paper) + 0.05)
        #expect(ratio >= 4.5, "#\(colour)")
      }
    }
  }

  /// Relative luminance by WCAG 2.2, with 2.2 as the exponent.
  private func luminance(_ colour: String) -> Double {
    let value = Int(colour, radix: 16) ?? 0
    let parts = [value >> 16, (value >> 8) & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share * share * (0.8 + 0.2 * share)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test("sets runs as spans that return to the line")
  func setsRuns() {
    let label = Figure.Label([
      .init("w", .italic), .init("1", .subscripted), .init(" + 10"), .init("−3", .superscripted),
    ])
    let figure = Figure(
      width: 10, height: 10, elements: [.text(.init(label, at: .init(0, 0), size: 10))], name: "n",
      alternativeText: "t")
    let text = SVGWriter(prefix: "f").text(of: figure)
    #expect(text.contains("<tspan font-style=\"italic\">w</tspan>"))
    #expect(text.contains("<tspan dy=\"2.2\" font-size=\"7.2\">1</tspan>"))
    #expect(text.contains("<tspan dy=\"-2.2\"> + 10</tspan>"))
  }
}
