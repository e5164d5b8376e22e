import Manuscripts
import Source
import Testing

@testable import Rendering

/// A notebook that somebody could write by mistake or to do harm, and what is said about it.
struct BadInput: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  /// `line:column code` of all that must be said, in the order of the file.
  let findings: [String]

  var testDescription: String { name }

  init(_ name: String, _ text: String, _ findings: [String]) {
    (self.name, self.text, self.findings) = (name, text, findings)
  }

  static let all = dollars + markup + depths + tables + names

  static let dollars = [
    BadInput("open dollar", "# T\n\nLet $x = 1 be.\n", ["3:5 unclosed-formula"]),
    BadInput("one dollar too many", "a $x$$ b\n", ["1:6 unclosed-formula"]),
    BadInput("open display", "$$\nx = 1\n\nText.\n", ["1:1 unclosed-formula"]),
    BadInput("dollar in a formula", "$$a $ b$$\n", ["1:5 bad-formula"]),
    BadInput(
      "open environment", "\\begin{align}\na &= b\n\nText.\n", ["1:1 unclosed-formula"]),
    BadInput(
      "unknown environment", "Now\n\n$$\nx \\begin{foo} y \\end{foo}\n$$\n", ["4:3 bad-formula"]),
    BadInput("unknown command", "- $x$\n- $x + \\foo$\n", ["2:8 bad-formula"]),
  ]

  static let markup = [
    BadInput("text with markup", "A $\\text{</math><script>\"&'}$ b.\n", []),
    BadInput("operator with markup", "A $\\operatorname{</math><script>}_x$ b.\n", []),
    BadInput("word with markup", "A $\\mathrm{</mi><!--}$ b.\n", []),
    BadInput("tag with markup", "$$x \\tag{</span><script>}$$\n", []),
    BadInput(
      "unreadable formula with markup", "A $\\text{$<b>$ \\foo</math><script>}$ b.\n",
      ["1:16 bad-formula"]),
    BadInput("colour with markup", "$\\textcolor{\"><script>}{x}$\n", ["1:12 bad-formula"]),
    BadInput(
      "label with markup", "$$x \\label{\"><script>}$$ $\\eqref{\"><script}$\n",
      ["1:34 unknown-reference"]),
  ]

  static let depths: [BadInput] = {
    let braces = { (count: Int) in
      String(repeating: "{", count: count) + "x" + String(repeating: "}", count: count)
    }
    let tenfold = { (name: String) in String(repeating: "\\" + name, count: 10) }
    let bomb = "a: '\(tenfold("b"))', b: '\(tenfold("c"))', c: '\(tenfold("d"))', d: xxxxxxxxxx"
    return [
      BadInput("200 braces and no more", "let $\(braces(199))$.\n", []),
      BadInput("a brace too deep", "let $\(braces(200))$.\n", ["1:206 bad-formula"]),
      BadInput(
        "an open brace", "let $\(String(repeating: "{", count: 150))x$.\n", ["1:155 bad-formula"]),
      BadInput("macro bomb", "---\nmacros: {\(bomb)}\n---\nA $x + \\a$.\n", ["4:8 bad-formula"]),
      BadInput("endless macro", "A $\\def\\a{\\a\\a}\\a$.\n", ["1:16 bad-formula"]),
      BadInput("growing macro", "A $\\def\\a#1{\\a{#1#1}} \\a{xy}$.\n", ["1:23 bad-formula"]),
    ]
  }()

  static let tables: [BadInput] = {
    let wide = { (cell: String) in "|" + String(repeating: cell + "|", count: 1_000) + "\n" }
    let cells = String(repeating: "a&", count: 1_000)
    return [
      BadInput("table of one cell", "|a|\n|---|\n", []),
      BadInput("matrix of one cell", "$$\\begin{bmatrix}1\\end{bmatrix}$$\n", []),
      BadInput("table of a thousand columns", wide("a") + wide("-") + wide("$x$"), []),
      BadInput(
        "matrix of a thousand columns", "$$\n\\begin{matrix}\(cells)a\\end{matrix}\n$$\n",
        ["2:114 bad-formula"]),
      BadInput(
        "computed matrix of a thousand columns", "```dl\nzeros(1, 1000)\n```\n", []),
    ]
  }()

  static let names = [
    BadInput(
      "id of three things", "## A {#a}\n\n$$x$$ {#a}\n\n```dl {#a}\n1\n```\n",
      ["3:8 duplicate-id", "5:8 duplicate-id"]),
    BadInput("label twice", "$$x \\label{a}$$\n\n$$y \\label{a}$$\n", ["3:1 duplicate-label"]),
    BadInput(
      "references to nothing", "See @none, [x](#no), $\\eqref{z}$ and `dl q`.\n",
      [
        "1:5 unknown-reference", "1:12 unknown-reference", "1:30 unknown-reference",
        "1:42 unknown-name",
      ]),
    BadInput(
      "marks that do not add up",
      "---\nmarks: 5\n---\n## A {marks=4}\n### {marks=1}\n### {marks=2}\n",
      ["2:8 marks-differ", "4:13 marks-differ"]),
    BadInput(
      "guide that does not add up", "## A {marks=1}\n\n### Marking\n\n- [½] a\n- [1] b\n",
      ["3:1 marks-differ"]),
    BadInput(
      "equal options", "## A {marks=1}\n- [ ] $x$\n- [x] y\n- [ ] $x$\n", ["4:1 equal-choices"]),
  ]
}

@Suite("Bad input")
struct BadInputTests {
  @Test("is told of at its place, escapes nowhere and takes no time", arguments: BadInput.all)
  func ends(_ input: BadInput) throws {
    let start = processorSeconds()
    let executed = Manuscript.read(SourceText(name: "bad.md", input.text)).execute()
    var pages: [String] = []
    for audience in Audience.allCases {
      let document = executed.weave(for: audience)
      let findings = (executed.diagnostics + document.diagnostics).sortedByPlace()
      if audience == .marking {
        #expect(findings.map { place($0, in: executed.manuscript.source) } == input.findings)
      }
      let source = try HTMLPage(math: .tex).bytes(of: document)
      for page in [HTMLPage.render(document, mathFont: nil), source] {
        pages.append(String(decoding: page, as: UTF8.self))
      }
    }
    #expect(processorSeconds() - start < 1)
    for page in pages {
      let checker = HTMLChecker(page)
      #expect(checker.trouble == nil)
      #expect(checker.counts["script"] == nil && checker.counts["b"] == nil)
      let tellsOfIDs = input.findings.contains { $0.hasSuffix("duplicate-id") }
      #expect(tellsOfIDs || Set(checker.ids).count == checker.ids.count)
      for formula in formulas(of: page) { #expect(XMLChecker(formula).trouble == nil) }
    }
  }

  private func place(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let position = source.position(at: diagnostic.span.start)
    return "\(position.line):\(position.column) \(diagnostic.message.code)"
  }

  /// The `<math>` elements of a page.
  private func formulas(of page: String) -> [String] {
    var rest = page[...]
    var found: [String] = []
    while let start = rest.firstRange(of: "<math"),
      let end = rest[start.lowerBound...].firstRange(of: "</math>")
    {
      found.append(String(rest[start.lowerBound..<end.upperBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }
}
