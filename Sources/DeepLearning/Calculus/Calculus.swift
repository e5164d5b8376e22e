import Algebra
import Workings

/// Differentiation, and putting values in.
enum Calculus {
  static let all: [BuiltIn] = [
    derive, gradient, jacobian, hessian, evaluate, substitute, simplify, expand, factor, taylor,
    integrate,
  ]

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
        return .value(value, steps: try Self.working(of: node, there, call.evaluator))
      }
      return .derived(result, steps: [])
    }
  }

  /// The expression with the values put in.
  private static func working(
    of node: Node, _ there: Evaluator, _ base: Evaluator
  ) throws(Failure) -> [Step] {
    let graph = there.graph
    guard case .name(let id) = graph.operation(of: node), var definition = graph.definition(of: id)
    else { return [] }
    // What was worked out stands for itself: not the call, but what came out of it.
    if case .call = graph.operation(of: definition), try base.expansion(of: definition).isDerived,
      case .expression(let result) = try base.result(of: node)
    {
      definition = result
    }
    let links = try Explainer(there, rounding: .significant(4)).chain(of: definition, named: id)
    return [.chain(rule: nil, links)]
  }

  private static let simplify = rewriting(
    "simplify", "an equal expression that is shorter, if there is one",
    "symbols x; simplify(2*x - x)", "x"
  ) { graph, node, evaluator in
    var budget = Budget()
    return graph.simplified(node, knowing: evaluator.facts, budget: &budget)
  }

  private static let expand = rewriting(
    "expand", "products multiplied out", "symbols x; expand(x*(x + 1))", "x^2 + x"
  ) { graph, node, _ in
    var budget = Budget()
    return graph.expanded(node, budget: &budget)
  }

  private static let factor = rewriting(
    "factor", "a sum as a product", "symbols x; factor(x^2 - 1)", "(x - 1)*(x + 1)"
  ) { graph, node, _ in
    var budget = Budget()
    return graph.factored(node, budget: &budget)
  }

  private static func rewriting(
    _ name: String, _ summary: String, _ source: String, _ result: String,
    _ rewrite: @escaping @Sendable (Graph, Node, Evaluator) -> Derivation
  ) -> BuiltIn {
    BuiltIn(
      name, parameters: [.positional("e", .numbers)], summary: summary,
      example: .init(source, gives: result)
    ) { call throws(Failure) in
      let value = try call.evaluator.value(of: try call.node("e"))
      guard case .expression(let written) = value else { return .value(value) }
      let node = try call.evaluator.spelledOut(written)
      let derivation = rewrite(call.graph, node, call.evaluator)
      if derivation.exhausted {
        call.evaluator.keepForm(of: node)
        return .derived(node, steps: [.leftAsItIs(node)])
      }
      let result = derivation.result
      call.evaluator.keepForm(of: result)
      var links: [Link] = []
      for form in [written, node, result] where links.last?.node != form {
        links.append(Link(.equal, form))
      }
      if links.count == 1 { links = [] }
      return .derived(result, steps: links.isEmpty ? [] : [.chain(rule: nil, links)])
    }
  }
}

extension Step {
  /// What is said where writing a formula in another form was given up.
  static func leftAsItIs(_ node: Node) -> Step {
    .sentence([
      .formula(Link(.equal, node)),
      .words(" is left as it is: another form needs more work than its limit allows."),
    ])
  }
}
