import Algebra
import Language
import Testing
import Workings

@Suite("Convolving and pooling by hand")
struct WindowTests {
  @Test("values are those of direct sums", arguments: WindowFacts.all)
  func values(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "symbols stay symbols, entry by entry",
    arguments: [
      Fact("symbols a, b; convolve([1, 2, 3], [a, b])[2]", "2*a + 3*b"),
      Fact("symbols a, b; c = convolve([1, 2, 3], [a, b]); c[2]", "2*a + 3*b"),
      Fact("symbols a, b; derive(convolve([1, 2, 3], [a, b])[2], wrt: b)", "3"),
      Fact("symbols a; pool([a, 2*a, 3*a, a], 2, kind: \"average\")[1]", "3/2*a"),
      Fact("symbols a; shape(convolve_transpose([1, 2], [a, 1]))", "[3]"),
    ])
  func symbols(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test(
    "gradients agree with central differences",
    arguments: [
      "convolve(x, K)", "convolve(x, K, stride: 2, padding: 1)",
      "convolve(x, K, dilation: 2, flip: true, bias: 1/2)", "convolve_transpose(x, K, stride: 2)",
      "pool(x*x, 2, kind: \"average\", stride: 1, padding: 1, count_padding: false) * K[1, 1]",
      "pool(x*x, 2, stride: 1) * K[2, 1]",
      "pool(convolve(x, K), 2, padding: 1, padding_value: 0)",
    ])
  func gradients(_ formula: String) {
    let start = """
      x = [[1.5, -2, 0.25], [3, 1.25, -1], [0.5, 2, 4]]
      K = [[1, -0.5], [2, 0.75]]

      """
    let loss = "sum((\(formula))^2)"
    let slope = Fact(start + "L = \(loss)\nderive(L, wrt: K)", "").numbers()
    let slopeByInput = Fact(start + "L = \(loss)\nderive(L, wrt: x)", "").numbers()
    #expect(slope.count == 4)
    #expect(slopeByInput.count == 9)
    for position in slope.indices {
      #expect(isClose(slope[position], difference(start, loss, "K", position, 2)))
    }
    for position in slopeByInput.indices {
      #expect(isClose(slopeByInput[position], difference(start, loss, "x", position, 3)))
    }
  }

  /// (L(+h) − L(−h))/2h, exact but for the end, with h = 1/1000 added to one entry of `name`.
  private func difference(
    _ start: String, _ loss: String, _ name: String, _ position: Int, _ width: Int
  ) -> Double {
    let columns = (0..<width).map { column in column == position % width ? "1" : "0" }
    let rows = (0..<width).map { row in row == position / width ? "1" : "0" }
    let mask = "outer([\(rows.joined(separator: ", "))], [\(columns.joined(separator: ", "))])"
    let values = ["+", "-"].map { sign in
      let other = name == "x" ? "K" : "x"
      let moved = "\(name)2 = \(name) \(sign) 1/1000*\(mask)\n\(other)2 = \(other)\n"
      let formula = loss.replacing("x*x", with: "x2*x2").replacing("(x,", with: "(x2,")
        .replacing("K[", with: "K2[").replacing(", K", with: ", K2").replacing("K22", with: "K2")
      return Fact(start + moved + formula, "").numbers().first ?? .nan
    }
    return (values[0] - values[1]) / (2 * 0.001)
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-4 * max(1, abs(a), abs(b))
  }

  @Test(
    "what cannot be is said with its sizes",
    arguments: [
      Fact(
        "convolve([[1, 2], [3, 4]], [[1, 0, 1], [0, 1, 0], [1, 0, 1]])",
        "the kernel of 'convolve' (3×3) reaches over 3 entries and does not fit on the input (2×2)"),
      Fact(
        "convolve([[[1, 2]], [[3, 4]]], [[[1]], [[1]], [[1]]])",
        "the kernel has 3 channels and the input 2: the shapes do not fit"),
      Fact(
        "convolve([[1, 2]], [1])", "the shape 1 is no kernel for an input of the shape 1×2"),
      Fact(
        "convolve([1, 2], [1], stride: 0)",
        "'stride' of 'convolve' is a whole number from 1 on, not 0"),
      Fact(
        "convolve([1, 2], [1], bias: [1, 2])", "the bias has the shape 2, and there is 1 kernel"),
      Fact(
        "symbols n: integer, x: n; convolve(x, [1])",
        "'convolve' needs known sizes, and those of 'x' are symbols"),
      Fact("pool([1, 2], 2, padding: 2)", "a padding of 2 is more than half of the window of 2"),
      Fact(
        "pool([1, 2], 2, padding_value: \"zero\", padding: 1)",
        "'padding_value' is \"-inf\" or a number, not a text"),
      Fact(
        "convolve(zeros(300, 300), zeros(3, 3))",
        "'convolve' would need 799236 products by hand, and the limit is 40000"),
    ])
  func mistakes(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test("the working shows the products of every window")
  func working() {
    let run = Run()
    let block = run.execute("convolve([1, 2, 3], [4, 5])")
    let chains = block.outputs.first?.steps.compactMap { step -> [[Link]]? in
      if case .aligned(let chains) = step { return chains }
      return nil
    }
    let products = chains?.last?.map { NodeText(run.graph).text(of: $0[1].node) }
    #expect(products == ["1*4 + 2*5", "2*4 + 3*5"])
  }

  @Test("a vector of gamma and beta has one entry a feature, over whatever the means are taken")
  func scaledFeatures() throws {
    let answers = Answers(
      """
      x = [[0, 2, 4], [1, 1, 4]]
      y = batch_normalize(x, gamma: [1, 2, 3], beta: [0, 0, 1], eps: 0, over: "features")
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    // Rows (−2, 0, 2)/√(8/3) and (−1, −1, 2)/√2, then ·γ + β.
    let (a, b) = ((8.0 / 3).squareRoot(), 2.0.squareRoot())
    let facts = [-2 / a, 0, 6 / a + 1, -1 / b, -2 / b, 6 / b + 1]
    for (entry, fact) in zip(try answers.entries("y"), facts) { #expect(abs(entry - fact) < 1e-12) }
  }

  @Test("attention is differentiated through the field of its record")
  func attentionGradient() throws {
    let answers = Answers(
      """
      Q = [[1, -0.5], [0, 2]]
      K = [[0.5, 1], [-1, 0.25]]
      V = [[1, 2], [3, -1]]
      seen = scaled_dot_attention(Q, K, V)
      loss = sum(seen.output^2)
      g = derive(loss, wrt: Q)
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    // PyTorch 1.13 autograd, float64.
    let facts = [
      -0.01948627423001113, -0.009743137115005561, 0.26609870133569, 0.13304935066784512,
    ]
    for (entry, fact) in zip(try answers.entries("g"), facts) { #expect(abs(entry - fact) < 1e-12) }
  }
}
