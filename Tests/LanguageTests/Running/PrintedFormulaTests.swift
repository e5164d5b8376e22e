import Algebra
import Language
import Mathematics
import Testing
import Workings

/// A program, and the lines that its last output shows.
struct PrintedCase: CustomTestStringConvertible {
  let program: String
  let lines: [String]

  init(_ program: String, _ lines: String...) {
    self.program = program
    self.lines = lines
  }

  var testDescription: String { program.replacing("\n", with: "; ") }
}

/// What is printed for a program, line by line: it must be true, readable and say something.
@Suite("Printed formulas")
struct PrintedFormulaTests {
  static let matrixPowers = [
    PrintedCase(
      "A = [[2, 1], [1, 2]]\nA^-1",
      "A^(∘−1) is taken entry by entry; the matrix inverse is inverse(A).",
      "A^(∘−1) = [2, 1; 1, 2]^(∘−1) = [0.5, 1; 1, 0.5]"),
    PrintedCase(
      "A = [[2, 1], [1, 2]]\nA^2",
      "A^(∘2) is taken entry by entry; the matrix product is A @ A.",
      "A^(∘2) = [2, 1; 1, 2]^(∘2) = [4, 1; 1, 4]"),
    PrintedCase(
      "A = [[2, 1], [1, 1]]\ninverse(A)",
      "A⁻¹ = [2, 1; 1, 1]⁻¹ = 1/(2·1 − 1·1) [1, −1; −1, 2] = [1, −1; −1, 2]"),
    PrintedCase("symbols W: 2×2\nW * W", "W ⊙ W = W^(∘2)"),
    PrintedCase("symbols W: 2×3\nexp(W)", "exp(W)"),
    // A vector has no other square, and losses are written so.
    PrintedCase("v = [1, 2]\nsum(v^2)", "∑ v² = ∑(1, 2)² = 5"),
  ]

  static let opaque = [
    // What is put in for a name may hold the name.
    PrintedCase("symbols s\nevaluate(s^2, s: s + 1)", "(s²)|_(s=s+1) = (s + 1)²"),
    PrintedCase(
      "symbols s\ngradient(s^2, wrt: s, at: s)", "∂f/(∂s) = 2s", "(2s)|_(s=s) = 2·s = 2s"),
    PrintedCase(
      "symbols x, y, S(u, v)\nderive(S(x^2, y*x), wrt: x)",
      "∂f/(∂x) = S_u(x², yx)·2x + S_v(x², yx)y = 2xS_u(x², yx) + S_v(x², yx)y"),
    PrintedCase(
      "symbols x, y, S(u, v)\nderive(derive(S(x, y), wrt: x), wrt: y)", "∂f/(∂x) = S_u(x, y)",
      "∂²f/(∂y∂x) = S_(uv)(x, y)"),
    PrintedCase("symbols x, R(t)\nderive(R(x^2), wrt: x)", "∂f/(∂x) = R′(x²)·2x = 2xR′(x²)"),
    PrintedCase("symbols x, S1(u, v)\nderive(S1(x, 2), wrt: x)", "∂f/(∂x) = ∂_uS₁(x, 2)"),
    PrintedCase("symbols x, y, S(u, v)\nf(z) = S_v(z, 1)\nf(x)", "f(x) = S_v(x, 1)"),
    PrintedCase("symbols x, R(t)\nf(x) as \"F\" = R''(x)\nf(2)", "F(2) = R′′(2)"),
  ]

  static let values = [
    PrintedCase(
      "symbols a\nL = a*2\nx = 3\nevaluate(L + x, x: 2, a: 1)",
      "(L + x)|_(x=2,a=1) = 2 + 2 = 4"),
    PrintedCase("symbols x, y\nevaluate(x^2 + y, x: 2, y: 1)", "(x² + y)|_(x=2,y=1) = 2² + 1 = 5"),
    PrintedCase("x = 3\nevaluate(x, x: 4)", "x|_(x=4) = 4"),
    PrintedCase("x = 3\nb = x^2\nevaluate(b, x: 4)", "b|_(x=4) = (x²)|_(x=4) = 4² = 16"),
    PrintedCase("x = 3\nevaluate(x^2, x: 2) + x", "(x²)|_(x=2) + x = 4 + 3 = 7"),
    PrintedCase(
      "symbols x, t\nsubstitute(x^2 + x, x: t + 1)",
      "(x² + x)|_(x=t+1) = (t + 1)² + (t + 1) = (t + 1)(t + 2)"),
    PrintedCase("x = 3\nz = x^2\nbackprop(z, wrt: x).grad_x", "backprop(z, wrt: x).grad x = 6"),
  ]

  static let taylor = [
    PrintedCase("symbols x\ntaylor(exp(x), x, at: 0, order: 3)", "T₃(x) = 1 + x + x²/2 + x³/6"),
    PrintedCase(
      "symbols x\np = taylor(log(x), x, at: 1, order: 3)\np",
      "p = T₃(x) = x − 1 − ((x − 1)²)/2 + ((x − 1)³)/3"),
  ]

  static let places = [
    PrintedCase(
      "symbols X: 2×2\nderive(X[1, 2]*X[2, 1], wrt: X)",
      "∂f/(∂X) = [0, X_(2,1); 0, 0] + [0, 0; X_(1,2), 0]"),
    PrintedCase("symbols W: 2×3, v: 3\nderive(sum(W @ v), wrt: W)", "∂f/(∂W) = 1vᵀ"),
    PrintedCase("symbols b: 2\nderive(sum(-2*b), wrt: b)", "∂f/(∂b) = −2·1 = (−2, −2)"),
    PrintedCase("M = [[1, 2], [3, 4]]\nM[1...2, 2]", "(M_(1,2), M_(2,2)) = (2, 4)"),
    PrintedCase("reshape([1, 2, 3, 4], 2, 2)", "reshape((1, 2, 3, 4), 2 × 2) = [1, 2; 3, 4]"),
    PrintedCase(
      "symbols x: 2\nderive(dot(x, x), wrt: x, layout: \"jacobian\")", "∂f/(∂x) = x + x = 2x",
      "(∂f/(∂x))ᵀ = (2x)ᵀ"),
  ]

  static let repetitions = [
    PrintedCase("M = [[1, 2, 3], [3, 4, 4]]\nM[2, 3]", "M_(2,3) = 4"),
    PrintedCase("f(x) = x\nf(3)", "f(3) = 3"),
    PrintedCase("symbols x\nderive(x^2, wrt: x, order: 2)", "∂f/(∂x) = 2x", "∂²f/(∂x²) = 2"),
    PrintedCase(
      "symbols x\nfactor(x^2 - 2)",
      "x² − 2 is left as it is: no factors with rational coefficients were found."),
    PrintedCase(
      "symbols x, y\nf = x^4\nhessian(f, wrt: [x, y])", "∂f/(∂x) = 4x³", "∂f/(∂y) = 0",
      "The gradient's entries, differentiated once more:", "∂²f/(∂x²) = 4·3x² = 12x²",
      "∂²f/(∂y∂x) = 0", "∂²f/(∂y²) = 0", "The order of the two derivatives does not matter.",
      "∇²f = [12x², 0; 0, 0]"),
    PrintedCase(
      "symbols x, y\njacobian([x^2, 3*y], wrt: [x, y])", "∂F₁/(∂x) = 2x", "∂F₁/(∂y) = 0",
      "∂F₂/(∂y) = 3", "∂F₂/(∂x) = 0", "∂F/(∂(x, y)) = [2x, 0; 0, 3]"),
    PrintedCase(
      "symbols x, y\ngradient(x^2 + y, wrt: [x, y], at: (2, 1))", "∂f/(∂x) = 2x", "∂f/(∂y) = 1",
      "(2x, 1)|_(x=2,y=1) = (2(2), 1) = (4, 1)"),
  ]

  static let constants = [
    PrintedCase("symbols x\nlog(x, base: 2)", "log x/(log(2))"),
    PrintedCase("symbols x\ngelu(x)", "gelu(x) = x/2 (1 + erf(x/√(2)))"),
    PrintedCase("symbols x\nderive(erf(x), wrt: x)", "∂f/(∂x) = 2/√(π) e^(−x²)"),
    PrintedCase("symbols r\npi*r^2", "πr²"),
    // 2·√2·x = 1 at x = √2/4.
    PrintedCase(
      "symbols x\nall = critical_points(sqrt(2)*x^2 - x, wrt: x)\nv = all[1].x\nv",
      "v = all₁.x ≈ 0.3536"),
    // (πx − x²)' = 0 at π/2, where the value is π²/4.
    PrintedCase(
      "symbols x\nv = maximize(pi*x - x^2, over: x in 0...3).value\nv",
      "v = maximize(πx − x², over: x ∈ [0, 3]).value ≈ 2.467"),
    PrintedCase(
      "symbols r\ns = solve(pi*r^2 == 10, for: r)\ns[2]", "s₂ ≈ 1.784"),
    PrintedCase("sqrt(2)*3", "√(2)·3 ≈ 4.243"),
  ]

  static let fields = [
    // 1 + 2·2 = 5 entries, of an input of 3.
    PrintedCase(
      "receptive_field(input(1, 3, 3) |> conv(4, 3, padding: 1) |> conv(4, 3, padding: 1))",
      "r_conv1 = r_input + (k − 1)j_input = 1 + (3 − 1)·1 = 3", "j_conv1 = j_input s = 1·1 = 1",
      "r_conv2 = r_conv1 + (k − 1)j_conv1 = 3 + (3 − 1)·1 = 5", "j_conv2 = j_conv1 s = 1·1 = 1",
      "From 'conv2' on the field is larger than the input: the table has at most the 3×3 entries that there are (clip: false has all)."
    )
  ]

  static let truths = [
    PrintedCase("[1, 2] == [1, 2, 3]", "(1, 2) = (1, 2, 3) ⟺ false"),
    PrintedCase("x = 3\nc = x > 1\nc", "c ⟺ x > 1 ⟺ 3 > 1 ⟺ true"),
    PrintedCase("{a: 1/3, n: \"hi\", q: {s: 2}}", "a = 1/3 ≈ 0.3333", "n = hi", "q = {s = 2}"),
    PrintedCase("data = [1 -> 2, 3 -> 4]\ndata[1]", "data₁ = 1 → 2"),
    PrintedCase("max(1, 2, 3)", "max(1, 2, 3) = 3"),
    PrintedCase("symbols q\nexp(-2*q)", "e^(−2q)"),
    PrintedCase("x = -2.5\n-3*x - 4", "−3x − 4 = −3(−2.5) − 4 = 3.5"),
    PrintedCase("symbols x, t\n1/2*abs(x - t)", "1/2 |x − t|"),
    PrintedCase("symbols s, j_inputs\nj_inputs*s", "j_inputs s"),
    PrintedCase(
      "symbols x\nif x > 1 then x else 0", "{x, if x > 1; 0, otherwise}"),
    PrintedCase("12345.678", "12345.678 ≈ 12346"),
    PrintedCase("x = -100000.5\nx", "x = −100000.5 ≈ −100000"),
  ]

  @Test(
    "say what is true",
    arguments: matrixPowers + opaque + values + taylor + places + repetitions + constants + fields
      + truths)
  func say(_ example: PrintedCase) throws {
    #expect(try lines(of: example.program) == example.lines)
  }

  /// What the last output of a program shows, without its tables.
  private func lines(of program: String) throws -> [String] {
    let answers = Answers(program)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let output = try #require(answers.result.outputs.last)
    let typesetter = Typesetter(answers.run.graph, rounding: .significant(4))
    return output.steps.flatMap { step -> [String] in
      switch typesetter.passage(for: step) {
      case .display(let lines, _): return lines.map(\.formula.plainText)
      case .sentence(let runs):
        return [
          runs.map { run in
            switch run {
            case .words(let words): words
            case .formula(let formula): formula.plainText
            }
          }.joined()
        ]
      case .table, .figure, .listing, .verdict: return []
      }
    }
  }

  static let spellings = [
    ("w_1_2", "w_{1,2}"), ("y_hat1", "\\hat{y}_1"), ("y_hat_1", "\\hat{y}_1"),
    ("yhat1", "\\hat{y}_1"), ("w1_out", "w_{1,\\mathrm{out}}"),
    ("w_in_out", "w_{\\mathrm{in\\ out}}"),
    ("w_x_2_h", "w_{x,2,h}"), ("W_12", "W_{12}"),
  ]

  @Test("have readable names", arguments: spellings)
  func haveNames(_ spelling: String, _ tex: String) {
    #expect(NameFormula.formula(of: spelling).tex == tex)
  }

  @Test("keep every term of a long sum")
  func longSum() throws {
    let line = try #require(try lines(of: "symbols x\nfactor(x^200 - 1)").first)
    #expect(!line.contains("…"))
    #expect(line.contains("x² + 1"))
  }

  /// Programs with a symbol, the result whose text is read again, and values for the symbols.
  static let readBack = [
    ("symbols X: 2×2\nd = derive(X[1, 2]*X[2, 1], wrt: X)", "X: [[1, 2], [3, 5]]"),
    ("symbols X: 2×3\nd = derive(sum(softmax(X)[1]^2), wrt: X)", "X: [[1, 2, 0], [3, 5, 1]]"),
    (
      "symbols W: 2×3, v: 3\nd = derive(sum(W @ v)^2, wrt: W)",
      "W: [[1, 2, 0], [3, 5, 1]], v: [1, 4, 2]"
    ),
    (
      "symbols W: 2×3, v: 3\nd = derive(sum(W @ v), wrt: v)",
      "W: [[1, 2, 0], [3, 5, 1]], v: [1, 4, 2]"
    ),
    ("symbols b: 3\nd = derive(sum(-2*b)^2, wrt: b)", "b: [1, 4, 2]"),
    ("symbols x: 4\nd = derive(sum(x[2...3]^2), wrt: x)", "x: [1, 4, 2, 3]"),
    ("symbols a, b, c\nd = max(a, b, c) + min(a, b)", "a: 1, b: 3, c: 2"),
    ("symbols M: 2×2\nd = M[1...2, 2]", "M: [[1, 2], [3, 4]]"),
    ("symbols x\nd = derive(gelu(x), wrt: x)", "x: 0.7"),
  ]

  @Test("have a text that reads back", arguments: readBack)
  func readsBack(_ program: String, _ values: String) throws {
    let text = try Answers(program).expression("d")
    let again = Answers(
      program + "\nagain = \(text)\nexpect evaluate(d, \(values)) == evaluate(again, \(values))")
    #expect(again.codes.isEmpty, "\(text): \(again.result.diagnostics)")
  }

  @Test("have a text of opaque functions' derivatives that reads back")
  func opaqueReadsBack() throws {
    let program =
      "symbols x, y, S(u, v), R(t)\nd = derive(derive(S(x^2, y)*R(x*y), wrt: x), wrt: y)"
    let text = try Answers(program).expression("d")
    #expect(text.contains("S_u_v(x^2, y)") && text.contains("R''(x*y)"), "\(text)")
    #expect(try Answers(program + "\nagain = \(text)").expression("again") == text)
  }
}
