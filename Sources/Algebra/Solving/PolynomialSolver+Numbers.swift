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
      usedCardano = false
      if root.value.isExact, isExact {
        node = simplifier.numberNode(number)
      } else if isExact, let form = try closedForm(root, factor) {
        node = form
      }
      var solution = Solutions.Root(node: node, number: number, multiplicity: multiplicity)
      solution.isByCardano = usedCardano
      roots.append(solution)
    }
    let primitive = univariate.primitive.rest
    var discriminant: Node?
    if univariate.degree == 2, isExact {
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
    if rest.degree == 4, let halves = try rest.splitQuartic(&simplifier.budget) {
      rest = halves.first { $0.value(at: root.low).sign != $0.value(at: root.high).sign } ?? rest
    }
    guard rest.degree == 2 else {
      if let form = try rootOfPower(root, rest) { return form }
      return try cubicRoot(root, rest)
    }
    let c = rest.primitive.rest.coefficients
    if c[1].isZero { return try evenRoot(-c[0] / c[2], isPositive: !root.low.isNegative) }
    let discriminant = c[1] * c[1] - 4 * c[2] * c[0]
    guard let (outside, inside) = Self.squareTakenOut(of: discriminant) else { return nil }
    // The coefficients are whole: what all three parts share is cancelled.
    var (middle, side, below) = (-c[1], outside, 2 * c[2])
    let shared = [middle, side, below].reduce(Rational.zero) { Self.divisor($0, $1) }
    (middle, side, below) = (middle / shared, side / shared, below / shared)
    let half = try surd(side, inside)
    let isLarger = root.low >= -c[1] / (2 * c[2])
    let terms = [PowerProduct(.exact(middle)), isLarger ? half : try simplifier.negated(half)]
    let top = try simplifier.written(sum: terms, shape: .scalar)
    return below.isOne ? top : try simplifier.made(.divide, top, node(PowerProduct(.exact(below))))
  }

  /// outside · √inside.
  mutating func surd(
    _ outside: Rational, _ inside: Rational
  ) throws(Exhausted) -> PowerProduct {
    if inside.isOne { return PowerProduct(.exact(outside)) }
    let root = try simplifier.made(.elementwise(.sqrt), simplifier.numberNode(.exact(inside)))
    return PowerProduct(
      .exact(outside), [.init(factor: simplifier.table.position(of: root), exponent: 1)])
  }

  /// s and d of a positive whole number s²d whose d has no small square in it; nil for other numbers.
  static func squareTakenOut(of number: Rational) -> (outside: Rational, inside: Rational)? {
    guard var rest = number.integer, rest > 0 else { return nil }
    var outside = 1
    var divisor = 2
    while divisor <= 10_000, divisor * divisor <= rest {
      while rest % (divisor * divisor) == 0 {
        rest /= divisor * divisor
        outside *= divisor
      }
      divisor += 1
    }
    return (Rational(outside), Rational(rest))
  }

  /// The greatest common divisor of whole numbers.
  static func divisor(_ left: Rational, _ right: Rational) -> Rational {
    guard var a = left.magnitude.integer, var b = right.magnitude.integer else { return .one }
    while b != 0 { (a, b) = (b, a % b) }
    return Rational(a)
  }

  /// ±√u of a fraction, without a square under the root and without a root below the line.
  private mutating func evenRoot(_ square: Rational, isPositive: Bool) throws(Exhausted) -> Node? {
    let (above, below) = (Rational(square.numerator), Rational(square.denominator))
    guard let (outside, inside) = Self.squareTakenOut(of: above * below) else { return nil }
    let size = try surd(outside / below, inside)
    return try node(isPositive ? size : try simplifier.negated(size))
  }

  /// The root of c·x^n + d, and of a quadratic in x², with powers that no square is left in.
  private mutating func rootOfPower(
    _ root: RealRoot, _ polynomial: UnivariatePolynomial
  ) throws(Exhausted) -> Node? {
    let c = polynomial.coefficients
    let n = polynomial.degree
    if n > 2, c[1..<n].allSatisfy(\.isZero) {
      let value = -c[0] / c[n]
      guard !value.isNegative || n % 2 == 1 else { return nil }
      let base = simplifier.numberNode(.exact(value.magnitude))
      let exponent = simplifier.numberNode(.exact(Rational(1, n)))
      let size = try simplifier.made(.power, base, exponent)
      return root.low.isNegative ? try simplifier.opposite(size) : size
    }
    guard n == 4, c[1].isZero, c[3].isZero else { return nil }
    let inner = UnivariatePolynomial([c[0], c[2], c[4]])
    for square in try inner.realRoots(&simplifier.budget) {
      guard !square.value.isNegative,
        abs(square.value.double.squareRoot() - root.value.double.magnitude)
          <= 1e-9 * root.value.double.magnitude
      else { continue }
      if let rational = square.value.rational {
        return try evenRoot(rational, isPositive: root.low >= .zero)
      }
      guard let form = try closedForm(square, inner) else { return nil }
      let size = try simplifier.made(.elementwise(.sqrt), form)
      return root.low.isNegative ? try simplifier.opposite(size) : size
    }
    return nil
  }

  /// A polynomial in the unknown, powers descending.
  private mutating func written(_ polynomial: UnivariatePolynomial) throws(Exhausted) -> Node {
    let position = simplifier.table.position(of: unknown)
    var terms: [PowerProduct] = []
    for power in stride(from: polynomial.degree, through: 0, by: -1) {
      let coefficient = polynomial.coefficients[power]
      guard !coefficient.isZero else { continue }
      let factor = PowerProduct(factor: position, power)
      terms.append(factor.with(coefficient: .exact(coefficient)))
    }
    return try simplifier.written(sum: terms, shape: .scalar)
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
    if rest.degree == 4, let halves = try rest.splitQuartic(&simplifier.budget) {
      for half in halves {
        factors.append(try written(half.primitive.rest))
        rest = rest.divided(by: half.primitive.rest).quotient
      }
    }
    guard !factors.isEmpty else { return nil }
    if rest.degree > 0 || !rest.lead.isOne { factors.append(try written(rest)) }
    var result = factors[0]
    for factor in factors.dropFirst() {
      result = try simplifier.made(.multiply, result, factor)
    }
    return result
  }
}
