extension Simplifier {
  /// An operation on two numbers brought to one shape.
  func made(_ operation: Operation, _ left: Node, _ right: Node) throws(Exhausted) -> Node {
    do {
      let (left, right, sort) = try graph.matched("", left, right)
      return graph.make(operation, [left, right], sort: sort)
    } catch {
      throw Exhausted()
    }
  }

  /// An operation on one number that keeps its shape.
  func made(_ operation: Operation, _ operand: Node) throws(Exhausted) -> Node {
    graph.make(operation, [operand], sort: graph.sort(of: operand))
  }

  /// A number as the author would write it: decimals where there were decimals, else a fraction.
  func numberNode(_ value: Real) -> Node {
    guard let rational = value.rational, !rational.isInteger else { return graph.number(value) }
    if writesDecimals, Simplifier.endsAsDecimal(rational) { return graph.number(value) }
    let numerator = graph.number(.exact(Rational(rational.numerator)))
    let denominator = graph.number(.exact(Rational(rational.denominator)))
    return graph.make(.divide, [numerator, denominator], sort: .scalar)
  }

  /// The number behind a literal, its opposite, a quotient of literals or a spread of these.
  func literal(_ node: Node) -> Real? {
    var (node, sign) = (node, Real.one)
    while true {
      switch graph.operation(of: node) {
      case .number(let literal): return sign * literal.value
      case .spread: node = graph.operands(of: node)[0]
      case .negate:
        node = graph.operands(of: node)[0]
        sign = -sign
      case .divide:
        let parts = graph.operands(of: node)
        guard case .number(let above) = graph.operation(of: parts[0]),
          case .number(let below) = graph.operation(of: parts[1]), !below.value.isZero
        else { return nil }
        return sign * above.value / below.value
      case .constant, .truth, .text, .name, .add, .subtract, .multiply, .power, .elementwise,
        .larger, .smaller, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse,
        .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate,
        .index, .slice,
        .compare, .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval,
        .list, .record, .field, .names:
        return nil
      }
    }
  }

  /// The shape of a product: a scalar's when all its atoms are scalars.
  func shape(of product: PowerProduct, within shape: Shape) -> Shape {
    product.powers.allSatisfy { isScalar(factor: $0.factor) } ? .scalar : shape
  }

  /// Whether all atoms of the factor are scalars.
  func isScalar(factor: Int) -> Bool {
    switch table[factor] {
    case .atom(let node): graph.shape(of: node).isScalar
    case .sum(let sum): isScalar(sum)
    }
  }

  /// Whether all atoms of the polynomial are scalars.
  func isScalar(_ polynomial: Polynomial) -> Bool {
    polynomial.terms.allSatisfy { term in
      term.monomial.powers.allSatisfy { graph.shape(of: $0.atom).isScalar }
    }
  }

  /// Whether the denominator is a product of twos and fives.
  static func endsAsDecimal(_ value: Rational) -> Bool {
    guard var rest = Int(exactly: value.denominator) else { return false }
    for prime in [2, 5] {
      while rest % prime == 0 { rest /= prime }
    }
    return rest == 1
  }

  /// Leaves and operations of the expression as it is written out; where these are as many, leaves
  /// that are no numbers: `x^2` is shorter than `x*x`.
  mutating func cost(_ root: Node) -> Int {
    var stack = [root]
    while let node = stack.last {
      if costs[node] != nil {
        stack.removeLast()
        continue
      }
      let operands = graph.operands(of: node)
      let missing = operands.filter { costs[$0] == nil }
      if missing.isEmpty {
        costs[node] = ownCost(node, operands)
        stack.removeLast()
      } else {
        stack.append(contentsOf: missing)
      }
    }
    return costs[root] ?? 0
  }

  private func ownCost(_ node: Node, _ operands: [Node]) -> Int {
    let unit = 1024
    if let value = literal(node) { return value.isNegative ? 2 * unit : unit }
    let isOpen = !openOperands(of: node).isEmpty
    var cost = isOpen ? unit : unit + 1
    let operation = graph.operation(of: node)
    if operation == .spread, graph.shape(of: operands[0]).isScalar { cost = 0 }
    // Of equally short forms the one with its number in front: 2xy, not x·2y.
    if holdsNumberInside(operation, operands) { cost += 2 }
    for operand in operands {
      cost = min(cost + (costs[operand] ?? unit), 1 << 40)
      // The sum of a spread is not as short as it looks.
      if case .reduce = operation, graph.operation(of: operand) == .spread { cost += 2 * unit }
    }
    return cost
  }

  /// Whether a factor behind the first brings a number of its own.
  private func holdsNumberInside(_ operation: Operation, _ operands: [Node]) -> Bool {
    if operation == .multiply {
      return literal(operands[0]) == nil && startsWithNumber(operands[1])
    }
    return [.matrixProduct, .outer, .inner].contains(operation)
      && operands.contains { startsWithNumber($0) }
  }

  private func startsWithNumber(_ node: Node) -> Bool {
    if literal(node) != nil { return true }
    guard case .multiply = graph.operation(of: node) else { return false }
    return literal(graph.operands(of: node)[0]) != nil
  }
}
