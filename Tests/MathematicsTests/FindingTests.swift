import Source
import Testing

@testable import Mathematics

@Suite("What hinders no reading")
struct FindingTests {
  private func read(_ tex: String) throws -> (text: String, codes: [String]) {
    var reader = FormulaReader()
    let formula = try reader.formula(tex)
    return (formula.plainText, reader.findings.map(\.message.code))
  }

  @Test(
    "a percent sign without a backslash is shown and told of",
    arguments: [
      ("95%", "95%"), (#"p < 5% \cdot \alpha"#, "p < 5%·α"), ("a % b", "a%b"),
      ("x\n+ 5% y\n+ z", "x + 5%y + z"), (#"\frac{5%}{2}"#, "5%/2"), ("{5%} + %", "5% + %"),
    ])
  func showsPercents(_ source: String, _ expected: String) throws {
    let read = try read(source)
    #expect(read.text == expected)
    #expect(read.codes == ["bare-percent"])
  }

  @Test(
    "a comment and a percent sign that is meant are not told of",
    arguments: [
      (#"5\%"#, "5%"), (#"\text{50% of $x$}"#, "50% of x"), ("a % b {\n+ c", "a + c"),
      ("a %\n", "a"), (#"\operatorname{5%}"#, "5%"), ("\\text{5%\nof}", "5% of"),
    ])
  func knowsComments(_ source: String, _ expected: String) throws {
    let read = try read(source)
    #expect(read.text == expected)
    #expect(read.codes == [])
  }

  @Test("stands at its place, each time the formula is read")
  func hasPlace() throws {
    var reader = FormulaReader()
    for _ in 0..<2 {
      _ = try reader.formula("π = 5%")
      #expect(reader.findings.map(\.span.start) == [6])
      #expect(reader.findings.first?.hint == "write '\\%'")
    }
    _ = try reader.formula("x")
    #expect(reader.findings.isEmpty)
  }

  @Test(
    "a definition that LaTeX refuses leaves the command as it was",
    arguments: [
      (#"\newcommand{\frac}{x} \alpha"#, "macro-exists", "α"),
      (#"\newcommand{\alpha}{x} \alpha"#, "macro-exists", "α"),
      (#"\DeclareMathOperator{\Pr}{P} \Pr"#, "macro-exists", "Pr"),
      (#"\DeclarePairedDelimiter{\vec}() \vec{x}"#, "macro-exists", "x⃗"),
      (#"\newcommand{\a}{1}\newcommand{\a}{2} \a"#, "macro-exists", "1"),
      (#"\renewcommand{\loss}{x} \loss"#, "macro-missing", "x"),
    ])
  func refuses(_ source: String, _ code: String, _ expected: String) throws {
    let read = try read(source)
    #expect(read.codes == [code])
    #expect(read.text == expected)
  }

  @Test(
    "a definition that LaTeX takes is taken, also of a name that only formulas here know",
    arguments: [
      (#"\newcommand{\R}{r}\R"#, "r"), (#"\newcommand{\argmax}{m}\argmax"#, "m"),
      (#"\DeclareMathOperator{\data}{D}\data"#, "D"), (#"\providecommand{\N}{n}\N"#, "n"),
      (#"\providecommand{\alpha}{x}\alpha"#, "α"), (#"\renewcommand{\vec}[1]{v}\vec{x}"#, "v"),
      (#"\newcommand{\a}{1}\newcommand{\a}{1}\a"#, "1"), (#"\def\frac{x}\frac"#, "x"),
      (#"\newcommand{\a}{1}\renewcommand{\a}{2}\a"#, "2"), (#"\let\alpha\beta\alpha"#, "β"),
    ])
  func takes(_ source: String, _ expected: String) throws {
    let read = try read(source)
    #expect(read.codes == [])
    #expect(read.text == expected)
  }

  @Test("a name that TeX cannot read as a command is none of a macro's")
  func namesMacros() {
    for name in ["R", "\\R", "norm", "*", "é"] { #expect(Macros.isName(name), "\(name)") }
    for name in ["2x", "", "a1", "x y", " ", "a_b", "\\\\a"] {
      #expect(!Macros.isName(name), "\(name)")
    }
    let error = #expect(throws: TeXError.self) { try Macros(["2x": "a"]) }
    #expect(error?.description == "'2x' can name no command")
  }

  /// Widths that Chromium draws with Latin Modern Math, in em.
  private static let widths: [(String, Double)] = [
    ("a" + String(repeating: "+a", count: 60), 105.62),
    (
      String(
        repeating:
          #"\mathbb{E}_{x \sim p(x)}\left[\log p_\theta(x \mid z)\right] - D_{\mathrm{KL}}\left(q_\phi(z \mid x) \,\|\, p(z)\right) + "#,
        count: 3) + "C", 59.46
    ),
    (
      String(repeating: #"\frac{\partial L}{\partial w_{11}} \delta_1^{(2)} = "#, count: 10) + "0",
      49.47
    ),
    (String(repeating: #"123456789 \times "#, count: 14) + "2", 79.05),
    (String(repeating: #"\operatorname{softmax}(W_1 x + b_1), \quad "#, count: 8) + "x", 77.79),
    (String(repeating: #"\sum_{i=1}^{n} x_i^2 + \sqrt{x_1 + x_2} - "#, count: 8) + "1", 75.97),
    (String(repeating: "ABCDWMN ", count: 12), 69.25),
    (
      String(
        repeating: #"\frac{\frac{1}{a+b+c+d+e+f+g}+h}{\frac{x+y+z+u+v+w}{1}}="#, count: 5) + "1",
      45.32
    ),
  ]

  @Test("the width of a formula is estimated within a tenth", arguments: widths)
  func estimatesWidth(_ source: String, _ measured: Double) throws {
    let formula = try Formula(tex: source)
    #expect(abs(Double(formula.estimatedWidth) / 1_000 / measured - 1) < 0.1)
    // Told of where it is certain: the page has 42 em.
    #expect(formula.isTooWide(display: true) || measured < 55)
  }

  @Test("what fits, and what the author breaks into rows, is not too wide")
  func fits() throws {
    let terms = String(repeating: "+a", count: 23)
    #expect(try !Formula(tex: "a" + terms).isTooWide(display: true))
    let rows = String(repeating: "a \(terms) \\\\ ", count: 9)
    #expect(
      try !Formula(tex: #"\begin{aligned}"# + rows + #"\end{aligned}"#).isTooWide(display: true))
    let hidden = #"\mathrlap{"# + String(repeating: terms, count: 5) + "}"
    #expect(try !Formula(tex: hidden).isTooWide(display: false))
  }
}
