import Algebra
import Workings

/// Simplifies derivatives with what is assumed, and with sums of known entries that are 1: targets
/// that are probabilities.
///
/// A class, since it remembers the conditions that it used, for the working.
final class ConditionalSimplifier {
  private let evaluator: Evaluator
  /// Results before a condition was used, by what was simplified.
  private(set) var unconditional: [Node: Node] = [:]
  /// What was used so far, each once.
  private(set) var conditions: [Fact] = []
  /// Whether something was too long to be simplified.
  private(set) var gaveUp = false

  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// An equal node as one would write it.
  func simplified(_ node: Node) -> Node {
    var budget = Budget(100_000)
    let graph = evaluator.graph
    let plain = evaluator.derivation(of: opened(node, &budget))
    note(plain)
    let usesFacts = plain.rewrites.contains { $0.rule == .assumedValue }
    if usesFacts {
      unconditional[node] = graph.simplified(node, budget: &budget).result
    }
    let sums = knownSums(in: plain.result)
    guard !sums.isEmpty else { return plain.result }
    unconditional[node] = plain.result
    let further = graph.simplified(
      plain.result, knowing: evaluator.facts + sums, budget: &budget)
    note(further)
    return further.result
  }

  /// The node with the conditions decided that follow from what is assumed, also through names: with
  /// g = v·x and v·x > 0, the condition g > 0 holds.
  private func opened(_ node: Node, _ budget: inout Budget) -> Node {
    let graph = evaluator.graph
    guard !evaluator.facts.isEmpty else { return node }
    let inlined = evaluator.facts.map { Fact(graph.definitionsPutIn($0.condition)) }
    var decided: [Node: Node] = [:]
    for part in graph.postorder(of: node) {
      if case .transpose = graph.operation(of: part), let fact = symmetry(of: part) {
        decided[part] = graph.operands(of: part)[0]
        if !conditions.contains(fact) { conditions.append(fact) }
        continue
      }
      guard case .compare = graph.operation(of: part), graph.sort(of: part).isTruth,
        let found = graph.decided(
          graph.definitionsPutIn(part), knowing: inlined, budget: &budget)
      else { continue }
      decided[part] = graph.make(.truth(found.holds), sort: .truth(.scalar))
      let used = found.by
      for (fact, written) in zip(evaluator.facts, inlined)
      where used.contains(written) && !conditions.contains(fact) { conditions.append(fact) }
    }
    guard !decided.isEmpty else { return node }
    return graph.rebuilding(node) { decided[$0] }
  }

  /// The fact that a matrix is its own transpose, where `A == A.T` is assumed.
  private func symmetry(of transposed: Node) -> Fact? {
    let graph = evaluator.graph
    let matrix = graph.operands(of: transposed)[0]
    return evaluator.facts.first { fact in
      graph.operation(of: fact.condition) == .compare(.equal)
        && Set(graph.operands(of: fact.condition)) == [matrix, transposed]
    }
  }

  private func note(_ derivation: Derivation) {
    gaveUp = gaveUp || derivation.exhausted
    for fact in derivation.rewrites.flatMap(\.facts) where !conditions.contains(fact) {
      conditions.append(fact)
    }
  }

  /// Sums of all entries, or of each row, of a quantity with values that are exactly 1.
  private func knownSums(in root: Node) -> [Fact] {
    let graph = evaluator.graph
    var facts: [Fact] = []
    for node in graph.postorder(of: root) where isSumOfName(node) {
      let one = graph.spread(graph.number(1), to: graph.shape(of: node))
      guard let value = try? evaluator.value(of: node), isOne(value) else { continue }
      facts.append(
        Fact(graph.make(.compare(.equal), [node, one], sort: .truth(.scalar))))
    }
    return facts
  }

  private func isSumOfName(_ node: Node) -> Bool {
    let graph = evaluator.graph
    let operands = graph.operands(of: node)
    let operation = graph.operation(of: node)
    let isProductWithOnes =
      operation == .matrixProduct && graph.operation(of: operands[1]) == .spread
    guard operation == .reduce(.sum) || isProductWithOnes else { return false }
    if case .name = graph.operation(of: operands[0]) { return true }
    return isLiteral(operands[0])
  }

  /// A tensor of numbers, written out or put in.
  private func isLiteral(_ node: Node) -> Bool {
    evaluator.graph.postorder(of: node).allSatisfy { part in
      evaluator.graph.operation(of: part).isWrittenNumber
    }
  }

  private func isOne(_ value: Value) -> Bool {
    value.numbers?.entries.allSatisfy { $0 == .one } ?? false
  }
}
