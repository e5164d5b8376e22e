private import BigInt

extension Simplifier {
  /// Number and factors as one node: number, scalars, then tensors, above and below the line.
  func assembled(_ coefficient: Real, _ factors: [Written]) throws(Exhausted) -> Node {
    let magnitude = coefficient.isNegative ? -coefficient : coefficient
    let scalars = factors.filter(\.isScalar)
    let tensors = factors.filter { !$0.isScalar }
    let hasDivisor = scalars.contains { $0.exponent < 0 }
    let hasLine = hasDivisor || tensors.contains { $0.exponent < 0 }
    // -2x carries its sign in the number, -(2x/y) in front of the line.
    let isSigned = coefficient.isNegative && !hasLine && !isUnit(magnitude)
    let (prefix, above, below) = numbers(
      isSigned ? coefficient : magnitude, isSplit: hasDivisor, alone: factors.isEmpty)
    let top = try joined([prefix, above].compactMap { $0 } + ordered(scalars, sign: 1))
    let bottom = try joined([below].compactMap { $0 } + ordered(scalars, sign: -1))
    let tensorTop = try joined(ordered(tensors, sign: 1))
    let tensorBottom = try joined(ordered(tensors, sign: -1))

    var result: Node
    if let tensorBottom {
      let numerator = try joined([top, tensorTop].compactMap { $0 }) ?? graph.number(1)
      let denominator = try joined([bottom, tensorBottom].compactMap { $0 }) ?? tensorBottom
      result = try made(.divide, numerator, denominator)
    } else if let tensorTop {
      switch (top, bottom) {
      case (nil, nil): result = tensorTop
      case (nil, let bottom?): result = try made(.divide, tensorTop, bottom)
      case (let top?, nil): result = try made(.multiply, top, tensorTop)
      case (let top?, let bottom?):
        result = try made(.multiply, try made(.divide, top, bottom), tensorTop)
      }
    } else {
      result = top ?? graph.number(1)
      if let bottom { result = try made(.divide, result, bottom) }
    }
    guard coefficient.isNegative, !isSigned else { return result }
    if factors.isEmpty { return numberNode(coefficient) }
    return try opposite(result)
  }

  /// The number as a factor of its own (2/3), or as factors above and below the line.
  private func numbers(
    _ number: Real, isSplit: Bool, alone: Bool
  ) -> (prefix: Node?, above: Node?, below: Node?) {
    if number == .one { return (nil, nil, nil) }
    guard let rational = number.rational, !rational.isInteger, !alone,
      !(writesDecimals && Simplifier.endsAsDecimal(rational)),
      isSplit || rational.numerator == 1
    else { return (numberNode(number), nil, nil) }
    let above: Node? =
      rational.numerator == 1 ? nil : graph.number(.exact(Rational(rational.numerator)))
    return (nil, above, graph.number(.exact(Rational(rational.denominator))))
  }

  /// Whether the number is 1 over an integer, so that it only shows below the line.
  private func isUnit(_ magnitude: Real) -> Bool {
    magnitude.rational?.numerator == 1
  }

  /// Numbers such as `sqrt(2)`, then letters in the order in which products have them, then
  /// what is written first, then what was made since.
  private func rank(_ node: Node) -> (Int, Int, Node) {
    let isNumber = graph.operands(of: node).allSatisfy { literal($0) != nil }
    if isNumber, !graph.operands(of: node).isEmpty { return (-2, 0, node) }
    if case .name(let id) = graph.operation(of: node), graph.shape(of: node).isScalar,
      graph[id].role == .author
    {
      return (-1, letterRanks[node] ?? .max, node)
    }
    return (ranks[node] ?? .max, 0, node)
  }

  /// Factors of one side of the line: atoms that occur in a sum, the sums, the other atoms.
  private func ordered(_ factors: [Written], sign: Int) throws(Exhausted) -> [Node] {
    let own = factors.filter { $0.exponent * sign > 0 }
    let sums = own.filter { $0.sum != nil }
    let inSums = sums.reduce(into: Set<Node>()) { $0.formUnion($1.sum ?? []) }
    // Ranks first: a sort that looks them up would hold on to the whole simplifier.
    var ranked: [(rank: (Int, Int, Node), factor: Written)] = []
    for factor in own where factor.sum == nil { ranked.append((rank(factor.node), factor)) }
    let atoms = ranked.sorted { $0.rank < $1.rank }.map(\.factor)
    let parts =
      atoms.filter { inSums.contains($0.node) } + sums
      + atoms.filter { !inSums.contains($0.node) }
    var nodes: [Node] = []
    for part in parts {
      let exponent = part.exponent.magnitude
      nodes.append(
        exponent == 1
          ? part.node : try made(.power, part.node, graph.number(Int(exponent))))
    }
    return nodes
  }

  private func joined(_ nodes: [Node]) throws(Exhausted) -> Node? {
    guard var result = nodes.first else { return nil }
    for node in nodes.dropFirst() { result = try made(.multiply, result, node) }
    return result
  }
}
