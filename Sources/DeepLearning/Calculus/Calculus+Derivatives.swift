import Algebra
import Workings

extension Calculus {
  /// Which of several that tie for a maximum takes the derivative.
  static let ties = Parameter.convention(
    "ties", .choice(TieRule.allCases.map(\.rawValue)), or: .text("first"))

  /// Whether a derivative has the shape of its variable, or the transpose's.
  private static let layout = Parameter.convention(
    "layout", .choice(["gradient", "jacobian"]), or: .text("gradient"))

  static let derive = BuiltIn(
    "derive",
    parameters: [
      .positional("f", .expression), .labelled("wrt", .names),
      .labelled("order", .integer(atLeast: 1), or: .value(.number(1))), layout, ties,
    ],
    summary: "the derivative of a scalar, by the chain rule through the names",
    example: .init("x = 3; derive(x^2, wrt: x)", gives: "6")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let f = try call.node("f")
    let isJacobian = try call.text("layout") == "jacobian"
    let gradient = Gradient(call.evaluator, ties: try call.tieRule())
    if isJacobian, !call.graph.shape(of: f).isScalar {
      let matrix = try Jacobian(of: f, by: ids, gradient)
      return .derived(matrix.node, steps: matrix.steps)
    }
    let inner = derivative(f, call.evaluator)
    var chain = try gradient.chain(of: inner?.name ?? f, by: ids)
    var steps = (inner?.steps ?? []) + chain.working
    for _ in 1..<(try call.integer("order")) {
      chain = try gradient.chain(of: try chain.singleName(), by: ids)
      steps += chain.working
    }
    let result = try chain.stacked()
    return .derived(
      try call.laidOut(result), steps: steps + (try call.transposing(result, chain)))
  }

  /// A derivative that is differentiated again where it stands: its name, such as ∂J/∂x, and its own
  /// working; nil for everything else.
  private static func derivative(
    _ node: Node, _ evaluator: Evaluator
  ) -> (name: Node, steps: [Step])? {
    let graph = evaluator.graph
    guard case .call(let call) = graph.operation(of: node), call.name == derive.name,
      let expansion = try? evaluator.expansion(of: node), case .node(let result) = expansion.result
    else { return nil }
    for case .chain(_, let links) in expansion.steps.reversed() {
      guard let name = links.first?.node, case .name(let id) = graph.operation(of: name),
        case .derivative = graph[id].role, graph.definition(of: id) == result
      else { continue }
      return (name, expansion.steps)
    }
    return nil
  }

  static let gradient = BuiltIn(
    "gradient",
    parameters: [
      .positional("f", .expression), .labelled("wrt", .names),
      .labelled("at", .anything, or: .none), layout, ties,
    ],
    summary: "the vector of the derivatives by several names, at a point if one is given",
    example: .init("symbols x, y; gradient(x^2 + y^2, wrt: [x, y], at: (1, 2))", gives: "[2, 4]")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let gradient = Gradient(call.evaluator, ties: try call.tieRule())
    let chain = try gradient.chain(of: try call.node("f"), by: ids)
    let result = try chain.stacked()
    return try call.expansion(
      of: try call.laidOut(result), by: ids,
      steps: chain.working + (try call.transposing(result, chain)))
  }

  static let jacobian = BuiltIn(
    "jacobian",
    parameters: [
      .positional("F", .expression), .labelled("wrt", .names),
      .labelled("at", .anything, or: .none), ties,
    ],
    summary: "the matrix of the derivatives of every entry (row) by every variable (column)",
    example: .init(
      "symbols x, y; jacobian([x*y, x + y^2], wrt: [x, y], at: (2, 3))", gives: "[[3, 2], [1, 6]]")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let gradient = Gradient(call.evaluator, ties: try call.tieRule())
    let matrix = try Jacobian(of: try call.node("F"), by: ids, gradient)
    return try call.expansion(of: matrix.node, by: ids, steps: matrix.steps)
  }

  static let hessian = BuiltIn(
    "hessian",
    parameters: [
      .positional("f", .expression), .labelled("wrt", .names),
      .labelled("at", .anything, or: .none), ties,
    ],
    summary: "the matrix of the second derivatives, at a point if one is given",
    example: .init(
      "symbols x, y; hessian(x^2*y, wrt: [x, y], at: (1, 2))", gives: "[[4, 2], [2, 0]]")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let gradient = Gradient(call.evaluator, ties: try call.tieRule())
    let second = try Hessian(of: try call.node("f"), by: ids, gradient)
    return try call.expansion(of: second.node, by: ids, steps: second.steps)
  }
}

extension CallContext {
  /// The choice of `ties:`.
  func tieRule() throws(Failure) -> TieRule {
    TieRule(rawValue: try text("ties")) ?? .first
  }

  /// A gradient as it is, or transposed where the Jacobian's layout is asked for.
  fileprivate func laidOut(_ node: Node) throws(Failure) -> Node {
    guard try text("layout") == "jacobian", (1...2).contains(graph.shape(of: node).rank) else {
      return node
    }
    return try graph.transpose(node)
  }

  /// (∂f/∂x)ᵀ = …, where the Jacobian's layout is asked for.
  fileprivate func transposing(
    _ node: Node, _ chain: Gradient.Chain
  ) throws(Failure) -> [Step] {
    let whole = try laidOut(node)
    guard whole != node else { return [] }
    let name = chain.variables.count == 1 ? try chain.singleName() : node
    return [
      .chain(rule: "transposed", [Link(.equal, try graph.transpose(name)), Link(.equal, whole)])
    ]
  }

  /// A derivative, evaluated where `at:` gives a point.
  fileprivate func expansion(
    of node: Node, by ids: [Quantity.ID], steps: [Step]
  ) throws(Failure) -> Expansion {
    guard let point = operand("at") else { return .derived(node, steps: steps) }
    let values = try self.point(try evaluator.value(of: point), of: ids)
    let value = try evaluator.evaluator(overriding: values).result(of: node)
    let there = Explainer(evaluator, rounding: .significant(4))
    var put: [(Quantity.ID, Node)] = []
    for id in ids {
      if let value = values[id] { put.append((id, evaluator.node(for: value, as: graph.name(id)))) }
    }
    let head = graph.call("evaluate", node, putting: put, value.sort(in: graph))
    let shown = [Link(.equal, head), Link(.equal, node, .numbers(values))]
    return .value(value, steps: steps + [.chain(rule: nil, shown + there.valueLinks(value))])
  }

  /// The values of quantities at a point: one for one, or entry by entry.
  ///
  /// - Parameters:
  ///   - value: The point as it was written.
  ///   - ids: The quantities it gives a place to.
  /// - Returns: A value for each of them.
  /// - Throws: `wrong-shape` where there are not as many.
  func point(_ value: Value, of ids: [Quantity.ID]) throws(Failure) -> [Quantity.ID: Value] {
    var entries: [Value]
    switch value {
    case .list(let items): entries = items
    case .tensor(let tensor) where tensor.rank > 0 && ids.count > 1:
      entries = (0..<tensor.shape[0]).map { place in
        let row = tensor.row(place)
        return row.rank == 0 ? .number(row[flat: 0]) : .tensor(row)
      }
    case .tensor(let tensor) where tensor.count == 1 && graph[ids[0]].sort == .scalar:
      entries = [.number(tensor[flat: 0])]
    case .expression(let node) where ids.count > 1:
      entries = []
      for place in ids.indices {
        entries.append(
          try evaluator.value(of: try graph.index(node, at: [graph.number(place + 1)])))
      }
    case .number, .truth, .text, .tensor, .expression, .interval, .sample, .dataSet, .record,
      .function, .trace, .network, .figure, .listing, .names:
      entries = [value]
    }
    guard entries.count == ids.count else {
      throw Failure(
        "wrong-shape", "the point has \(entries.count) entries, and there are \(ids.count) names",
        at: operand("at"))
    }
    return Dictionary(zip(ids, entries)) { first, _ in first }
  }
}
