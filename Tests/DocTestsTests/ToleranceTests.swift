import Testing

@testable import DocTests

/// Slack in comparing, and what it never forgives.
@Suite("Tolerance")
struct ToleranceTests {
  /// Whether a block passes after its text was changed behind the update.
  static func passes(_ options: String, _ block: String, _ old: String, _ new: String) -> Bool {
    let text = UpdateTests.updated("```dl {\(options)}\n\(block)\n```\n")
    return DriftTests.test(text.replacingFirst(old, with: new)).hasPassed
  }

  @Test("a double may be off by the slack, and only where there is one")
  func forgivesDoubles() {
    let block = "x = tanh(0.5)\nx"
    // tanh′(0.5) ≈ 0.79, so the value moves by 8e-7.
    #expect(Self.passes("digits=12 tolerance=1e-6", block, "0.5)", "0.500001)") == false)
    #expect(
      Self.passes("digits=12 tolerance=1e-6", "x = tanh(sqrt(2))\nx", "sqrt(2)", "sqrt(2.000001)")
        == false)
    let hidden = "a = 0.5\nx = tanh(a)\nb = x + 0\ntable(b*k, k in [1, 2])"
    #expect(Self.passes("digits=12", hidden, "a = 0.5", "a = 0.500001") == false)
    #expect(Self.passes("digits=12 tolerance=1e-6", hidden, "a = 0.5", "a = 0.5000001"))
    #expect(Self.passes("digits=12 tolerance=1e-6", hidden, "a = 0.5", "a = 0.50001") == false)
    #expect(Self.passes("digits=12 tolerance=1e-4", hidden, "a = 0.5", "a = 0.50001"))
  }

  @Test("what storing rounded away is no drift: values on both sides of a half")
  func forgivesStraddling() {
    // tanh(a) = 0.46205 exactly in the middle: a = artanh(0.46205).
    let block = "a = 0.49991\nb = tanh(a)\ntable(b*k, k in [1])"
    let stored = UpdateTests.updated("```dl {tolerance=1e-6}\n\(block)\n```\n")
    #expect(stored.contains("| 0.4620 |") || stored.contains("0.4620"))
    #expect(Self.passes("tolerance=1e-6", block, "0.49991", "0.4999100001"))
  }

  static let never: [(String, String, String)] = [
    ("x = 0.5\nx", "0.5", "0.50000001"), ("x = 1/3\ny = x + 1/7\ny", "1/7", "1/7 + 1/10^9"),
    ("x = tanh(0.00001)\ntable(x*k, k in [1])", "0.00001", "-0.00001"),
    ("x = tanh(0.3)\ntable(x*k, k in [1, 2])", "[1, 2]", "[1, 2, 2]"),
    ("x = tanh(0.3)\nshow w = [x, x]", "[x, x]", "[x, x, x]"),
    ("x = 2\ntable(x^2*k, k in [1])", "x = 2", "x = 3"),
    ("a = 3\npublished a = 3 from \"key\"", "a = 3\n", "a = 4\n"),
    ("\"one\"", "one", "two"),
  ]

  @Test(
    "exact numbers, signs, rows, shapes, words and verdicts are never forgiven", arguments: never)
  func neverForgives(_ block: String, _ old: String, _ new: String) {
    #expect(!Self.passes("tolerance=1000 digits=12", block, old, new))
  }

  @Test("a forgiven number is not told among those that are not")
  func tellsOnlyDrifts() throws {
    let block = "a = 0.5\nx = tanh(a)\ny = 100000*x\ntable([x*k, y*k], k in [1])"
    let text = UpdateTests.updated("```dl {digits=12 tolerance=1e-4}\n\(block)\n```\n")
    let entry = DriftTests.test(text.replacingFirst("a = 0.5\n", with: "a = 0.500001\n")).entries[0]
    #expect(entry.status == .passed || entry.drift?.values.count == 1)
  }

  @Test("numbers and words come apart and together again")
  func tokens() {
    let text = "| −1.50 | $2.718 \\times 10^{-20}$ | (1, 2.) |\n"
    let tokens = NumberTokens(text)
    #expect(tokens.numbers == ["1.50", "2.718", "10", "20", "1", "2"])
    #expect(tokens.text == text && tokens.powerOfTen(behind: 1) == "e-20")
  }
}
