import Source
import Testing

@testable import Language

/// A text with the line, the column in characters and the code of each problem.
struct Slip: CustomTestStringConvertible {
  let text: String
  let problems: [String]
  let hint: String?

  init(_ text: String, _ problems: String..., hint: String? = nil) {
    self.text = text
    self.problems = problems
    self.hint = hint
  }

  var testDescription: String { text }
}

@Suite("Syntax errors")
struct SyntaxErrorTests {
  private static let brackets = [
    Slip("a = (1 + 2))", "1:12 stray-bracket"),
    Slip("a = ]", "1:5 stray-bracket"),
    Slip(")", "1:1 stray-bracket"),
    Slip("x = [1, 2, 3\ny = 4", "1:5 unclosed-bracket", hint: "close it with ']'"),
    Slip("x = [1, 2,\ny = 4", "1:5 unclosed-bracket"),
    Slip("x = [1, 2, 3\ny", "1:5 unclosed-bracket"),
    Slip("x = f(1; y = 2", "1:6 unclosed-bracket"),
    Slip("x = [1,\n  2\n  3\ny = 4\nz = (5", "1:5 unclosed-bracket", "5:5 unclosed-bracket"),
    Slip("a = (1 + 2]\nb = 2", "1:5 unclosed-bracket"),
    Slip("a = f([1, 2)\nb = 2", "1:7 unclosed-bracket"),
    Slip("a = [1 2]", "1:8 unexpected-token", hint: "','"),
    Slip("a = f(x = 3", "1:6 unclosed-bracket"),
    Slip("a = ()", "1:6 missing-operand"),
    Slip("a = [1,,2]", "1:8 missing-operand"),
    Slip("a = x[]", "1:7 missing-operand"),
    Slip("M = [1, 2; 3, 4]", "1:10 unexpected-token", hint: "[[1, 2], [3, 4]]"),
  ]

  private static let operands = [
    Slip("a = 3 *", "1:7 missing-operand"),
    Slip("a = 3 *\nb = 4", "1:7 missing-operand"),
    Slip("a = 1\n  + 2", "2:3 missing-operand", hint: "end the line before with the '+'"),
    Slip("a = 1\nthen = 2\nb", "2:1 keyword-as-name"),
    Slip("a =", "1:3 missing-operand"),
    Slip("a = (3 + )", "1:8 missing-operand"),
    Slip("a = 3 * / 4", "1:7 missing-operand"),
    Slip("expect a ≈ within 0.1", "1:10 missing-operand"),
    Slip("a = if then 2 else 3", "1:8 missing-operand"),
    Slip("a = if 1 > 0 then 2", "1:5 missing-else"),
    Slip("a = if 1 > 0\nb = 2", "1:5 missing-then"),
    Slip("a = 1...2...3", "1:10 chained-operator"),
    Slip("a = 1 + if b then 2 else 3", "1:9 unexpected-token", hint: "in brackets"),
    Slip("|> relu", "1:1 missing-operand"),
    Slip("show", "1:1 unexpected-end"),
    Slip("published a = 1", "1:15 missing-source", hint: "from"),
    Slip("published a from \"key\"", "1:13 unexpected-token"),
    Slip("q as x = 1", "1:6 unexpected-token"),
    Slip("symbols W: \"3\"", "1:12 unexpected-token"),
    Slip("symbols W: 3x4y", "1:13 unexpected-token"),
    Slip("symbols W: (3, 4)", "1:12 unexpected-token", hint: "×"),
    Slip("f(2) = 3", "1:3 unexpected-token"),
    Slip("a b", "1:3 unexpected-token"),
  ]

  private static let words = [
    Slip("then = 3", "1:1 keyword-as-name"),
    Slip("x = 1; show = 3", "1:8 keyword-as-name"),
    Slip("true = 3", "1:1 keyword-as-name"),
    Slip("show in = 3", "1:6 keyword-as-name"),
    Slip("f(x, or) = 3", "1:6 keyword-as-name"),
    Slip("symbols x, from", "1:12 keyword-as-name"),
    Slip("x = from + 1", "1:5 keyword-as-name"),
    Slip("p = plot(1, if in 0...1)", "1:13 keyword-as-name"),
  ]

  private static let characters = [
    Slip("a = 1\nb = \"never closed", "2:5 unterminated-text"),
    Slip("b = \"never\nc = 1", "1:5 unterminated-text"),
    Slip("f(\"never)\nc = \"", "1:3 unterminated-text", "2:5 unterminated-text"),
    Slip("a = 3 $ 4 $ 5", "1:7 unexpected-character"),
    Slip("η = κ ? 2\nθ = !κ", "1:7 unexpected-character", "2:5 unexpected-character", hint: "not"),
    Slip("a = \u{0}", "1:5 unexpected-character"),
    Slip("a = b && c", "1:7 unexpected-character", hint: "write 'and'"),
    Slip("a = x²", "1:6 unexpected-character", hint: "^2"),
    Slip("a = “b”", "1:5 unexpected-character", hint: "straight"),
  ]

  private static let idioms = [
    Slip("r = sgd(loss, eta=0.1)", "1:18 unexpected-token", hint: "write 'eta: 0.1'"),
    Slip("r = sgd(loss, eta = -0.1, b: 2)", "1:19 unexpected-token", hint: "write 'eta: -0.1'"),
    Slip("expect a = b", "1:10 unexpected-token", hint: "compare with '=='"),
    Slip("a = if b = c then 1 else 2", "1:10 unexpected-token", hint: "compare with '=='"),
    Slip("a = x[1:3]", "1:8 unexpected-token", hint: "write 'x[1...3]'"),
    Slip("a = x[:2]", "1:7 unexpected-token", hint: "write 'x[1...2]'"),
    Slip("a = x[1, :]", "1:10 unexpected-token", hint: "write '1...3'"),
    Slip("def f(x): x", "1:5 unexpected-token", hint: "f(x) = x^2"),
    Slip("for i in 1...3", "1:5 unexpected-token", hint: "no loops"),
    Slip("a = [i for i in b]", "1:8 unexpected-token", hint: "no loops"),
    Slip("let x = 3", "1:5 unexpected-token", hint: "leave the 'let' out"),
    Slip("y = 2x", "1:6 unexpected-token", hint: "write '2*x'"),
    Slip("y = 2(x + 1)", "1:6 unexpected-token", hint: "write '2*('"),
    Slip("y = .5", "1:3 missing-operand", hint: "write '0.5'"),
    Slip("y = 1..3", "1:7 unexpected-token", hint: "'...'"),
    Slip("x += 1", "1:3 missing-operand", hint: "defined once"),
    Slip("a = 1 // two", "1:7 missing-operand", hint: "'#'"),
    Slip("x: 3", "1:2 unexpected-token", hint: "x = 3"),
    Slip("a, b = 1, 2", "1:2 unexpected-token"),
    Slip("a = x => 3", "1:7 unexpected-token"),
    Slip("a = [i*j, i in 1...2, j in 1...3]", "1:21 unexpected-token", hint: "[["),
  ]

  @Test("about brackets point at the bracket", arguments: brackets)
  func reportsBrackets(_ slip: Slip) { expectProblems(slip) }

  @Test("about what is missing point at what needs it", arguments: operands)
  func reportsOperands(_ slip: Slip) { expectProblems(slip) }

  @Test("about keywords name the keyword", arguments: words)
  func reportsKeywords(_ slip: Slip) { expectProblems(slip) }

  @Test("about characters point at the character", arguments: characters)
  func reportsCharacters(_ slip: Slip) { expectProblems(slip) }

  @Test("about other languages' idioms have a hint", arguments: idioms)
  func reportsIdioms(_ slip: Slip) { expectProblems(slip) }

  @Test("leave the statements around them alone and keep the names they would have defined")
  func recovers() {
    let text = """
      a = 1
      b = [2, 3
      f(x = 3
      c as "C" = 2 *
      symbols u, v: 3×, w
      show a, d = 3 $ 4
      e = a
      1 +
      """
    #expect(
      Outline.of(Parser.parse(text).program) == """
        (define a 1)
        (invalid b)
        (invalid f)
        (invalid c)
        (invalid u v w)
        (invalid d)
        (define e a)
        (invalid)
        """)
  }

  @Test("of an expression alone leave nothing", arguments: ["", "# a", "1 +", "a = 1", "1; 2"])
  func rejectsExpressions(_ text: String) {
    let (expression, diagnostics) = Parser.parseExpression(text)
    #expect(expression == nil)
    #expect(diagnostics.count == 1)
  }

  private func expectProblems(_ slip: Slip) {
    let diagnostics = Parser.parse(slip.text).diagnostics
    let problems = diagnostics.map { "\(place($0.span.start, in: slip.text)) \($0.message.code)" }
    #expect(problems == slip.problems)
    if let hint = slip.hint {
      #expect(diagnostics.last?.hint?.contains(hint) == true, "\(diagnostics.last?.hint ?? "none")")
    }
  }

  private func place(_ offset: Int, in text: String) -> String {
    let before = String(decoding: Array(text.utf8)[..<offset], as: UTF8.self)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count):\((lines.last?.count ?? 0) + 1)"
  }
}
