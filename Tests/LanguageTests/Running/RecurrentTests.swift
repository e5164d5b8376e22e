import Language
import Testing
import Workings

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

  /// PyTorch 1.13: torch.nn.LSTM(2, 2) and GRU(2, 2) with parameters ((7k) mod 11 − 5)/10 in their
  /// order, k = 0, 1, …; the biases of both kinds added up, but for the GRU's candidate.
  private static let x = "x: [[1, -0.5], [0.25, 2], [-1, 0.5]], h0: [0.5, -0.25]"

  @Test("an LSTM is PyTorch's, gate by gate")
  func lstm() throws {
    let answers = Answers(
      """
      run = unroll_lstm(\(Self.x), c0: [0.1, 0.2],
        W_i: [[-0.5, 0.2], [-0.2, 0.5]], U_i: [[-0.3, 0.4], [0, -0.4]], b_i: [-0.1, -0.9],
        W_f: [[0.1, -0.3], [0.4, 0]], U_f: [[0.3, -0.1], [-0.5, 0.2]], b_f: [0.5, -0.3],
        W_g: [[-0.4, 0.3], [-0.1, -0.5]], U_g: [[-0.2, 0.5], [0.1, -0.3]], b_g: [0, 0.3],
        W_o: [[0.2, -0.2], [0.5, 0.1]], U_o: [[0.4, 0], [-0.4, 0.3]], b_o: [-0.5, 0.9])
      h = run["h"]
      c = run.c
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    try expect(
      answers.entries("h"),
      [
        -0.054592020270160746, 0.15117433694067173, 0.07078330787883641, -0.17579449658408394,
        0.11804405646241005, 0.00702660347794171,
      ])
    try expect(answers.entries("c"), [0.39239372704154885, 0.011885786398314044])
  }

  @Test("a GRU that resets behind the product is PyTorch's")
  func gru() throws {
    let answers = Answers(
      """
      run = unroll_gru(\(Self.x), reset: "after",
        W_r: [[-0.5, 0.2], [-0.2, 0.5]], U_r: [[0.2, -0.2], [0.5, 0.1]], b_r: [-0.6, 0.8],
        W_z: [[0.1, -0.3], [0.4, 0]], U_z: [[-0.3, 0.4], [0, -0.4]], b_z: [0, -0.8],
        W_n: [[-0.4, 0.3], [-0.1, -0.5]], U_n: [[0.3, -0.1], [-0.5, 0.2]], b_n: [0.4, 0],
        c_n: [0.2, -0.2])
      h = run["h"]
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    try expect(
      answers.entries("h"),
      [
        0.22362919897453726, -0.2030911868579814, 0.5932225261843902, -0.635924106947271,
        0.7524814578596002, -0.5937046892848006,
      ])
  }

  @Test("weights a step, other activations, and an output from the cell")
  func options() throws {
    let weights = """
      x: [1, 1, 0], W_o: [0.4, 0.3, 0.2], U_o: [0.9, 0.1, 0.3], W_i: [0.9, 0.1, 0.3],
      U_i: [0.1, 0.4, 0.2], W_f: [0.6, 0.2, 0.3], U_f: [0.5, 0.3, 0.2], W_g: [0.5, 0.6, 0.2],
      U_g: [0.2, 0.3, 0.8], candidate: "sigmoid", squash: "sigmoid", weights: "per step",
      W_y: [0.4, 0.2, 0.1], output: "relu"
      """
    let answers = Answers(
      """
      run = unroll_lstm(\(weights))
      h = run["h"]
      y = run["y"]
      other = unroll_lstm(\(weights), output_from: "c")
      z = other.y / other.c
      published run[1].g = 0.4621 from "with tanh"
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    // Catalogue part B, bits-rnn/lstm, worked out with NumPy.
    try expect(
      answers.entries("h"), [0.3645190144103836, 0.38079223350387587, 0.3444303247722877])
    try expect(
      answers.entries("y"), [0.14580760576415344, 0.07615844670077518, 0.03444303247722877])
    // The last weight alone: 0.1·c.
    try expect(answers.entries("z"), [0.1])
    // tanh(0.5) = 0.46212, the candidate under the other convention.
    #expect(answers.result.checks.map(\.verdict.finding) == [.agreesUnderConvention])
  }

  @Test("z chooses the candidate where the call says so")
  func gruUpdate() throws {
    let answers = Answers(
      """
      a = unroll_gru(x: [0], W_r: 1, W_z: 1, W_n: 1, b_z: log(3), h0: 4).h
      b = unroll_gru(x: [0], W_r: 1, W_z: 1, W_n: 1, b_z: log(3), h0: 4, update: "replace").h
      """)
    // σ(log 3) = 3/4 and the candidate is 0: z·4 = 3, and (1 − z)·4 = 1.
    try expect(answers.entries("a"), [3])
    try expect(answers.entries("b"), [1])
  }

  private func expect(_ entries: [Double], _ facts: [Double]) {
    #expect(entries.count == facts.count)
    for (entry, fact) in zip(entries, facts) { #expect(abs(entry - fact) < 1e-12) }
  }
}
