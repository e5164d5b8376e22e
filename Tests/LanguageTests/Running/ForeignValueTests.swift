import Testing

@Suite("Values put in place of names")
struct ForeignValueTests {
  @Test(
    "values of another shape are refused, whatever takes them",
    arguments: [
      Fact(
        "symbols w: 2; evaluate([[2, 1], [1, 2]] @ w, w: 3)",
        misfit("w", "of the shape 2", "a number")),
      Fact(
        "symbols w: 2; substitute(w + [1, 2], w: [1, 2, 3])",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols w: 2; evaluate(if w > 0 then 1 else 2, w: [1, 2, 3])",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols w: 2; gradient(sum(w^3), wrt: w, at: [1, 2, 3])",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols w: 2; gradient(sum(w^3), wrt: w, at: 1)", misfit("w", "of the shape 2", "a number")
      ),
      Fact(
        "symbols w: 2; jacobian(softmax(w), wrt: w, at: [1, 2, 3])",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols w: 2; hessian(sum(w^3), wrt: w, at: [1, 2, 3])",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols w: 2; classify(sum(w^2), wrt: w, at: [1, 2, 3])",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols w: 2; sgd(sum(w^2), wrt: w, eta: 0.1, start: {w: [1, 2, 3]})",
        misfit("w", "of the shape 2", "of the shape 3")),
      Fact(
        "symbols s; evaluate(s*[1, 2], s: [[1, 2], [3, 4], [5, 6]])",
        misfit("s", "a number", "of the shape 3×2")),
      Fact(
        "w = [0, 0]; symbols x: 2, y; train((dot(w, x) - y)^2, wrt: w, data: [(1, 2, 3) -> 1], inputs: x, targets: y, optimizer: sgd(eta: 0.1))",
        misfit("x", "of the shape 2", "of the shape 3")),
      Fact(
        "w = [0, 0]; symbols x: 2, y; train((dot(w, x) - y)^2, wrt: w, data: [(1, 2) -> (1, 2)], inputs: x, targets: y, optimizer: sgd(eta: 0.1))",
        misfit("y", "a number", "of the shape 2")),
      Fact(
        "symbols n: integer, w: n, v: n; evaluate(dot(w, v), w: [1, 2, 3], v: [1, 2])",
        "'v' is of the shape n: n is 3 by 'w', and 2 by what is put in its place"),
      Fact(
        "symbols n: integer, w: n; evaluate(sum(w), w: [1, 2, 3], n: 2)",
        "'w' is of the shape n: n is 2 by 'n', and 3 by what is put in its place"),
      Fact("symbols n: integer, w: n, v: n; evaluate(dot(w, v), w: [1, 2, 3], v: [1, 0, 2])", "7"),
      Fact(
        "a = [1, 2]; if a > 0 then [1, 2, 3] else 0",
        "the shapes of 'a > 0' (2) and '[1, 2, 3]' (3) do not fit under 'if'"),
      Fact(
        "symbols s, t; factorial([s, t])",
        "'factorial' needs a single number for 'n', and '[s, t]' has the shape 2"),
      Fact("dot(3, [1, 2])", "the shapes of '3' (scalar) and '[1, 2]' (2) do not fit under 'dot'"),
    ])
  func shapes(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  private static func misfit(_ name: String, _ wanted: String, _ found: String) -> String {
    "'\(name)' is \(wanted), and what is put in its place is \(found)"
  }

  /// By hand: 4a; (a − 1)²/3; 3a²; d/da (1 + a + a²/2) = 1 + a.
  @Test(
    "derivatives go through calls that values went into",
    arguments: [
      Fact("a = 3; symbols x; e = evaluate(x^2*a, x: 2); derive(e, wrt: a)", "4"),
      Fact("a = 4; e = integrate((a - 1)^2*x^2, x in 0...1); derive(e, wrt: a)", "2"),
      Fact("a = 3; symbols x; e = substitute(x^2*a, x: a); derive(e, wrt: a)", "27"),
      Fact(
        "a = 3; symbols x; t = taylor(exp(a*x), x, at: 0, order: 2); derive(evaluate(t, x: 1), wrt: a)",
        "4"),
      Fact(
        "X = [[2, 1], [1, 3]]; derive(sum(eigenvalues(X)), wrt: X)",
        "'eigenvalues(X)' cannot be differentiated"),
      Fact(
        "X = [[2, 1], [1, 3]]; derive(sum(cholesky(X)), wrt: X)",
        "'cholesky(X)' cannot be differentiated"),
    ])
  func slopes(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  /// z = 5, so ∂L/∂z = 1, ∂L/∂w = x and ∂L/∂b = 1, as PyTorch's retained gradients.
  @Test("a name between others takes nothing away from those below it")
  func between() {
    let network = "x = 2; w = 3; b = -1; z = w*x + b; L = (z - 4)^2/2; "
    #expect(Fact(network + "derive(L, wrt: [w, z, b])", "[2, 1, 1]").found() == "[2, 1, 1]")
    #expect(Fact(network + "derive(L, wrt: z)", "1").found() == "1")
  }

  /// 0·log 0 = 0, and `log0:` with slope 0, as language reference says of cross-entropies.
  @Test(
    "limits of logarithms hold for values put in later",
    arguments: [
      Fact("symbols s; f = bce(s, 1, log0: -100); evaluate(f, s: 0)", "100"),
      Fact("[bce(t, 1, log0: -7), t in 0...1]", "[7, 0]"),
      Fact("symbols s, c; f = bce(s, c); evaluate(f, s: 1, c: 1)", "0"),
      Fact("symbols p: 2; f = entropy(p); evaluate(f, p: [1, 0])", "0"),
      Fact("symbols p: 2; f = kl(p, [1/2, 1/2]); evaluate(f, p: [1, 0]) == log(2)", "true"),
      Fact("symbols p: 2; f = cross_entropy(p, [1, 0]); evaluate(f, p: [1, 0])", "0"),
      Fact("symbols s; g = derive(bce(s, 1, log0: -100), wrt: s); evaluate(g, s: 0)", "0"),
      Fact("symbols s; g = derive(bce(s, 1, log0: -100), wrt: s); evaluate(g, s: 1/2)", "-2"),
    ])
  func limits(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  /// log σ(−800) = −800 − log(1 + e⁻⁸⁰⁰); σ(−40) by mpmath with 30 digits.
  @Test(
    "sigmoids near 0 and 1 keep their digits",
    arguments: [
      ("z = 40; bce(sigmoid(z), 0)", 40.0), ("bce(sigmoid(-800), 1)", 800.0),
      ("log(sigmoid(-800))", -800.0), ("z = 40; q = sigmoid(z); log(1 - q)", -40.0),
      ("1 - sigmoid(40)", 4.248354255291589e-18),
      ("z = 40; q = sigmoid(z); derive(bce(q, 0), wrt: z)", 1.0),
    ])
  func sigmoids(_ source: String, _ wanted: Double) throws {
    let found = try #require(Fact(source, "").numbers().first)
    #expect(abs(found - wanted) <= 1e-15 * abs(wanted))
  }

  @Test(
    "simplifying, expanding and factoring look into names",
    arguments: [
      Fact("symbols x; J = (x + 1)^2 - x^2; simplify(J)", "2*x + 1"),
      Fact("symbols x; K = x^2 - 1; factor(K)", "(x - 1)*(x + 1)"),
      Fact("symbols x; K = x^2 - 1; J = (x + 1)^2 - x^2; expand(J*K)", "2*x^3 + x^2 - 2*x - 1"),
      Fact("symbols x, y; L = mse(x, y); expand(L)", "x^2 - 2*x*y + y^2"),
    ])
  func names(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  /// The chain rule by hand: ∂S/∂s = S_u·a at the first argument s + a·t.
  @Test("an opaque function takes numbers made of tensors")
  func opaque() {
    #expect(
      Fact("symbols s, t, S(u); derive(S(dot([1, 3], [s, t])), wrt: t)", "").found()
        == "3*S'(dot([1, 3], [s, t]))")
    #expect(
      Fact("symbols s, p; integrate(sin(s^p), s in 0...1)", "").found()
        == "'sin(s^p)' is no polynomial in 's' of degree 60 at most")
    #expect(Fact("symbols s; integrate((s + 1)^40, s in 0...1)", "").found() == "2199023255551/41")
  }
}
