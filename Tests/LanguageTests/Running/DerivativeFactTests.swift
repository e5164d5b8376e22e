import Language
import Testing

/// Derivatives against facts that other programs worked out.
@Suite("Derivatives against other programs")
struct DerivativeFactTests {
  struct Fact: CustomTestStringConvertible {
    let parts: [String]
    var testDescription: String { parts[0] }

    static func all(_ table: String) -> [Fact] {
      table.split(separator: "\n").map { line in
        Fact(
          parts: line.split(separator: "|").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
          })
      }
    }

    func numbers(_ place: Int) -> [Double] {
      parts[place].split(separator: " ").compactMap { Double($0) }
    }
  }

  @Test("of random expressions are SymPy's", arguments: Fact.all(DerivativeFacts.table))
  func agreesWithSymPy(_ fact: Fact) throws {
    let point = fact.parts[1].split(separator: " ")
    let at = "x: \(point[0]), y: \(point[1])"
    let answers = Answers(
      """
      symbols x, y
      f = \(fact.parts[0])
      there = [evaluate(derive(f, wrt: x), \(at)), evaluate(derive(f, wrt: y), \(at))]
      forms = [evaluate(f, \(at)), evaluate(simplify(f), \(at)), evaluate(expand(f), \(at)), evaluate(factor(f), \(at))]
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let expected = fact.numbers(2)
    check(try answers.entries("there"), [expected[1], expected[2]])
    check(try answers.entries("forms"), Array(repeating: expected[0], count: 4))
  }

  /// Every eighth of the expressions: second derivatives take longer.
  static let some = Fact.all(DerivativeFacts.table).enumerated().filter { $0.offset % 8 == 0 }
    .map(\.element)

  @Test("of second order are SymPy's", arguments: some)
  func secondOrder(_ fact: Fact) throws {
    let point = fact.parts[1].split(separator: " ")
    let answers = Answers(
      """
      symbols x, y
      H = hessian(\(fact.parts[0]), wrt: [x, y], at: (\(point[0]), \(point[1])))
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    let expected = fact.numbers(2)
    let found = try answers.entries("H")
    check(Array(found.prefix(3)), [expected[3], expected[4], expected[4]])
  }

  private func check(_ ours: [Double], _ theirs: [Double]) {
    #expect(ours.count == theirs.count)
    for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-10 * max(1, abs(b))) }
  }

  @Test("of networks and matrices are PyTorch's", arguments: Fact.all(AutogradFacts.table))
  func agreesWithAutograd(_ fact: Fact) throws {
    let variables = fact.parts[2].split(separator: " ").map(String.init)
    let list = variables.joined(separator: ", ")
    let derivatives = variables.map { "d_\($0) = derive(L, wrt: \($0))" }.joined(separator: "\n")
    let fields = variables.map { "b_\($0) = back.grad_\($0)" }.joined(separator: "\n")
    let answers = Answers(
      fact.parts[1] + "\n" + derivatives + "\nback = backprop(L, wrt: [\(list)])\n" + fields)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(abs(try answers.number("L") - fact.numbers(3)[0]) <= 1e-12 * 100)
    for prefix in ["d_", "b_"] {
      let ours = try variables.flatMap { try answers.entries(prefix + $0) }
      let theirs = fact.numbers(4)
      #expect(ours.count == theirs.count)
      for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-11 * max(1, abs(b))) }
    }
  }
}
