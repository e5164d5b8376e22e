import Source
import Testing

@testable import Language

@Suite("Printing")
struct PrinterTests {
  @Test(
    "writes expressions as an author would",
    arguments: [
      "w*x + b", "-2^-1", "(-2)^2", "2 - -3", "a/(b*c)", "x1^2*x2 - y", "W.T @ x · y",
      "if a < b <= c then 1 else if d then 2 else 3", "not (a and b) or c", "2*1...n - 1",
      "sgd(loss, wrt: [w, b], eta: 0.1)", "plot([f(x), 2.5], x in -3...3, log_y: true)",
      "run[1].w_1", "net[\"conv1\"]", "[j^2, j in 1...6]", "(1, 1, 0) -> -1", "(1,)", "{m: \"s\"}",
      "input(3, 32, 32) |> conv(8, 3) |> relu", "((a))",
    ])
  func writesExpressions(_ text: String) {
    #expect(Parser.parseExpression(text).expression.map { Printer.text(of: $0) } == text)
  }

  @Test("writes statements on one line each")
  func writesStatements() {
    let text = """
      q as "\\hat{q}" = sigmoid(z)
      f(x, y) = x - y
      symbols x, W: 3×n, H: integer, R(x), v as "v": (n + 1)
      assume p > 0
      show z = 1, f(x)
      expect a ≈ b within 0.1
      published a = 2 from "key, 4(a)"
      z

      """
    #expect(Printer.text(of: Parser.parse(text).program) == text)
    #expect(Printer.text(of: Parser.parse("a = 1; b = ; c").program) == "a = 1\nc\n")
  }

  @Test("adds just the brackets that a tree needs", arguments: 0..<200)
  func printsRandomPrograms(_ seed: UInt64) {
    var trees = RandomTrees(seed: seed)
    let program = trees.program()
    let text = Printer.text(of: program)
    let (parsed, diagnostics) = Parser.parse(text)
    #expect(diagnostics.isEmpty, "\(text)")
    #expect(withoutBrackets(parsed) == withoutBrackets(program), "\(text)")
    // What was parsed has all its brackets, so it comes back as it is.
    #expect(Printer.text(of: parsed) == text)
    #expect(Outline.of(Parser.parse(Printer.text(of: parsed)).program) == Outline.of(parsed))
  }

  private func withoutBrackets(_ program: Program) -> String {
    Outline(keepsBrackets: false).of(program)
  }
}
