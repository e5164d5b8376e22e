import Algebra
import Testing

@Suite("Simplifying random expressions")
struct RewritingFuzzTests {
  /// Random expressions over positive names, so that logarithms and roots have values.
  struct Maker {
    var generator: Seeded
    let graph = Graph()
    let leaves: [Formula]
    let tensors: [Formula]

    init(seed: UInt64) {
      generator = Seeded(state: seed)
      let graph = graph
      leaves = ["x", "y", "z"].map { graph.formula($0) }
      tensors = ["u", "v"].map { graph.formula($0, [2, 2]) }
    }

    mutating func scalar(_ depth: Int) -> Formula {
      let choice =
        depth == 0
        ? Int.random(in: 0...3, using: &generator) : Int.random(in: 0...15, using: &generator)
      switch choice {
      case 0, 1, 2: return leaves[choice]
      case 3: return graph.formula(Int.random(in: 0...3, using: &generator))
      case 4, 5: return scalar(depth - 1) + scalar(depth - 1)
      case 6, 7: return scalar(depth - 1) - scalar(depth - 1)
      case 8, 9: return scalar(depth - 1) * scalar(depth - 1)
      case 10, 11: return scalar(depth - 1) / scalar(depth - 1)
      case 12: return -scalar(depth - 1)
      case 13: return scalar(depth - 1) ^ Int.random(in: 0...3, using: &generator)
      case 14: return (leaves[0] + 2) ^ scalar(depth - 1)
      default:
        let functions: [ElementaryFunction] = [.exp, .log, .sqrt, .sigmoid, .tanh, .abs, .relu]
        let position = Int.random(in: 0..<functions.count, using: &generator)
        return scalar(depth - 1).function(functions[position])
      }
    }

    mutating func tensor(_ depth: Int) -> Formula {
      let choice =
        depth == 0
        ? Int.random(in: 0...1, using: &generator) : Int.random(in: 0...9, using: &generator)
      switch choice {
      case 0, 1: return tensors[choice]
      case 2: return tensor(depth - 1) + tensor(depth - 1)
      case 3: return tensor(depth - 1) - tensor(depth - 1)
      case 4: return tensor(depth - 1) * tensor(depth - 1)
      case 5: return scalar(depth - 1) * tensor(depth - 1)
      case 6: return tensor(depth - 1).times(tensor(depth - 1))
      case 7: return tensor(depth - 1).transposed
      case 8: return tensor(depth - 1).reduced(.sum) * tensor(depth - 1)
      default: return tensor(depth - 1) / (tensor(depth - 1) * tensor(depth - 1) + 1)
      }
    }
  }

  @Test("keeps the value and does not depend on the run")
  func keepsValues() {
    for seed in 1...300 {
      var maker = Maker(seed: UInt64(seed))
      let formula = seed % 3 == 0 ? maker.tensor(4) : maker.scalar(4)
      let graph = maker.graph
      var budget = Budget(200_000)
      let derivation = graph.simplified(formula.node, budget: &budget)
      let text = NodeText(graph).text(of: derivation.result)
      var evaluator = RewritingEvaluator(graph, seed: UInt64(seed))
      let same = isSame(formula.node, derivation.result, &evaluator)
      #expect(same, "seed \(seed): \(formula.text) became \(text)")
      for rewrite in derivation.rewrites {
        let same = isSame(rewrite.before, rewrite.after, &evaluator)
        let after = NodeText(graph).text(of: rewrite.after)
        let before = NodeText(graph).text(of: rewrite.before)
        #expect(same, "seed \(seed), \(rewrite.rule): \(before) became \(after)")
      }
      var again = Maker(seed: UInt64(seed))
      let second = seed % 3 == 0 ? again.tensor(4) : again.scalar(4)
      var sameBudget = Budget(200_000)
      let other = again.graph.simplified(second.node, budget: &sameBudget)
      #expect(NodeText(again.graph).text(of: other.result) == text)
      #expect(sameBudget == budget)
    }
  }

  /// Whether both sides have one value, or the first has none.
  private func isSame(
    _ before: Node, _ after: Node, _ evaluator: inout RewritingEvaluator
  ) -> Bool {
    guard let left = evaluator.value(before), let right = evaluator.value(after),
      left.entries.allSatisfy({ $0.isFinite && $0.magnitude < 1e12 })
    else { return true }
    return left.shape == right.shape
      && zip(left.entries, right.entries).allSatisfy { a, b in
        (a - b).magnitude <= 1e-6 * max(1, a.magnitude)
      }
  }
}
