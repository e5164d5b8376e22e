/// Differentiates a scalar formula as one does it by hand: u'v + uv', (u'v − uv')/v², f'(u)·u'.
///
/// What a pullback gives is equal, but spread over the paths from the result to the variable. A
/// lecturer differentiates from the outside to the inside; that is only worth its cost (nodes times
/// variables) in formulas that a person would write.
struct ScalarRules {
  /// More nodes times variables than this are left to the pullbacks.
  static let costLimit = 600

  let pullback: Pullback
  /// The formula's nodes, operands first.
  let order: [Node]
  /// The node that another merely stands for: a call's formula, a parameter's argument.
  let inner: [Node: Node]

  private var graph: Graph { pullback.graph }

  /// The derivative of the last node of the order by a quantity.
  ///
  /// - Returns: The derivative; nil where the formula does not name the quantity.
  /// - Throws: `not-differentiable`.
  func derivative(by id: Quantity.ID) throws(Failure) -> Node? {
    var slopes: [Node: Node] = [:]
    for node in order {
      if case .name(id) = graph.operation(of: node) {
        slopes[node] = graph.number(1)
      } else if let inner = inner[node] {
        slopes[node] = slopes[inner]
      } else {
        slopes[node] = try slope(of: node, slopes)
      }
    }
    return order.last.flatMap { slopes[$0] }
  }

  private func slope(of node: Node, _ slopes: [Node: Node]) throws(Failure) -> Node? {
    let operands = graph.operands(of: node)
    let moving = operands.map { slopes[$0] }
    guard moving.contains(where: { $0 != nil }) else { return nil }
    switch graph.operation(of: node) {
    case .multiply: return try product(operands, moving)
    case .divide where moving[0] != nil && moving[1] != nil:
      let square = try graph.power(operands[1], graph.number(2))
      return try pullback.quotient(try quotientTop(operands, moving), by: square)
    case .over(let binder) where binder.collector == .sum:
      guard moving.count == 3, moving[0] == nil, moving[1] == nil, let slope = moving[2] else {
        throw .notDifferentiable(NodeText(graph).text(of: node), at: node)
      }
      return try pullback.summed(slope, binder, from: (operands[0], operands[1]))
    case .negate: return try moving[0].map { (slope) throws(Failure) in try opposite(slope) }
    case .choose:
      let zero = graph.number(0)
      return try graph.choose(operands[0], moving[1] ?? zero, moving[2] ?? zero)
    case .number, .constant, .truth, .text, .name, .add, .subtract, .divide, .power, .elementwise,
      .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse,
      .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate,
      .index, .slice, .compare, .and, .or, .not, .over, .opaque, .call, .apply, .sample, .interval,
      .list, .record, .field, .names:
      break
    }
    var total: Node?
    for (slope, share) in zip(moving, try pullback.adjoints(of: node, graph.number(1))) {
      guard let slope, let share else { continue }
      let term = try joined(share, slope)
      total = try total.map { (sum) throws(Failure) in try pullback.sum(sum, term) } ?? term
    }
    return total
  }

  /// u'v + uv'; a constant factor stays where it stands.
  private func product(_ factors: [Node], _ slopes: [Node?]) throws(Failure) -> Node? {
    let left = try slopes[0].map { (slope) throws(Failure) in try joined(slope, factors[1]) }
    let right = try slopes[1].map { (slope) throws(Failure) in try joined(factors[0], slope) }
    guard let left, let right else { return left ?? right }
    return try pullback.sum(left, right)
  }

  /// −a + b for a − b, so that no parentheses are left to open.
  private func opposite(_ sum: Node) throws(Failure) -> Node {
    let parts = graph.operands(of: sum)
    let operation = graph.operation(of: sum)
    if operation == .add {
      return try pullback.sum(try opposite(parts[0]), try pullback.negated(parts[1]))
    }
    if operation == .subtract { return try pullback.sum(try opposite(parts[0]), parts[1]) }
    return try pullback.negated(sum)
  }

  /// A product, with what one over something is a factor of above its line.
  private func joined(_ left: Node, _ right: Node) throws(Failure) -> Node {
    if let right = pullback.opposite(right) { return try pullback.negated(try joined(left, right)) }
    if let left = pullback.opposite(left) { return try pullback.negated(try joined(left, right)) }
    if let inner = divisor(left), let outer = divisor(right) {
      return try pullback.quotient(graph.number(1), by: try pullback.times(outer, inner))
    }
    if let divisor = divisor(right) { return try pullback.quotient(left, by: divisor) }
    if let divisor = divisor(left) { return try pullback.quotient(right, by: divisor) }
    return try pullback.times(left, right)
  }

  /// The v of 1/v; nil for a number and for what is no such quotient.
  private func divisor(_ node: Node) -> Node? {
    guard case .divide = graph.operation(of: node) else { return nil }
    let parts = graph.operands(of: node)
    if case .number = graph.operation(of: parts[1]) { return nil }
    return pullback.isOne(parts[0]) ? parts[1] : nil
  }

  /// u'v − uv'.
  private func quotientTop(_ parts: [Node], _ slopes: [Node?]) throws(Failure) -> Node {
    let (above, below) = (slopes[0] ?? graph.number(0), slopes[1] ?? graph.number(0))
    return try pullback.sum(
      try pullback.times(above, parts[1]),
      try pullback.negated(try pullback.times(parts[0], below)))
  }
}

extension Graph {
  /// The rules of calculus that a formula's derivative takes, outermost first.
  ///
  /// - Parameters:
  ///   - order: The nodes of a formula, operands first.
  ///   - moving: Those of them that change with the variables.
  /// - Returns: Names such as `product rule`; each once.
  func rules(in order: [Node], moving: Set<Node>) -> [String] {
    var rules: [String] = []
    for node in order.reversed() where moving.contains(node) {
      let parts = operands(of: node)
      let isMoving = parts.map { moving.contains($0) }
      guard isMoving.contains(true) else { continue }
      for rule in rule(of: node, isMoving, isNested: isNested(parts, isMoving))
      where !rules.contains(rule) { rules.append(rule) }
    }
    return rules
  }

  /// Whether a function is applied to more than a name.
  private func isNested(_ parts: [Node], _ isMoving: [Bool]) -> Bool {
    zip(parts, isMoving).contains { part, moves in
      guard moves else { return false }
      if case .name = operation(of: part) { return false }
      return operation(of: part) != .spread || isNested(operands(of: part), [true])
    }
  }

  private func rule(of node: Node, _ isMoving: [Bool], isNested: Bool) -> [String] {
    let chain = isNested ? ["chain rule"] : []
    switch operation(of: node) {
    case .multiply: return isMoving == [true, true] ? ["product rule"] : []
    case .divide: return isMoving.last == true ? ["quotient rule"] : []
    case .power:
      let isPower = !(isMoving.last ?? false)
      return [isPower ? "power rule" : "exponential"] + chain
    case .elementwise(let function): return [function.ruleName] + chain
    case .larger, .smaller, .reduce(.max), .reduce(.min): return ["branches"]
    case .choose: return ["branches"]
    case .softmax, .logSoftmax: return ["softmax"]
    case .inner: return [isMoving == [true, true] ? "quadratic form" : "inner product"]
    case .matrixProduct, .outer: return ["matrix product"]
    case .trace: return ["trace"]
    case .determinant: return ["determinant"]
    case .inverse: return ["inverse"]
    case .opaque: return chain
    case .over: return ["sum rule"]
    case .number, .constant, .truth, .text, .name, .names, .add, .subtract, .negate, .spread,
      .transpose, .diagonal, .rank, .reduce, .reshape, .stack, .list, .concatenate, .index, .slice,
      .compare, .and, .or, .not, .call, .apply, .sample, .interval, .record, .field:
      return []
    }
  }
}

extension ElementaryFunction {
  /// The name of the rule for its derivative.
  fileprivate var ruleName: String {
    switch self {
    case .exp: "exponential"
    case .log: "logarithm"
    case .sqrt: "root"
    case .relu: "ReLU"
    case .abs: "magnitude"
    case .sigmoid, .tanh, .softplus, .sin, .cos, .tan, .sinh, .cosh, .erf, .sign, .floor, .ceil,
      .round, .step:
      rawValue
    }
  }
}
