import Testing

@testable import Mathematics

@Suite("Cells and rules of tables")
struct CellTests {
  private func table(_ source: String) throws -> XMLChecker.Element {
    let math = try XMLChecker.element(Formula(tex: source).mathML(display: true, source: ""))
    return try #require(math.first("mtable"))
  }

  /// The classes of every cell, row by row.
  private func classes(_ source: String) throws -> [[String]] {
    try table(source).children.map { $0.children.map { $0.attributes["class"] ?? "" } }
  }

  @Test("span the columns that they are told to")
  func span() throws {
    let rows = try table(
      #"\begin{array}{lcr} \multicolumn{2}{r|}{ab} & c \\ 1 & 2 & 3 \\ \hdotsfor{3} \end{array}"#
    ).children
    #expect(rows.map(\.children.count) == [2, 3, 1])
    #expect(rows[0].children[0].attributes == ["class": "r vr", "columnspan": "2"])
    #expect(rows[0].children[1].attributes == ["class": "r"])
    #expect(rows[2].children[0].attributes == ["columnspan": "3"])
    #expect(rows[2].allText == "⋯⋯⋯")
  }

  @Test("have rules across some of the columns, and two across all")
  func rules() throws {
    let source = #"""
      \begin{array}{c||c|c} \hline\hline a & b & c \\ \cline{2-3} d & e & f \\ \hline \end{array}
      """#
    let cells = try classes(source)
    #expect(cells == [["", "vll", "vl"], ["", "vll ct", "vl ct"]])
    #expect(try table(source).children.map { $0.attributes["class"] } == ["htt", "hb"])
  }

  @Test("are ruled up to the last column, also where a row is short")
  func fills() throws {
    let rows = try table(#"\begin{array}{ccc} 1 & 2 & 3 \\ \hline 4 \\ \end{array}"#).children
    #expect(rows.map(\.children.count) == [3, 3])
  }

  @Test("stand between what the column list says")
  func columns() throws {
    let point = try table(#"\begin{array}{r@{.}l} 3 & 14 \end{array}"#)
    #expect(point.allText == "3.14")
    #expect(try classes(#"\begin{array}{r@{.}l} 3 & 14 \end{array}"#) == [["r tr", "l tl"]])
    let styled = try table(#"\begin{array}{>{\displaystyle}c<{x}} \frac12 \\ b \\ \end{array}"#)
    #expect(styled.allText == "12xbx")
    #expect(styled.descendants.filter { $0.name == "mstyle" }.count == 2)
    #expect(try classes(#"\begin{array}{c!{\vrule}c} 1 & 2 \end{array}"#) == [["", "vl"]])
  }

  @Test("stand apart as \\arraystretch says, to the end of the formula")
  func stretches() throws {
    var reader = FormulaReader()
    let tex = #"\begin{matrix} a \\ b \end{matrix}"#
    for definition in [#"\renewcommand{\arraystretch}{2}"#, #"\def\arraystretch{2}"#] {
      let high = try reader.formula(definition + tex)
      #expect(high.tex == #"\begin{matrix} a \\[1.2em] b \end{matrix}"#)
    }
    #expect(throws: TeXError.self) {
      _ = try reader.formula(#"\renewcommand{\arraystretch}{much}"#)
    }
    let usual = try reader.formula(tex)
    #expect(try usual == Formula(tex: tex))
  }

  @Test(
    "with a wrong count are errors at their place",
    arguments: [
      (#"\begin{matrix} \multicolumn{x}{c}{a} \end{matrix}"#, 15),
      (#"\begin{matrix} \hdotsfor{0} \end{matrix}"#, 15),
      (#"\begin{matrix} a \\ \cline{2} b \end{matrix}"#, 20),
      (#"\begin{matrix} a \multicolumn{2}{c}{a} \end{matrix}"#, 17), (#"\hdotsfor{2}"#, 0),
    ])
  func fail(_ source: String, _ position: Int) {
    let error = #expect(throws: TeXError.self) { try Formula(tex: source) }
    #expect(error?.position == position, "\(String(describing: error))")
  }

  @Test("cannot repeat what a column list says for ever")
  func areBounded() {
    let list = String(repeating: "x", count: 5_000)
    let rows = String(repeating: #"1 \\ "#, count: 100)
    let error = #expect(throws: TeXError.self) {
      try Formula(tex: #"\begin{array}{>{"# + list + "}c}" + rows + #"\end{array}"#)
    }
    #expect(error?.reason == .tooManyExpansions)
  }
}
