import Algebra
import Workings

/// Simplifies derivatives with what is assumed, and with sums of known entries that are 1: targets
/// that are probabilities.
///
/// A class, since it remembers the conditions that it used, for the working.
final class ConditionalSimplifier {
  private let evaluator: Evaluator
  /// What was used so far, each once.
  private(set) var conditions: [Fact] = []

  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// An equal node as one would write it.
  func simplified(_ node: Node) -> Node {
    let plain = evaluator.derivation(of: node)
    note(plain)
    let sums = knownSums(in: plain.result)
    guard !sums.isEmpty else { return plain.result }
    var budget = Budget(100_000)
    let further = evaluator.graph.simplified(
      plain.result, knowing: evaluator.facts + sums, budget: &budget)
    note(further)
    return further.result
  }

  private func note(_ derivation: Derivation) {
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
    switch graph.operation(of: node) {
    case .reduce(.sum): break
    case .matrixProduct:
      guard case .spread = graph.operation(of: operands[1]) else { return false }
    default: return false
    }
    if case .name = graph.operation(of: operands[0]) { return true }
    return isLiteral(operands[0])
  }

  /// A tensor of numbers, written out or put in.
  private func isLiteral(_ node: Node) -> Bool {
    evaluator.graph.postorder(of: node).allSatisfy { part in
      switch evaluator.graph.operation(of: part) {
      case .number, .constant, .stack, .negate, .divide: true
      default: false
      }
    }
  }

  private func isOne(_ value: Value) -> Bool {
    switch value {
    case .number(let number): number == .one
    case .tensor(let tensor): tensor.entries.allSatisfy { $0 == .one }
    default: false
    }
  }
}
