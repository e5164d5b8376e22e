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
    #expect(rowCount([line(terms: 60, relations: 1)]) == 1)
    #expect(rowCount([line(terms: 2, relations: 1), line(terms: 2, relations: 1)]) == 2)
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
    #expect(html.contains("<tr class=\"marked\"><td class=\"right\">1</td>"))
    #expect(html.components(of: "●") == 1)
    #expect(html.contains("<span class=\"unseen\">marked</span>"))
    #expect(html.contains("<span class=\"unseen\">no</span>"))
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
