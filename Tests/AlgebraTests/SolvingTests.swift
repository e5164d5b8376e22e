import Algebra
import Testing

@Suite("Solving polynomials")
struct SolvingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let expected: String
    let kind: Solutions.Kind
    let make: @Sendable (Formula) -> Formula

    init(
      _ expected: String, _ kind: Solutions.Kind = .finite,
      _ make: @escaping @Sendable (Formula) -> Formula
    ) {
      (self.expected, self.kind, self.make) = (expected, kind, make)
    }

    var testDescription: String { "\(kind) \(expected)" }
  }

  static let cases: [Case] = [
    Case("-9, 5") { h in 4 * (3 * h + (h ^ 2) + h) - 180 },
    Case("(1 - sqrt(5))/2, (1 + sqrt(5))/2") { x in (x ^ 2) - x - 1 },
    Case("3/2") { x in 2 * x - 3 },
    Case("", .none) { x in x - x + 3 },
    Case("", .everything) { x in 2 * x - x - x },
    Case("") { x in (x ^ 2) + 1 },
    Case("2 (2)") { x in (x ^ 2) - 4 * x + 4 },
    Case("-1") { x in ((x ^ 2) - 1) / (x - 1) },
    Case("1, 2, 3") { x in (x ^ 3) - 6 * (x ^ 2) + 11 * x - 6 },
    Case("0 (2), 7") { x in (x ^ 3) - 7 * (x ^ 2) },
    Case("", .notPolynomial) { x in x.function(.exp) - x },
    Case("1") { x in 1 / x - 1 },
  ]

  @Test("finds the real roots", arguments: cases)
  func findsRoots(_ example: Case) {
    let graph = Graph()
    let id = graph.symbol("x")
    let difference = example.make(Formula(graph, graph.name(id)))
    var budget = Budget()
    let solutions = graph.roots(of: difference.node, for: id, budget: &budget)
    let texts = solutions.roots.map { root in
      NodeText(graph).text(of: root.node)
        + (root.multiplicity > 1 ? " (\(root.multiplicity))" : "")
    }
    #expect(texts.joined(separator: ", ") == example.expected)
    #expect(solutions.kind == example.kind)
  }

  @Test("shows the polynomial, its content and its factors")
  func showsWorking() throws {
    let graph = Graph()
    let id = graph.symbol("H")
    let h = Formula(graph, graph.name(id))
    var budget = Budget()
    let difference = 4 * (3 * h + (h ^ 2) + h) - 180
    let solutions = graph.roots(of: difference.node, for: id, budget: &budget)
    let working = try #require(solutions.working)
    let text = NodeText(graph)
    #expect(text.text(of: working.collected) == "4*H^2 + 16*H - 180")
    #expect(working.content == Real(4))
    #expect(text.text(of: working.divided) == "H^2 + 4*H - 45")
    #expect(working.discriminant.map(text.text) == "196")
    #expect(working.factorisation.map(text.text) == "(H + 9)*(H - 5)")
    #expect(working.coefficients.map(text.text) == ["-180", "16", "4"])
  }

  @Test("solves with other names in the coefficients")
  func solvesSymbolically() {
    let graph = Graph()
    let id = graph.symbol("x")
    let x = Formula(graph, graph.name(id))
    let (a, b) = (graph.formula("a"), graph.formula("b"))
    var budget = Budget()
    func roots(_ difference: Formula) -> [String] {
      graph.roots(of: difference.node, for: id, budget: &budget).roots.map {
        NodeText(graph).text(of: $0.node)
      }
    }
    #expect(roots(a * x + b) == ["-(b/a)"])
    #expect(roots((x - a) * (x - b) * (x + 1)) == ["a", "b", "-1"])
    #expect(roots((x ^ 2) - a) == ["-sqrt(a)", "sqrt(a)"])
    #expect(roots(a * (x ^ 2) + b * x) == ["0", "-(b/a)"])
  }

  @Test("gives up on enormous degrees, and has no trouble with a double among the coefficients")
  func boundsItsWork() {
    let graph = Graph()
    let id = graph.symbol("x")
    let x = Formula(graph, graph.name(id))
    var budget = Budget()
    let huge = (x ^ 1_000_000) - 1
    #expect(graph.roots(of: huge.node, for: id, budget: &budget).kind == .exhausted)
    #expect(graph.factored(huge.node, budget: &budget).result == huge.node)
    let half = Formula(graph, graph.number(Real.approximate(0.5)))
    let solutions = graph.roots(of: (half * x - 1).node, for: id, budget: &budget)
    #expect(solutions.roots.map(\.number) == [.approximate(2)])
  }

  @Test("rejects a root at which the equation divides by zero")
  func rejectsPoles() {
    let graph = Graph()
    let id = graph.symbol("x")
    let x = Formula(graph, graph.name(id))
    var budget = Budget()
    let difference = ((x - 1) ^ 2) / (x - 1)
    let solutions = graph.roots(of: difference.node, for: id, budget: &budget)
    #expect(solutions.roots.isEmpty)
    #expect(solutions.rejected.count == 1)
  }
}
