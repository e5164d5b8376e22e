import Language
import Testing

/// What is too long to be written in another form stays as it is, is right, and is said to be so.
@Suite("Simplifying that is given up")
struct GivenUpTests {
  private func steps(_ answers: Answers) -> String {
    "\(answers.result.outputs.map(\.steps))"
  }

  @Test("leaves the expression and says it")
  func expanding() throws {
    let answers = Answers(
      "symbols x, y, z, u, v\ne = expand((x + y + z + u + v)^60)\ne\n"
        + "n = evaluate(e, x: 1, y: 1, z: 1, u: 1, v: -2)")
    #expect(answers.codes.isEmpty)
    #expect(try answers.expression("e") == "(x + y + z + u + v)^60")
    #expect(steps(answers).contains("is left as it is"))
    #expect(try answers.exact("n") == "1152921504606846976")
    #expect(!steps(Answers("symbols x\nexpand((x + 1)^3)")).contains("is left as it is"))
  }

  @Test("leaves a derivative as the rules give it, and it is right")
  func differentiating() throws {
    let rows = (0..<50).map { row in
      let terms = (1...50).map { "sin(\(50 * row + $0)*x + y)*y" }
      return "(" + terms.joined(separator: " + ") + ")"
    }
    let answers = Answers(
      """
      symbols x, y
      f = \(rows.joined(separator: " + "))
      g = derive(f, wrt: x)
      g
      v = evaluate(g, x: 0.5, y: -0.25)
      a = evaluate(f, x: 0.5 + 1e-7, y: -0.25)
      b = evaluate(f, x: 0.5 - 1e-7, y: -0.25)
      """)
    #expect(answers.codes.isEmpty)
    let (v, difference) = (
      try answers.number("v"), (try answers.number("a") - answers.number("b")) / 2e-7
    )
    #expect(abs(v - difference) <= 1e-5 * abs(v))
    #expect(steps(answers).contains("Left as the rules give it"))
  }
}
