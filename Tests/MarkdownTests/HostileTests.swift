import Markdown
import Source
import Testing

/// Inputs that break parsers: none may crash, hang or lose its text.
@Suite("Hostile Markdown", .timeLimit(.minutes(2)))
struct HostileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }

    init(_ piece: String, times count: Int, then end: String = "") {
      testDescription = "\(count) times \(piece.debugDescription)"
      text = String(repeating: piece, count: count) + end
    }
  }

  static let cases: [Case] = [
    Case(">", times: 15_000, then: " x"), Case("> ", times: 15_000, then: "x"),
    Case("- ", times: 15_000, then: "x"), Case("1. ", times: 15_000, then: "x"),
    Case("[", times: 50_000), Case("(", times: 50_000), Case("![", times: 50_000),
    Case("[a](", times: 20_000), Case("](a \"", times: 20_000), Case("`a ", times: 50_000),
    Case("$a ", times: 50_000), Case("$", times: 50_000), Case("$$ a\n", times: 20_001),
    Case("\\(a ", times: 50_000), Case("\\(a ", times: 50_000, then: "`x` \\)"),
    Case("\\[a\n", times: 20_000), Case("\\[a\n", times: 20_000, then: "`x` \\]"),
    Case("\\[a\n\n", times: 10_000), Case("$\\text{", times: 20_000),
    Case("\\begin{align}\n", times: 20_000), Case("\\begin{align}\n\n", times: 10_000),
    Case("<!-- ", times: 20_000), Case("a <!-- ", times: 20_000), Case("a <? ", times: 20_000),
    Case("<a b=\"", times: 20_000), Case("*a **b ", times: 20_000), Case("**a", times: 20_000),
    Case("a _b *c ", times: 10_000, then: String(repeating: "* _", count: 10_000)),
    Case("&", times: 50_000), Case("\\", times: 50_000), Case("@a", times: 20_000),
    Case("|a", times: 20_000, then: "\n" + String(repeating: "|-", count: 20_000)),
    Case("a|b\n-|-\n", times: 10_000), Case("# {a ", times: 20_000, then: "}"),
    Case("# ", times: 1, then: String(repeating: "$ {k1= $ `", count: 5_000) + "`{k2= ` x"),
    Case("# ", times: 1, then: String(repeating: "`{kk=` ", count: 5_000)),
    Case("a|b|c\n|-|-|\n", times: 5_000), Case("![a](b){", times: 5_000),
    Case("# x {", times: 1, then: String(repeating: "a ", count: 20_000)),
    Case("```\n", times: 9_999), Case("[a]: <", times: 20_000), Case("\n", times: 100_000),
    Case("\r", times: 100_000), Case("a\0b", times: 1_000), Case("\u{FEFF}", times: 1_000),
    Case("word $x$ ", times: 110_000), Case("a", times: 1_000_000),
    Case(
      "items and blank lines",
      String(repeating: "- ", count: 2_000) + "x" + String(repeating: "\n", count: 5_000)),
    Case(
      "ever deeper items", (0..<600).map { String(repeating: "  ", count: $0) + "- x\n" }.joined()),
    Case(
      "lazy lines",
      String(repeating: "> ", count: 300) + "a\n" + String(repeating: "b\n", count: 5_000)),
    Case(
      "growing runs of backticks",
      (1..<300).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
  ]

  @Test("is read to its end", arguments: cases)
  func isRead(_ hostile: Case) {
    let source = SourceText(name: "a.md", hostile.text)
    let (document, diagnostics) = MarkdownDocument.parse(source)
    for block in document.blocks {
      #expect(block.span.start >= 0 && block.span.end <= source.bytes.count)
    }
    #expect(diagnostics.allSatisfy { $0.span.end <= source.bytes.count })
  }

  @Test(
    "is told when it nests too deeply",
    arguments: [
      (">", 15_000), ("> ", 257), ("- ", 15_000), ("1. > ", 200),
    ])
  func reportsNesting(prefix: String, count: Int) {
    let source = SourceText(name: "a.md", String(repeating: prefix, count: count) + "x *y*")
    let (document, diagnostics) = MarkdownDocument.parse(source)
    #expect(diagnostics.map(\.message.code) == ["nested-too-deeply"])
    #expect(Outline.of(document.blocks).contains("x em(y)"))
  }

  @Test("keeps the text of emphasis that nests too deeply")
  func flattensEmphasis() {
    let text = String(repeating: "*a **b ", count: 300) + String(repeating: "** *", count: 300)
    let source = SourceText(name: "a.md", text)
    let (document, diagnostics) = MarkdownDocument.parse(source)
    #expect(diagnostics.allSatisfy { $0.message.code == "nested-too-deeply" })
    let letters = Outline.of(document.blocks).count { $0 == "b" }
    #expect(letters == 300)
  }

  @Test("fits 256 quotes")
  func fitsLimit() {
    let source = SourceText(name: "a.md", String(repeating: ">", count: 256) + "x")
    let (document, diagnostics) = MarkdownDocument.parse(source)
    #expect(diagnostics.isEmpty)
    #expect(Outline.of(document.blocks).contains("p(x)"))
  }

  @Test("survives every prefix of a notebook", arguments: 0..<16)
  func survivesPrefixes(part: Int) {
    let text = """
      ---
      title: "A $x$"
      list: [a, {b: 'c'}]
      ---
      ## T $y$ {#id k="v w" .c}
      - [x] a `b` $c$ <b a="1"> [l](u "t") &amp; \\* @ref
        > $$
        > x
        > $$ {#eq-a}

      | a | $b|c$ |
      |---|:-:|
      | d\\|e | **f** |

      ```dl {#e f=1}
      x = 1
      ```
      \\begin{align}
      a
      \\end{align}
      <!-- c -->
      """
    let bytes = Array(text.utf8)
    for count in bytes.indices where count % 16 == part {
      let source = SourceText(name: "a.md", bytes: Array(bytes[..<count]))
      let (document, diagnostics) = MarkdownDocument.parse(source)
      #expect(document.blocks.allSatisfy { $0.span.end <= count })
      #expect(diagnostics.allSatisfy { $0.span.end <= count + 1 })
    }
  }
}
