import Algebra
import Testing

@Suite("Expanding, factoring and comparing")
struct RewritingEqualityTests {
  let graph = Graph()

  private func expanded(_ formula: Formula) -> String {
    var budget = Budget()
    let derivation = graph.expanded(formula.node, budget: &budget)
    check(derivation)
    return NodeText(graph).text(of: derivation.result)
  }

  private func factored(_ formula: Formula) -> String {
    var budget = Budget()
    let derivation = graph.factored(formula.node, budget: &budget)
    check(derivation)
    return NodeText(graph).text(of: derivation.result)
  }

  private func check(_ derivation: Derivation) {
    var evaluator = RewritingEvaluator(graph, seed: 1)
    for rewrite in derivation.rewrites {
      expectEqual(rewrite.before, rewrite.after, &evaluator)
    }
  }

  private func areEqual(_ left: Formula, _ right: Formula) -> Bool? {
    var budget = Budget()
    return graph.areEqual(left.node, right.node, budget: &budget)
  }

  @Test("writes products and powers out")
  func expands() {
    let (x, y) = (graph.formula("x"), graph.formula("y"))
    #expect(expanded((x + 1) ^ 3) == "x^3 + 3*x^2 + 3*x + 1")
    #expect(expanded((x + y) * (x - y)) == "x^2 - y^2")
    #expect(expanded((x + 1) / x) == "1 + 1/x")
  }

  @Test("finds linear factors, multiple factors and differences of squares")
  func factors() {
    let (x, y) = (graph.formula("x"), graph.formula("y"))
    #expect(factored((x ^ 2) - 5 * x + 6) == "(x - 3)*(x - 2)")
    #expect(factored(2 * (x ^ 3) - 2 * x) == "2*x*(x - 1)*(x + 1)")
    #expect(factored((x ^ 2) + 2 * x * y + (y ^ 2)) == "(x + y)^2")
    #expect(factored(4 * (x ^ 2) - (y ^ 2)) == "(2*x - y)*(2*x + y)")
    #expect(factored((x ^ 2) + 1) == "x^2 + 1")
  }

  @Test("tells equal from different, and says when it does not know")
  func compares() {
    let (x, y) = (graph.formula("x"), graph.formula("y"))
    #expect(areEqual((x + y) ^ 2, (x ^ 2) + 2 * x * y + (y ^ 2)) == true)
    #expect(areEqual(x * y, x + y) == false)
    #expect(areEqual((x + y).function(.log), (y + x).function(.log)) == true)
    #expect(areEqual(x.function(.sin), x.function(.cos)) == nil)
    #expect(
      areEqual(1 / (1 + (-x).function(.exp)), x.function(.exp) / (1 + x.function(.exp))) == true)
    let vector = graph.formula("v", [3])
    #expect(areEqual(vector, x) == false)
    #expect(areEqual(2 * vector, vector + vector) == true)
  }

  @Test("returns the input when the budget runs out")
  func endsWithTheBudget() {
    let (x, y) = (graph.formula("x"), graph.formula("y"))
    let formula = ((x + y) ^ 8) - ((x - y) ^ 8)
    for size in [0, 1, 5, 20, 60] {
      var budget = Budget(size)
      let derivation = graph.simplified(formula.node, budget: &budget)
      #expect(derivation.exhausted)
      #expect(derivation.result == formula.node)
      #expect(budget.remaining == 0)
    }
  }

  @Test("says which rules and facts were used")
  func recordsRules() {
    let u = graph.formula("u")
    let fact = Algebra.Fact(u.compared(.greater, u.number(0)).node)
    var budget = Budget()
    let node = u.function(.log).function(.exp).node
    let derivation = graph.simplified(node, knowing: [fact], budget: &budget)
    #expect(
      derivation.rewrites
        == [Rewrite(rule: .inverseFunctions, before: node, after: u.node, facts: [fact])])
  }

  @Test("has no limit of depth")
  func worksDeep() {
    var formula = graph.formula("x")
    for _ in 0..<10_000 { formula = (formula + 0).function(.tanh) }
    var budget = Budget()
    let derivation = graph.simplified(formula.node, budget: &budget)
    #expect(!derivation.exhausted)
    #expect(derivation.rewrites.count == 10_000)
  }
}
