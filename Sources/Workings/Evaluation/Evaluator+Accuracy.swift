import Algebra

/// Pairs of operations whose value is better than that of one after the other.
extension Evaluator {
  /// The value of log(x)/log(b) where it is a fraction, of exp(u) − 1 and of 1 ± erf(u) without the
  /// digits that cancel; nil for every other node.
  ///
  /// Entries that the operations give exactly stay as they are.
  func accurate(_ operation: Operation, _ node: Node) throws(Failure) -> Value? {
    guard let pair = pair(operation, node) else { return nil }
    guard let plain = try arithmetic(operation, node).numbers else { return nil }
    guard let inner = try value(of: pair.argument).numbers else { return nil }
    let count = plain.entries.count
    guard inner.entries.count == count || inner.entries.count == 1 else { return nil }
    var entries: [Real] = []
    entries.reserveCapacity(count)
    for (place, entry) in plain.entries.enumerated() {
      let argument = inner.entries[inner.entries.count == 1 ? 0 : place]
      entries.append(entry.isExact ? entry : pair.value(argument) ?? entry)
    }
    try work.charge(count)
    if plain.rank == 0 { return entries.first.map { .number($0) } }
    return .tensor(Tensor(shape: plain.shape, entries: entries))
  }

  /// log σ(u) and log(1 − σ(u)) from u itself, so that they have a value where σ(u) is 0 or 1 as a
  /// double; nil for every other logarithm, and where an entry is exact.
  func logarithmOfSigmoid(_ node: Node) throws(Failure) -> Value? {
    let operand = meaning(of: graph.operands(of: node)[0])
    var sign = -1.0
    var inner = self.operand(of: .sigmoid, in: operand)
    if inner == nil, graph.operation(of: operand) == .subtract {
      let parts = graph.operands(of: operand)
      guard isOne(parts[0]) else { return nil }
      (sign, inner) = (1, self.operand(of: .sigmoid, in: meaning(of: parts[1])))
    }
    guard let inner, let argument = try value(of: inner).numbers else { return nil }
    var entries: [Real] = []
    for entry in argument.entries {
      let size = (try? ElementaryFunction.softplus.apply(.approximate(sign * entry.double)))?.double
      guard !entry.isZero, let size, size.isFinite else { return nil }
      entries.append(.approximate(-size))
    }
    try work.charge(entries.count)
    if argument.rank == 0 { return entries.first.map { .number($0) } }
    return .tensor(Tensor(shape: argument.shape, entries: entries))
  }

  /// What the author's names before it stand for in this world.
  private func meaning(of node: Node) -> Node {
    var node = node
    while case .name(let id) = graph.operation(of: node), override(of: id) == nil,
      let definition = graph.definition(of: id)
    {
      node = definition
    }
    return node
  }

  /// Two operations that are worked out as one.
  private struct Pair {
    /// What the inner function is applied to.
    let argument: Node
    /// The value at an entry of the argument; nil where it is as good as the operations' own.
    let value: (Real) -> Real?
  }

  private func pair(_ operation: Operation, _ node: Node) -> Pair? {
    let parts = graph.operands(of: node)
    guard parts.count == 2 else { return nil }
    switch operation {
    case .divide:
      guard let argument = operand(of: .log, in: parts[0]),
        let base = operand(of: .log, in: unspread(parts[1])),
        case .number(.exact(let base))? = try? value(of: base)
      else { return nil }
      return Pair(argument: argument) { x in
        if case .exact(let x) = x { x.logarithm(base: base).map { .exact($0) } } else { nil }
      }
    case .subtract where isOne(parts[1]): return lessOne(parts[0], sign: 1)
    case .subtract where isOne(parts[0]):
      return lessOne(parts[1], sign: -1) ?? complement(parts[1], sign: 1) ?? remainder(parts[1])
    case .add where isOne(parts[0]): return complement(parts[1], sign: -1)
    case .add where isOne(parts[1]): return complement(parts[0], sign: -1)
    case .add, .subtract, .number, .constant, .truth, .text, .name, .multiply, .power, .negate,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque,
      .call, .apply, .sample, .interval, .list, .record, .field, .names:
      return nil
    }
  }

  /// sign · (exp(u) − 1).
  private func lessOne(_ power: Node, sign: Double) -> Pair? {
    guard let argument = operand(of: .exp, in: power) else { return nil }
    return Pair(argument: argument) {
      .approximate(sign * ElementaryFunction.exponentialLessOne($0.double))
    }
  }

  /// 1 − sign · erf(u), which is near 0 on one side.
  private func complement(_ error: Node, sign: Double) -> Pair? {
    guard let argument = operand(of: .erf, in: error) else { return nil }
    return Pair(argument: argument) { x in
      let x = sign * x.double
      return x > 0 ? .approximate(ElementaryFunction.complementaryError(x)) : nil
    }
  }

  /// 1 − σ(u), which is σ(−u).
  private func remainder(_ part: Node) -> Pair? {
    guard let argument = operand(of: .sigmoid, in: meaning(of: part)) else { return nil }
    return Pair(argument: argument) { try? ElementaryFunction.sigmoid.apply(-$0) }
  }

  private func operand(of function: ElementaryFunction, in node: Node) -> Node? {
    guard case .elementwise(function) = graph.operation(of: node) else { return nil }
    return graph.operands(of: node)[0]
  }

  private func unspread(_ node: Node) -> Node {
    guard case .spread = graph.operation(of: node) else { return node }
    return graph.operands(of: node)[0]
  }

  private func isOne(_ node: Node) -> Bool {
    guard case .number(let literal) = graph.operation(of: unspread(node)) else { return false }
    return literal.value == .one
  }
}
