import Algebra

extension Evaluator {
  /// Most values that a bound name runs through.
  private static var rangeLimit: Int { 1_000_000 }

  /// What a value of a bound name costs besides the nodes worked out for it.
  private static var worldCost: Int { 50 }

  /// A sum, product or list over a range; stays as it is while a bound is symbolic.
  func over(_ binder: Binder, _ node: Node) throws(Failure) -> Value {
    let operands = graph.operands(of: node)
    guard operands.count == 3 else { throw .workLimit }
    guard case .number(let low) = try value(of: operands[0]),
      case .number(let high) = try value(of: operands[1])
    else { return try symbolicRange(binder, node) }
    guard let first = low.exactValue?.integer, let last = high.exactValue?.integer else {
      throw Failure(
        "range-not-whole", "the range of '\(graph[binder.bound].name.spelling)' has no whole ends")
    }
    guard last - first < Evaluator.rangeLimit else {
      throw Failure(
        "range-too-large", "a range of more than \(Evaluator.rangeLimit) values is too large")
    }
    var values: [Value] = []
    for k in stride(from: first, through: last, by: 1) {
      // A world of its own costs more than a node.
      try work.charge(Evaluator.worldCost)
      let inner = evaluator(overriding: [binder.bound: .number(Real(k))])
      values.append(try inner.value(of: operands[2]))
    }
    return try collect(values, binder.collector, node)
  }

  /// A sum or product with a symbolic end: without the sum where the body is a polynomial.
  private func symbolicRange(_ binder: Binder, _ node: Node) throws(Failure) -> Value {
    let value = try rebuilt(node)
    guard binder.collector == .sum, case .expression(let sum) = value,
      graph.operation(of: sum) == .over(binder)
    else { return value }
    let parts = graph.operands(of: sum)
    guard parts.count == 3,
      let closed = graph.closedSum(of: parts[2], over: binder.bound, from: (parts[0], parts[1]))
    else { return value }
    keepForm(of: closed)
    return .expression(closed)
  }

  private func collect(
    _ values: [Value], _ collector: Binder.Collector, _ node: Node
  ) throws(Failure) -> Value {
    if collector == .list {
      if values.contains(where: \.isExpression) { return try symbolicList(values) }
      let samples = values.compactMap { value -> Sample? in
        if case .sample(let sample) = value { return sample }
        return nil
      }
      if !samples.isEmpty, samples.count == values.count { return .dataSet(samples) }
      return Evaluator.collected(values)
    }
    guard var total = values.first else { return .number(collector == .sum ? 0 : 1) }
    for value in values.dropFirst() {
      total = try combine(total, value, isSum: collector == .sum, node)
    }
    return total
  }

  private func combine(
    _ left: Value, _ right: Value, isSum: Bool, _ node: Node
  ) throws(Failure) -> Value {
    if case .number(let a) = left, case .number(let b) = right {
      do throws(ArithmeticError) {
        return .number(try (isSum ? a + b : a * b).checked())
      } catch {
        throw failure(error, at: node)
      }
    }
    let (a, b) = (self.node(for: left, as: node), self.node(for: right, as: node))
    let combined = isSum ? try graph.add(a, b) : try graph.multiply(a, b)
    return try value(of: combined)
  }

  private func symbolicList(_ values: [Value]) throws(Failure) -> Value {
    var nodes: [Node] = []
    for value in values {
      guard let node = graph.node(of: value) else { return .list(values) }
      nodes.append(node)
    }
    return .expression(try graph.stack(nodes))
  }
}

extension Value {
  /// Whether free symbols are left in it.
  public var isExpression: Bool {
    if case .expression = self { return true }
    return false
  }
}
