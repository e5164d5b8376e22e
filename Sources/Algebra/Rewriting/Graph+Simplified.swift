extension Graph {
  /// The shortest equal expression that the rules find, and the changes that lead to it.
  ///
  /// Names stay names. Where nothing is shorter, the expression stays as it is written. A factor of
  /// numerator and denominator is dropped, so the result may have a value where `node` has none.
  ///
  /// - Parameters:
  ///   - node: Any node; other than a number, its operands are simplified.
  ///   - knowing: Conditions taken for true; an equation `sum(y) == 1` gives the value of its left
  ///     side wherever that stands, a mere name excepted.
  ///   - budget: Work that may still be done; when it runs out the result is `node`.
  /// - Returns: The result; never more leaves and operations than `node` has.
  public func simplified(
    _ node: Node, knowing: [Fact] = [], budget: inout Budget
  ) -> Derivation {
    let known = assumedValues(knowing)
    var rewrites: [Rewrite] = []
    var current = node
    // A simplification may bring out what an equation is about, and its value lets more cancel.
    for _ in 0..<4 {
      if let rewrite = puttingIn(known, current) {
        rewrites.append(rewrite)
        current = rewrite.after
      }
      let derivation = simplifiedOnce(current, knowing, &budget)
      if derivation.exhausted { return Derivation(result: node, exhausted: true) }
      rewrites += derivation.rewrites
      current = derivation.result
      if known.isEmpty || puttingIn(known, current) == nil { break }
    }
    return Derivation(result: current, rewrites: rewrites)
  }

  private func simplifiedOnce(
    _ node: Node, _ facts: [Fact], _ budget: inout Budget
  ) -> Derivation {
    var simplifier = Simplifier(self, budget: budget)
    defer { budget = simplifier.budget }
    do {
      for fact in facts { try simplifier.assume(fact) }
      simplifier.rewrites = []
      try simplifier.run(node)
      return Derivation(
        result: simplifier.simplified(node), rewrites: simplifier.rewrites)
    } catch {
      return Derivation(result: node, exhausted: true)
    }
  }

  /// What equations among the facts say of expressions that are more than a name.
  private func assumedValues(_ facts: [Fact]) -> [Node: (value: Node, fact: Fact)] {
    var known: [Node: (value: Node, fact: Fact)] = [:]
    for fact in facts {
      guard case .compare(.equal) = operation(of: fact.condition) else { continue }
      let sides = operands(of: fact.condition)
      guard sort(of: sides[0]) == sort(of: sides[1]), isNumber(sides[1]) else { continue }
      if case .name = operation(of: sides[0]) { continue }
      guard !isNumber(sides[0]) else { continue }
      known[sides[0]] = (sides[1], fact)
    }
    return known
  }

  /// A number, or one number repeated.
  private func isNumber(_ node: Node) -> Bool {
    if case .number = operation(of: node) { return true }
    guard case .spread = operation(of: node) else { return false }
    return isNumber(operands(of: node)[0])
  }

  /// The values put in where they are known; nil where none is.
  private func puttingIn(
    _ known: [Node: (value: Node, fact: Fact)], _ node: Node
  ) -> Rewrite? {
    guard !known.isEmpty else { return nil }
    var used: [Fact] = []
    let result = rebuilding(node) { part in
      guard let found = known[part] else { return nil }
      if !used.contains(found.fact) { used.append(found.fact) }
      return found.value
    }
    guard result != node else { return nil }
    return Rewrite(rule: .assumedValue, before: node, after: result, facts: used)
  }
}
