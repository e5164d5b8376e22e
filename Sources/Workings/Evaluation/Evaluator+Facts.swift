public import Algebra

extension Evaluator {
  /// Whether a condition holds for all symbols by what is assumed of them; nil where that is open.
  public func decided(_ condition: Node) -> (holds: Bool, by: [Fact])? {
    var budget = Budget(50_000)
    if let plain = graph.decided(condition, knowing: facts, budget: &budget) { return plain }
    let inner = graph.definitionsPutIn(condition)
    let inlined = facts.map { Fact(graph.definitionsPutIn($0.condition)) }
    guard inner != condition || inlined != facts,
      let found = graph.decided(inner, knowing: inlined, budget: &budget)
    else { return nil }
    return (
      found.holds, zip(facts, inlined).filter { found.by.contains($0.1) }.map(\.0)
    )
  }
}
