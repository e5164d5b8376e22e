import Language
import Source
import Testing

/// The input carries its expectation: a caret line under the code holds the code of the diagnostic.
@Suite("Diagnostics of statements")
struct DiagnosticsTests {
  static let cases = [
    "q = sigmodi(2)\n#   ^ unknown-name",
    "x = 3\nz = weight*x\n#   ^ unknown-name",
    "x = 1\ny = x + 1\nx = 2\n#^ redefinition",
    "a = [1, 2]\nb = [1, 2, 3]\nc = a + b\n#   ^ shape-mismatch",
    "M = [[1, 2], [3]]\n#   ^ ragged-rows",
    "a = 3\nb = 1/(a - 3)\n#   ^ division-by-zero",
    "q = 1\nloss = log(1 - q)\n#      ^ log-of-zero",
    "A = [[1, 2], [2, 4]]\nB = inverse(A)\n#   ^ singular-matrix",
    "w = 2\nrun = sgd(w^2, wrt: w, etta: 0.1)\n#                      ^ unknown-label",
    "w = 2\nrun = sgd(w^2, wrt: w)\n#     ^ missing-argument",
    "f(x) = x^2\ny = f(1, 2)\n#   ^ argument-count",
    "x = [10, 20, 30]\ny = x[4]\n#     ^ index-out-of-range",
    "x = [10, 20, 30]\ny = x[3/2]\n#     ^ index-not-whole",
    "w = 2\nrun = sgd(w^2, wrt: w, eta: 0.1)\na = run.lost\n#       ^ unknown-field",
    "a = 10^(10^12)\n#   ^ number-too-large",
    "a = zeros(100000, 100000)\n#   ^ tensor-too-large",
    "f(n) = if n <= 1 then 1 else n*f(n - 1)\n#                              ^ recursion",
    "symbols w\nw = 3\n#^ redefinition",
    "loss = mse([1, 2], [3, 4], reduction: \"average\")\n#                                     ^ wrong-type",
    "a = if 1 then 2 else 3\n#      ^ wrong-type",
    "symbols x\nexpect x > 1\n#      ^ undecided",
    "x as \"\\foo\" = 4\n#     ^ bad-formula",
    "e as \"\" = 4\n#    ^ bad-formula",
    "symbols x as \"a_b_c\"\n#                ^ bad-formula",
    "f(x) as \"}\" = x\n#        ^ bad-formula",
  ]

  @Test("stand at their place with their code", arguments: cases)
  func standAtTheirPlace(_ text: String) throws {
    var lines = text.split(separator: "\n").map(String.init)
    let expectation = lines.removeLast()
    let column = try #require(expectation.firstIndex(of: "^"))
    let code = expectation[expectation.index(after: column)...].drop { $0 == " " }
    // A caret right behind the # stands for the first column.
    let distance = expectation.distance(from: expectation.startIndex, to: column)
    let source = SourceText(name: "test.dl", lines.joined(separator: "\n"))
    let diagnostics = Answers(lines.joined(separator: "\n")).result.diagnostics
    #expect(diagnostics.map(\.message.code) == [String(code)])
    let position = source.position(at: try #require(diagnostics.first).span.start)
    #expect(position.line == lines.count)
    #expect(position.column == (distance == 1 ? 1 : distance + 1))
  }

  @Test("come all in one run, and no failure is reported twice")
  func comeAllInOneRun() throws {
    let answers = Answers("a = sigmodi(1)\nb = a + 1\nc = 2*b\nd = [1, 2] + [1, 2, 3]\nok = 5")
    #expect(answers.codes == ["unknown-name", "shape-mismatch"])
    #expect(try answers.exact("ok") == "5")
    #expect(!answers.result.bindings.contains { $0.name == "c" })
  }

  @Test("suggest the nearest name, label and field")
  func suggest() {
    let texts = [
      ("q = sigmodi(2)", "sigmoid"), ("w = 1\na = sgd(w^2, wrt: w, etta: 1)", "eta"),
      ("w = 1\na = adam(w^2, wrt: w, lr: 1)", "'eta'"),
      ("A = [[2, 0], [1, 2]]\na = A^-1", "inverse(A)"),
      ("w = 1\na = sgd(w^2, wrt: w, eta: 1)\nb = a.lost", "loss"),
      ("weight = 1\na = wieght", "weight"),
    ]
    for (text, name) in texts {
      #expect(Answers(text).result.diagnostics.first?.hint?.contains(name) == true, "\(text)")
    }
  }

  @Test("of a name defined twice point at both places")
  func pointAtBoth() throws {
    let diagnostic = try #require(Answers("x = 1\nx = 2").result.diagnostics.first)
    #expect(diagnostic.notes.map(\.span) == [Span(0, 1)])
  }
}
