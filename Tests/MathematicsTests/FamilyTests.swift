import Testing

@testable import Mathematics

@Suite("Families of commands")
struct FamilyTests {
  /// The MathML of a formula without the frame around it.
  private func drawn(_ source: String, display: Bool = false) throws -> String {
    let math = try Formula(tex: source).mathML(display: display, source: "")
    let open = try #require(math.firstRange(of: "<semantics><mrow>"))
    let close = try #require(math.firstRange(of: "</mrow><annotation"))
    return String(math[open.upperBound..<close.lowerBound])
  }

  @Test(
    "are drawn as their members mean",
    arguments: [
      (#"\verb|a_b \x|"#, "<mtext class=\"tt\">a_b\u{A0}\\x</mtext>"),
      (#"\text{Poincar\'e}"#, "<mtext>Poincaré</mtext>"),
      (#"\text{\c{c}\"o\v s\~n\aa}"#, "<mtext>çöšñå</mtext>"),
      (#"\root 3 \of x"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      (#"{a \above 1pt b}"#, #"<mfrac linethickness="0.1em"><mi>a</mi><mi>b</mi></mfrac>"#),
      (#"{n \atopwithdelims[] k}"#, #"<mfrac linethickness="0">"#),
      (#"\boldsymbol{\mathcal{L}}"#, "<mi>𝓛</mi>"), (#"\bm{\mathsf{X}}"#, "<mi>𝗫</mi>"),
      (#"\bm{\mathfrak{g}}"#, "<mi>𝖌</mi>"), (#"\mathbf{\mathcal{L}}"#, "<mi>ℒ</mi>"),
      (#"\widetilde{AB}"#, #"<mo stretchy="true">~</mo>"#), (#"\part x"#, "∂"),
      (#"\begin{cases*} x & if $y$ \end{cases*}"#, "<mtext>if\u{A0}</mtext>"),
      (#"\dddot x"#, "<mo class=\"vec\" stretchy=\"false\">...</mo>"),
    ])
  func areDrawn(_ source: String, _ part: String) throws {
    #expect(try drawn(source).contains(part))
  }

  @Test(
    "are spaced as a reader expects",
    arguments: [
      (#"|-x|"#, #"form="prefix">|</mo><mo form="prefix">−</mo>"#),
      (#"a + \|-x\|_2"#, #"form="prefix">‖</mo><mo form="prefix">−</mo>"#),
      (#"(|-x| + |-y|)"#, #"form="prefix">|</mo><mo form="prefix">−</mo><mi>y</mi>"#),
      (#"p(x|y) |a|b|"#, #"form="postfix">|</mo><mi>y</mi>"#), (#"p(x|-y)"#, "<mo>−</mo>"),
      (#"a \mathrel{\mathop:}= b"#, #"</mrow><mo lspace="0" rspace="0.2778em">=</mo>"#),
      (#"\operatorname{log-softmax}(z)"#, ">log-softmax</mo>"),
      (#"\operatorname{F_1-score}"#, "<mtext>-</mtext>"),
      (#"\operatorname{F_1} x"#, #"<mspace width="0.167em"/><mi>x</mi>"#),
    ])
  func areSpaced(_ source: String, _ part: String) throws {
    let written = try drawn(source)
    #expect(written.contains(part), "\(written)")
  }

  @Test("choose by the style of their place")
  func choose() throws {
    let choice = #"\mathchoice{D}{T}{S}{U}"#
    let letters = { (tex: String, display: Bool) in
      try XMLChecker.element(Formula(tex: tex).mathML(display: display, source: "")).descendants
        .filter { $0.name == "mi" }.map(\.text)
    }
    #expect(try letters(choice, true) == ["D"])
    #expect(try letters(choice, false) == ["T"])
    #expect(try letters("1^{\(choice)^{\(choice)}}", true) == ["S", "U"])
    #expect(try letters(#"\frac{\#(choice)}{\textstyle \#(choice)}"#, true) == ["T", "T"])
    #expect(try letters(#"\frac{\#(choice)}{2}"#, false) == ["S"])
  }

  @Test("move what they raise, and keep the room of what they smash to one side")
  func moveBoxes() throws {
    #expect(try drawn(#"\raisebox{1em}{a}"#).contains(#"voffset="1em" style="padding-top:1em""#))
    #expect(try drawn(#"\rule[-1em]{1em}{1em}"#).contains(#"voffset="-1em""#))
    #expect(try drawn(#"\smash[b]{y}"#).contains(#"<mpadded depth="0">"#))
    #expect(try drawn(#"\mathclap{a + b}"#).contains(#"<mpadded class="clap" width="0"><mrow>"#))
    let starred = try Formula(tex: #"x \tag{$\star$ $\alpha$}"#)
    #expect(starred.tag == "(⋆ α)")
    #expect(starred.tex == #"x\tag{$\star$ $\alpha$}"#)
  }

  @Test("put the limits of a sum with corner scripts below and above it")
  func placesLimitsOfSidesets() throws {
    let math = try XMLChecker.element(
      Formula(tex: #"\sideset{_a^b}{_c^d}\sum_i^n"#).mathML(display: true, source: ""))
    let stacked = try #require(math.first("munderover"))
    #expect(stacked.children.count == 3)
    #expect(stacked.children[0].descendants.filter { $0.name == "msubsup" }.count == 2)
  }

  @Test(
    "of fences grow with what is higher than a line, and with nothing else",
    arguments: [
      (#"\left\{ \int f \right\}"#, true), (#"\left( \sum x \right)"#, true),
      (#"\left( x^{2^k} \right)"#, true), (#"\left( \frac ab \right)"#, true),
      (#"\left( x_i^2 \right)"#, false), (#"\left( \hat x + y \right)"#, false),
    ])
  func grow(_ source: String, _ isTall: Bool) throws {
    #expect(try drawn(source).contains("stretchy=\"\(isTall)\""))
  }

  @Test("put texts between the rows of an alignment across all columns")
  func setInterludes() throws {
    let source = #"\begin{align} a &= b \\ \intertext{and so} c &= d \end{align}"#
    let math = try XMLChecker.element(Formula(tex: source).mathML(display: true, source: source))
    let rows = math.descendants.filter { $0.name == "mtr" }
    #expect(rows.map(\.children.count) == [4, 1, 4])
    #expect(rows[1].children[0].attributes["columnspan"] == "4")
    #expect(rows[1].allText == "and\u{A0}so")
  }

  @Test(
    "without an end or in the wrong place are errors at their place",
    arguments: [
      (#"x + \verb|a"#, 4), (#"\verb"#, 0), (#"\root 3 x"#, 0), (#"\intertext{x}"#, 0),
      (#"\text{\'5}"#, 6), (#"a \overwithdelims x y"#, 18), (#"a \above b"#, 2),
    ])
  func failAtTheirPlace(_ source: String, _ position: Int) {
    let error = #expect(throws: TeXError.self) { try Formula(tex: source) }
    #expect(error?.position == position, "\(String(describing: error))")
  }

  @Test("number what they are told to, row by row")
  func findNumbers() {
    let rows = EquationNumbers(
      tex:
        #"\begin{align} a \label{x} \\ \begin{matrix} 1 \\ 2 \end{matrix} \tag{3a} \\ c \end{align}"#
    ).rows
    #expect(rows.map(\.labels) == [["x"], []])
    #expect(rows.map(\.tag) == [nil, "3a"])
    #expect(EquationNumbers(tex: #"\frac12 \label"#).rows == [])
    #expect(!EquationNumbers.mayStand(in: #"\alpha + \lambda_{ref}"#))
  }

  @Test("letter the rows of subequations as LaTeX counts them")
  func letterParts() throws {
    let source = #"""
      \begin{subequations} \label{w}
      \begin{align} a \label{a} \\ b \\ c \nonumber \\ d \tag{x} \\ e \label{e} \\ \end{align}
      \begin{multline} f \\ g \end{multline}
      \begin{equation*} h \end{equation*}
      \begin{equation} \begin{split} i \\ j \end{split} \end{equation}
      \end{subequations}
      """#
    let numbers = EquationNumbers(tex: source)
    #expect(numbers.wholeLabels == ["w"])
    let letters = { (part: Int) -> String in ["", "a", "b", "c", "d", "e"][part] }
    let (rows, whole) = numbers.numbered(by: { "7" }, letters: letters)
    #expect(whole == "7")
    #expect(rows.map(\.number) == ["7a", "7b", "x", "7c", "7d", "7e"])
    #expect(rows.map(\.row.labels) == [["a"], [], [], ["e"], [], []])
    let named = Dictionary(
      uniqueKeysWithValues: rows.flatMap { row in row.row.labels.map { ($0, row.number) } })
    let formula = try Formula(tex: source).numbered { $0 == "w" ? "7" : named[$0] }
      .withParts { "7" + letters($0) }
    let math = try XMLChecker.element(formula.mathML(display: true, source: ""))
    let tags = math.descendants.filter { $0.attributes["class"] == "r tag" }.map(\.allText)
    #expect(tags == ["(7a)", "(7b)", "", "(x)", "(7c)", "", "(7d)", "", "(7e)"])
    #expect(formula.tex == (try Formula(tex: source).tex))
    let inPlace = formula.withNumbersInPlace
    #expect(inPlace.isDisplayEnvironment)
    #expect(inPlace.tex.hasPrefix(#"\begin{align} a\tag{7a} \\ b\tag{7b} \\"#))
    #expect(!inPlace.tex.contains("subequations"))
  }

  @Test("draw commutative diagrams as a grid with arrows between its objects")
  func drawDiagrams() throws {
    let source = #"\begin{CD} A @>f>g> B \\ @VaVV @VV{b}V \\ C @= D \end{CD}"#
    let math = try XMLChecker.element(Formula(tex: source).mathML(display: true, source: source))
    let rows = math.descendants.filter { $0.name == "mtr" }
    #expect(rows.map(\.children.count) == [3, 3, 3])
    #expect(rows[0].children[1].first("munderover")?.children.map(\.allText) == ["→", "g", "f"])
    #expect(
      rows[1].children.map { $0.allText.filter { "↓ab".contains($0) } } == ["a↓a", "", "b↓b"])
    #expect(rows[1].descendants.filter { $0.name == "mphantom" }.map(\.allText) == ["a", "b"])
    #expect(rows[2].children.map(\.allText) == ["C", "=", "D"])
  }

  @Test(
    "of diagrams with an arrow that ends nowhere are errors at the arrow",
    arguments: [
      (#"\begin{CD} A @>f> B \end{CD}"#, 13, "'@>' lacks an argument"),
      (#"\begin{CD} A @x B \end{CD}"#, 13, "'@x' is out of place"),
      (#"\begin{CD} A @VV{a V \\ \end{CD}"#, 13, "'@V' lacks an argument"),
      (#"\begin{CD} A @= B"#, 0, "'\\begin{CD}' has no '\\end{CD}'"),
    ])
  func failInDiagrams(_ source: String, _ position: Int, _ reason: String) {
    let error = #expect(throws: TeXError.self) { try Formula(tex: source) }
    #expect(error?.position == position)
    #expect(error?.description == reason)
  }

  @Test("show the numbers that a document gives labels and references")
  func showNumbers() throws {
    let formula = try Formula(tex: #"\begin{align} a \label{x} \\ b \end{align}"#)
    #expect(formula.numbered { _ in "7" }.tag == "(7)")
    #expect(formula.tag == nil)
    let reference = try Formula(tex: #"\eqref{x} + \ref{y}"#)
    #expect(reference.references == ["x", "y"])
    #expect(reference.numbered { $0 == "x" ? "1" : nil }.plainText == "(1) + ??")
    #expect(reference.numbered { _ in "1" }.tex == #"\eqref{x} + \ref{y}"#)
    #expect(reference.numbered { _ in "1" }.withNumbersInPlace.tex == #"\text{(1)} + \text{1}"#)
  }
}
