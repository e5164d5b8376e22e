import Source
import Testing

@testable import Mathematics

@Suite("TeX that cannot be read")
struct ErrorTests {
  @Test(
    "is reported with its place",
    arguments: [
      (#"x + \unknwn"#, 4, "unknown command '\\unknwn'"), ("x}", 1, "a brace '}' closes nothing"),
      ("a{x", 1, "a brace '{' is not closed"), ("a & b", 2, "'&' outside a matrix or an alignment"),
      ("x^a^b", 3, "double superscript"), ("x_a_b", 3, "double subscript"),
      (#"\frac{a}"#, 0, "'\\frac' lacks an argument"), ("x^", 1, "'^' lacks an argument"),
      (#"\left( x"#, 0, "'\\left' has no '\\right'"),
      (#"a \right)"#, 2, "command '\\right' is out of place"),
      (#"\begin{bmatrix} 1"#, 0, "'\\begin{bmatrix}' has no '\\end{bmatrix}'"),
      (#"\begin{bmatrix} 1 \end{pmatrix}"#, 0, "'\\begin{bmatrix}' has no '\\end{bmatrix}'"),
      (#"\begin{foo} 1 \end{foo}"#, 0, "unknown environment 'foo'"),
      ("a $ b", 2, "'$' inside a formula"),
      (#"\href{x}{y}"#, 0, "command '\\href' is not allowed in a notebook"),
      (#"\textcolor{nocolour}{x}"#, 10, "'nocolour' is no colour"),
      (#"x \hspace{3}"#, 2, "'3' is no length"),
      (#"\hspace{999em}"#, 0, "a length beyond 50em"),
      ("a\u{0}b", 1, "the character U+0 cannot be set"),
      ("#1", 0, "'#' outside a definition"), (#"\text{a $x}"#, 8, "a '$' in a text is not closed"),
      (#"\left x"#, 6, "'\\left' needs a delimiter such as '(' or '.'"),
      (#"a \over b \over c"#, 10, "two infix fractions in one group"),
      (#"\newcommand{x}{y}"#, 0, "the definition with '\\newcommand' cannot be read"),
      ("π + \\foo", 5, "unknown command '\\foo'"),
      (#"\def\a#1{#2} x"#, 0, "the definition with '\\a' cannot be read"),
    ])
  func hasPlace(_ source: String, _ position: Int, _ reason: String) {
    let error = #expect(throws: TeXError.self) { try Formula(tex: source) }
    #expect(error?.position == position)
    #expect(error?.description == reason)
    #expect(error?.diagnostic.message.code == "bad-formula")
  }

  @Test("suggests the command that was meant")
  func suggests() {
    let error = #expect(throws: TeXError.self) { try Formula(tex: #"\alhpa"#) }
    #expect(error?.hint == "did you mean '\\alpha'?")
    let other = #expect(throws: TeXError.self) { try Formula(tex: #"\begin{bmatrx}\end{bmatrx}"#) }
    #expect(other?.hint == "did you mean 'bmatrix'?")
  }

  @Test("is too deep beyond 200 braces, and only then")
  func boundsNesting() throws {
    let nest = { String(repeating: "{", count: $0) + "x" + String(repeating: "}", count: $0) }
    #expect(try Formula(tex: nest(199)).plainText == "x")
    let error = #expect(throws: TeXError.self) { try Formula(tex: nest(200)) }
    #expect(error?.reason == .tooDeep)
    for hostile in Self.hostile where hostile.utf8.count > 20_000 {
      #expect(throws: TeXError.self) { try Formula(tex: hostile) }
    }
  }

  @Test("ends in an error or a formula whatever it is", arguments: Self.hostile)
  func ends(_ source: String) throws {
    do {
      let formula = try Formula(tex: source)
      #expect(try Formula(tex: formula.tex) == formula)
      _ = try XMLChecker.element(formula.html(display: true, source: source))
      _ = formula.plainText
    } catch let error {
      #expect(error is TeXError)
      _ = try XMLChecker.element(
        MathMarkup.error(source: source, display: false, reason: "\(error)"))
    }
  }

  static let hostile: [String] = {
    let nest = { (left: String, right: String, count: Int) in
      String(repeating: left, count: count) + "x" + String(repeating: right, count: count)
    }
    let macro =
      #"\def\a{x}\def\b{\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c}"#
    return [
      nest("{", "}", 190), nest("{", "}", 200), nest("{", "}", 5_000), nest(#"\hat"#, "", 4_000),
      nest(#"\frac{a}{"#, "}", 2_000), nest("x^{", "}", 5_000),
      nest(#"\left("#, #"\right)"#, 1_000),
      nest(#"\text{$"#, "$}", 2_000), nest(#"\begin{matrix}"#, #"\end{matrix}"#, 190),
      nest(#"\sqrt["#, "]{y}", 2_000), nest(#"\small "#, "", 2_000), nest(#"\text{"#, "}", 2_000),
      nest("{", "}", 190) + nest("{", "}", 190), String(repeating: "x", count: 20_000),
      String(repeating: "x", count: 20_001), String(repeating: "a&", count: 300),
      #"\begin{matrix}"# + String(repeating: #"a\\"#, count: 300) + #"\end{matrix}"#,
      #"\begin{matrix}"# + String(repeating: "a&", count: 300) + #"\end{matrix}"#,
      macro + #"\d\d\d\d\d\d\d"#, #"\def\a{\a}\a"#, #"\def\a{x\a}\a"#, #"\def\a#1{\a{#1#1}}\a{xy}"#,
      #"\let\a\a \a"#, #"\begin{array}{*{99}{*{99}{*{99}{c}}}} a \end{array}"#,
      #"\newcommand{\frac}[2]{\frac{#2}{#1}} \frac 1 2"#, "\u{0}", "\u{1B}[31m", "\u{FFFE}",
      "a\u{7F}",
      "\\", "{", "}", "$", "&", "^", "_", "'", "%", "~", "#", #"\\"#, #"\begin"#, #"\end{x}"#,
      #"\left"#,
      #"\begin{"#, #"\text"#, #"\text{"#, #"\sqrt["#, #"\limits"#, #"\middle|"#, #"\hline"#, "[",
      "]", "''''''''''",
      #"\not"#, #"\def"#, #"\def\a"#, #"\newcommand{\a}[99]{x}"#, #"\color"#,
      #"\textcolor[x]{y}{z}"#, #"\kern"#,
      #"\rule{1em}"#, #"\tag"#, #"\verb|x|"#, #"\genfrac{x}{y}{z}{1}{a}{b}"#,
      #"\hspace{99999999999999999em}"#,
    ]
  }()
}
