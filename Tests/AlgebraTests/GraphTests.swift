import Testing

@testable import Algebra

@Suite("The graph")
struct GraphTests {
  let graph = Graph()

  private func literal(_ text: String) throws -> Node {
    let value = try #require(Rational(decimal: text))
    return graph.make(.number(Literal(.exact(value), written: text)), sort: .scalar)
  }

  @Test("keeps nodes as they are written: nothing is folded, nothing is reordered")
  func keepsNodesAsWritten() throws {
    let product = try graph.multiply(
      try literal("7"), try graph.power(try literal("5"), try literal("2")))
    let node = try graph.multiply(try literal("8"), try graph.add(product, try literal("1")))
    #expect(NodeText(graph).text(of: node) == "8*(7*5^2 + 1)")
  }

  @Test("shares equal nodes, and tells numbers of one value and two spellings apart")
  func sharesEqualNodes() throws {
    let one = try graph.add(try literal("1"), try literal("2"))
    #expect(one == (try graph.add(try literal("1"), try literal("2"))))
    #expect(try literal("2") != literal("2.0"))
  }

  @Test("knows quantities by identity, not by spelling")
  func knowsQuantitiesByIdentity() {
    let first = graph.symbol("w")
    let second = graph.symbol("w")
    #expect(graph.name(first) != graph.name(second))
  }

  @Test("refuses shapes that do not fit, and names both")
  func refusesShapes() {
    let matrix = graph.name(graph.symbol("A", shape: Shape([2, 3])))
    let other = graph.name(graph.symbol("B", shape: Shape([2, 2])))
    #expect {
      try graph.matrixProduct(matrix, other)
    } throws: { error in
      let text = (error as? Failure)?.text ?? ""
      return text.contains("2×3") && text.contains("2×2")
    }
    let vector = graph.name(graph.symbol("v", shape: Shape([2])))
    let longer = graph.name(graph.symbol("u", shape: Shape([3])))
    #expect(throws: Failure.self) { try graph.add(vector, longer) }
  }

  @Test("spreads a scalar to every entry and a vector to every column")
  func spreads() throws {
    let matrix = graph.name(graph.symbol("A", shape: Shape([2, 3])))
    let vector = graph.name(graph.symbol("v", shape: Shape([2])))
    #expect(graph.shape(of: try graph.add(matrix, vector)) == Shape([2, 3]))
    #expect(graph.shape(of: try graph.multiply(graph.number(2), matrix)) == Shape([2, 3]))
  }

  @Test("takes symbols for sizes: [m, n] by [n] has the shape [m]")
  func takesSymbolicSizes() throws {
    let m = Extent.symbolic(graph.name(graph.symbol("m", domain: .integer)))
    let n = Extent.symbolic(graph.name(graph.symbol("n", domain: .integer)))
    let matrix = graph.name(graph.symbol("A", shape: Shape([m, n])))
    let vector = graph.name(graph.symbol("x", shape: Shape([n])))
    #expect(graph.shape(of: try graph.matrixProduct(matrix, vector)) == Shape([m]))
    #expect(throws: Failure.self) { try graph.matrixProduct(matrix, matrix) }
  }

  @Test("walks a chain of 200,000 nodes without recursion")
  func walksDeepChains() throws {
    var node = graph.name(graph.symbol("x"))
    let one = graph.number(1)
    for _ in 0..<200_000 { node = try graph.add(node, one) }
    #expect(graph.postorder(of: node).count == 200_002)
    #expect(graph.names(in: node).count == 1)
  }
}
