import Source
import Testing

@testable import Language

@Suite("Statements")
struct StatementTests {
  private static let forms = [
    Reading("a = 1; b = 2;; c = a + b   # three", "(define a 1)\n(define b 2)\n(define c (+ a b))"),
    Reading("q as \"\\hat{q}\" = 1/4", "(define q as \"\\hat{q}\" (/ 1 4))"),
    Reading("f(x, y) = x - y", "(function f [x y] (- x y))"),
    Reading("f(x) as \"F\" = x", "(function f [x] as \"F\" x)"),
    Reading("f(x)", "(call f x)"),
    Reading("f(x) == 2", "(chain (call f x) == 2)"),
    Reading("published_out(x) = 1", "(function published_out [x] 1)"),
    Reading("rank = 2", "(define rank 2)"),
    Reading("assume p > 0", "(assume (chain p > 0))"),
    Reading("show z = w*x + b", "(show (define z (+ (* w x) b)))"),
    Reading("show z, yhat, f(x) = x", "(show z yhat (function f [x] x))"),
    Reading("expect a == b", "(expect (chain a == b))"),
    Reading("expect a ≈ b within 1e-3", "(expect (chain a ≈ b) within 1e-3)"),
    Reading(
      "published (x + 1)^2 = x^2 + 1 from \"key, 4(a)\"",
      "(published (^ (paren (+ x 1)) 2) (+ (^ x 2) 1) \"key, 4(a)\")"),
    Reading("z", "z"), Reading("", ""), Reading("# nothing at all", ""),
    Reading("\u{FEFF}a = 1\r\nb = 2\r\n", "(define a 1)\n(define b 2)"),
  ]

  private static let symbols = [
    Reading("symbols x, y", "(symbols x y)"),
    Reading("symbols W: 3×4, v: n", "(symbols (W 3 4) (v n))"),
    Reading("symbols W: 3x4, X: 10x5", "(symbols (W 3 4) (X 10 5))"),
    Reading("symbols W: 3 x 4 × n", "(symbols (W 3 4 n))"),
    Reading("symbols K: 2x3x4x5, V: 3xn", "(symbols (K 2 3 4 5) (V 3 n))"),
    Reading("symbols W: 3x(n + 1)", "(symbols (W 3 (paren (+ n 1))))"),
    Reading("symbols H: integer, p", "(symbols (H is integer) p)"),
    Reading("symbols R(x), S(a, b)", "(symbols (R [x]) (S [a b]))"),
    Reading("symbols yhat as \"\\hat y\": 3", "(symbols (yhat as \"\\hat y\" 3))"),
  ]

  private static let lines = [
    Reading("t = 1 +\n  2 +\n  3\nu = 1", "(define t (+ (+ 1 2) 3))\n(define u 1)"),
    Reading("v = [1,\n  2,   # two\n\n3]\nw", "(define v (list 1 2 3))\nw"),
    Reading("f(x,\n  y) = x -\n  y\nz", "(function f [x y] (- x y))\nz"),
    Reading("a =\n  1", "(define a 1)"),
    Reading("a = b ->\n c", "(define a (-> b c))"),
    Reading("a = if b then\n 1 else\n 2", "(define a (if b 1 2))"),
    Reading(
      "n = input(3)\n  |> relu   # keeps\n\n  # half\n|> pool(2)\nm = 1",
      "(define n (|> (|> (call input 3) relu) (call pool 2)))\n(define m 1)"),
    Reading("a\n-b\n(c)\n[d]", "a\n(neg b)\n(paren c)\n(list d)"),
    Reading("symbols a,\n  b\nshow a,\n  b", "(symbols a b)\n(show a b)"),
    Reading("show a,\n  b = 3\nc = 1", "(show a (define b 3))\n(define c 1)"),
    Reading("a = if b\n  then 1\n  else 2", "(define a (if b 1 2))"),
    Reading("expect a ≈ b\n  within 0.1\nc", "(expect (chain a ≈ b) within 0.1)\nc"),
    Reading("r = f(show: 1,\nif: 2).in\nc", "(define r (field (call f show: 1 if: 2) in))\nc"),
    Reading("x = f(\n1\n)\ny = 2", "(define x (call f 1))\n(define y 2)"),
  ]

  @Test("have the forms of the language", arguments: forms)
  func readsForms(_ reading: Reading) {
    expectOutline(reading)
  }

  @Test("declare symbols with shapes, kinds and parameters", arguments: symbols)
  func readsSymbols(_ reading: Reading) {
    expectOutline(reading)
  }

  @Test("end with a line unless something must follow", arguments: lines)
  func readsLines(_ reading: Reading) {
    expectOutline(reading)
  }

  @Test("know their places in bytes")
  func knowsPlaces() {
    let text = "# κ\nshow a = 1 , f(x) ; z + 1 # end\nq as \"q\" = (2)\n"
    let source = SourceBytes(text)
    let statements = Parser.parse(text).program.statements
    #expect(
      statements.map { source[$0.span] } == ["show a = 1 , f(x)", "z + 1", "q as \"q\" = (2)"])
    guard case .show(let items) = statements.first?.kind else {
      Issue.record("no 'show'")
      return
    }
    #expect(items.map { source[$0.span] } == ["a = 1", "f(x)"])
  }

  private func expectOutline(_ reading: Reading) {
    let (program, diagnostics) = Parser.parse(reading.text)
    #expect(diagnostics.isEmpty)
    #expect(Outline.of(program) == reading.outline)
  }
}
