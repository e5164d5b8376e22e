extension Simplifier {
  /// A sum in groups of terms that share an atom, each a product: αy(a − 1) + β(1 − y)a.
  ///
  /// A lecturer groups where no term is left alone; x(y + z) + yz is no better than the sum of three.
  ///
  /// - Parameters:
  ///   - sum: Four to twelve terms.
  ///   - shape: The shape of the result.
  ///   - limit: The cost that a grouping has to stay under.
  /// - Returns: The shortest grouping; nil where there is none.
  /// - Throws: ``Exhausted`` when the budget runs out.
  mutating func grouped(
    _ sum: Polynomial, shape: Shape, shorterThan limit: Int
  ) throws(Exhausted) -> Node? {
    guard (4...12).contains(sum.terms.count) else { return nil }
    var best: Node?
    var least = limit
    for atom in sum.atoms.sorted() {
      guard let groups = groups(of: sum, by: atom) else { continue }
      try budget.charge(sum.terms.count)
      var products: [PowerProduct] = []
      for group in groups {
        guard let product = try self.sum(group) else { return nil }
        products.append(product)
      }
      let node = try written(sum: products, shape: shape)
      let cost = cost(node)
      if cost < least { (best, least) = (node, cost) }
    }
    return best
  }

  /// The terms by their exponent of an atom, in the order of their first appearance; nil where that
  /// makes one group, or leaves a term alone.
  private mutating func groups(of sum: Polynomial, by atom: Node) -> [[PowerProduct]]? {
    var order: [Int] = []
    var groups: [Int: [PowerProduct]] = [:]
    for term in sum.terms {
      var exponents: [Int: Int] = [:]
      var own = 0
      for power in term.monomial.powers {
        exponents[table.position(of: power.atom)] = power.exponent
        if power.atom == atom { own = power.exponent }
      }
      if groups[own] == nil { order.append(own) }
      groups[own, default: []].append(PowerProduct(term.coefficient, exponents: exponents))
    }
    guard order.count > 1, groups.values.allSatisfy({ $0.count > 1 }) else { return nil }
    return order.compactMap { groups[$0] }
  }

  /// Ax + Bx as (A + B)x, and xᵀA + xᵀB as xᵀ(A + B); nil where the products share no matrix.
  mutating func matrixFactoredOut(
    of terms: [PowerProduct], shape: Shape
  ) throws(Exhausted) -> Node? {
    guard (2...12).contains(terms.count) else { return nil }
    var products: [(scale: PowerProduct, left: Node, right: Node)] = []
    for term in terms {
      let (scale, rest) = split(term)
      guard let factor = rest.singleFactor, case .atom(let node) = table[factor],
        graph.operation(of: node) == .matrixProduct
      else { return nil }
      let parts = graph.operands(of: node)
      products.append((scale, parts[0], parts[1]))
    }
    let sharesRight = products.allSatisfy { $0.right == products[0].right }
    let sharesLeft = products.allSatisfy { $0.left == products[0].left }
    guard sharesRight != sharesLeft else { return nil }
    var parts: [PowerProduct] = []
    for each in products {
      guard let part = try product(each.scale, form(of: sharesRight ? each.left : each.right))
      else { return nil }
      parts.append(part)
    }
    let inside = graph.shape(of: sharesRight ? products[0].left : products[0].right)
    let sum = try written(sum: parts, shape: inside)
    let factors = sharesRight ? [sum, products[0].right] : [products[0].left, sum]
    return graph.make(.matrixProduct, factors, sort: .number(shape))
  }
}
