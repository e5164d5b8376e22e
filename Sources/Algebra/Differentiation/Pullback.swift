/// Carries an adjoint from a node to its operands: one rule an operation, in matrix notation.
///
/// For C = A·B with adjoint C̄ the adjoints are C̄·Bᵀ and Aᵀ·C̄; a spread's is the sum over what it
/// spread. Sizes may be symbols, since no rule looks at entries.
struct Pullback {
  /// The most factors of a product whose derivative is written without a division.
  static let factorLimit = 64

  let graph: Graph
  /// Which of several that tie for a maximum takes the adjoint.
  var ties = TieRule.first
  /// Names for nodes that are a named quantity's definition, so that σ' comes out as q(1 − q).
  var names: [Node: Node] = [:]

  /// The node by its name, where it has one.
  func named(_ node: Node) -> Node { names[node] ?? node }

  /// The adjoints of the operands that have one; nil stands for zero.
  ///
  /// - Parameters:
  ///   - node: The node that was computed.
  ///   - adjoint: The derivative of the root by `node`, in the shape of `node`.
  /// - Returns: One adjoint an operand, in the operand's shape.
  /// - Throws: `not-differentiable`.
  func adjoints(of node: Node, _ adjoint: Node) throws(Failure) -> [Node?] {
    let operands = graph.operands(of: node)
    switch graph.operation(of: node) {
    case .number, .constant, .truth, .text, .name, .names: return []
    case .add: return [adjoint, adjoint]
    case .subtract: return [adjoint, try negated(adjoint)]
    case .negate: return [try negated(adjoint)]
    case .multiply:
      return [try times(adjoint, operands[1]), try times(adjoint, operands[0])]
    case .divide: return try quotient(operands[0], operands[1], adjoint)
    case .power: return try power(node, operands[0], operands[1], adjoint)
    case .elementwise(let function):
      return [try elementwise(function, at: operands[0], giving: node, adjoint)]
    case .larger, .smaller: return try extremum(node, operands, adjoint)
    case .spread: return [try gathered(adjoint, into: graph.shape(of: operands[0]))]
    case .matrixProduct: return try product(operands[0], operands[1], adjoint)
    case .inner:
      let shape = graph.shape(of: operands[0])
      let spread = try spread(adjoint, to: shape)
      return [try times(spread, operands[1]), try times(spread, operands[0])]
    case .outer:
      let shapes = operands.map { graph.shape(of: $0) }
      return [
        try reshaped(try graph.matrixProduct(adjoint, operands[1]), to: shapes[0]),
        try reshaped(
          try graph.matrixProduct(try graph.transpose(adjoint), operands[0]), to: shapes[1]),
      ]
    case .transpose:
      let shape = graph.shape(of: operands[0])
      return [shape.rank == 1 ? try reshaped(adjoint, to: shape) : try graph.transpose(adjoint)]
    case .inverse: return [try inverse(node, adjoint)]
    case .determinant: return [try determinant(node, operands[0], adjoint)]
    case .trace: return [try trace(operands[0], adjoint)]
    case .rank: return [nil]
    case .softmax: return [try softmax(node, adjoint)]
    case .logSoftmax: return [try logSoftmax(operands[0], adjoint)]
    case .reduce(let reduction): return [try reduced(reduction, node, operands[0], adjoint)]
    case .reshape: return [try reshaped(adjoint, to: graph.shape(of: operands[0]))]
    case .stack:
      // Every entry of what repeats a number is that number.
      if let scalar = repeated(adjoint) {
        return try operands.map { (entry) throws(Failure) in
          try spread(scalar, to: graph.shape(of: entry))
        }
      }
      return try operands.indices.map { (i) throws(Failure) in
        try graph.index(adjoint, at: [graph.number(i + 1)])
      }
    case .index:
      return [try scattered(node, operands, adjoint)] + operands.dropFirst().map { _ in nil }
    case .slice: return [try embedded(node, operands, adjoint), nil, nil]
    case .concatenate: return try parted(operands, adjoint)
    case .diagonal: return [try onDiagonal(node, operands[0], adjoint)]
    case .compare, .and, .or, .not: return operands.map { _ in nil }
    case .choose: return try chosen(operands, adjoint)
    case .apply: return operands.dropLast().map { _ in nil } + [adjoint]
    case .opaque(let id, let orders): return try opaque(id, orders, operands, adjoint)
    case .over(let binder) where binder.collector == .product:
      throw .notDifferentiable(
        NodeText(graph).text(of: node), at: node,
        hint: "write its logarithm as a sum, or give the range known ends")
    case .over, .call, .sample, .interval, .list, .record, .field:
      throw .notDifferentiable(NodeText(graph).text(of: node), at: node)
    }
  }

  // Products and sums that leave out what changes nothing.

  func times(_ left: Node, _ right: Node) throws(Failure) -> Node {
    if isOne(left) && graph.sort(of: left) == graph.sort(of: right) { return right }
    if isOne(right) && graph.sort(of: left) == graph.sort(of: right) { return left }
    if let chosen = try inBranch(left, times: right) { return chosen }
    if let left = opposite(left) { return try negated(try times(left, right)) }
    if let right = opposite(right) { return try negated(try times(left, right)) }
    if let product = try scaledProduct(left, right) { return product }
    return try graph.multiply(left, right)
  }

  /// Numbers in front: λ times 2W is (2λ)W, and what two spreads repeat is multiplied first.
  ///
  /// Nil for scalars, whose factors show where they come from.
  private func scaledProduct(_ left: Node, _ right: Node) throws(Failure) -> Node? {
    let shape = graph.shape(of: right)
    guard !shape.isScalar, graph.shape(of: left) == shape, let scale = repeated(left) else {
      return nil
    }
    if let other = repeated(right) { return graph.spread(try times(scale, other), to: shape) }
    guard case .multiply = graph.operation(of: right),
      let number = repeated(graph.operands(of: right)[0])
    else { return nil }
    let isFirst = isNumber(number) && !isNumber(scale)
    let factor = isFirst ? try times(number, scale) : try times(scale, number)
    return try graph.multiply(graph.spread(factor, to: shape), graph.operands(of: right)[1])
  }

  /// The scalar that a spread repeats.
  private func repeated(_ node: Node) -> Node? {
    guard case .spread = graph.operation(of: node) else { return nil }
    let inner = graph.operands(of: node)[0]
    return graph.shape(of: inner).isScalar ? inner : nil
  }

  func quotient(_ left: Node, by right: Node) throws(Failure) -> Node {
    if let left = opposite(left) { return try negated(try quotient(left, by: right)) }
    return try graph.divide(left, right)
  }

  func sum(_ left: Node, _ right: Node) throws(Failure) -> Node {
    if let chosen = try inBranches(left, plus: right) { return chosen }
    if let right = opposite(right) { return try graph.subtract(left, right) }
    return try graph.add(left, right)
  }

  func spread(_ node: Node, to shape: Shape) throws(Failure) -> Node {
    if let inner = opposite(node) { return try negated(graph.spread(inner, to: shape)) }
    return graph.spread(node, to: shape)
  }

  /// What a negated node negates.
  func opposite(_ node: Node) -> Node? {
    guard case .negate = graph.operation(of: node) else { return nil }
    return graph.operands(of: node)[0]
  }

  func negated(_ node: Node) throws(Failure) -> Node {
    if case .negate = graph.operation(of: node) { return graph.operands(of: node)[0] }
    return try graph.negate(node)
  }

  func isOne(_ node: Node) -> Bool {
    if case .number(let literal) = graph.operation(of: node) {
      return literal.value == .exact(Rational(1))
    }
    guard case .spread = graph.operation(of: node) else { return false }
    return isOne(graph.operands(of: node)[0])
  }
}
