extension Simplifier {
  /// A linear operation with the scalars in front; nil where it stays an atom as it is.
  mutating func linearForm(
    _ node: Node, _ operation: Operation, _ operands: [Node]
  ) throws(Exhausted) -> PowerProduct? {
    switch operation {
    case .matrixProduct, .inner, .outer, .spread, .diagonal, .trace, .reshape, .reduce(.sum),
      .transpose:
      break
    case .inverse: return try inverseForm(operands[0])
    case .reduce(let reduction): return try extremeForm(reduction, operands[0])
    case .index: return try entryForm(operands)
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .larger, .smaller, .determinant, .rank, .softmax, .logSoftmax, .stack,
      .concatenate,
      .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample,
      .interval, .list, .record, .field, .names:
      return nil
    }
    var scalars = PowerProduct.one
    var parts: [Node] = []
    for operand in operands {
      let form = form(of: operand)
      if form.isZero { return .zero }
      let (scalar, rest) = split(form)
      guard let next = try product(scalars, scalar) else { return nil }
      scalars = next
      parts.append(
        scalar == .one
          ? simplified(operand) : try written(rest, shape: graph.shape(of: operand)))
    }
    if scalars != .one { rule = .linearity }
    if let known = try overConstant(operation, parts[0]) {
      rule = .knownEntries
      return try product(scalars, known)
    }
    let inner: Node
    if operation == .transpose {
      inner = try transposed(parts[0])
      if inner != clean[node] { rule = .transposes }
    } else {
      inner = graph.make(operation, parts, sort: graph.sort(of: node))
    }
    return try product(scalars, form(of: inner))
  }

  /// The scalar factors of a product, and the tensors.
  func split(_ product: PowerProduct) -> (scalar: PowerProduct, rest: PowerProduct) {
    let scalars = product.powers.filter { isScalar(factor: $0.factor) }
    let tensors = product.powers.filter { !isScalar(factor: $0.factor) }
    return (PowerProduct(product.coefficient, scalars), PowerProduct(.one, tensors))
  }

  /// The transpose with transposes inside products, where they may meet another.
  private mutating func transposed(_ root: Node) throws(Exhausted) -> Node {
    var done: [Node: Node] = [:]
    var stack = [root]
    while let node = stack.last {
      try budget.charge(1)
      let operands = graph.operands(of: node)
      let isMatrixProduct =
        graph.operation(of: node) == .matrixProduct
        && operands.allSatisfy { graph.shape(of: $0).rank == 2 }
      if isMatrixProduct {
        let missing = operands.filter { done[$0] == nil }
        guard missing.isEmpty, let left = done[operands[0]], let right = done[operands[1]] else {
          stack.append(contentsOf: missing)
          continue
        }
        done[node] = graph.make(
          .matrixProduct, [right, left], sort: .number(transposed(graph.shape(of: node))))
      } else {
        done[node] = transposedLeaf(node, operands)
      }
      stack.removeLast()
    }
    return done[root] ?? root
  }

  private func transposedLeaf(_ node: Node, _ operands: [Node]) -> Node {
    let shape = graph.shape(of: node)
    let sort = Sort.number(transposed(shape))
    switch graph.operation(of: node) {
    case .transpose where graph.shape(of: operands[0]).rank == 2: return operands[0]
    case .outer: return graph.make(.outer, [operands[1], operands[0]], sort: sort)
    case .diagonal: return node
    case .spread where graph.shape(of: operands[0]).isScalar:
      return graph.spread(operands[0], to: transposed(shape))
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .transpose,
      .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack,
      .concatenate, .index,
      .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample,
      .interval, .list, .record, .field, .names:
      return graph.make(.transpose, [node], sort: sort)
    }
  }

  private func transposed(_ shape: Shape) -> Shape {
    shape.rank == 1
      ? Shape([.known(1), shape.extents[0]]) : Shape(Array(shape.extents.reversed()))
  }

  /// The sum or trace of equal entries, or their transpose.
  private mutating func overConstant(
    _ operation: Operation, _ operand: Node
  ) throws(Exhausted) -> PowerProduct? {
    let form = form(of: operand)
    guard form == .one else { return nil }
    let extents = graph.shape(of: operand).extents
    switch operation {
    case .reduce(.sum): return try count(extents)
    case .trace: return try count(Array(extents.prefix(1)))
    case .reshape, .transpose, .spread: return .one
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .larger, .smaller, .matrixProduct, .inner, .outer, .diagonal,
      .inverse, .determinant, .rank, .softmax, .logSoftmax, .reduce, .stack, .concatenate, .index,
      .slice, .compare,
      .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list,
      .record, .field, .names:
      return nil
    }
  }

  /// The number of entries: the product of the extents.
  private mutating func count(_ extents: [Extent]) throws(Exhausted) -> PowerProduct? {
    var result = PowerProduct.one
    for extent in extents {
      let length: PowerProduct
      switch extent {
      case .known(let size): length = PowerProduct(Real(size))
      case .symbolic(let node): length = form(of: node)
      }
      guard let next = try product(result, length) else { return nil }
      result = next
    }
    return result
  }

  private mutating func inverseForm(_ operand: Node) throws(Exhausted) -> PowerProduct? {
    let form = form(of: operand)
    if form.isZero { return nil }
    let (scalar, rest) = split(form)
    let inner =
      scalar == .one
      ? simplified(operand) : try written(rest, shape: graph.shape(of: operand))
    if graph.operation(of: inner) == .inverse {
      rule = .inverseFunctions
      return try product(self.form(of: graph.operands(of: inner)[0]), scalar, power: -1)
    }
    guard scalar != .one else { return nil }
    rule = .linearity
    let inverse = graph.make(.inverse, [inner], sort: graph.sort(of: operand))
    return try product(self.form(of: inverse), scalar, power: -1)
  }

  /// The largest or smallest of equal entries, and their product.
  private mutating func extremeForm(
    _ reduction: Reduction, _ operand: Node
  ) throws(Exhausted) -> PowerProduct? {
    let (scalar, rest) = split(form(of: operand))
    guard rest == .one else { return nil }
    let count = graph.shape(of: operand).count
    switch reduction {
    case .max, .min:
      guard let count, count > 0 else { return nil }
      rule = .knownEntries
      return scalar
    case .product:
      guard let count else { return nil }
      rule = .knownEntries
      return try product(.one, scalar, power: count)
    case .sum, .argmax, .argmin: return nil
    }
  }

  /// The entry of a stack at a known position.
  private mutating func entryForm(_ operands: [Node]) throws(Exhausted) -> PowerProduct? {
    let tensor = simplified(operands[0])
    let entries = graph.operands(of: tensor)
    guard graph.operation(of: tensor) == .stack, operands.count == 2,
      let position = literal(operands[1])?.rational?.integer, (1...entries.count).contains(position)
    else { return nil }
    rule = .knownEntries
    return form(of: entries[position - 1])
  }
}
