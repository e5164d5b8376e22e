extension Pullback {
  /// The slope of a sum over a range: the sum of the slopes, with what stays the same in front.
  ///
  /// - Parameters:
  ///   - slope: The slope of the body, which may mention the bound name.
  ///   - binder: What collects the body.
  ///   - ends: The first and the last value of the bound name.
  /// - Returns: A node in the slope's shape.
  /// - Throws: What the graph refuses to make.
  func summed(
    _ slope: Node, _ binder: Binder, from ends: (low: Node, high: Node)
  ) throws(Failure) -> Node {
    if let inner = opposite(slope) { return try negated(try summed(inner, binder, from: ends)) }
    func isFixed(_ node: Node) -> Bool { !graph.names(in: node).contains(binder.bound) }
    if isFixed(slope) {
      let shape = graph.shape(of: slope)
      return try times(try spread(try count(from: ends), to: shape), slope)
    }
    let parts = graph.operands(of: slope)
    if case .multiply = graph.operation(of: slope) {
      if isFixed(parts[0]) {
        return try times(parts[0], try summed(parts[1], binder, from: ends))
      }
      if isFixed(parts[1]) {
        return try times(parts[1], try summed(parts[0], binder, from: ends))
      }
      let inner = graph.operands(of: parts[0])
      if case .multiply = graph.operation(of: parts[0]), isFixed(inner[0]) {
        let rest = try times(inner[1], parts[1])
        return try times(inner[0], try summed(rest, binder, from: ends))
      }
    }
    if case .divide = graph.operation(of: slope), isFixed(parts[1]) {
      return try quotient(try summed(parts[0], binder, from: ends), by: parts[1])
    }
    return graph.make(.over(binder), [ends.low, ends.high, slope], sort: graph.sort(of: slope))
  }

  /// How many values a range has.
  private func count(from ends: (low: Node, high: Node)) throws(Failure) -> Node {
    if isOne(ends.low) { return ends.high }
    return try graph.add(try graph.subtract(ends.high, ends.low), graph.number(1))
  }
}

extension Graph {
  /// Most terms of a product, a list or a sum that are written out to be differentiated.
  private static let writtenTermLimit = 200

  /// What a sum, a product or a list over a range with known ends is, term by term; nil where an end
  /// is a symbol, or there are too many terms.
  func writtenOut(_ node: Node) throws(Failure) -> Node? {
    guard case .over(let binder) = operation(of: node) else { return nil }
    let parts = operands(of: node)
    guard parts.count == 3, let low = knownInteger(parts[0]), let high = knownInteger(parts[1]),
      low <= high, high - low < Graph.writtenTermLimit
    else { return nil }
    let terms = (low...high).map { substituting([binder.bound: number($0)], in: parts[2]) }
    guard let first = terms.first else { return nil }
    switch binder.collector {
    case .list: return try stack(terms)
    case .sum, .product:
      var total = first
      for term in terms.dropFirst() {
        total = binder.collector == .sum ? try add(total, term) : try multiply(total, term)
      }
      return total
    }
  }

  /// The whole number that is written there, or that a name there stands for.
  private func knownInteger(_ node: Node) -> Int? {
    var node = node
    while case .name(let id) = operation(of: node), let definition = definition(of: id) {
      node = definition
    }
    guard case .number(let literal) = operation(of: node), case .exact(let value) = literal.value
    else { return nil }
    return value.integer
  }
}
