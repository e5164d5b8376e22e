import Language
import Testing

@Suite("Optimizers")
struct OptimizerTests {
  /// PyTorch's documented algorithm (release 2.1, NAdam) in double precision, three steps; PyTorch
  /// 1.13 itself multiplies one μ too many into the second correction.
  @Test("Nadam takes PyTorch's schedule of the momentum")
  func nadam() throws {
    let answers = Answers(
      """
      w = [1, -2]
      run = nadam(sum(w^4)/4 + w[1]*w[2], wrt: w, eta: 0.1, steps: 3)
      last = run.w
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let last = try answers.entries("last")
    #expect(abs(last[0] - 1.195121092233328) < 1e-12)
    #expect(abs(last[1] + 1.7610458155909625) < 1e-12)
  }

  @Test("Nadam with a constant momentum is Dozat's simple form")
  func classicalNadam() throws {
    let answers = Answers(
      "w = 1; run = nadam(3*w, wrt: w, eta: 0.1, form: \"classical\", eps: 0); last = run.w")
    // With g = 3: m = 0.3, and 3·(1 − 0.9)/(1 − 0.9) + 0.9·0.3/(1 − 0.9²) = 3 + 27/19, over √v̂ = 3.
    #expect(abs(try answers.number("last") - (1 - 0.1 * (3 + 27.0 / 19) / 3)) < 1e-12)
  }

  @Test(
    "where a maximum ties, the call says who moves",
    arguments: [
      ("first", ["0", "1"]), ("last", ["1", "0"]), ("split", ["1/2", "1/2"]),
    ])
  func ties(_ rule: String, _ after: [String]) throws {
    let answers = Answers(
      """
      a = 1
      b = 1
      run = sgd(max(a, b), wrt: [a, b], eta: 1, ties: "\(rule)")
      left = run.a
      right = run.b
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect([try answers.exact("left"), try answers.exact("right")] == after)
  }
}
