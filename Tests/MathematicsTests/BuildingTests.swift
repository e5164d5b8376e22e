import Testing

@testable import Mathematics

@Suite("Built formulas")
struct BuildingTests {
  @Test("equal what is read from TeX", arguments: Self.pairs)
  func equalRead(_ pair: Pair) throws {
    #expect(try Formula(tex: pair.tex) == pair.formula)
    #expect(try Formula(tex: pair.formula.tex) == pair.formula)
  }

  struct Pair: CustomTestStringConvertible, Sendable {
    let tex: String
    let formula: Formula
    var testDescription: String { tex }

    init(_ tex: String, _ formula: Formula) {
      self.tex = tex
      self.formula = formula
    }
  }

  static let x = Formula.variable("x")
  static let pairs = [
    Pair("3.5", .number("3.5")), Pair("-1", .number("-1")), Pair("w", .variable("w")),
    Pair(#"\eta"#, .variable("η")), Pair(#"\mathbf{W}"#, .bold("W")),
    Pair(#"\boldsymbol\theta"#, .bold("θ")),
    Pair(#"\mathrm{loss}"#, .word("loss")), Pair(#"\mathrm{dW\ 1}"#, .word("dW 1")),
    Pair(#"\log"#, .function("log")), Pair(#"\operatorname{softmax}"#, .function("softmax")),
    Pair(#"\max"#, .function("max")), Pair(#"\approx"#, .symbol("approx")),
    Pair(#"\quad"#, .symbol("quad")),
    Pair("|", .symbol("|")), Pair(",", .symbol(",")),
    Pair("a+b", .row([.variable("a"), .symbol("+"), .variable("b")])),
    Pair(#"\frac{x}{2}"#, .fraction(x, .number("2"))),
    Pair("x_1^2", .scripts(x, sub: .number("1"), sup: .number("2"))),
    Pair("(x)^2", .scripts(.fenced("(", x, ")"), sub: nil, sup: .number("2"))),
    Pair("{xx}^2", .scripts(.row([x, x]), sub: nil, sup: .number("2"))),
    Pair(#"\sqrt[3]{x}"#, .root(x, index: .number("3"))),
    Pair(#"\hat{x}"#, .accent("hat", x)), Pair(#"\lvert x\rvert"#, .fenced("|", x, "|")),
    Pair(#"\{x\}"#, .fenced("\\{", x, "\\}")),
    Pair(#"\left(\frac xx\right)"#, .fenced("(", .fraction(x, x), ")")),
    Pair(#"\begin{bmatrix}x\end{bmatrix}"#, .matrix([[x]])),
    Pair(#"\begin{vmatrix}x\end{vmatrix}"#, .matrix([[x]], fence: .bars)),
    Pair(#"\begin{cases}x & x\end{cases}"#, .cases([(x, x)])),
    Pair(#"\begin{aligned}x & x\end{aligned}"#, .aligned([[x, x]])),
    Pair(#"\text{if }"#, .text("if ")), Pair(#"\sum_x^x"#, .bigOperator("sum", lower: x, upper: x)),
    Pair("x''", .prime(x, 2)), Pair(#"\boxed x"#, .boxed(x)),
    Pair(#"\underbrace{x}_x"#, .underbrace(x, label: x)),
  ]

  @Test("stay whole when they are given what they do not expect")
  func staysWhole() throws {
    #expect(Formula.number("1e5").plainText == "1e5")
    #expect(Formula.symbol("nosuch") == .word("nosuch"))
    #expect(Formula.accent("nosuch", Self.x) == Self.x)
    #expect(Formula.colored("nosuch", Self.x) == Self.x)
    #expect(Formula.row([Self.x]) == Self.x)
    #expect(
      Formula.row([.row([Self.x, Self.x]), .empty, Self.x]) == .row([Self.x, Self.x, Self.x]))
    #expect(Formula.scripts(Self.x, sub: nil, sup: nil) == Self.x)
    #expect(try Formula(tex: Formula.word("y-hat").tex) == .text("y-hat"))
    for hostile in ["</math>", "\u{0}", "$}{\\", "", "{", "a\nb"] {
      for formula in [
        .text(hostile), .word(hostile), .variable(hostile), .function(hostile), .symbol(hostile),
        .number(hostile),
      ] as [Formula] {
        _ = try XMLChecker.element(formula.html(display: true, source: hostile))
        #expect(try Formula(tex: formula.tex) == formula, "\(formula.tex)")
      }
    }
  }

  @Test("are tall when they are higher than a line")
  func areTall() {
    #expect(!Formula.scripts(Self.x, sub: Self.x, sup: Self.x).isTall)
    #expect(Formula.fraction(Self.x, Self.x).isTall)
    #expect(Formula.matrix([[Self.x]]).isTall)
    #expect(Formula.bigOperator("sum", lower: Self.x, upper: nil).isTall)
  }

  @Test("that are deeper than any reader allows are still written")
  func deepOnesAreWritten() throws {
    var formula = Self.x
    for _ in 0..<1_500 { formula = .root(formula) }
    _ = try XMLChecker.element(formula.mathML(display: false, source: ""))
    #expect(!formula.tex.isEmpty && !formula.plainText.isEmpty)
  }
}

@Suite("Plain text")
struct PlainTextTests {
  @Test(
    "says the formula in one line",
    arguments: [
      (#"z = w \cdot x + b \approx -9"#, "z = w·x + b ≈ −9"), (#"\frac ab"#, "a/b"), ("x^2", "x²"),
      (#"\sqrt x"#, "√(x)"), (#"\frac{a+b}{2c}"#, "(a + b)/(2c)"), ("x_i^{(t+1)}", "x_i^((t+1))"),
      (#"\hat y"#, "y\u{302}"), (#"\sum_{i=1}^n x_i"#, "∑_(i=1)ⁿ x_i"), (#"w^\top x"#, "wᵀx"),
      (#"\begin{bmatrix}1&2\\3&4\end{bmatrix}"#, "[1, 2; 3, 4]"), (#"\log p"#, "log p"),
      (#"\log(p)"#, "log(p)"),
      (#"x \in \mathbb{R}^n"#, "x ∈ ℝⁿ"), (#"\text{if }x"#, "if x"),
      (#"\left(\frac12\right)^2"#, "(1/2)²"),
      (#"\mathbf{W}_1"#, "W₁"), ("f'(x)", "f′(x)"), (#"1, \dots, n"#, "1, …, n"),
      (#"10^{-3}"#, "10⁻³"),
    ])
  func says(_ source: String, _ expected: String) throws {
    #expect(try Formula(tex: source).plainText == expected)
  }
}
