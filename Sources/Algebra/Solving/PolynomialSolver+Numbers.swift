extension PolynomialSolver {
  /// The real roots of a polynomial whose coefficients are numbers, the constant first.
  mutating func numericRoots(
    _ numbers: [Real], _ polynomial: Polynomial
  ) throws(Exhausted) -> ([Solutions.Root], Solutions.Working) {
    let isExact = numbers.allSatisfy(\.isExact)
    let exact = numbers.compactMap(\.exactValue)
    guard exact.count == numbers.count else { throw Exhausted() }
    let univariate = UnivariatePolynomial(exact)
    var found: [(root: RealRoot, factor: UnivariatePolynomial, multiplicity: Int)] = []
    for (factor, multiplicity) in try univariate.squarefreeFactors(&simplifier.budget) {
      for root in try factor.realRoots(&simplifier.budget) {
        found.append((root, factor, multiplicity))
      }
    }
    found.sort { $0.root.value.double < $1.root.value.double }
    var roots: [Solutions.Root] = []
    for (root, factor, multiplicity) in found {
      let number = isExact ? root.value : .approximate(root.value.double)
      var node = graph.number(number)
      if root.value.isExact, isExact {
        node = simplifier.numberNode(number)
      } else if isExact, let form = try closedForm(root, factor) {
        node = form
      }
      roots.append(Solutions.Root(node: node, number: number, multiplicity: multiplicity))
    }
    let primitive = univariate.primitive.rest
    var discriminant: Node?
    if univariate.degree == 2 {
      let c = primitive.coefficients
      discriminant = simplifier.numberNode(.exact(c[1] * c[1] - 4 * c[2] * c[0]))
    }
    let factorisation =
      isExact ? try factored(primitive, found.map { ($0.root, $0.multiplicity) }) : nil
    let working = try plainWorking(
      polynomial, discriminant: discriminant, factorisation: factorisation)
    return (roots, working)
  }

  /// (-b ± √(b² - 4ac)) / 2a for the quadratic that is left when a factor's fractions are divided out.
  private mutating func closedForm(
    _ root: RealRoot, _ factor: UnivariatePolynomial
  ) throws(Exhausted) -> Node? {
    var rest = factor
    if rest.degree > 2 {
      for each in try factor.realRoots(&simplifier.budget) {
        guard let rational = each.value.rational else { continue }
        rest = rest.divided(by: UnivariatePolynomial([-rational, .one])).quotient
      }
    }
    guard rest.degree == 2 else { return nil }
    let c = rest.primitive.rest.coefficients
    let square = PowerProduct(.exact(c[1] * c[1] - 4 * c[2] * c[0]))
    guard let half = try simplifier.squareRoot(of: square, shape: .scalar) else { return nil }
    // The larger root takes the plus.
    let centre = -c[1] / (2 * c[2])
    let isLarger = root.low >= centre
    let divisor = PowerProduct(.exact(2 * c[2]))
    let numerator = [PowerProduct(.exact(-c[1])), isLarger ? half : try simplifier.negated(half)]
    let top = try simplifier.written(sum: numerator.filter { !$0.isZero }, shape: .scalar)
    return try simplifier.made(.divide, top, node(divisor))
  }

  /// The product of the linear factors of the fractions, times what is left; nil without fractions.
  private mutating func factored(
    _ polynomial: UnivariatePolynomial, _ roots: [(RealRoot, Int)]
  ) throws(Exhausted) -> Node? {
    let position = simplifier.table.position(of: unknown)
    var rest = polynomial
    var factors: [Node] = []
    for (root, multiplicity) in roots {
      guard let value = root.value.rational else { continue }
      let line = UnivariatePolynomial([-value, .one]).primitive.rest
      for _ in 0..<multiplicity { rest = rest.divided(by: line).quotient }
      let terms = [
        PowerProduct(.exact(line.lead), [PowerProduct.Power(factor: position, exponent: 1)]),
        PowerProduct(.exact(line.coefficients[0])),
      ]
      let node = try simplifier.written(sum: terms.filter { !$0.isZero }, shape: .scalar)
      factors.append(
        multiplicity == 1
          ? node : try simplifier.made(.power, node, graph.number(multiplicity)))
    }
    guard !factors.isEmpty else { return nil }
    if rest.degree > 0 || !rest.lead.isOne {
      var terms: [PowerProduct] = []
      for power in stride(from: rest.degree, through: 0, by: -1) {
        let coefficient = rest.coefficients[power]
        guard !coefficient.isZero else { continue }
        let factor = PowerProduct(factor: position, power)
        terms.append(factor.with(coefficient: .exact(coefficient)))
      }
      factors.append(try simplifier.written(sum: terms, shape: .scalar))
    }
    var result = factors[0]
    for factor in factors.dropFirst() {
      result = try simplifier.made(.multiply, result, factor)
    }
    return result
  }
}
