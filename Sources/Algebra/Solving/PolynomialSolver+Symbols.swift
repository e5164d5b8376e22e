extension PolynomialSolver {
  /// The roots where coefficients hold other names, factor by factor; nil beyond degree 2.
  mutating func symbolicRoots(
    _ form: PowerProduct, _ polynomial: Polynomial
  ) throws(Exhausted) -> ([Solutions.Root], Solutions.Working)? {
    var roots: [PowerProduct: Int] = [:]
    var order: [PowerProduct] = []
    var nonzero: [Node] = []
    var discriminant: Node?
    for power in form.powers where power.exponent > 0 {
      let factor = simplifier.table[power.factor].polynomial
      let degree = factor.degree(in: unknown)
      guard degree > 0 else { continue }
      guard degree <= 2 else { return nil }
      let parts = factor.coefficients(in: unknown)
      let c = (0...degree).map { simplifier.product(of: parts[$0] ?? .zero) }
      if c[degree].number == nil, try !simplifier.sign(of: c[degree]).isNonzero {
        nonzero.append(try node(c[degree]))
      }
      var found: [PowerProduct] = []
      if degree == 1 {
        guard
          let root = try simplifier.product(
            try simplifier.negated(c[0]), c[1], power: -1)
        else { return nil }
        found = [root]
      } else {
        guard let (square, pair) = try quadraticRoots(c) else { return nil }
        discriminant = try node(square)
        found = pair
      }
      for root in found {
        if roots[root] == nil { order.append(root) }
        roots[root, default: 0] += power.exponent
      }
    }
    var result: [Solutions.Root] = []
    for root in order {
      result.append(
        Solutions.Root(
          node: try short(root), number: root.number, multiplicity: roots[root] ?? 1))
    }
    let working = try plainWorking(
      polynomial, discriminant: discriminant, nonzero: nonzero)
    return (result, working)
  }

  /// b² - 4ac and the roots, the smaller first where a is positive; none if it is known to be negative.
  private mutating func quadraticRoots(
    _ c: [PowerProduct]
  ) throws(Exhausted) -> (PowerProduct, [PowerProduct])? {
    guard let square = try simplifier.product(.one, c[1], power: 2),
      let product = try simplifier.product(c[2], c[0]),
      let discriminant = try simplifier.sum([
        square, product.with(coefficient: product.coefficient * Real(-4)),
      ]),
      let half = try simplifier.product(
        PowerProduct(Real(1, 2)), c[2], power: -1)
    else { return nil }
    let minus = try simplifier.negated(c[1])
    if discriminant.isZero {
      guard let root = try simplifier.product(minus, half) else { return nil }
      return (discriminant, [root, root])
    }
    if try simplifier.sign(of: discriminant) == .negative { return (discriminant, []) }
    guard let root = try simplifier.squareRoot(of: discriminant, shape: .scalar) else { return nil }
    var found: [PowerProduct] = []
    for each in [try simplifier.negated(root), root] {
      guard let sum = try simplifier.sum([minus, each]),
        let value = try simplifier.product(sum, half)
      else { return nil }
      found.append(value)
    }
    return (discriminant, found)
  }

  /// A root in its shortest form.
  private mutating func short(_ root: PowerProduct) throws(Exhausted) -> Node {
    let node = try node(root)
    var shortest = Simplifier(graph, budget: simplifier.budget)
    try shortest.run(node)
    simplifier.budget = shortest.budget
    return shortest.simplified(node)
  }
}
