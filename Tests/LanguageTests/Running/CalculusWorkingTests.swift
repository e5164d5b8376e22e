import Algebra
import Language
import Mathematics
import Testing
import Workings

/// What a derivation says, line by line, as plain text.
@Suite("Workings of calculus")
struct CalculusWorkingTests {
  /// The lines of the last output: sentences, and chains with ` = ` between their sides.
  private func lines(_ text: String) throws -> [String] {
    let answers = Answers(text)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let output = try #require(answers.result.outputs.last)
    let graph = answers.run.graph
    func formula(_ link: Link) -> String {
      NodeFormula(graph, view: link.view).formula(of: link.node).plainText
    }
    func line(_ links: [Link]) -> String {
      links.enumerated().map { $0 == 0 ? formula($1) : " \($1.relation.rawValue) \(formula($1))" }
        .joined()
    }
    return output.steps.flatMap { step -> [String] in
      switch step {
      case .chain(_, let links): [line(links)]
      case .aligned(let chains): chains.map { line($0) }
      case .sentence(let phrases):
        [
          phrases.map { phrase in
            switch phrase {
            case .words(let words): words
            case .formula(let link): formula(link)
            }
          }.joined()
        ]
      case .table, .figure, .listing, .verdict: []
      }
    }
  }

  private func rules(_ text: String) throws -> [String] {
    let output = try #require(Answers(text).result.outputs.last)
    return output.steps.compactMap { step in
      if case .chain(let rule, _) = step { rule } else { nil }
    }
  }

  @Test("of derivatives of derivatives show both, by their names")
  func secondDerivatives() throws {
    let setup = "symbols x1, x2, y\nJ = (x1^2*x2 - y)^2/2\n"
    #expect(
      try lines(setup + "d = derive(derive(J, wrt: x2), wrt: x1)\nd") == [
        "∂J/(∂x₂) = 1/2·2(x₁²x₂ − y)x₁² = x₁²(x₁²x₂ − y)",
        "d = ∂²J/(∂x₁∂x₂) = 2x₁(x₁²x₂ − y) + x₁²·2x₁x₂ = 2x₁(2x₁²x₂ − y)",
      ])
    #expect(
      try lines("symbols t\nderive(t^3, wrt: t, order: 2)") == [
        "∂f/(∂t) = 3t²", "∂²f/(∂t²) = 3·2t = 6t",
      ])
  }

  @Test("of a named softmax show its Jacobian before it is used")
  func jacobianBeforeUse() throws {
    let setup = "symbols o: 3, y: 3\nassume sum(y) == 1\nyhat = softmax(o)\n"
    let lines = try lines(setup + "L = cross_entropy(yhat, y)\nderive(L, wrt: o)")
    #expect(lines.count == 5)
    #expect(lines[1] == "∂ŷ_i/(∂o_j) = ŷ_i(δ_(ij) − ŷ_j)")
    #expect(lines[2] == "∂ŷ/(∂o) = diag(ŷ) − ŷŷᵀ")
    #expect(lines[3].hasSuffix("= ŷ − y"))
  }

  @Test("say a result once, and go on from it where there is more to say")
  func resultsOnce() throws {
    #expect(
      try lines("symbols v: 3\nd = derive(v[1]^2 + 2*v[2]^2, wrt: v)\nd").count == 1)
    #expect(
      try lines("symbols x\np = derive(sum(x^i, i in 1...3), wrt: x)\np") == [
        "p = ∂f/(∂x) = ∑_(i=1)³ ix^(i−1) = 1 + 2x + 3x²"
      ])
    #expect(
      try lines("symbols x\nderive(log(x, base: 2), wrt: x)") == ["∂f/(∂x) = 1/(xlog(2))"])
  }

  @Test("differentiate from the outside in, and name their rules")
  func rulesByName() throws {
    let setup = "symbols x1, x2, y\nJ = (x1^2*x2 - y)^2/2\n"
    #expect(
      try lines(setup + "d = derive(J, wrt: x1)\nd") == [
        "d = ∂J/(∂x₁) = 1/2·2(x₁²x₂ − y)·2x₁x₂ = 2x₁x₂(x₁²x₂ − y)"
      ])
    #expect(try rules(setup + "derive(J, wrt: x1)") == ["power rule, chain rule"])
    #expect(try rules("symbols x\nderive(x*exp(x), wrt: x)") == ["product rule, exponential"])
    #expect(try rules("symbols x\nderive(sin(x)/x, wrt: x)") == ["quotient rule, sin"])
    #expect(
      try rules("symbols x\nderive(log(1 + x^2), wrt: x)") == [
        "logarithm, chain rule, power rule"
      ])
  }

  @Test("put a Hessian's mixed derivative once")
  func hessian() throws {
    let found = try lines(
      "symbols x1, x2, y\nJ = (x1^2*x2 - y)^2/2\nhessian(J, wrt: [x1, x2])")
    #expect(found.count { $0.hasPrefix("∂²J/(∂x₂∂x₁)") } == 1)
    #expect(found.contains("∂²J/(∂x₁²) = 2x₂(x₁²x₂ − y) + 2x₁x₂·2x₁x₂ = 2x₂(3x₁²x₂ − y)"))
    #expect(found.contains("The order of the two derivatives does not matter."))
  }

  @Test(
    "keep matrix notation",
    arguments: [
      ("symbols A: 3×3, x: 3\nq = x.T @ A @ x\nderive(q, wrt: x)", "Ax + Aᵀx = (A + Aᵀ)x"),
      ("symbols A: 3×3, x: 3\nq = x.T @ A @ x\nderive(q, wrt: A)", "= xxᵀ"),
      ("symbols A: 3×3, x: 3\nassume A == A.T\nq = x.T @ A @ x\nderive(q, wrt: x)", "= 2Ax"),
      ("symbols A: 3×3\nq = log(det(A))\nderive(q, wrt: A)", "= A⁻ᵀ"),
      ("symbols A: 3×3\nq = trace(A @ A)\nderive(q, wrt: A)", "= 2Aᵀ"),
      ("symbols X: 5×4, w: 4, t: 5\nq = norm(X @ w - t)^2\nderive(q, wrt: w)", "= 2Xᵀ(Xw − t)"),
      ("symbols x: 3\nn = norm(x)\nderive(n, wrt: x)", "= x/n"),
      (
        "symbols W: 2×3, x: 3, b: 2\nz = W @ x + b\nL = sum(z^2)/2\nderive(L, wrt: W)",
        "∂L/(∂z) xᵀ = zxᵀ"
      ),
    ])
  func matrices(_ text: String, _ end: String) throws {
    let found = try lines(text)
    #expect(found.contains { $0.contains(end) }, "\(found)")
  }

  @Test("state Σy = 1, before and after it is used")
  func softmaxWithCrossEntropy() throws {
    let text =
      "symbols z: 3, y: 3\nassume sum(y) == 1\np = softmax(z)\nL = cross_entropy(p, y)\nderive(L, wrt: z)"
    let found = try lines(text)
    #expect(found.contains { $0.hasSuffix("= (∑ y)p − y = p − y") }, "\(found)")
    #expect(found.contains("Here ∑ y = 1 was used."))
    let without = try lines(text.replacing("assume sum(y) == 1\n", with: ""))
    #expect(without.contains { $0.hasSuffix("= (∑ y)p − y") })
    #expect(!without.contains { $0.contains("was used") })
  }

  @Test("give the softmax's Jacobian with indices and as a matrix, of any size")
  func softmaxJacobian() throws {
    for size in ["3", "n"] {
      let found = try lines(
        "symbols n: integer\nsymbols u: \(size)\np = softmax(u)\njacobian(p, wrt: u)")
      #expect(found.contains("∂p_i/(∂u_j) = p_i(δ_(ij) − p_j)"), "\(found)")
      #expect(found.contains { $0.contains("= diag(p) − ppᵀ") })
    }
  }

  @Test("state the convention at a kink, unless what is assumed decides the branch")
  func kinks() throws {
    let text = "symbols v, w, x\ng = v*x\nL = w*relu(g)\nderive(L, wrt: v)"
    let open = try lines(text)
    #expect(open.contains("Where g = 0, the slope is taken to be 0, as in PyTorch."), "\(open)")
    let decided = try lines(text.replacing("g = v*x", with: "assume v*x > 0\ng = v*x"))
    #expect(decided.contains { $0.hasSuffix("= wx") }, "\(decided)")
    #expect(!decided.contains { $0.contains("PyTorch") })
    #expect(try lines("x = 0\nderive(relu(x), wrt: x)").contains { $0.contains("kink") })
  }

  @Test("write what a factor of two classes is made of")
  func weightedLoss() throws {
    let found = try lines(
      "symbols z, y, alpha, beta\na = sigmoid(z)\nL = bce(a, y, weights: (alpha, beta))\nderive(L, wrt: z)"
    )
    // Two terms, each with the weight of its class: not four products multiplied out.
    let result = found.last?.split(separator: " = ").last ?? ""
    #expect(result.contains("(1 − y)") && result.contains("(1 − a)"), "\(found)")
    #expect(result.count { $0 == "α" } == 1 && result.count { $0 == "β" } == 1)
  }

  @Test("show the elimination row by row")
  func elimination() throws {
    let found = try lines(
      "symbols x, y\nsolve([x + y == 3, 2*x - y == 0], for: [x, y])")
    #expect(found.contains("R₂ ← R₂ − 2R₁:"), "\(found)")
    #expect(found.contains("R₂ ← −(1/3)·R₂, R₁ ← R₁ − R₂:"))
    #expect(found.suffix(2) == ["x = 1", "y = 2"])
    let none = try lines("symbols x, y\nsolve([x + y == 1, x + y == 2], for: [x, y])")
    #expect(none.contains("The equations contradict each other: no solution."))
  }

  @Test("say once what an equation is, and how its roots came about")
  func equations() throws {
    #expect(
      try lines("symbols H\nH0 = solve(H^2 + 4*H - 45 == 0, for: H, positive: true)\nH0") == [
        "H² + 4H − 45 = 0", "(H + 9)(H − 5) = 0", "H = −9 is not positive: rejected.",
        "H₀ = H = 5",
      ])
    #expect(
      try lines("symbols x\nsolve(x^2 - 2*x == 1, for: x)").suffix(2) == [
        "x = 1 − √(2) ≈ −0.4142", "x = 1 + √(2) ≈ 2.414",
      ])
  }

  @Test("name a value with what it came from")
  func evaluation() throws {
    #expect(
      try lines("symbols r, q\ns = solve(r*(1 - q) == q, for: q)\nv = evaluate(s, r: 0.25)\nv").last
        == "v = s|_(r=0.25) = (r/(r + 1))|_(r=0.25) = 0.25/(0.25 + 1) = 0.2")
  }

  @Test("say the name of a symbol once")
  func symbolAlone() throws {
    #expect(try lines("symbols a\na") == ["a"])
  }
}
