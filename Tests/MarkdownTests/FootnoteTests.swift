import Markdown
import Source
import Testing

@Suite("Footnotes in Markdown")
struct FootnoteTests {
  @Test(
    "are read as on GitHub",
    arguments: [
      ("a[^1]\n\n[^1]: b", "p(anote(1)) footnote[1](p(b))"),
      ("[^a]: b\nc", "footnote[a](p(b¬c))"),
      ("[^a]: b\n\nc", "footnote[a](p(b)) p(c)"),
      ("[^a]: b\n\n    c\n\nd", "footnote[a](p(b) p(c)) p(d)"),
      ("[^a]: b\n\n        c", "footnote[a](p(b) code![](c¬))"),
      ("[^a]:      b", "footnote[a](p(b))"),
      ("   [^a]: b\n    c\n\n    d", "footnote[a](p(b¬c) p(d))"),
      ("[^a]: b\n[^c]: d", "footnote[a](p(b)) footnote[c](p(d))"),
      ("text\n[^a]: b", "p(text) footnote[a](p(b))"),
      ("[^a]:\n    b\n\n    c", "footnote[a](p(b) p(c))"),
      ("[^a]:\n\n    b", "footnote[a](p(b))"),
      ("[^a]:", "footnote[a]()"),
      ("[^a]: - b\n      c\n    - d", "footnote[a](ul(p(b¬c) | p(d)))"),
      ("[^a]: | x |\n    |---|\n    | y |", "footnote[a](table[-](x / y))"),
      ("[^a]: ```dl\n    x\n    ```", "footnote[a](code[dl](x¬))"),
      ("[^a]: # b", "footnote[a](h1(b))"),
      ("[^a]: [^b]: c", "footnote[a](footnote[b](p(c)))"),
      ("[^a]: $x$ and\n    $$y$$", "footnote[a](p(math(x) and¬math!(y)))"),
      ("> [^a]: b\n> [^c]: d\n>\n>     e", "quote(footnote[a](p(b)) footnote[c](p(d) p(e)))"),
      ("- x\n\n  [^a]: b\n- y", "ul!(p(x) footnote[a](p(b)) | p(y))"),
      ("- [^a]: b\n- y", "ul(footnote[a](p(b)) | p(y))"),
      ("- x\n[^a]: b\n- y\n- z", "ul(p(x)) footnote[a](p(b)) ul(p(y) | p(z))"),
      ("[^a]: b\n\n- y\n\n  z", "footnote[a](p(b)) ul!(p(y) p(z))"),
      ("# A[^1]\n\n| b[^1] |\n|---|", "h1(Anote(1)) table[-](bnote(1))"),
    ] as [(String, String)])
  func areRead(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test(
    "leave alone what is none",
    arguments: [
      ("[^", "p([^)"), ("a [^] b", "p(a [^] b)"), ("[^a b]", "p([^a b])"), ("[^a b]: c", ""),
      ("`[^a]`", "p(code([^a]))"), ("\\[^a]", "p([^a])"), ("$[^a]$", "p(math([^a]))"),
      ("[^a](b)", "p(link(^a b))"), ("[b [^a]](c)", "p(link(b [^a] c))"),
      ("    [^a]: b", "code![]([^a]: b¬)"), ("```\n[^a]: b\n```", "code[]([^a]: b¬)"),
      ("<div>\n[^a]: b\n</div>", "html(<div>¬[^a]: b¬</div>¬)"), ("[^a", "p([^a)"),
      ("x^2 [2^3]", "p(x^2 [2^3])"),
    ] as [(String, String)])
  func areLeftAlone(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test("know their places, behind the prefixes of containers too")
  func knowPlaces() throws {
    let text = "> a [^n]\n>\n>  [^n]: é\n>\n>      b\n"
    let source = SourceText(name: "a.md", text)
    let blocks = MarkdownDocument.parse(source).document.blocks
    guard case .quote(let inner, _)? = blocks.first, inner.count == 2,
      case .paragraph(let words, _) = inner[0], case .footnote(let note) = inner[1]
    else {
      Issue.record("\(Outline.of(blocks))")
      return
    }
    func written(_ span: Span) -> String {
      String(decoding: source.bytes[span.start..<span.end], as: UTF8.self)
    }
    #expect(words.map { written($0.span) } == ["a ", "[^n]"])
    #expect(written(note.labelSpan) == "[^n]")
    #expect(written(note.span) == "[^n]: é\n>\n>      b")
    #expect(note.blocks.map { written($0.span) } == ["é", "b"])
  }

  @Test(
    "take any number of lines", .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[^a]: b\n", count: 100_000),
      (0..<100_000).map { "[^\($0)]: b[^\($0 + 1)]\n\n" }.joined(),
      String(repeating: "[^", count: 100_000), String(repeating: "[^a]: ", count: 15_000),
      String(repeating: "[^a]", count: 100_000), "[^" + String(repeating: "a", count: 1_000_000),
      String(repeating: "[^a]:\n", count: 50_000), String(repeating: "> [^a]: ", count: 10_000),
    ])
  func takeAnything(text: String) {
    _ = MarkdownDocument.parse(SourceText(name: "a.md", text))
  }
}
