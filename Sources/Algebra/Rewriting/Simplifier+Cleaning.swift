extension Simplifier {
  /// An operation without neutral numbers and with numbers put together; nil if nothing changes.
  mutating func cleaned(
    _ operation: Operation, _ operands: [Node], shape: Shape
  ) throws(Exhausted) -> Node? {
    let numbers = operands.map(literal)
    let result: Node?
    switch operation {
    case .add: result = try cleanedSum(operands, numbers, isDifference: false)
    case .subtract: result = try cleanedSum(operands, numbers, isDifference: true)
    case .multiply: result = try cleanedProduct(operands, numbers)
    case .divide: result = try cleanedQuotient(operands, numbers)
    case .power: result = try cleanedPower(operands, numbers)
    case .negate:
      if let number = numbers[0] {
        result = numberNode(-number)
      } else {
        result = inner(of: operands[0], .negate)
      }
    case .spread: return graph.spread(operands[0], to: shape)
    case .number, .constant, .truth, .text, .name, .elementwise, .larger, .smaller,
      .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant, .trace,
      .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate, .index, .slice,
      .compare, .and, .or, .not,
      .choose, .over, .opaque, .call, .apply, .sample, .interval, .list, .record, .field, .names:
      result = nil
    }
    return result.map { graph.spread($0, to: shape) }
  }

  private mutating func cleanedSum(
    _ operands: [Node], _ numbers: [Real?], isDifference: Bool
  ) throws(Exhausted) -> Node? {
    let (left, right) = (operands[0], operands[1])
    if let a = numbers[0], let b = numbers[1] { return numberNode(isDifference ? a - b : a + b) }
    if isExactly(numbers[1], 0) { return left }
    if isExactly(numbers[0], 0) { return isDifference ? try opposite(right) : right }
    if isDifference, left == right { return graph.number(0) }
    if let number = numbers[1], number.isNegative {
      return try made(isDifference ? .add : .subtract, left, numberNode(-number))
    }
    guard let term = inner(of: right, .negate) else { return nil }
    return try made(isDifference ? .add : .subtract, left, term)
  }

  private mutating func cleanedProduct(
    _ operands: [Node], _ numbers: [Real?]
  ) throws(Exhausted) -> Node? {
    if let a = numbers[0], let b = numbers[1] { return numberNode(a * b) }
    for (number, other) in [(numbers[0], operands[1]), (numbers[1], operands[0])] {
      if isExactly(number, 0) { return graph.number(0) }
      if isExactly(number, 1) { return other }
      if isExactly(number, -1) { return try opposite(other) }
    }
    return nil
  }

  private mutating func cleanedQuotient(
    _ operands: [Node], _ numbers: [Real?]
  ) throws(Exhausted) -> Node? {
    if isExactly(numbers[1], 1) { return operands[0] }
    if isExactly(numbers[1], -1) { return try opposite(operands[0]) }
    if let divisor = numbers[1] {
      guard !divisor.isZero, let number = numbers[0] else { return nil }
      return numberNode(number / divisor)
    }
    if isExactly(numbers[0], 0), forms[operands[1]]?.isZero == false { return graph.number(0) }
    return operands[0] == operands[1] ? graph.number(1) : nil
  }

  private mutating func cleanedPower(
    _ operands: [Node], _ numbers: [Real?]
  ) throws(Exhausted) -> Node? {
    if isExactly(numbers[1], 1) { return operands[0] }
    if isExactly(numbers[1], 0) || isExactly(numbers[0], 1) { return graph.number(1) }
    guard let base = numbers[0], let exponent = numbers[1] else { return nil }
    let isSmall = exponent.double.magnitude <= 4096 && base.double.magnitude < 1e300
    guard isSmall, let value = try? base.power(exponent) else { return nil }
    return value.isExact || !base.isExact || !exponent.isExact ? numberNode(value) : nil
  }

  private func isExactly(_ number: Real?, _ value: Int) -> Bool {
    number == Real(value)
  }

  /// The operand below `operation`, or below a spread of it.
  private func inner(of node: Node, _ operation: Operation) -> Node? {
    if graph.operation(of: node) == operation { return graph.operands(of: node)[0] }
    guard graph.operation(of: node) == .spread else { return nil }
    let scalar = graph.operands(of: node)[0]
    return graph.shape(of: scalar).isScalar && graph.operation(of: scalar) == operation
      ? graph.operands(of: scalar)[0] : nil
  }
}
