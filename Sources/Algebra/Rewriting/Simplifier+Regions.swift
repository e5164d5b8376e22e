extension Simplifier {
  /// What is rewritten as a whole: a sum of terms, a product of factors.
  enum Region { case sum, product }

  /// The region that a node belongs to, if it is inside one.
  func region(of node: Node) -> Region? {
    guard case .number = graph.sort(of: node) else { return nil }
    switch graph.operation(of: node) {
    case .add, .subtract, .negate: return .sum
    case .multiply, .divide: return .product
    case .number, .constant, .truth, .text, .name, .power, .elementwise, .larger, .smaller,
      .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant,
      .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate, .index, .slice,
      .compare, .and,
      .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list, .record,
      .field, .names:
      return nil
    }
  }

  /// The terms of a sum with their signs, in the order in which they are written.
  mutating func terms(of root: Node) throws(Exhausted) -> [PowerProduct] {
    var result: [PowerProduct] = []
    for (leaf, number) in try leaves(of: root, .sum) {
      let form = form(of: leaf)
      result.append(form.with(coefficient: form.coefficient * .exact(number)))
    }
    return result
  }

  /// A product with all its factors; nil where it divides by zero or is too large.
  mutating func wholeProduct(_ root: Node) throws(Exhausted) -> PowerProduct? {
    var number = Real.one
    var exponents: [Int: Int] = [:]
    for (leaf, count) in try leaves(of: root, .product) {
      let form = form(of: leaf)
      guard let power = count.integer, power.magnitude < 1 << 20,
        let value = try numericPower(form.coefficient, power)
      else { return nil }
      number = number * value
      try budget.charge(form.powers.count)
      for each in form.powers {
        let (scaled, overflow) = each.exponent.multipliedReportingOverflow(by: power)
        guard !overflow, scaled.magnitude < 1 << 31 else { return nil }
        exponents[each.factor, default: 0] += scaled
      }
    }
    return try normalised(PowerProduct(number, exponents: exponents))
  }

  /// What a region is made of, and how often: added or multiplied, negative if it is taken away.
  private mutating func leaves(
    of root: Node, _ region: Region
  ) throws(Exhausted) -> [(Node, Rational)] {
    var (inner, leaves): ([Node], [Node]) = ([], [])
    var seen: Set<Node> = []
    var stack = [root]
    while let node = stack.popLast() {
      guard seen.insert(node).inserted else { continue }
      try budget.charge(1)
      if self.region(of: node) == region {
        inner.append(node)
        stack.append(contentsOf: graph.operands(of: node).reversed())
      } else {
        leaves.append(node)
      }
    }
    // What is used twice counts twice: counts go down in index order.
    var counts: [Node: Rational] = [root: .one]
    for node in inner.sorted(by: >) {
      let count = counts[node] ?? .zero
      let operation = graph.operation(of: node)
      let isInverse = operation == .subtract || operation == .divide
      for (position, operand) in graph.operands(of: node).enumerated() {
        let isOpposite = operation == .negate || (isInverse && position == 1)
        counts[operand] = (counts[operand] ?? .zero) + (isOpposite ? -count : count)
      }
    }
    return leaves.map { ($0, counts[$0] ?? .zero) }
  }
}
