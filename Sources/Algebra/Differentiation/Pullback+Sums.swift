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
    func isFixed(_ node: Node) -> Bool { !graph.mentions(binder.bound, in: node) }
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
  /// Whether a name stands in an expression, or in what parameters of functions stand for there.
  func mentions(_ id: Quantity.ID, in root: Node) -> Bool {
    let parts = postorder(from: [root]) { part in
      guard case .name(let name) = operation(of: part) else { return operands(of: part) }
      switch self[name].role {
      case .parameter, .local: return definition(of: name).map { [$0] } ?? []
      case .author, .derivative: return []
      }
    }
    return parts.contains { operation(of: $0) == .name(id) }
  }
}
