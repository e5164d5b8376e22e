extension Pullback {
  func quotient(_ x: Node, _ y: Node, _ adjoint: Node) throws(Failure) -> [Node?] {
    let square = try graph.power(y, graph.number(2))
    return [
      try quotient(adjoint, by: y),
      try negated(try times(adjoint, try graph.divide(x, square))),
    ]
  }

  func power(_ node: Node, _ x: Node, _ n: Node, _ adjoint: Node) throws(Failure) -> [Node?] {
    let slope = try times(plain(n), try lowered(x, n))
    let growth = try times(named(node), try graph.apply(.log, to: x))
    return [try times(adjoint, slope), try times(adjoint, growth)]
  }

  /// x^(n-1), with the exponent worked out where it is a number.
  private func lowered(_ x: Node, _ n: Node) throws(Failure) -> Node {
    guard case .number(let literal) = graph.operation(of: plain(n)) else {
      return try graph.power(x, try graph.subtract(n, graph.number(1)))
    }
    let exponent = literal.value - .exact(Rational(1))
    return exponent == .exact(Rational(1)) ? x : try graph.power(x, graph.number(exponent))
  }

  /// What a spread repeats; the node itself otherwise.
  private func plain(_ node: Node) -> Node {
    guard case .spread = graph.operation(of: node) else { return node }
    return graph.operands(of: node)[0]
  }

  func elementwise(
    _ function: ElementaryFunction, at x: Node, giving y: Node, _ adjoint: Node
  ) throws(Failure) -> Node? {
    let (one, two) = (graph.number(1), graph.number(2))
    let y = named(y)
    switch function {
    case .exp: return try times(adjoint, y)
    case .log: return try quotient(adjoint, by: x)
    case .sqrt: return try quotient(adjoint, by: try graph.multiply(two, y))
    case .abs: return try times(adjoint, try graph.apply(.sign, to: x))
    case .sign, .floor, .ceil, .round, .step: return nil
    case .sigmoid:
      return try times(adjoint, try graph.multiply(y, try graph.subtract(one, y)))
    case .tanh: return try times(adjoint, try graph.subtract(one, try graph.power(y, two)))
    case .relu:
      let positive = try graph.compare(.greater, x, graph.number(0))
      return try times(adjoint, try graph.choose(positive, one, graph.number(0)))
    case .softplus: return try times(adjoint, try graph.apply(.sigmoid, to: x))
    case .sin: return try times(adjoint, try graph.apply(.cos, to: x))
    case .cos: return try negated(try times(adjoint, try graph.apply(.sin, to: x)))
    case .tan: return try times(adjoint, try graph.add(one, try graph.power(y, two)))
    case .sinh: return try times(adjoint, try graph.apply(.cosh, to: x))
    case .cosh: return try times(adjoint, try graph.apply(.sinh, to: x))
    case .erf:
      let bell = try graph.apply(.exp, to: try graph.negate(try graph.power(x, two)))
      let scale = try graph.divide(two, try graph.apply(.sqrt, to: graph.pi))
      return try times(adjoint, try graph.multiply(scale, bell))
    }
  }

  func chosen(_ operands: [Node], _ adjoint: Node) throws(Failure) -> [Node?] {
    let zero = graph.number(0)
    return [
      nil, try graph.choose(operands[0], adjoint, zero),
      try graph.choose(operands[0], zero, adjoint),
    ]
  }

  func opaque(
    _ id: Quantity.ID, _ orders: [Int], _ operands: [Node], _ adjoint: Node
  ) throws(Failure) -> [Node?] {
    try operands.indices.map { (i) throws(Failure) in
      var raised = orders
      raised[i] += 1
      let derivative = graph.make(.opaque(id, orders: raised), operands, sort: .scalar)
      return try times(adjoint, derivative)
    }
  }
}
