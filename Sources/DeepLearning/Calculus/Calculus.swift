import Algebra
import Workings

/// Differentiation, and putting values in.
enum Calculus {
  static let all: [BuiltIn] = [derive, gradient, evaluate, substitute, simplify, expand, factor]

  private static let derive = BuiltIn(
    "derive",
    parameters: [
      .positional("f", .expression), .labelled("wrt", .names),
      .labelled("order", .integer(atLeast: 1), or: .value(.number(1))),
    ],
    summary: "the derivative of a scalar, by the chain rule through the names",
    example: .init("x = 3; derive(x^2, wrt: x)", gives: "6")
  ) { call throws(Failure) in
    let gradient = Gradient(call.evaluator)
    var chain = try gradient.chain(of: try call.node("f"), by: try call.names("wrt"))
    var steps = chain.working
    for _ in 1..<(try call.integer("order")) {
      chain = try gradient.chain(of: try chain.single(), by: try call.names("wrt"))
      steps += chain.working
    }
    return .derived(try chain.stacked(), steps: steps)
  }

  private static let gradient = BuiltIn(
    "gradient",
    parameters: [
      .positional("f", .expression), .labelled("wrt", .names),
      .labelled("at", .numbers, or: .none),
    ],
    summary: "the vector of the derivatives by several names, at a point if one is given",
    example: .init("symbols x, y; gradient(x^2 + y^2, wrt: [x, y], at: (1, 2))", gives: "[2, 4]")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let chain = try Gradient(call.evaluator).chain(of: try call.node("f"), by: ids)
    let whole = try chain.stacked()
    guard let point = call.operand("at") else { return .derived(whole, steps: chain.working) }
    var values: [Quantity.ID: Value] = [:]
    for (place, id) in ids.enumerated() {
      let entry = try call.graph.index(point, at: [call.graph.number(place + 1)])
      values[id] = try call.evaluator.value(of: entry)
    }
    return .value(
      try call.evaluator.evaluator(overriding: values).result(of: whole), steps: chain.working)
  }

  private static let evaluate = putting(
    "evaluate", "the value with other values put in for names", "x = 1; evaluate(x + 1, x: 2)", "3")

  private static let substitute = putting(
    "substitute", "the expression with others put in for names",
    "symbols x; substitute(x^2 + x, x: 3)", "12")

  private static func putting(
    _ name: String, _ summary: String, _ source: String, _ result: String
  ) -> BuiltIn {
    BuiltIn(
      name,
      parameters: [.positional("e", .expression), .labelled("values", .substitutions, or: .none)],
      summary: summary, example: .init(source, gives: result)
    ) { call throws(Failure) in
      var values: [Quantity.ID: Value] = [:]
      for (id, node) in call.substitutions { values[id] = try call.evaluator.value(of: node) }
      let there = call.evaluator.evaluator(overriding: values)
      let node = try call.node("e")
      let value = try there.result(of: node)
      guard case .expression(let result) = value else {
        return .value(value, steps: try Self.working(of: node, values, there))
      }
      return .derived(result, steps: [])
    }
  }

  /// The expression with the values put in.
  private static func working(
    of node: Node, _ values: [Quantity.ID: Value], _ there: Evaluator
  ) throws(Failure) -> [Step] {
    let graph = there.graph
    guard case .name(let id) = graph.operation(of: node), let definition = graph.definition(of: id)
    else { return [] }
    let links = try Explainer(there, rounding: .significant(4)).chain(of: definition, named: id)
    return [.chain(rule: nil, links)]
  }

  private static let simplify = rewriting(
    "simplify", "an equal expression that is shorter, if there is one",
    "symbols x; simplify(2*x - x)", "x"
  ) { graph, node, evaluator in
    var budget = Budget()
    return graph.simplified(node, knowing: evaluator.facts, budget: &budget).result
  }

  private static let expand = rewriting(
    "expand", "products multiplied out", "symbols x; expand(x*(x + 1))", "x^2 + x"
  ) { graph, node, _ in
    var budget = Budget()
    return graph.expanded(node, budget: &budget).result
  }

  private static let factor = rewriting(
    "factor", "a sum as a product", "symbols x; factor(x^2 - 1)", "(x - 1)*(x + 1)"
  ) { graph, node, _ in
    var budget = Budget()
    return graph.factored(node, budget: &budget).result
  }

  private static func rewriting(
    _ name: String, _ summary: String, _ source: String, _ result: String,
    _ rewrite: @escaping @Sendable (Graph, Node, Evaluator) -> Node
  ) -> BuiltIn {
    BuiltIn(
      name, parameters: [.positional("e", .numbers)], summary: summary,
      example: .init(source, gives: result)
    ) { call throws(Failure) in
      let value = try call.evaluator.value(of: try call.node("e"))
      guard case .expression(let node) = value else { return .value(value) }
      let result = rewrite(call.graph, node, call.evaluator)
      let links = node == result ? [] : [Link(.equal, node), Link(.equal, result)]
      return .derived(result, steps: links.isEmpty ? [] : [.chain(rule: nil, links)])
    }
  }
}
