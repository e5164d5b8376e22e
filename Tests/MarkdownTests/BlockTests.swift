import Markdown
import Source
import Testing

@Suite("Blocks")
struct BlockTests {
  @Test(
    "reads headings and their attributes",
    arguments: [
      ("# A", "h1(A)"),
      (
        "## Perceptron training {#perceptron marks=4}",
        "h2(Perceptron training){#perceptron marks=4}"
      ),
      ("### {marks=2}", "h3(){marks=2}"),
      ("# A ## {#b}", "h1(A){#b}"),
      ("# A {#b} ##", "h1(A){#b}"),
      ("# A {.solution newpage}", "h1(A){.solution newpage}"),
      ("# A {time=\"two words\"}", "h1(A){time=two words}"),
      ("A {#b}\n======", "h1(A){#b}"),
      ("A\n{#b}\n---", "h2(A){#b}"),
      ("# A \\{b}", "h1(A {b})"),
      ("# A{b}", "h1(A{b})"),
      ("# $\\{x\\}$", "h1(math(\\{x\\}))"),
      ("# {} x", "h1({} x)"),
      ("# Größe {#größe}", "h1(Größe){#größe}"),
    ] as [(String, String)])
  func readsHeadings(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "reads lists, tasks and quotes",
    arguments: [
      ("- a\n- b", "ul(p(a) | p(b))"),
      ("- a\n\n- b", "ul!(p(a) | p(b))"),
      ("3) a\n4) b", "ol3(p(a) | p(b))"),
      ("- [ ] a\n- [x] $b$\n- [X] c", "ul([ ]p(a) | [x]p(math(b)) | [x]p(c))"),
      ("- [ ] # no heading", "ul([ ]p(# no heading))"),
      ("- [ ]x", "ul(p([ ]x))"),
      ("- a [ ] b", "ul(p(a [ ] b))"),
      ("[ ] a", "p([ ] a)"),
      ("> a\nb", "quote(p(a¬b))"),
      ("- a\n\n  b\n\n      c", "ul!(p(a) p(b) code![](c¬))"),
      ("***", "rule"),
      ("a\\\nb  \nc", "p(a¶b¶c)"),
    ] as [(String, String)])
  func readsContainers(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "reads code blocks",
    arguments: [
      (
        "```dl {#adam digits=4 show=steps}\nx = 1\n```",
        "code[dl{#adam digits=4 show=steps}](x = 1¬)"
      ),
      ("~~~\n```\n~~~", "code[](```¬)"),
      ("> ```dl\n> x\n>  y\n> ```", "quote(code[dl](x¬ y¬))"),
      ("- ```dl\n  x\n  ```", "ul(code[dl](x¬))"),
      ("-\t```\n\tx\n\t\ty\n\t```", "ul(code[](x¬\ty¬))"),
      ("    a\n\n      b\n\n", "code![](a¬¬  b¬)"),
      ("  ```\n   a\n  b\n c\n  ```", "code[]( a¬b¬c¬)"),
      ("```\n```", "code[]()"),
      ("```dl{#a}\n```", "code[dl{#a}]()"),
    ] as [(String, String)])
  func readsCode(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "reads raw HTML and tells comments",
    arguments: [
      ("<!-- note -->", "comment(<!-- note -->¬)"),
      ("<!-- a\n\nb -->\n<!-- c -->", "comment(<!-- a¬¬b -->¬) comment(<!-- c -->¬)"),
      ("<!-- a --> b", "html(<!-- a --> b¬)"),
      ("<div>\nx\n</div>", "html(<div>¬x¬</div>¬)"),
      ("a <b>c</b> <!-- d -->", "p(a html(<b>)chtml(</b>) comment(<!-- d -->))"),
    ] as [(String, String)])
  func readsHTML(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "reads references to blocks",
    arguments: [
      ("See @eq-loss.", "p(See ref(eq-loss).)"),
      ("(@tbl-a, @fig_b: c)", "p((ref(tbl-a), ref(fig_b): c))"),
      ("me@host.org", "p(me@host.org)"),
      ("\\@eq-a", "p(@eq-a)"),
      ("[@user](x)", "p(link(@user x))"),
      ("@größe’s", "p(ref(größe)’s)"),
      ("`@a` $@b$", "p(code(@a) math(@b))"),
    ] as [(String, String)])
  func readsReferences(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test("keeps what stands beside the attributes of a fence")
  func keepsRemarks() {
    let source = SourceText(name: "a.md", "```dl one {#a} two\n```")
    guard case .code(let code) = MarkdownDocument.parse(source).document.blocks.first else {
      Issue.record("no code")
      return
    }
    #expect(code.remark?.text == "one two")
    #expect(source.text(in: code.languageSpan) == "dl")
  }

  @Test(
    "reads files of any line end, with and without a last one",
    arguments: ["\n", "\r\n", "\r"], [true, false])
  func readsLineEnds(lineEnd: String, hasLast: Bool) {
    let lines = [
      "# A {#a}", "", "a $x$", "b", "", "```dl", "x", "", "y", "```", "", "| a |", "|---|",
      "| $b$ |",
    ]
    let text = "\u{FEFF}" + lines.joined(separator: lineEnd) + (hasLast ? lineEnd : "")
    #expect(
      Outline.of(text)
        == "h1(A){#a} p(a math(x)¬b) code[dl](x¬¬y¬) table[-](a / math(b))")
  }

  @Test("reads nothing from nothing", arguments: ["", "\n", "\u{FEFF}", " \t\n\r\n", "---\n---\n"])
  func readsEmptyFiles(markdown: String) {
    let source = SourceText(name: "a.md", markdown)
    let (document, diagnostics) = MarkdownDocument.parse(source)
    #expect(document.blocks.isEmpty)
    #expect(diagnostics.isEmpty)
  }
}
