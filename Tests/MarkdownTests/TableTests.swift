import Markdown
import Source
import Testing

@Suite("Pipe tables")
struct TableTests {
  @Test(
    "reads tables as on GitHub",
    arguments: [
      ("| a | b |\n|---|:-:|\n| 1 | 2 |", "table[-c](a | b / 1 | 2)"),
      ("a | b\n:- | -:\n1 | 2", "table[lr](a | b / 1 | 2)"),
      ("| a |\n| - |", "table[-](a)"),
      ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |", "table[--](a | b / 1 |  / 1 | 2)"),
      (
        "| $P(a|b)$ | c |\n|---|---|\n| $\\|x\\|$ | d\\|e |",
        "table[--](math(P(a|b)) | c / math(\\|x\\|) | d|e)"
      ),
      ("| *a* | `b\\|c` |\n|---|---|\n| - x | # y |", "table[--](em(a) | code(b|c) / - x | # y)"),
      ("| *a | b* |\n|---|---|", "table[--](*a | b*)"),
      ("| a |\n|---|---|", "p(| a |¬|---|---|)"),
      ("a\n---", "h2(a)"),
      ("text\n| a |\n|---|\n| b |\n\nmore", "p(text) table[-](a / b) p(more)"),
      ("> | a |\n> |---|\n> | $b$ |", "quote(table[-](a / math(b)))"),
      ("- | a |\n  |---|\n  | b |", "ul(table[-](a / b))"),
      ("| a |\n|---|\n| [x] |\n\n[x]: /u", "table[-](a / link(x /u))"),
      ("| a |\n|---|\n| b |\n{#tbl-a}", "table[-]{#tbl-a}(a / b)"),
      ("| `dl x` |\n|---|\n| @eq-a |", "table[-](code(dl x) / ref(eq-a))"),
      ("| a |\n|---|\n| b |\n# c", "table[-](a / b) h1(c)"),
      ("| costs $5 | costs $6 |\n|--|--|", "table[--](costs $5 | costs $6)"),
    ] as [(String, String)])
  func readsTables(markdown: String, expected: String) {
    #expect(Outline.of(markdown) == expected)
  }

  @Test("says where each cell stands")
  func placesCells() {
    let source = SourceText(name: "a.md", "> | a  b | $x$ |\n> |---|---|\n> | `c\\|d` | *e* |\n")
    guard case .quote(let blocks, _) = MarkdownDocument.parse(source).document.blocks.first,
      case .table(let table) = blocks.first
    else {
      Issue.record("no table")
      return
    }
    let cells = ([table.header] + table.rows).joined()
    let expected = ["a  b", "$x$", "`c\\|d`", "*e*"]
    #expect(cells.map { source.text(in: $0.span) } == expected)
    #expect(cells.map { $0.inlines.first.map { source.text(in: $0.span) } } == expected)
    #expect(source.text(in: table.span).hasPrefix("| a  b |"))
    #expect(source.text(in: table.span).hasSuffix("| *e* |"))
  }
}
