import Language
import Testing

/// Facts worked out by hand and with NumPy 2.4.
@Suite("Unrolled recurrent cells")
struct RecurrentTests {
  @Test("a cell with matrices: h = tanh(W_x x + W_h h + b), y = sigmoid(W_y h + b_y)")
  func matrices() throws {
    let answers = Answers(
      """
      W = [[0.2, 0.2], [0.2, 0.2]]
      run = unroll_rnn(x: [[0.5, 0.6]], W_x: W, W_h: W, b: [0.2, 0.2], h0: [0.3, 0.4],
                       W_y: [[0.2, 0.2]], b_y: [0.2], output: "sigmoid")
      h = run.h
      y = run.y
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    for entry in try answers.entries("h") { #expect(abs(entry - 0.5079774328978962) < 1e-15) }
    #expect(abs(try answers.entries("y")[0] - 0.5994540836987804) < 1e-15)
  }

  @Test("weights may be vectors that act entry by entry, or differ from step to step")
  func otherWeights() throws {
    let answers = Answers(
      """
      a = unroll_rnn(x: [1, 2], W_x: [3, 4], W_h: [1, 2], b: [0, 0], h0: [0, 0],
                     activation: "identity", weights: "elementwise")
      b = unroll_rnn(x: [1, 2], W_x: [3, 5], W_h: [1, 2], b: [0, 1], h0: 0,
                     activation: "identity", weights: "per step")
      u = a.h
      v = b["h"]
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    // Entry by entry: 3·2 + 1·(3·1) = 9 and 4·2 + 2·(4·1) = 16.
    #expect(try answers.entries("u") == [9, 16])
    // Step by step: 3·1 = 3, then 5·2 + 2·3 + 1 = 17.
    #expect(try answers.entries("v") == [3, 17])
  }

  @Test("weights that do not fit the steps are refused with their number")
  func wrongCount() {
    let answers = Answers(
      "a = unroll_rnn(x: [1, 2], W_x: [3, 5, 6], W_h: 1, h0: 0, weights: \"per step\")")
    #expect(answers.codes == ["wrong-shape"] || answers.codes == ["wrong-type"])
  }
}
