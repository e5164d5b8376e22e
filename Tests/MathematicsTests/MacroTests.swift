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

  @Test(
    "that are paired delimiters stand around their argument, grow with a star and take a size",
    arguments: [
      (#"\p{x}"#, #"\lvert x\rvert"#), (#"\p*{\frac12}"#, #"\left\lvert \frac{1}{2} \right\rvert"#),
      (#"\p[\big]{x}"#, #"\bigl\lvert x\bigr\rvert"#), (#"\p x^2"#, #"\lvert x\rvert^2"#),
      (#"\p [\Bigg] {x}"#, #"\Biggl\lvert x\Biggr\rvert"#),
    ])
  func pairDelimiters(_ call: String, _ expected: String) throws {
    for definition in [
      #"\DeclarePairedDelimiter\p{\lvert}{\rvert}"#,
      #"\DeclarePairedDelimiter{\p}{ \lvert }\rvert"#,
    ] {
      #expect(try Formula(tex: definition + call).tex == Formula(tex: expected).tex)
    }
    for body in [
      #"\DeclarePairedDelimiter{\lvert}{\rvert}"#, #"\DeclarePairedDelimiter\p{\lvert}{\rvert}"#,
    ] {
      let macros = try Macros(["p": body])
      #expect(try Formula(tex: call, macros: macros).tex == Formula(tex: expected).tex)
      #expect(
        macros.preamble == "\\let\\p\\relax\\DeclarePairedDelimiter{\\p}{\\lvert}{\\rvert}\n")
    }
  }

  @Test("that are paired delimiters take any delimiter, and one side may be none")
  func pairAnyDelimiters() throws {
    let half = #"\DeclarePairedDelimiter\at.{|}\DeclarePairedDelimiter\set\{\}"#
    #expect(try Formula(tex: half + #"\at{x}_0"#).tex == Formula(tex: #"x\rvert_0"#).tex)
    #expect(
      try Formula(tex: half + #"\at*{x}_0"#).tex == Formula(tex: #"\left. x \right|_0"#).tex)
    #expect(try Formula(tex: half + #"\set{x}"#).tex == Formula(tex: #"\{x\}"#).tex)
    #expect(try Formula(tex: #"\norm*{x}"#).tex == #"\left\lVert x \right\rVert"#)
  }

  @Test(
    "that are paired delimiters are told of when they cannot be read",
    arguments: [
      (#"\DeclarePairedDelimiter\p{x}{)}"#, 0, "the definition with '\\p' cannot be read"),
      (#"\DeclarePairedDelimiter\p("#, 0, "the definition with '\\p' cannot be read"),
      (#"\DeclarePairedDelimiter\p()\p[2]{x}"#, 29, "'2' is no size such as '\\big'"),
      (#"\DeclarePairedDelimiter\p() a\p"#, 29, "'\\p' lacks an argument"),
    ])
  func pairsCanFail(_ source: String, _ position: Int, _ reason: String) {
    let error = #expect(throws: TeXError.self) { try Formula(tex: source) }
    #expect(error?.position == position)
    #expect(error?.description == reason)
    #expect(throws: TeXError.self) { try Macros(["p": #"\DeclarePairedDelimiter{x}{y}"#]) }
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
