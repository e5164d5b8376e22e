import Testing

@testable import Mathematics

@Suite("Macros")
struct MacroTests {
  @Test(
    "expand to what they stand for",
    arguments: [
      (#"\newcommand{\R}{\mathbb R} x \in \R^n"#, #"x \in \mathbb{R}^n"#),
      (#"\newcommand\R{\mathbb R}\R"#, #"\mathbb{R}"#),
      (#"\renewcommand*{\vec}[1]{\mathbf{#1}} \vec x"#, #"\mathbf{x}"#),
      (#"\def\norm#1{\left\|#1\right\|} \norm{x}"#, #"\left\| x \right\|"#),
      (#"\gdef\a#1#2{\frac{#2}{#1}} \a x{yz}"#, #"\frac{yz}{x}"#),
      (#"\newcommand{\p}[2][x]{#1_{#2}} \p{1} \p[y]{2}"#, "x_1y_2"),
      (#"\DeclareMathOperator{\tr}{tr} \tr A"#, #"\operatorname{tr} A"#),
      (#"\DeclareMathOperator*{\am}{arg\,max} \am_x"#, #"\operatorname*{arg\,max}_x"#),
      (#"\let\eps\varepsilon \eps"#, #"\varepsilon"#),
      (#"\providecommand{\alpha}{x} \alpha"#, #"\alpha"#),
      (#"\def\a{b}\def\b{\a}\b"#, "b"), (#"\def\half{\frac12} x^\half"#, #"x^{\frac{1}{2}}"#),
      (#"\newcommand{\red}[1]{\textcolor{red}{#1}} \red{x}"#, #"\textcolor{red}{x}"#),
    ])
  func expand(_ source: String, _ expected: String) throws {
    #expect(try Formula(tex: source).tex == expected)
  }

  @Test("of a dictionary and of earlier formulas hold in later ones")
  func last() throws {
    var macros = try Macros(["\\R": #"\mathbb{R}"#, "norm": #"\lVert#1\rVert"#])
    #expect(try Formula(tex: #"\norm{x} \in \R"#, macros: macros).tex.hasSuffix(#"\in \mathbb{R}"#))
    #expect(try Formula(tex: #"\def\half{\frac12}"#, defining: &macros) == .empty)
    #expect(try Formula(tex: #"\half"#, macros: macros) == .fraction(.number("1"), .number("2")))
    #expect(macros.preamble.contains(#"\renewcommand{\norm}[1]{\lVert#1\rVert}"#))
  }

  @Test("report the place of their call when they fail")
  func placeOfFailure() {
    let error = #expect(throws: TeXError.self) { try Formula(tex: #"\def\a{\foo} x + \a"#) }
    #expect(error?.position == 17)
  }

  @Test("that fail define nothing")
  func failureDefinesNothing() {
    var macros = Macros()
    #expect(throws: TeXError.self) { try Formula(tex: #"\def\a{x} \foo"#, defining: &macros) }
    #expect(macros.isEmpty)
  }

  @Test(
    "cannot run for ever",
    arguments: [
      #"\def\a{\a}\a"#, #"\def\a{\a\a}\a"#, #"\def\a#1{\a{#1#1}}\a{xy}"#,
      #"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\d\d"#,
    ])
  func areBounded(_ source: String) {
    let error = #expect(throws: TeXError.self) { try Formula(tex: source) }
    #expect(error?.reason == .tooManyExpansions)
  }
}
