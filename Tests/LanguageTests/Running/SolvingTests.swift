import Algebra
import Language
import Testing
import Workings

@Suite("Solving")
struct SolvingTests {
  @Test(
    "finds closed forms of degree three and four where there are some",
    arguments: [
      ("x^3 == 2", "2^(1/3)"), ("x^3 == -2", "-2^(1/3)"), ("x^4 - 5*x^2 + 6 == 0", "sqrt(2)"),
      ("x^4 == 8", "8^(1/4)"), ("9*x^2 == 8", "2*sqrt(2)/3"), ("(x - 1)*(x^2 - 2) == 0", "sqrt(2)"),
      ("x^4 - 2*x^2 - 1 == 0", "sqrt(1 + sqrt(2))"),
    ])
  func closedForms(_ equation: String, _ root: String) throws {
    let answers = Answers("symbols x\nr = solve(\(equation), for: x)\nt = \(root)")
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let values: [Value]
    if case .list(let items) = try answers.value("r") {
      values = items
    } else {
      values = [try answers.value("r")]
    }
    let target = try answers.number("t")
    let found = values.contains { value in
      if case .number(let number) = value { abs(number.double - target) < 1e-14 } else { false }
    }
    #expect(found, "\(values)")
  }

  @Test(
    "brackets the roots of other equations, and finds no root at a pole",
    arguments: [
      ("exp(x) == 3 - x", [0.7920599684306770]), ("cos(x) == x", [0.7390851332151607]),
      ("exp(x) == 1", [0]), ("1/x + exp(-x) == 0", [-0.5671432904097838]),
    ])
  func numericRoots(_ equation: String, _ roots: [Double]) throws {
    let answers = Answers("symbols x\nr = solve(\(equation), for: x)")
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(abs(try answers.number("r") - roots[0]) < 1e-12)
  }

  @Test("finds where two curves meet")
  func curves() throws {
    let answers = Answers(
      "symbols x, y\nr = solve([x + y == 3, x*y == 2], for: [x, y])\none = solve([x^2 + y^2 == 25, y == x + 1], for: [x, y], positive: true)\na = one.x\nb = one.y"
    )
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    guard case .list(let points) = try answers.value("r") else {
      Issue.record("no list")
      return
    }
    #expect(points.count == 2)
    #expect(try answers.exact("a") == "3")
    #expect(try answers.exact("b") == "4")
  }

  @Test(
    "refuses in words what it cannot solve",
    arguments: [
      ("symbols x, a\nr = solve(exp(x) == a*x, for: x)", "not-solvable"),
      (
        "symbols x, y, z\nr = solve([x*y == 1, y*z == 2, x*z == 3], for: [x, y, z])", "not-solvable"
      ),
      ("symbols x, y\nr = solve([x*y == 1, 2*x*y == 2], for: [x, y])", "not-solvable"),
      ("symbols x\nr = solve(x^2, for: x)", "wrong-type"),
      ("symbols A: 2×2\nA = [[1, 2], [2, 4]]\nr = inverse(A)", "redefinition"),
      ("M = [[1, 2], [2, 4]]\nr = inverse(M)", "singular-matrix"),
      ("symbols v: 3\nr = derive(2*v, wrt: v)", "not-scalar"),
      ("symbols v: 3, w: 2\nr = dot(v, w)", "wrong-shape"),
      ("symbols v: 3, W: 2×2\nr = W @ v", "wrong-shape"),
      ("symbols p, n\nr = maximize(p^n, over: p in 0...1)", "needs-value"),
    ])
  func refuses(_ text: String, _ code: String) {
    let codes = Answers(text).codes
    #expect(
      codes.count == 1
        && (codes[0] == code || codes[0].contains("shape") || codes[0].contains("extent")),
      "\(codes)")
  }

  @Test("says that a derivative by what is not in the graph is zero")
  func independent() throws {
    let answers = Answers("symbols x, u\nd = derive(x^2, wrt: u)\nd")
    #expect(try answers.exact("d") == "0")
    let steps = try #require(answers.result.outputs.last).steps
    #expect(
      steps.contains { step in
        if case .chain("no u in it", let links) = step {
          answers.run.value(of: links[1].node) == .number(.zero)
        } else {
          false
        }
      })
  }

  @Test("leaves an expression as it is that is too large for its budget")
  func largeExpressions() throws {
    let factors = (1...40).map { "(x + \($0))" }.joined(separator: "*")
    let sum = (1...40).map { "(y - \($0)*x)" }.joined(separator: "*")
    let answers = Answers(
      "symbols x, y\nf = expand((\(factors))*(\(sum)))\nd = derive(\(factors), wrt: x)\nv = evaluate(d, x: 0)"
    )
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
  }

  @Test(
    "estimates with symbolic counts",
    arguments: [
      ("p^k*(1 - p)^(n - k)", "k/n"), ("binomial(9, 4)*p^k*(1 - p)^(n - k)", "k/n"),
      ("p*(1 - p)^(k - 1)", "1/k"), ("exp(-n*p)*p^k", "k/n"),
      ("exp(-(n*p^2 - 2*k*p)/(2*n))", "k/n"),
    ])
  func symbolicCounts(_ likelihood: String, _ place: String) throws {
    let answers = Answers(
      "symbols p, n, k\nr = mle(likelihood: \(likelihood), for: p, over: 0...1)\nbest = r.p\nexpect best == \(place)"
    )
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(answers.result.checks.allSatisfy { $0.verdict.finding == .passed })
  }

  @Test("estimates with a Beta prior")
  func betaPrior() throws {
    let answers = Answers(
      """
      symbols p, n, k, a, b
      r = map_estimate(likelihood: p^k*(1 - p)^(n - k), prior: p^(a - 1)*(1 - p)^(b - 1), for: p, over: 0...1)
      expect r.p == (k + a - 1)/(n + a + b - 2)
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(answers.result.checks.allSatisfy { $0.verdict.finding == .passed })
  }
}
