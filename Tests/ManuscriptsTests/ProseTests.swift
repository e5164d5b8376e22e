import Manuscripts
import Source
import Testing

@Suite("TeX in prose")
struct ProseTests {
  private func told(_ text: String) -> [String] {
    let manuscript = read(text)
    return manuscript.execute().weave(for: .marking).diagnostics.map {
      "\($0.place(in: manuscript.source)): \($0.message.text)"
    }
  }

  @Test(
    "that no formula holds is told",
    arguments: [
      ("Here \\(a_i and more.", ["1:6 unclosed-formula: this '\\(' opens no formula"]),
      ("\\[ x^2\n\nmore", ["1:1 unclosed-formula: this '\\[' opens no formula"]),
      ("> \\[x^2\n> b", ["1:3 unclosed-formula: this '\\[' opens no formula"]),
      (
        "Let\n\\begin{cases} a \\\\ b \\end{cases}",
        ["2:1 unclosed-formula: '\\begin{cases}' stands in no formula"]
      ),
      (
        "\\begin{pmatrix} 1 & 2 \\end{pmatrix}",
        ["1:1 unclosed-formula: '\\begin{pmatrix}' stands in no formula"]
      ),
      (
        "Here \\begin{align} a \\end{align} inline.",
        ["1:6 unclosed-formula: this environment stands in the middle of a paragraph"]
      ),
      (
        "Here\n\\begin{align*}\na\n\\end{align*}",
        ["2:1 unclosed-formula: this environment stands in the middle of a paragraph"]
      ),
      ("Here \\begin{align} a", ["1:6 unclosed-formula: this environment is not ended"]),
      (
        "By \\eqref{eq:a} and \\ref{foo_1}.",
        [
          "1:4 unclosed-formula: '\\eqref' stands in no formula",
          "1:21 unclosed-formula: '\\ref' stands in no formula",
        ]
      ),
    ] as [(String, [String])])
  func isTold(_ text: String, _ expected: [String]) {
    #expect(told(text + "\n") == expected)
  }

  @Test(
    "is not suspected of other text",
    arguments: [
      "Go <https://a.b/$x$> now.", "\\[not a link\\](x)", "in \\[0, 1) and \\[a\\]",
      "`\\(` and \\\\(x",
      "\\(a\\) and \\[b\\] c", "\\begin and \\ref", "\\begin{two words}", "a \\* b \\_ c \\# d",
      "\\[\nx\n\\]", "- \\[1\\] a", "a [b]\\(c",
    ])
  func isNotTold(_ text: String) {
    #expect(told(text + "\n") == [])
  }

  @Test("says how to refer to an equation")
  func hints() {
    let text = "$$x \\label{eq:a}$$\n\nBy \\eqref{eq:a}, \\ref{b}.\n"
    #expect(
      weave(text).diagnostics.map(\.hint) == [
        "write '@eq:a', or '$\\eqref{eq:a}$'", "write '$\\ref{b}$'",
      ])
  }
}
