import Language
import Testing

/// Slopes of sums over ranges, against sums worked out here with doubles, and against the same
/// derivative of the sum written out.
@Suite("Derivatives of sums over ranges")
struct SumDerivativeTests {
  @Test("with a symbolic end are sums of derivatives")
  func goUnderTheSum() throws {
    let answers = Answers(
      """
      symbols n: integer, x, a, u: n
      p = derive(sum(x^i, i in 1...n), wrt: x)
      q = derive(sum((x - u[i])^2, i in 1...n), wrt: x)
      r = derive(sum(a*x, i in 1...n), wrt: x)
      s = derive(sum(x*i, i in 2...n), wrt: x)
      t = derive(sum(x^2, i in 3...n), wrt: x)
      w = evaluate(p, x: 0.7, n: 5)
      y = derive(sum(sum(x^(i + j), j in 1...i), i in 1...n), wrt: x)
      z = evaluate(y, x: 1.3, n: 4)
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(try answers.expression("p") == "sum(i*x^(i - 1), i in 1...n)")
    #expect(try answers.expression("q") == "2*sum(x - u[i], i in 1...n)")
    #expect(try answers.expression("r") == "n*a")
    #expect(try answers.number("w") == 2577.0 / 400)
    // Σ i from 2 is n(n + 1)/2 − 1, and a constant counts n − 2 times from 3 on.
    for (name, value) in [("s", 54.0), ("t", 8 * 2 * 0.5)] {
      let there = Answers(
        "symbols n: integer, x\nf = \(name == "s" ? "sum(x*i, i in 2...n)" : "sum(x^2, i in 3...n)")\n"
          + "v = evaluate(derive(f, wrt: x), n: 10, x: 0.5)")
      #expect(try there.number("v") == value)
    }
    var expected = 0.0
    for i in 1...4 {
      for j in 1...i {
        let power = (1..<(i + j)).reduce(1.0) { product, _ in product * 1.3 }
        expected += Double(i + j) * power
      }
    }
    #expect(abs(try answers.number("z") - expected) <= 1e-12 * expected)
  }

  @Test("see the bound name inside a function's argument")
  func lookIntoArguments() throws {
    let answers = Answers(
      """
      w = 2
      f(t) = w*t^2
      g(t) = w + t
      p = derive(sum(f(k), k in 1...3), wrt: w)
      q = derive(sum(g(k)^2, k in 1...4), wrt: w)
      r = derive(product(g(k), k in 1...4), wrt: w)
      symbols n: integer, c
      h(t) = c*t^2
      s = evaluate(derive(sum(h(k), k in 1...n), wrt: c), n: 4)
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    // 1 + 4 + 9; 2(3 + 4 + 5 + 6); what 3·4·5·6 loses factor by factor; 1 + 4 + 9 + 16.
    #expect(try answers.number("p") == 14)
    #expect(try answers.number("q") == 36)
    #expect(try answers.number("r") == 120 + 90 + 72 + 60)
    #expect(try answers.number("s") == 30)
  }

  @Test("of a loss over data have one slope a parameter, by both ways of differentiating")
  func differentiateLosses() throws {
    let setup = """
      xs = [1, 2, 4]
      ys = [2, 3, 7]
      w = 0.5
      b = 0.25

      """
    for loss in [
      "sum((w*xs[i] + b - ys[i])^2, i in 1...3)", "sum(tanh(w*xs[i] + b)*ys[i], i in 1...3)",
      "sum(sum([w*xs[i], b^2*i]), i in 1...3)", "product(w*xs[i] + b, i in 1...3)",
      "sum([(w*xs[i] - b)^2, i in 1...3])",
    ] {
      let answers = Answers(
        setup
          + """
          f = \(loss)
          g = derive(f, wrt: [w, b])
          right = evaluate(f, w: 0.5 + 1e-5)
          left = evaluate(f, w: 0.5 - 1e-5)
          above = evaluate(f, b: 0.25 + 1e-5)
          below = evaluate(f, b: 0.25 - 1e-5)
          """)
      #expect(answers.codes.isEmpty, "\(loss): \(answers.result.diagnostics)")
      let slopes = try answers.entries("g")
      let differences = [
        (try answers.number("right") - answers.number("left")) / 2e-5,
        (try answers.number("above") - answers.number("below")) / 2e-5,
      ]
      for (slope, difference) in zip(slopes, differences) {
        #expect(abs(slope - difference) <= 1e-6 * max(1, abs(slope)), "\(loss)")
      }
    }
  }

  @Test("by a vector whose entries run are taken term by term")
  func runThroughEntries() throws {
    let answers = Answers(
      """
      v = [3, 5, 7]
      g = derive(sum(v[i]^2*i, i in 1...3), wrt: v)
      """)
    #expect(try answers.entries("g") == [6, 20, 42])
  }

  @Test("name the rule, and differentiate again")
  func nameTheRule() throws {
    let answers = Answers(
      """
      symbols n: integer, x
      h = derive(sum(exp(i*x), i in 1...n), wrt: x, order: 2)
      v = evaluate(h, n: 3, x: 0)
      derive(sum(exp(i*x), i in 1...n), wrt: x)
      """)
    #expect(try answers.number("v") == 14)
    #expect("\(try #require(answers.result.outputs.first).steps)".contains("sum rule"))
  }

  @Test(
    "are told of where they have none",
    arguments: [
      "symbols x\ng = derive(sum(i, i in 1...x), wrt: x)",
      "symbols n: integer, x\ng = derive(product(x + i, i in 1...n), wrt: x)",
      "symbols n: integer, v: n\ng = derive(sum(v[i]^2, i in 1...n), wrt: v)",
    ])
  func areToldOf(_ text: String) {
    #expect(Answers(text).codes == ["not-differentiable"])
  }
}
