import Markdown
import Source
import Testing

/// Long texts are parsed in pieces: nobody must see where.
@Suite("Long texts")
struct LongTextTests {
  /// Sections of about 200 bytes, together a few pieces.
  private static let sections = (0..<600).map { number in
    """
    # Section \(number) {#s\(number)}

    Words of $x_{\(number)}$ and *others*
    over two lines, \\$5 and `code`[^\(number)].

    - item \(number)

      | a | $b$ |
      |---|-----|
      | 1 | **2** |

    > quote
    lazily

    [^\(number)]: A note.


    """
  }

  @Test("have the same blocks as their sections, each at its place")
  func pieces() {
    let text = Self.sections.joined()
    #expect(text.utf8.count > 3 << 15)
    let whole = MarkdownDocument.parse(SourceText(name: "long.md", text))
    #expect(whole.diagnostics.isEmpty)
    var offset = 0
    var blocks: [Block] = []
    for section in Self.sections {
      blocks += MarkdownDocument.blocks(of: Excerpt(section, at: offset)).blocks
      offset += section.utf8.count
    }
    #expect(whole.document.blocks == blocks)
  }

  @Test(
    "know the links that are defined anywhere in them",
    arguments: ["[there]: /url\n", "> [there]:\n> /url\n", "1. [there]: /url\n"])
  func definitions(_ definition: String) throws {
    let text = "[there]\n\n" + Self.sections.joined() + definition
    let blocks = MarkdownDocument.parse(SourceText(name: "long.md", text)).document.blocks
    guard case .paragraph(let inlines, _)? = blocks.first, case .link(let link)? = inlines.first
    else {
      Issue.record("the first paragraph is no link")
      return
    }
    #expect(link.destination == "/url")
  }

  @Test("keep what is open over a heading's line")
  func open() {
    let filling = Self.sections.joined()
    for (opener, closer) in [("```\n", "```\n"), ("<!--\n", "-->\n"), ("$$\n", "x\n$$\n")] {
      let text = filling + opener + "# no heading\n" + closer + "\n" + filling
      let blocks = MarkdownDocument.parse(SourceText(name: "long.md", text)).document.blocks
      let headings = blocks.count { if case .heading = $0 { true } else { false } }
      #expect(headings == 2 * Self.sections.count)
    }
  }

  @Test("are what CommonMark has them to be where a formula turns out to be none")
  func unforeseen() {
    // Code spans forbid the formula; without it the third fence stays open to the end.
    let filling = Self.sections.joined()
    let text = filling + "$$\n```\nx\n```\ny\n```\n$$\n\n" + filling
    let blocks = MarkdownDocument.parse(SourceText(name: "long.md", text)).document.blocks
    let headings = blocks.count { if case .heading = $0 { true } else { false } }
    #expect(headings == Self.sections.count)
    guard case .code(let code)? = blocks.last else {
      Issue.record("the last block is no code")
      return
    }
    #expect(code.text.text.hasPrefix("$$\n\n# Section 0"))
  }
}
