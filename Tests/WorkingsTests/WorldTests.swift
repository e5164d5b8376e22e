import Testing

@testable import Algebra
@testable import Workings

@Suite("Worlds")
struct WorldTests {
  let graph = Graph()

  private func evaluator() -> Evaluator {
    Evaluator(graph: graph, builtIns: BuiltInTable([]))
  }

  @Test("override a quantity, and all that depends on it follows")
  func override() throws {
    let x = graph.define("x", as: graph.number(3))
    let double = graph.define("d", as: try graph.multiply(graph.number(2), graph.name(x)))
    let node = try graph.add(graph.name(double), graph.number(1))
    let base = evaluator()
    #expect(try base.value(of: node) == .number(7))
    #expect(try base.evaluator(overriding: [x: .number(10)]).value(of: node) == .number(21))
    #expect(try base.evaluator(overriding: [double: .number(0)]).value(of: node) == .number(1))
    #expect(try base.value(of: node) == .number(7))
  }

  @Test("leave what the override does not reach to the base world")
  func sharing() throws {
    let x = graph.define("x", as: graph.number(3))
    let y = graph.define("y", as: graph.number(4))
    let node = try graph.power(graph.name(y), graph.number(2))
    let there = evaluator().evaluator(overriding: [x: .number(0)])
    #expect(try there.value(of: node) == .number(16))
    #expect(!there.isAffected(node))
  }

  @Test("a leaf without value leaves an expression of what is left")
  func symbols() throws {
    let x = graph.define("x", as: graph.number(3))
    let y = graph.symbol("y")
    let node = try graph.multiply(graph.name(x), graph.name(y))
    guard case .expression(let left) = try evaluator().result(of: node) else {
      Issue.record("a symbol has no value")
      return
    }
    #expect(NodeText(graph).text(of: left) == "3*y")
    let there = evaluator().evaluator(overriding: [y: .number(5)])
    #expect(try there.value(of: node) == .number(15))
  }

  @Test("only the chosen branch is worked out")
  func branches() throws {
    let zero = graph.define("zero", as: graph.number(0))
    let broken = try graph.divide(graph.number(1), graph.name(zero))
    let isZero = try graph.compare(.equal, graph.name(zero), graph.number(0))
    let node = try graph.choose(isZero, graph.number(7), broken)
    #expect(try evaluator().value(of: node) == .number(7))
    #expect(throws: Failure.self) { try evaluator().value(of: broken) }
  }

  @Test("work is counted, and ends with an error")
  func work() throws {
    let x = graph.symbol("x")
    var node = graph.name(x)
    for _ in 0..<100 { node = try graph.add(node, graph.number(1)) }
    let poor = Evaluator(graph: graph, builtIns: BuiltInTable([]), work: Work(50))
    #expect {
      try poor.value(of: node)
    } throws: { ($0 as? Failure)?.code == "work-limit" }
  }
}
