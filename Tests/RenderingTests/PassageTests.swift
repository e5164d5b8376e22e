import Figures
import Manuscripts
import Mathematics
import Testing
import Workings

@testable import Rendering

@Suite("Passages")
struct PassageTests {
  private func line(terms count: Int, relations: Int) -> Passage.Line {
    let sum = Formula.row(
      (0..<count).flatMap { [.number("\($0)"), .symbol("+")] } + [.number("1")])
    return Passage.Line(
      left: .letter("z"),
      right: (0..<relations).map { _ in Passage.Relation(.symbol("="), sum) })
  }

  private func rowCount(_ lines: [Passage.Line]) -> Int {
    guard case .table(let table) = ChainLayout.formula(of: lines) else { return 1 }
    return table.rows.count
  }

  @Test("stay on one line while they fit")
  func keepShortChains() {
    #expect(rowCount([line(terms: 3, relations: 2)]) == 1)
    #expect(rowCount([]) == 1)
  }

  @Test("break at their relations where they do not")
  func breakLongChains() {
    #expect(rowCount([line(terms: 12, relations: 3)]) == 3)
    #expect(rowCount([line(terms: 60, relations: 1)]) > 2)
    #expect(rowCount([line(terms: 2, relations: 1), line(terms: 2, relations: 1)]) == 2)
  }

  @Test("break sums between their terms only")
  func breakSums() {
    let product = Formula.row(
      [.word("factor")]
        + (0..<30).map { _ in .fenced("(", .row([.letter("a"), .symbol("+"), .letter("b")]), ")") })
    let chain = Passage.Line(left: .letter("z"), right: [Passage.Relation(.symbol("="), product)])
    #expect(rowCount([chain]) == 1)
  }

  @Test("show figures with the words of their author")
  func showFigures() {
    let figure = Figure(
      width: 100, height: 50, elements: [], name: "A <plot>", alternativeText: "Its own words.")
    let shown = Document.Shown(
      passage: .figure(figure), caption: [], alternativeText: "The author's <words>")
    var passages = PassageHTML()
    let first = String(decoding: [passages.html(shown, caption: [])].bytes, as: UTF8.self)
    #expect(first.contains("The author&apos;s &lt;words&gt;") || first.contains("s &lt;words&gt;"))
    #expect(!first.contains("Its own words"))
    #expect(first.contains("id=\"figure-1-title\""))
    let second = String(
      decoding: [passages.html(shown, caption: [.text("C")])].bytes, as: UTF8.self)
    #expect(second.contains("id=\"figure-2-title\""))
    #expect(second.contains("<figcaption>C</figcaption>"))
  }

  @Test("mark rows by a sign and a word, not by colour alone")
  func markRows() {
    let grid = Passage.Grid(
      caption: "A <table>", headings: [.words("t"), .words("ok")],
      rows: [
        Passage.Grid.Row(cells: [.words("1"), .mark(true)], isMarked: true),
        Passage.Grid.Row(cells: [.words("2"), .mark(false)], isMarked: false),
      ], isNumeric: [true, false])
    let html = String(decoding: [GridHTML.html(grid, caption: [])].bytes, as: UTF8.self)
    #expect(html.contains("<caption>A &lt;table&gt;</caption>"))
    #expect(html.contains("<tr class=\"marked\"><td class=\"sign\">"))
    #expect(html.components(of: "●") == 1)
    #expect(html.contains("<span class=\"unseen\">marked</span>"))
    #expect(html.contains("<span class=\"unseen\">no</span>"))
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
