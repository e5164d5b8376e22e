import Language
import Source
import Testing

@Suite("Mistakes of one run")
struct MistakeTests {
  static let cases: [(String, [String])] = [
    // The first mistake of a statement hides no other unknown name.
    ("q = sigmodi(2)\nz = q + unknwn", ["unknown-name", "unknown-name"]),
    ("c = [1, 2] + [1, 2, 3] + foo", ["shape-mismatch", "unknown-name"]),
    // A symbol that cannot be declared takes nothing else down with it.
    ("symbols x, v: n, H: integer\na = x + H\nb = v + 1", ["unknown-name"]),
    ("k = {a: 1, a: 2}", ["given-twice"]),
    ("p(x, x) = x", ["given-twice"]),
    ("y = clamp(1, 2, low: 3)", ["given-twice"]),
    ("w = 1\nz = sgd(w^2, wrt: w, eta: 1, eta: 2)", ["given-twice"]),
    ("a = exp(1000)", ["beyond-doubles"]),
    ("a = exp(1000) - exp(1000)", ["beyond-doubles"]),
    ("a = 1/exp(1000)", []),
    ("w = 1\nrun = sgd(w^4, wrt: w, eta: 10, steps: 9)\na = run.loss", []),
    ("x = 1\nexpect x", ["wrong-type"]),
    ("x = 1\nexpect x within 0.1", ["misplaced"]),
    ("x = 1\nexpect x ≈ 1 within -1", ["wrong-type"]),
    ("expect [1, 2] ≈ 1", ["wrong-type"]),
    ("a = sigmoid", ["wrong-type"]),
    ("a = bce(1.5, 1, log0: -9)", ["log-of-negative"]),
    ("a = softmax_cross_entropy([2, 1], 3)", ["index-out-of-range"]),
    ("a = cross_entropy([0.5, 0.5], 0.5)", ["wrong-type"]),
    ("a = kl([0.5, 0.5], [1, 0])", ["log-of-zero"]),
    ("a = information_gain([9, 5], [[6, 2], [3, 4]])", ["no-distribution"]),
    ("a = [[1, 2], [3, 4]] - [1, 2]", ["vector-on-square-matrix"]),
    ("a = [[1, 2, 3], [3, 4, 5]] + [1, 2]", []),
  ]

  @Test("are all told, once each", arguments: cases)
  func areTold(_ text: String, _ codes: [String]) {
    #expect(Answers(text).codes == codes)
  }

  static let hints = [
    ("a = ln(2)", "write log(x), the natural logarithm"), ("a = np.exp(1)", "write exp(…)"),
    ("a = np.pi", "leave 'np.' out; everything is there"),
    ("a = sigmoid", "call it, as in sigmoid(x)"),
    ("svm_loss([3, 5], 0)", "write first_label: 0 if classes count from 0"),
    (
      "b = [1, 2]\na = [[1, 2], [3, 4]] + b",
      "write outer(ones(2), b) in its place to have it in every row"
    ),
    (
      "b = [1, 2, 3]\na = [[1, 2, 3], [3, 4, 5]] + b",
      "a vector goes to every column; write outer(ones(m), b) to have it in every row"
    ),
    ("a = [1, 2] @ [3, 4]", "write dot(a, b) for the inner product"),
  ]

  @Test("come with a way out", arguments: hints)
  func hint(_ text: String, _ hint: String) {
    #expect(Answers(text).result.diagnostics.last?.hint == hint)
  }

  @Test("of shapes name the operands and their shapes")
  func nameOperands() throws {
    let diagnostics = Answers("W = [[1, 2, 3], [4, 5, 6]]\nx = [1, 2]\ny = W @ x").result
      .diagnostics
    #expect(
      diagnostics.first?.message.text
        == "cannot multiply 'W' (2×3) by 'x' (2): the inner sizes differ")
  }
}

@Suite("Places of numbers written several times")
struct RepeatedNumberTests {
  /// The column is that of the number at fault, counted by hand.
  @Test(
    "a message points at the number that is wrong, not at the first like it",
    arguments: [
      ("pool([[0, 1], [2, 7]], 2, stride: 0)", 35), ("[0, 0, 0][0]", 11),
      ("convolve([-1, 1, 2, 3], [1, 0], padding: -1)", 42), ("zeros(2, 3)[3, 1]", 13),
      ("round(0.5, places: 0.5)", 20), ("linspace(0, 1, 1)", 16),
      ("binomial(3, -1) + binomial(-1, 3)", 28), ("pool([[1, 2], [3, 4]], 2, padding: 2)", 36),
    ])
  func places(_ source: String, _ column: Int) throws {
    let diagnostic = try #require(Run().execute(source).diagnostics.first)
    #expect(SourceText(name: "text", source).position(at: diagnostic.span.start).column == column)
  }
}
