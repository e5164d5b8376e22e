extension Graph {
  /// Whether a condition holds, or fails, for all values of its symbols that some facts allow.
  ///
  /// - Parameters:
  ///   - condition: A comparison, or several joined by `and`, `or` and `not`; of tensors, entry by
  ///     entry, all of them.
  ///   - knowing: Conditions taken for true.
  ///   - budget: Work that may still be done.
  /// - Returns: The answer and the facts that gave it; nil where it depends on the symbols.
  public func decided(
    _ condition: Node, knowing: [Fact], budget: inout Budget
  ) -> (holds: Bool, by: [Fact])? {
    let operands = operands(of: condition)
    switch operation(of: condition) {
    case .truth(let value): return (value, [])
    case .not:
      guard let inner = decided(operands[0], knowing: knowing, budget: &budget) else { return nil }
      return (!inner.holds, inner.by)
    case .and, .or:
      let isAnd = operation(of: condition) == .and
      var used: [Fact] = []
      var isOpen = false
      for operand in operands {
        guard let part = decided(operand, knowing: knowing, budget: &budget) else {
          isOpen = true
          continue
        }
        if part.holds != isAnd { return part }
        used += part.by
      }
      return isOpen ? nil : (isAnd, used)
    case .compare: return compared(condition, operands, knowing, &budget)
    case .number, .constant, .text, .name, .add, .subtract, .multiply, .divide, .power, .negate,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .choose, .over, .opaque, .call, .apply, .sample,
      .interval, .list, .record, .field, .names:
      return nil
    }
  }

  private func compared(
    _ condition: Node, _ operands: [Node], _ facts: [Fact], _ budget: inout Budget
  ) -> (holds: Bool, by: [Fact])? {
    var simplifier = Simplifier(self, budget: budget)
    defer { budget = simplifier.budget }
    do {
      for fact in facts { try simplifier.assume(fact) }
      for operand in operands { try simplifier.run(operand) }
      simplifier.usedFacts = []
      guard let holds = try simplifier.decided(condition) else { return nil }
      return (holds, simplifier.usedFacts)
    } catch {
      return nil
    }
  }

  /// An expression with the author's names followed to symbols.
  public func definitionsPutIn(_ node: Node) -> Node {
    let order = postorder(from: [node]) { part in
      guard case .name(let id) = operation(of: part) else { return operands(of: part) }
      return definition(of: id).map { [$0] } ?? []
    }
    var images: [Node: Node] = [:]
    for part in order {
      if case .name(let id) = operation(of: part) {
        images[part] = definition(of: id).map { images[$0] ?? $0 } ?? part
        continue
      }
      let operands = operands(of: part)
      let new = operands.map { images[$0] ?? $0 }
      images[part] =
        new == operands ? part : make(operation(of: part), new, sort: sort(of: part))
    }
    return images[node] ?? node
  }
}
