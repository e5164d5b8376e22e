import Algebra
import Testing
import Workings

@testable import Language

/// Costs are counted, never timed, so that the tests say the same on every machine.
@Suite("Growth of the work")
struct GrowthTests {
  /// The nodes that a block makes and the operations that it is charged for.
  private func cost(of text: String) -> (nodes: Int, operations: Int) {
    let run = Run()
    let limit = run.evaluator.work.remaining
    let result = run.execute(text)
    #expect(result.diagnostics.isEmpty)
    return (run.graph.count, limit - run.evaluator.work.remaining)
  }

  /// Whether eight times the input costs at most ten times as much, in nodes and in operations.
  private func isLinear(_ text: (Int) -> String, from count: Int) -> Bool {
    let (small, large) = (cost(of: text(count)), cost(of: text(8 * count)))
    return large.nodes <= 10 * small.nodes && large.operations <= 10 * small.operations
  }

  @Test("small blocks, three names defined and one shown, cost the same each")
  func blocksAreLinear() {
    func blocks(_ count: Int) -> String {
      (0..<count).map {
        "a\($0) = \($0).5\nb\($0) = a\($0)*2 + 1\nc\($0) = b\($0)^2 - a\($0)\nc\($0)\n"
      }
      .joined()
    }
    #expect(isLinear(blocks, from: 50))
  }

  @Test("back-propagation costs the same for each name of a chain")
  func backpropIsLinear() {
    func chain(_ count: Int) -> String {
      let names = (1...count).map { "a\($0) = tanh(a\($0 - 1)*w)\n" }.joined()
      return "w = 0.5\na0 = 0.25\n" + names + "run = backprop(a\(count), wrt: w)\n"
    }
    #expect(isLinear(chain, from: 50))
  }

  @Test("a derivative that is too long to be read keeps the names of earlier ones, and its value")
  func longDerivativesKeepNames() throws {
    // d/dw w^(2^k) = 2^k at w = 1, through k squarings of sums that double when written out.
    let squares = (1...12).map { "a\($0) = (a\($0 - 1) + w - w)^2\n" }.joined()
    let run = Run()
    let result = run.execute("w = 1\na0 = w\n" + squares + "g = derive(a12, wrt: w)\n")
    #expect(result.diagnostics.isEmpty)
    let derivative = try #require(result.bindings.last)
    #expect(derivative.value == .number(4096))
  }
}
