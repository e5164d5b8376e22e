import Source
import Testing

@testable import Language

/// A text and the outline of what it means.
struct Reading: CustomTestStringConvertible {
  let text: String
  let outline: String

  init(_ text: String, _ outline: String) {
    self.text = text
    self.outline = outline
  }

  var testDescription: String { text }
}

@Suite("Expressions")
struct ExpressionTests {
  private static let precedence = [
    Reading("1 + 2*3", "(+ 1 (* 2 3))"),
    Reading("10 - 4 - 3", "(- (- 10 4) 3)"),
    Reading("8/4/2", "(/ (/ 8 4) 2)"),
    Reading("2/3*3", "(* (/ 2 3) 3)"),
    Reading("-2^2", "(neg (^ 2 2))"),
    Reading("(-2)^2", "(^ (paren (neg 2)) 2)"),
    Reading("2^-1", "(^ 2 (neg 1))"),
    Reading("2^-1*3", "(* (^ 2 (neg 1)) 3)"),
    Reading("2^-2^2", "(^ 2 (neg (^ 2 2)))"),
    Reading("2^3^2", "(^ 2 (^ 3 2))"),
    Reading("-2^-2", "(neg (^ 2 (neg 2)))"),
    Reading("2 - -3", "(- 2 (neg 3))"),
    Reading("2*-3", "(* 2 (neg 3))"),
    Reading("-a*b", "(* (neg a) b)"),
    Reading("--a", "(neg (neg a))"),
    Reading("W @ x + b", "(+ (@ W x) b)"),
    Reading("A.T @ x", "(@ (T A) x)"),
    Reading("-x.T", "(neg (T x))"),
    Reading("x.T.T", "(T (T x))"),
    Reading("1 + 2 == 3", "(chain (+ 1 2) == 3)"),
    Reading("0 < p <= 1", "(chain 0 < p <= 1)"),
    Reading("1...n + 1", "(... 1 (+ n 1))"),
    Reading("x == 1...2", "(chain x == (... 1 2))"),
    Reading("not a == b and c or d", "(or (and (not (chain a == b)) c) d)"),
    Reading("not not a", "(not (not a))"),
    Reading("a or b and c", "(or a (and b c))"),
    Reading("if a then b else if c then d else e", "(if a b (if c d e))"),
    Reading("x -> if a then 1 else -1", "(-> x (if a 1 (neg 1)))"),
    Reading("(1, 0) -> 1 |> f", "(|> (-> (tuple 1 0) 1) f)"),
    Reading("a |> b |> c", "(|> (|> a b) c)"),
    Reading("1/11 -> 0.88", "(-> (/ 1 11) 0.88)"),
  ]

  private static let operands = [
    Reading("204_928", "204_928"), Reading("1e-8", "1e-8"), Reading("1.5E+3", "1.5E+3"),
    Reading("true", "true"), Reading("\"\\hat{q} # no comment\"", "\"\\hat{q} # no comment\""),
    Reading("w''", "w''"), Reading("θ_1 + ŷ + Größe", "(+ (+ θ_1 ŷ) Größe)"),
    Reading("f()", "(call f)"),
    Reading(
      "f(a, eta: 0.1, for: [x], over: x in 0...1)",
      "(call f a eta: 0.1 for: (list x) over: (in x (... 0 1)))"),
    Reading("plot(f(x), x in -3...3)", "(call plot (call f x) (in x (... (neg 3) 3)))"),
    Reading("table(f, x in [-3, 0, 2],)", "(call table f (in x (list (neg 3) 0 2)))"),
    Reading("g(stride: stride, in: 1, if: 2)", "(call g stride: stride in: 1 if: 2)"),
    Reading("run.V[2, 1]", "(index (field run V) 2 1)"),
    Reading("run[1].in.from", "(field (field (index run 1) in) from)"),
    Reading("net[\"conv2\"]", "(index net \"conv2\")"),
    Reading("x[2...4]", "(index x (... 2 4))"),
    Reading("[0.9, 0.1][t]*h", "(* (index (list 0.9 0.1) t) h)"),
    Reading("p(d, degree: 9...9)[1].v", "(field (index (call p d degree: (... 9 9)) 1) v)"),
    Reading("(f)(2)", "(call (paren f) 2)"),
    Reading("[]", "(list)"), Reading("[1, 2,]", "(list 1 2)"),
    Reading("[j^2, j in 1...6]", "(each (^ j 2) (in j (... 1 6)))"),
    Reading("(1, 1, 0)", "(tuple 1 1 0)"), Reading("(1,)", "(tuple 1)"),
    Reading("((1))", "(paren (paren 1))"),
    Reading("{}", "(record)"),
    Reading("{m: \"s\", in: x + 1}", "(record m: \"s\" in: (+ x 1))"),
    Reading("(1 +\n\n 2)", "(paren (+ 1 2))"),
  ]

  private static let aliases = [
    Reading("a ≤ b ≥ c ≠ d", "(chain a <= b >= c != d)"),
    Reading("a ≈ b", "(chain a ≈ b)"), Reading("a ~= b", "(chain a ≈ b)"),
    Reading("2**10", "(^ 2 10)"), Reading("a ⊙ b", "(* a b)"), Reading("a × b", "(* a b)"),
    Reading("a·b", "(· a b)"), Reading("a ⋅ b", "(· a b)"),
    Reading("a − −1", "(- a (neg 1))"), Reading("1…3", "(... 1 3)"),
    Reading("a\u{A0}+\u{2009}b", "(+ a b)"),
  ]

  @Test("bind as tightly as the language says", arguments: precedence)
  func readsPrecedence(_ reading: Reading) {
    expectOutline(reading)
  }

  @Test("have calls, indices, fields and brackets", arguments: operands)
  func readsOperands(_ reading: Reading) {
    expectOutline(reading)
  }

  @Test("may be written with Unicode operators", arguments: aliases)
  func readsAliases(_ reading: Reading) {
    expectOutline(reading)
  }

  @Test("know their places in bytes")
  func knowsPlaces() throws {
    let text = " η + f(κκ, a: 2).x "
    let (expression, _) = Parser.parseExpression(text)
    let sum = try #require(expression)
    guard case .binary(.add, let left, let right) = sum.kind,
      case .field(let call, let name) = right.kind,
      case .call(_, let arguments) = call.kind
    else {
      Issue.record("\(Outline.of(sum))")
      return
    }
    let source = SourceBytes(text)
    let spans = [sum.span, left.span, right.span, call.span, name.span] + arguments.map(\.span)
    #expect(
      spans.map { source[$0] } == [
        "η + f(κκ, a: 2).x", "η", "f(κκ, a: 2).x", "f(κκ, a: 2)", "x", "κκ", "a: 2",
      ])
  }

  private func expectOutline(_ reading: Reading) {
    let (expression, diagnostics) = Parser.parseExpression(reading.text)
    #expect(diagnostics.isEmpty)
    #expect(expression.map { Outline.of($0) } == reading.outline)
  }
}
