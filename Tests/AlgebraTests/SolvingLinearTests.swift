import Algebra
import Testing

@Suite("Solving linear systems")
struct SolvingLinearTests {
  let graph = Graph()

  private func solve(
    _ names: [String], _ make: ([Formula]) -> [Formula]
  ) -> (solution: LinearSolution, texts: [String]) {
    let ids = names.map { graph.symbol($0) }
    let differences = make(ids.map { Formula(graph, graph.name($0)) })
    var budget = Budget()
    let solution = graph.solveLinear(differences.map(\.node), for: ids, budget: &budget)
    return (solution, solution.values.map { NodeText(graph).text(of: $0.node) })
  }

  @Test("finds the one solution exactly")
  func findsUnique() {
    let (solution, texts) = solve(["x", "y"]) { [2 * $0[0] + 3 * $0[1] - 1, $0[0] - $0[1] - 2] }
    #expect(solution.kind == .unique)
    #expect(texts == ["7/5", "-3/5"])
  }

  @Test("gives a family where unknowns are free")
  func findsFamily() {
    let (solution, texts) = solve(["x", "y"]) { [$0[0] + 2 * $0[1] - 3] }
    #expect(solution.kind == .family)
    #expect(solution.free.count == 1)
    #expect(texts == ["3 - 2*y"])
  }

  @Test("says that there is no solution")
  func findsContradiction() {
    let (solution, _) = solve(["x", "y"]) { [$0[0] + $0[1] - 1, 2 * $0[0] + 2 * $0[1] - 3] }
    #expect(solution.kind == .inconsistent)
  }

  @Test("keeps other names, and notes what must not be zero")
  func solvesSymbolically() {
    let (a, b) = (graph.formula("a"), graph.formula("b"))
    let (solution, texts) = solve(["x", "y"]) { [a * $0[0] + $0[1] - b, $0[0] - $0[1]] }
    #expect(solution.kind == .unique)
    #expect(texts == ["b/(a + 1)", "b/(a + 1)"])
    #expect(solution.nonzero.map { NodeText(graph).text(of: $0) } == ["a + 1"])
  }

  @Test("refuses products of unknowns")
  func refusesProducts() {
    let (solution, _) = solve(["x", "y"]) { [$0[0] * $0[1] - 1] }
    #expect(solution.kind == .notLinear)
  }
}
