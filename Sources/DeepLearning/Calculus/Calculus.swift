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
      let steps = try call.working(of: node, giving: value, there)
      guard case .expression(let result) = value else { return .value(value, steps: steps) }
      return .derived(result, steps: steps)
    }
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
    "factor", "a sum as a product", "symbols x; factor(x^2 - 1)", "(x - 1)*(x + 1)",
    none: " is left as it is: no factors with rational coefficients were found."
  ) { graph, node, _ in
    var budget = Budget()
    return graph.factored(node, budget: &budget)
  }

  private static func rewriting(
    _ name: String, _ summary: String, _ source: String, _ result: String,
    none: String? = nil,
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
      let explainer = Explainer(call.evaluator, rounding: .significant(4))
      var links: [Link] = []
      for link in [written, node, result].map({ Link(.equal, $0) }) {
        if let last = links.last, explainer.looksAlike(last, link) { continue }
        links.append(link)
      }
      if explainer.looksAlike(Link(.equal, node), Link(.equal, result)), let none {
        return .derived(result, steps: [.sentence([.formula(Link(.equal, node)), .words(none)])])
      }
      return .derived(result, steps: links.count == 1 ? [] : [.chain(rule: nil, links)])
    }
  }
}

extension CallContext {
  /// What the values put in make of a formula: e|ₓ₌₂ = x² + y|ₓ₌₂ = 2² + 1 = 5.
  fileprivate func working(
    of node: Node, giving value: Value, _ there: Evaluator
  ) throws(Failure) -> [Step] {
    guard value.isWritten else { return [] }
    var links = [Link(.equal, withValues(node, value))]
    var formula = node
    if case .name(let id) = graph.operation(of: node), let definition = graph.definition(of: id),
      !substitutions.contains(where: { $0.0 == id })
    {
      formula = definition
      // What was worked out stands for itself: not the call, but what came out of it.
      if case .call = graph.operation(of: definition),
        try evaluator.expansion(of: definition).isDerived,
        case .expression(let result) = try evaluator.result(of: node)
      {
        formula = result
      }
      links.append(Link(.equal, withValues(formula, value)))
    }
    let explainer = Explainer(there, rounding: .significant(4))
    links += try explainer.chain(of: formula, named: nil).filter { $0.view != .names }
    if case .expression(let result) = value { links.append(Link(.equal, result)) }
    return [.chain(rule: nil, links)]
  }

  /// A formula with the values of this call behind it.
  private func withValues(_ node: Node, _ value: Value) -> Node {
    graph.call(
      builtIn.name, node, putting: substitutions.map { ($0.0, $0.1) }, value.sort(in: graph))
  }
}

extension Graph {
  /// The call that puts values into a formula: f|ₓ₌₂.
  func call(
    _ name: String, _ node: Node, putting values: [(Quantity.ID, Node)], _ sort: Sort
  ) -> Node {
    var (operands, labels): ([Node], [String?]) = ([node], [nil])
    for (id, value) in values {
      let label = self[id].name.spelling
      operands += [value, make(.names([id]), sort: .data(.names))]
      labels += [label, label]
    }
    return make(.call(Call(name, labels: labels)), operands, sort: sort)
  }
}

extension Value {
  /// Whether it is a number, a tensor, a formula or a condition, which a chain of equations gives.
  fileprivate var isWritten: Bool {
    switch self {
    case .number, .tensor, .expression, .truth: true
    case .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network, .figure,
      .listing, .names:
      false
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
