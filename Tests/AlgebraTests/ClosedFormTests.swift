import Algebra
import Testing

/// Closed forms beside the real roots that mpmath 1.3 finds with 30 digits (`polyroots`).
@Suite("Closed forms of cubics and quartics")
struct ClosedFormTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// The constant first.
    let coefficients: [Int]
    let forms: [String]
    let roots: [Double]

    var testDescription: String { "\(coefficients)" }
  }

  static let cases = [
    // As in the textbooks: ∛((9 + √93)/18) − ∛((√93 − 9)/18).
    Case(
      coefficients: [-1, 1, 0, 1],
      forms: ["((9 + sqrt(93))/18)^(1/3) - ((sqrt(93) - 9)/18)^(1/3)"],
      roots: [0.682327803828019327]),
    Case(
      coefficients: [-2, 6, 0, 1], forms: ["4^(1/3) - 2^(1/3)"], roots: [0.327480002073326310]),
    Case(
      coefficients: [-7, 11, -6, 1],
      forms: ["(6 + ((27 + 3*sqrt(69))/2)^(1/3) + ((27 - 3*sqrt(69))/2)^(1/3))/3"],
      roots: [3.32471795724474603]),
    Case(
      coefficients: [5, -3, 0, 2],
      forms: ["-((5 - sqrt(23))/4)^(1/3) - ((5 + sqrt(23))/4)^(1/3)"],
      roots: [-1.7188536202820852649]),
    Case(coefficients: [-1, 3, 3, 1], forms: ["-1 + 2^(1/3)"], roots: [0.259921049894873165]),
    Case(
      coefficients: [-1, 2, -1, 1],
      forms: ["(1 + ((11 + 3*sqrt(69))/2)^(1/3) - ((3*sqrt(69) - 11)/2)^(1/3))/3"],
      roots: [0.569840290998053266]),
    // (x² + x − 1)(x² − 3x − 5) and (x² + x + 1)(2x² − 3x − 4).
    Case(
      coefficients: [5, -2, -9, -2, 1],
      forms: ["(-1 - sqrt(5))/2", "(3 - sqrt(29))/2", "(sqrt(5) - 1)/2", "(3 + sqrt(29))/2"],
      roots: [
        -1.61803398874989485, -1.19258240356725202, 0.618033988749894848, 4.19258240356725202,
      ]),
    Case(
      coefficients: [-4, -7, -5, -1, 2], forms: ["(3 - sqrt(41))/4", "(3 + sqrt(41))/4"],
      roots: [-0.850781059358212172, 2.35078105935821217]),
  ]

  private func solutions(_ coefficients: [Int], in graph: Graph) -> [Solutions.Root] {
    let id = graph.symbol("x")
    let x = Formula(graph, graph.name(id))
    var sum = Formula(graph, graph.number(coefficients[0]))
    for (power, coefficient) in coefficients.enumerated().dropFirst() {
      sum = sum + coefficient * (x ^ power)
    }
    var budget = Budget()
    return graph.roots(of: sum.node, for: id, budget: &budget).roots
  }

  @Test("are found where they are short, and are worth the roots", arguments: cases)
  func areFound(_ example: Case) throws {
    let graph = Graph()
    let found = solutions(example.coefficients, in: graph)
    #expect(found.map { NodeText(graph).text(of: $0.node) } == example.forms)
    #expect(found.count == example.roots.count)
    for (root, expected) in zip(found, example.roots) {
      #expect(root.number == .approximate(expected))
      var evaluator = RewritingEvaluator(graph, seed: 1)
      let value = try #require(evaluator.value(root.node)?.entries.first)
      #expect(abs(value - expected) <= 1e-13 * max(1, abs(expected)))
    }
  }

  @Test(
    "are not made where there are three real roots, or long numbers",
    arguments: [[1, -3, 0, 1], [-1, 1, 0, 0, 1], [1, 3331, 0, 123_457]])
  func areNotForced(_ coefficients: [Int]) {
    let graph = Graph()
    let found = solutions(coefficients, in: graph)
    #expect(!found.isEmpty)
    for root in found {
      #expect(root.number?.isExact == false)
      let text = NodeText(graph).text(of: root.node)
      #expect(!text.contains("sqrt") && !text.contains("^"))
    }
  }
}
