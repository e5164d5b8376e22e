import Language
import Testing
import Workings

/// Expected values are worked out by hand from the rules of the language.
@Suite("Conditions, slices and ranges")
struct ConditionTests {
  static let facts = [
    // Within an `if` everything goes entry by entry, equality too.
    Fact("x = [1, 2, 3]\nif x == [1, 5, 3] then 1 else 0", "[1, 0, 1]"),
    Fact("x = [1, 2, 3]\nif x != 2 then x else 0", "[1, 0, 3]"),
    Fact("x = [1, 2, 3]\nif 1 < x <= 3 then 1 else 0", "[0, 1, 1]"),
    Fact("x = [1, 2, 3]\nif x < 2 or x > 2 then x else 0", "[1, 0, 3]"),
    Fact("x = [1, 2, 3]\nif not (x > 1) and x > 0 then 1 else 0", "[1, 0, 0]"),
    Fact("M = [[1, -1], [0, 2]]\nif M > 0 then M else 0", "[[1, 0], [0, 2]]"),
    Fact("x = [0, 1, 2]\nif x == 0 then 9 else 1/x", "[9, 1, 1/2]"),
    Fact(
      "x = [1, 2]\nif x == [1, 2] then \"same\" else \"other\"",
      "'x == [1, 2]' is a condition for each entry, and '\"same\"' is a text"),
    // Outside of it `==` compares whole.
    Fact("[1, 2] == [1, 3]", "false"),
    Fact("[1, 2] != [1, 3]", "true"),
    Fact("x = 2\n0 < x < 3 == 3", "true"),
    // Ranges among positions.
    Fact("M = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nM[1...2, 2]", "[2, 5]"),
    Fact("M = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nM[2...3, 2...3]", "[[5, 6], [8, 9]]"),
    Fact("M = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nM[2, 2...3]", "[5, 6]"),
    Fact("T = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]\nT[1...2, 2, 1]", "[3, 7]"),
    Fact("T = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]\nT[2, 1...2, 2]", "[6, 8]"),
    Fact(
      "x = [1, 2, 3]\nx[2...1]", "the range 2...1 holds no position: 'x' has the positions 1...3"),
    Fact("x = [1, 2, 3]\nx[0...1]", "the index 0 is out of range: 'x' has the positions 1...3"),
    Fact("x = [1, 2, 3]\nx[1, 2]", "'x' has one axis, and 2 positions are given"),
    // Names that run through what a name stands for.
    Fact("v = [1, 2, 3]\nsum(x^2, x in v)", "14"),
    Fact("M = [[1, 2], [3, 4]]\n[sum(row), row in M]", "[3, 7]"),
    Fact("r = 1...4\nproduct(j, j in r)", "24"),
    Fact("data = [1 -> 2, 3 -> 4]\nsum(s.x*s.y, s in data)", "14"),
    // Functions are values.
    Fact("f(x) = x^2\nh = f\nh(3)", "9"),
    Fact("f(x) = x^2\ntwice(g, x) = g(g(x))\ntwice(f, 3)", "81"),
    Fact("f(x) = x^2\n3 |> f", "9"),
    Fact("[3, 4] |> norm(p: 1)", "7"),
    Fact("input(3) |> dense(4) |> params", "16"),
  ]

  @Test("are worked out entry by entry where they must", arguments: facts)
  func values(_ fact: Fact) {
    #expect(fact.found() == fact.result)
  }

  @Test("of checks hold where every entry does")
  func checks() {
    let answers = Answers(
      "x = [1, 2, 3]\nexpect x > 0\nexpect 0 < x < 4\nexpect x > 1\nexpect x == [1, 2, 3]")
    #expect(answers.result.checks.map(\.verdict.finding) == [.passed, .passed, .failed, .passed])
    #expect(answers.codes == [])
  }
}
