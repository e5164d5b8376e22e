import Algebra
import Workings

/// What a call, the kinds of symbols and the author's facts ask of a solution.
struct SolutionFilter {
  let evaluator: Evaluator
  let unknowns: [Quantity.ID]
  let wantsIntegers: Bool
  let wantsPositive: Bool

  /// Why numbers for the unknowns are no solution; nil when they are one.
  ///
  /// - Parameter numbers: One an unknown; nil where it depends on other names.
  /// - Returns: A clause such as `is not whole`.
  func objection(_ numbers: [Real?]) -> String? {
    let graph = evaluator.graph
    var known: [Quantity.ID: Value] = [:]
    for (id, number) in zip(unknowns, numbers) {
      guard let number else { continue }
      let isCounted = graph[id].definition == .symbol(.integer)
      if wantsIntegers || isCounted, !number.isInteger { return "is not whole" }
      if wantsPositive, !(number > 0) { return "is not positive" }
      known[id] = .number(number)
    }
    guard !known.isEmpty else { return nil }
    let there = evaluator.evaluator(overriding: known)
    for fact in evaluator.facts {
      if case .truth(false)? = try? there.value(of: fact.condition) {
        return "contradicts \(NodeText(graph).text(of: fact.condition))"
      }
    }
    return nil
  }

  /// Whether anything is asked of an unknown.
  func restricts(_ id: Quantity.ID) -> Bool {
    wantsIntegers || wantsPositive || evaluator.graph[id].definition == .symbol(.integer)
      || evaluator.facts.contains { evaluator.graph.occurs(id, in: $0.condition) }
  }
}
