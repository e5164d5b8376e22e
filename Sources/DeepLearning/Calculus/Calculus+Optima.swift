import Algebra
import Workings

extension Calculus {
  static let optima: [BuiltIn] = [
    extremum("maximize", true, "the place and size of the largest value", "1/2"),
    extremum("minimize", false, "the place and size of the smallest value", "0"),
    estimate, likelihood,
  ]

  private static func extremum(
    _ name: String, _ isMaximum: Bool, _ summary: String, _ result: String
  ) -> BuiltIn {
    BuiltIn(
      name,
      parameters: [.positional("f", .expression), .labelled("over", .binder)],
      summary: summary + " over a range, from the zeros of the derivative and the ends",
      example: .init("best = \(name)(x*(1 - x), over: x in 0...1); best.x", gives: result)
    ) { call throws(Failure) in
      guard let name = call.boundName("over") else { throw .noRange(call, "over") }
      let f = try call.node("f")
      let body: Node
      if case .expression(let node) = try call.value(of: f, along: name) {
        body = node
      } else {
        body = f
      }
      return try optimum(of: body, by: name.quantity, in: name.domain, isMaximum, call)
        .expansion()
    }
  }

  private static let estimate = BuiltIn(
    "map_estimate",
    parameters: [
      .labelled("likelihood", .expression), .labelled("prior", .expression),
      .labelled("for", .names), .labelled("over", .anything),
    ],
    summary: "where likelihood times prior is largest: the mode of the posterior",
    source: "Bishop, Pattern Recognition and Machine Learning, section 1.2.3",
    example: .init(
      "symbols p; best = map_estimate(likelihood: p, prior: 2*(1 - p), for: p, over: 0...1); best.p",
      gives: "1/2")
  ) { call throws(Failure) in
    let graph = call.graph
    let product = try graph.multiply(try call.node("likelihood"), try call.node("prior"))
    let id = try call.variable("for")
    let posterior = try call.free(product, of: id)
    let steps: [Step] = [
      .sentence([.words("The posterior is proportional to likelihood times prior:")]),
      .chain(
        rule: nil,
        product == posterior
          ? [Link(.equal, product)] : [Link(.equal, product), Link(.equal, posterior)]),
    ]
    let symbolic = SymbolicEstimate(
      evaluator: call.evaluator, variable: id, likelihood: posterior)
    if symbolic.isNeeded { return try symbolic.expansion(after: steps) }
    return try optimum(of: posterior, by: id, in: try call.node("over"), true, call)
      .expansion(after: steps)
  }

  private static let likelihood = BuiltIn(
    "mle",
    parameters: [
      .labelled("likelihood", .expression), .labelled("for", .names),
      .labelled("over", .anything),
    ],
    summary: "where a likelihood is largest",
    source: "Bishop, Pattern Recognition and Machine Learning, section 1.2.4",
    example: .init(
      "symbols p; best = mle(likelihood: p*(1 - p)^2, for: p, over: 0...1); best.p", gives: "1/3")
  ) { call throws(Failure) in
    let id = try call.variable("for")
    let body = try call.free(try call.node("likelihood"), of: id)
    let symbolic = SymbolicEstimate(evaluator: call.evaluator, variable: id, likelihood: body)
    if symbolic.isNeeded { return try symbolic.expansion(after: []) }
    return try optimum(of: body, by: id, in: try call.node("over"), true, call).expansion()
  }

  private static func optimum(
    of body: Node, by id: Quantity.ID, in domain: Node, _ isMaximum: Bool, _ call: CallContext
  ) throws(Failure) -> Optimum {
    guard case .interval(let low, let high) = try call.evaluator.value(of: domain),
      low.double.isFinite, high.double.isFinite
    else { throw .noRange(call, "over") }
    return Optimum(
      evaluator: call.evaluator, variable: id, body: body, low: low, high: high,
      isMaximum: isMaximum)
  }
}

extension CallContext {
  /// The one name of an option.
  func variable(_ label: String) throws(Failure) -> Quantity.ID {
    let ids = try names(label)
    guard ids.count == 1, let id = ids.first, graph[id].sort == .scalar else {
      throw Failure(
        "argument-count", "'\(builtIn.name)' takes one scalar name for '\(label)'",
        at: operand(label))
    }
    return id
  }

  /// An expression in which a quantity stands for itself, also where it has a value.
  func free(_ node: Node, of id: Quantity.ID) throws(Failure) -> Node {
    let there = evaluator.evaluator(overriding: [id: .expression(graph.name(id))])
    guard case .expression(let body) = try there.value(of: node) else { return node }
    return body
  }
}

extension Failure {
  fileprivate static func noRange(_ call: CallContext, _ label: String) -> Failure {
    Failure(
      "wrong-type", "'\(call.builtIn.name)' needs a range a...b with numbers as ends",
      at: call.operand(label), hint: "write \(label): x in 0...1, or 0...1")
  }
}
