import Algebra
import Testing

@Suite("Growth of derivatives")
struct DifferentiationGrowthTests {
  /// The nodes that the derivative of a chain of so many nodes makes, by a weight that all links share.
  private func nodesMade(forChainOf count: Int) throws -> Int {
    let graph = Graph()
    let weight = graph.symbol("w")
    var link = graph.name(graph.symbol("a"))
    var last = graph.symbol("unused")
    while graph.count < count {
      let product = try graph.multiply(link, graph.name(weight))
      last = graph.define("a", as: try graph.apply(.tanh, to: product))
      link = graph.name(last)
    }
    let before = graph.count
    let differentiation = Differentiation(
      in: graph, expand: { _ throws(Failure) in nil }, simplify: { $0 })
    let steps = try differentiation.chain(of: graph.name(last), by: [weight])
    // Every link, and the weight at the end.
    #expect(steps.count >= count / 3)
    return graph.count - before
  }

  @Test("is linear in the nodes of the graph, from 10² to 10⁵")
  func isLinear() throws {
    let made = try [100, 1_000, 10_000, 100_000].map { try nodesMade(forChainOf: $0) }
    for (small, large) in zip(made, made.dropFirst()) {
      // Up to a written-out beginning of the chain.
      #expect(large <= 11 * small, "\(made)")
    }
    #expect(made[3] <= 30 * 100_000)
  }
}
