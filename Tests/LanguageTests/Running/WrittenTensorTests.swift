import Language
import Testing
import Workings

/// Worked out by hand; the sums stand in Knuth, The Art of Computer Programming, section 1.2.11.2.
@Suite("Expressions of several entries, sums and products")
struct WrittenTensorTests {
  static let facts = [
    ("[x, 1] + 1", "[x + 1, 2]"), ("sum([x, 3])", "x + 3"), ("norm([x, 3])", "sqrt(x^2 + 9)"),
    ("[[1, 2], [3, 4]] @ [x, y]", "[x + 2*y, 3*x + 4*y]"), ("[x, y].T", "[[x, y]]"),
    ("trace([[x, y], [1, 2]])", "x + 2"), ("max([x, y])", "max(x, y)"),
    ("inverse([[x, 0], [0, y]])", "[[1/x, 0], [0, 1/y]]"), ("concat([x], [y, 1])", "[x, y, 1]"),
    ("diag([x, y])", "[[x, 0], [0, y]]"), ("[[x, 1], [y, 2]][2, 1]", "y"),
    ("mse([x, y], [1, 2])", "1/2*((x - 1)^2 + (y - 2)^2)"),
    // A symbolic matrix stays whole.
    ("W @ [x, y]", "W @ [x, y]"),
    ("factor(x^2 - y^2)", "(x - y)*(x + y)"), ("factor(x^3 - 1)", "(x^2 + x + 1)*(x - 1)"),
    ("factor(2*x^2 + 5*x*y + 2*y^2)", "(2*x + y)*(x + 2*y)"),
    ("factor(x*y - 2*x + 3*y - 6)", "(y - 2)*(x + 3)"), ("factor(x^2 + 1)", "x^2 + 1"),
    ("factor(6*x^2 - 12*x + 6)", "6*(x - 1)^2"), ("expand((x - 1)^2)", "x^2 - 2*x + 1"),
    ("sum(j, j in 1...n)", "n*(n + 1)/2"), ("sum(j^2, j in 1...n)", "n*(2*n + 1)*(n + 1)/6"),
    ("sum(j^3, j in 1...n)", "n^2*(n + 1)^2/4"), ("sum(x, j in 1...n)", "n*x"),
    ("sum(x^j, j in 0...n)", "sum(x^j, j in 0...n)"),
  ]

  @Test("are written as one would", arguments: facts)
  func written(_ source: String, _ result: String) {
    let found = Fact("symbols x, y, W: 2×2, n: integer\n" + source, result).found()
    let isSame =
      Answers("symbols x, y, W: 2×2, n: integer\nexpect \(source) == \(result)")
      .result.checks.first?.verdict.finding == .passed
    // Factors and terms may stand in another order.
    #expect(found == result || (found.count == result.count && isSame), "\(found)")
  }

  @Test("of a closed sum hold for every number put in", arguments: 1...6)
  func closedSums(_ n: Int) throws {
    let answers = Answers(
      """
      symbols n: integer, a
      s = sum(a*j^4 - j^2 + 3*j, j in 0...n)
      t = evaluate(s, n: \(n), a: 2)
      """)
    let direct = (0...n).reduce(0) { $0 + 2 * $1 * $1 * $1 * $1 - $1 * $1 + 3 * $1 }
    #expect(try answers.exact("t") == "\(direct)")
  }
}
