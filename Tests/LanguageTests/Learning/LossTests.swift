import Language
import Testing

/// Made with torch 1.13.0 in float64: F.cross_entropy, F.nll_loss, torch.linalg.vector_norm,
/// torch.var, torch.linalg.svdvals; the entropies by numpy 2.4.
@Suite("Losses and reductions against PyTorch")
struct LossTests {
  static let facts: [(String, [Double])] = [
    ("softmax_cross_entropy([2, 1, 0.1], 1)", [0.4170300162778335]),
    ("softmax_cross_entropy([2, 1, 0.1], 0, first_label: 0)", [0.4170300162778335]),
    ("softmax_cross_entropy([[2, 1], [0, 3]], [1, 2])", [0.1809245195459824]),
    ("softmax_cross_entropy([[2, 1], [0, 3]], [1, 2], reduction: \"sum\")", [0.3618490390919648]),
    ("cross_entropy([[0.7, 0.3], [0.4, 0.6]], [1, 2])", [0.43375028385236153]),
    ("norm([1, 2], p: 1.5)", [2.4472608147714756]), ("norm([1, -2, 3], p: \"inf\")", [3]),
    ("variance([1, 2, 4, 4])", [1.6875]), ("variance([1, 2, 4, 4], sample: true)", [2.25]),
    ("log([0, 1], log0: -100)", [-100, 0]), ("one_hot([1, 3], 3)[2]", [0, 0, 1]),
    ("diag([[1, 2], [3, 4]])", [1, 4]), ("kl([1, 0], [0.5, 0.5])", [0.6931471805599453]),
    ("kl([0.5, 0.5], [1, 0], log0: -100)", [49.30685281944005]),
    ("svd([[4, 0], [3, -5]]).S", [6.324555320336759, 3.1622776601683795]),
    (
      "z = [2, 1, 0.1]\nderive(softmax_cross_entropy(z, 2), wrt: z)",
      [0.6590011388859679, -0.7575670292952861, 0.09856589040931818]
    ),
  ]

  @Test("agree", arguments: facts)
  func agree(_ source: String, _ expected: [Double]) {
    let found = Fact(source, "").numbers()
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), "\(found)") }
  }

  @Test(
    "of a singular value decomposition multiply to the matrix",
    arguments: ["[[3, 0], [0, 4]]", "[[1, 2], [2, 4], [3, 6]]", "[[3, 4], [0, 0]]", "[[1, 2, 3]]"])
  func putBack(_ matrix: String) throws {
    let answers = Answers(
      """
      A = \(matrix)
      s = svd(A)
      B = s.U @ diag(s.S) @ s.V.T
      I = s.U.T @ s.U
      J = s.V.T @ s.V
      A
      """)
    let (a, b) = (try answers.entries("A"), try answers.entries("B"))
    #expect(zip(a, b).allSatisfy { abs($0 - $1) <= 1e-12 })
    for name in ["I", "J"] {
      let entries = try answers.entries(name)
      let n = Int(Double(entries.count).squareRoot())
      for (place, entry) in entries.enumerated() {
        #expect(abs(entry - (place / n == place % n ? 1 : 0)) <= 1e-12)
      }
    }
  }

  @Test("are exact where every part is a fraction")
  func exact() throws {
    #expect(Fact("s = svd([[3, 4], [0, 0]])\ns.V", "").found() == "[[3/5, -4/5], [4/5, 3/5]]")
    #expect(Fact("s = svd([[0, 2], [1, 0]])\ns.S", "").found() == "[2, 1]")
  }
}
