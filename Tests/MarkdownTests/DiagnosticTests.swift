import Markdown
import Source
import Testing

@Suite("Findings in Markdown")
struct DiagnosticTests {
  private func drawing(_ markdown: String) -> String {
    let source = SourceText(name: "a.md", markdown)
    let found = MarkdownDocument.parse(source).diagnostics
    return DiagnosticPrinter(source, showsCodes: true).text(for: found)
  }

  @Test(
    "point at what is wrong",
    arguments: [
      ("# A {#a #b}", "1:9", "attribute-syntax"), ("# A {k=1 k=2}", "1:10", "attribute-syntax"),
      ("# A {k=}", "1:7", "attribute-syntax"), ("# A {1,2 %}", "1:6", "attribute-syntax"),
      ("# A {#a", "1:5", "attribute-syntax"), ("```dl {#a\n```", "1:7", "attribute-syntax"),
      ("```dl {k=\"a}\n```", "1:10", "attribute-syntax"),
      ("$$x$$ {#a %}", "1:11", "attribute-syntax"),
      ("> $$\n> x\n> $$ {#a %}", "3:10", "attribute-syntax"),
      ("```math rest\n```", "1:9", "attribute-syntax"),
      ("a\n\n> ```dl\n> x", "3:3", "unterminated-fence"), ("~~~~", "1:1", "unterminated-fence"),
      ("| a |\n|---|\n| b | c |", "3:7", "table-cells"),
      ("| a | b |\n|---|---|---|\n| c | d |", "2:1", "table-cells"),
      ("a | b\n|---|", "2:1", "table-cells"),
      ("---\na: 1", "1:1", "front-matter"), ("---\na: [1\n---\n", "2:6", "front-matter"),
      ("---\na: 1\na: 2\n---\n", "3:1", "front-matter"),
      ("---\na: &x 1\n---\n", "2:4", "front-matter"),
      ("---\na: *x\n---\n", "2:4", "front-matter"),
      ("---\na: !!int 1\n---\n", "2:4", "front-matter"),
      ("---\n- a\n---\n", "2:1", "front-matter"), ("---\n? [a]\n: b\n---\n", "2:3", "front-matter"),
      ("---\nü: {a: 1, a: 2}\n---\n", "2:11", "front-matter"),
      ("a\0b", "1:2", "nul-character"),
    ] as [(String, String, String)])
  func point(markdown: String, place: String, code: String) {
    let lines = drawing(markdown).split(separator: "\n")
    #expect(lines.first?.hasPrefix("a.md:\(place): ") == true, "\(lines)")
    #expect(lines.first?.hasSuffix("[\(code)]") == true)
    #expect(lines.filter { $0.contains("error:") || $0.contains("warning:") }.count <= 2)
  }

  @Test("keep the block of an unterminated fence")
  func keepUnterminatedFence() {
    #expect(Outline.of("```dl\nx") == "code[dl](x¬)")
    #expect(Outline.of("> ```dl\n> x\n\ny") == "quote(code[dl](x¬)) p(y)")
  }

  @Test("read as the example of the manual")
  func readAsExample() {
    #expect(
      drawing("# A {1}\n") == """
        a.md:1:6: error: '1' is not an attribute [attribute-syntax]
            1 | # A {1}
              |      ^ write #id, .class, key=value, key="two words" or a flag; '\\{' is a plain brace

        """)
  }

  @Test("come sorted by place")
  func comeSorted() {
    let source = SourceText(name: "a.md", "---\na: 1\na: 2\n---\n# A {k=}\n\n```\n")
    let starts = MarkdownDocument.parse(source).diagnostics.map(\.span.start)
    #expect(starts.count == 3)
    #expect(starts == starts.sorted())
  }
}
