import Markdown
import Source
import Testing

@Suite("Places of running text")
struct SpanTests {
  /// Every inline of a document as the slice of the source that its span covers, depth first.
  private func slices(_ markdown: String) -> [String] {
    let source = SourceText(name: "a.md", markdown)
    var found: [String] = []
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        found.append(source.text(in: inline.span))
        switch inline {
        case .emphasis(let inner, _), .strong(let inner, _): visit(inner)
        case .link(let link), .image(let link): visit(link.inlines)
        case .code(let code, _): found.append(source.text(in: code.span))
        case .math(let formula): found.append(source.text(in: formula.tex.span))
        case .text, .softBreak, .lineBreak, .html, .footnoteReference, .reference: break
        }
      }
    }
    func visit(_ block: Block) {
      switch block {
      case .heading(let heading): visit(heading.inlines)
      case .paragraph(let inlines, _): visit(inlines)
      case .picture(let picture): visit([.image(picture.image)])
      case .quote(let blocks, _): blocks.forEach(visit)
      case .list(let list): list.items.forEach { $0.blocks.forEach(visit) }
      case .code, .table, .math, .thematicBreak, .html, .footnote: break
      }
    }
    MarkdownDocument.parse(source).document.blocks.forEach(visit)
    return found
  }

  @Test(
    "are exact",
    arguments: [
      ("a *b* `c` $d$", ["a ", "*b*", "b", " ", "`c`", "c", " ", "$d$", "d"]),
      ("**b***c*", ["**b**", "b", "*c*", "c"]),
      ("***a** b*", ["***a** b*", "**a**", "a", " b"]),
      ("`` a`b `` x", ["`` a`b ``", "a`b", " x"]),
      ("a\\*b &amp; c", ["a\\*b &amp; c"]),
      ("&ouml;&NotEqualTilde; *x*", ["&ouml;&NotEqualTilde; ", "*x*", "x"]),
      ("&amp;amp; *x*", ["&amp;amp; ", "*x*", "x"]),
      ("&foo; *x*", ["&foo; ", "*x*", "x"]),
      ("[a *b*](u \"t\") c", ["[a *b*](u \"t\")", "a ", "*b*", "b", " c"]),
      ("![a](u) [b][c] [c]\n\n[c]: /x", ["![a](u)", "a", " ", "[b][c]", "b", " ", "[c]", "c"]),
      ("<http://a.b> x", ["<http://a.b>", "http://a.b", " x"]),
      ("a  \n   b\\\nc", ["a", "  \n", "b", "\\\n", "c"]),
      ("> a\n> *b\n> c*", ["a", "\n", "*b\n> c*", "b", "\n", "c"]),
      ("> `a\n> b` c", ["`a\n> b`", "a\n> b", " c"]),
      ("- x\n  $a\n  b$ y", ["x", "\n", "$a\n  b$", "a\n  b", " y"]),
      ("x <b a=\"1\n2\"> y", ["x ", "<b a=\"1\n2\">", " y"]),
      ("[a]: /u\n[b]: /v 't'\n*x*", ["*x*", "x"]),
      ("# a *b* #", ["a ", "*b*", "b"]),
      ("Größe *α* $β$", ["Größe ", "*α*", "α", " ", "$β$", "β"]),
      ("- [x] a `b`", ["a ", "`b`", "b"]),
      ("see @eq-a.", ["see ", "@eq-a", "."]),
    ] as [(String, [String])])
  func areExact(markdown: String, expected: [String]) {
    #expect(slices(markdown) == expected)
    let shifted = "---\ntitle: Größe\n---\n\n" + markdown
    #expect(slices(shifted) == expected)
  }

  @Test(
    "cover blocks",
    arguments: [
      ("a\nb\n\nc", ["a\nb", "c"]), ("# A {#b}\n\nx", ["# A {#b}", "x"]),
      ("A\n===\nx", ["A\n===", "x"]), ("```dl\nx\n```\n\ny", ["```dl\nx\n```", "y"]),
      ("> a\n> b\n\nc", ["> a\n> b", "c"]), ("- a\n- b\n\n\nc", ["- a\n- b", "c"]),
      ("***\nx", ["***", "x"]), ("<!-- a -->\n\nx", ["<!-- a -->", "x"]),
      ("$$\nx\n$$ {#a}\n\ny", ["$$\nx\n$$ {#a}", "y"]), ("    a\n\nx", ["a", "x"]),
      ("| a |\n|---|\n| b |\n\nx", ["| a |\n|---|\n| b |", "x"]),
      ("text $$\nx\n$$\n\ny", ["text $$\nx\n$$", "y"]),
    ] as [(String, [String])])
  func coverBlocks(markdown: String, expected: [String]) {
    let source = SourceText(name: "a.md", markdown)
    let blocks = MarkdownDocument.parse(source).document.blocks
    #expect(blocks.map { source.text(in: $0.span) } == expected)
  }

  @Test("lead from code inside containers to the file")
  func leadFromCode() {
    let source = SourceText(
      name: "a.md", "> 1. ```dl {#a}\r\n>    x = 1\r\n>\r\n>      y\r\n>    ```\r\n")
    guard case .quote(let quoted, _) = MarkdownDocument.parse(source).document.blocks.first,
      case .list(let list) = quoted.first, case .code(let code) = list.items.first?.blocks.first
    else {
      Issue.record("no code")
      return
    }
    #expect(code.text.text == "x = 1\n\n  y\n")
    for (inner, byte) in code.text.text.utf8.enumerated() where byte > 0x20 {
      #expect(source.bytes[code.text.offset(of: inner)] == byte)
    }
    #expect(code.attributes.id.map { source.text(in: $0.span) } == "#a")
  }

  @Test("lead from captions and texts of the front matter to the file")
  func leadFromExcerpts() {
    let source = SourceText(
      name: "a.md",
      "---\ntitle: \"A \\\"big\\\" $x$\"\ninstructions: |\n  - one `c`\n  - $y$\n---\n")
    let entries = MarkdownDocument.parse(source).document.frontMatter?.entries ?? []
    guard case .scalar(let title) = entries.first?.value,
      case .scalar(let instructions) = entries.last?.value
    else {
      Issue.record("no scalars")
      return
    }
    let inlines = MarkdownDocument.inlines(of: title.excerpt).inlines
    #expect(Outline.of(inlines) == "A \"big\" math(x)")
    #expect(inlines.last.map { source.text(in: $0.span) } == "$x$")
    let blocks = MarkdownDocument.blocks(of: instructions.excerpt).blocks
    #expect(Outline.of(blocks) == "ul(p(one code(c)) | p(math(y)))")
    guard case .list(let list) = blocks.first else { return }
    #expect(list.items.map { source.text(in: $0.span) } == ["- one `c`", "- $y$"])
    #expect(
      Outline.of(MarkdownDocument.inlines(of: Excerpt("1. a | *b*\nc", at: 0)).inlines)
        == "1. a | em(b) c")
  }
}
