import Source
import Testing

@Suite("Drawing diagnostics")
struct DiagnosticPrinterTests {
  private func drawing(
    _ text: String, _ diagnostics: [Diagnostic], isColored: Bool = false, showsCodes: Bool = false
  ) -> String {
    let source = SourceText(name: "midsem.md", text)
    return DiagnosticPrinter(source, isColored: isColored, showsCodes: showsCodes)
      .text(for: diagnostics)
  }

  private func error(_ start: Int, _ end: Int, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      .error, .init("unknown-name", "unknown name 'sigmodi'"), at: Span(start, end), hint: hint)
  }

  @Test("draws place, message, line, caret and hint")
  func drawsEverything() {
    let text = String(repeating: "\n", count: 41) + "q = sigmodi(z)\n"
    let drawn = drawing(text, [error(45, 52, hint: "did you mean 'sigmoid'?")])
    #expect(
      drawn == """
        midsem.md:42:5: error: unknown name 'sigmodi'
           42 | q = sigmodi(z)
              |     ^~~~~~~ did you mean 'sigmoid'?

        """)
  }

  @Test("draws notes at their own places")
  func drawsNotes() {
    let diagnostic = Diagnostic(
      .warning, .init("twice", "'x' is defined twice"), at: Span(6, 7),
      notes: [.init("the first is here", at: Span(0, 1))])
    #expect(
      drawing("x = 1\nx = 2", [diagnostic], showsCodes: true) == """
        midsem.md:2:1: warning: 'x' is defined twice [twice]
            2 | x = 2
              | ^
        midsem.md:1:1: note: the first is here
            1 | x = 1
              | ^

        """)
  }

  @Test(
    "puts the caret under the character",
    arguments: [
      ("\tx", 1, 2, "    1 |     x\n      |     ^\n"),
      ("a\tx", 2, 3, "    1 | a   x\n      |     ^\n"),
      ("漢字 x", 7, 8, "    1 | 漢字 x\n      |      ^\n"),
      ("é = 漢字", 5, 11, "    1 | é = 漢字\n      |     ^~~~\n"),
      ("e\u{301}x", 3, 4, "    1 | e\u{301}x\n      |  ^\n"),
      ("ab", 2, 2, "    1 | ab\n      |   ^\n"),
      ("", 0, 0, "    1 |\n      | ^\n"),
      ("ab\ncd", 1, 5, "    1 | ab\n      |  ^\n"),
      ("a\u{1B}[31mb", 6, 7, "    1 | a\u{FFFD}[31mb\n      |       ^\n"),
      ("a\u{202E}b", 4, 5, "    1 | a\u{FFFD}b\n      |   ^\n"),
    ])
  func placesCaret(text: String, start: Int, end: Int, expected: String) {
    let drawn = drawing(text, [error(start, end)])
    #expect(drawn.split(separator: "\n", maxSplits: 1).last.map(String.init) == expected)
  }

  @Test("cuts a long line around the caret")
  func cutsLongLines() {
    let text = String(repeating: "a", count: 500_000) + "X" + String(repeating: "b", count: 500_000)
    let lines = drawing(text, [error(500_000, 500_001)]).split(separator: "\n")
    #expect(lines.first == "midsem.md:1:500001: error: unknown name 'sigmodi'")
    #expect(lines.allSatisfy { $0.count < 120 })
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let mark = lines[1].firstIndex(of: "X").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret == mark)
    #expect(lines[1].contains("…aaa"))
    #expect(lines[1].hasSuffix("b…"))
  }

  @Test("draws many findings on one long line quickly", .timeLimit(.minutes(1)))
  func drawsManyFindings() {
    let text = String(repeating: "é ", count: 300_000)
    let found = (0..<500).map { error($0 * 1_200, $0 * 1_200 + 2) }
    #expect(drawing(text, found).split(separator: "\n").count == 1_500)
  }

  @Test("sorts by place and keeps the order of those about one place")
  func sorts() {
    let found = [error(4, 5), error(0, 3), error(0, 1), error(4, 5, hint: "second")]
    #expect(found.sortedByPlace() == [found[2], found[1], found[0], found[3]])
  }

  @Test("colours only when asked")
  func colours() {
    #expect(!drawing("x", [error(0, 1)]).contains("\u{1B}"))
    #expect(drawing("x", [error(0, 1)], isColored: true).contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }
}
