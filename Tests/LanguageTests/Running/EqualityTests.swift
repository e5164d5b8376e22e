import Language
import Testing
import Workings

@Suite("Expressions that are compared at points")
struct EqualityTests {
  @Test(
    "what differs below zero or beyond a kink is not the same",
    arguments: [
      ("max(x, 0.1*x)", "x"), ("abs(x)", "x"), ("relu(x) + 1", "x + 1"), ("-min(2, x)", "-x"),
      ("sqrt(x^2)", "x"),
    ])
  func different(_ left: String, _ right: String) throws {
    #expect(try finding("symbols x\nexpect \(left) == \(right)") == .failed)
  }

  @Test(
    "what is the same wherever both have a value is",
    arguments: [
      ("relu(2 - x) - 2", "-min(2, x)"), ("relu(x) + relu(-x)", "abs(x)"),
      ("log(x^2)", "2*log(x)"), ("sqrt(x)*sqrt(x)", "x"),
      ("(if x >= 0 then max(x, 0.1*x) else min(x, 0.1*x))", "x"),
    ])
  func same(_ left: String, _ right: String) throws {
    #expect(try finding("symbols x\nexpect \(left) == \(right)") == .passed)
  }

  @Test("a fact keeps the points where it holds")
  func facts() throws {
    #expect(try finding("symbols x\nassume x > 0\nexpect abs(x) == x") == .passed)
  }

  private func finding(_ source: String) throws -> Verdict.Finding {
    try #require(Answers(source).result.checks.first).verdict.finding
  }
}
