/// Solves one equation for one unknown.
struct PolynomialSolver {
  /// Beyond this degree nothing is solved or factored.
  static let degreeLimit = 400

  let graph: Graph
  let unknown: Node
  var simplifier: Simplifier
  /// Whether the last closed form is Cardano's.
  var usedCardano = false

  /// A solver for the name `unknown`.
  init(_ graph: Graph, unknown: Node, budget: Budget) {
    self.graph = graph
    self.unknown = unknown
    simplifier = Simplifier(graph, budget: budget, choosesShortest: false)
  }

  /// Where `difference` is zero.
  mutating func solve(_ difference: Node) throws(Exhausted) -> Solutions {
    guard graph.sort(of: difference) == .scalar else { return Solutions(.notPolynomial) }
    try simplifier.run(difference)
    let form = simplifier.form(of: difference)
    if form.isZero { return Solutions(.everything) }
    let above = form.powers.filter { $0.exponent > 0 }
    let numerator = PowerProduct(form.coefficient, above)
    guard let polynomial = try simplifier.expanded(numerator), isPolynomial(form) else {
      return Solutions(.notPolynomial)
    }
    let degree = polynomial.degree(in: unknown)
    let parts = polynomial.coefficients(in: unknown)
    guard degree <= PolynomialSolver.degreeLimit else { throw Exhausted() }
    if degree == 0 {
      // Without the unknown, and not zero; with other names, not zero as a rule.
      let nonzero = form.number == nil ? [try node(numerator)] : []
      return Solutions(.none, working: try plainWorking(polynomial, nonzero: nonzero))
    }
    let roots: [Solutions.Root]
    var working: Solutions.Working
    if parts.values.allSatisfy(\.isConstant) {
      let numbers = (0...degree).map { parts[$0]?.terms.first?.coefficient ?? .zero }
      (roots, working) = try numericRoots(numbers, polynomial)
    } else if let found = try symbolicRoots(form, polynomial) {
      (roots, working) = found
    } else {
      return Solutions(.notPolynomial, working: try plainWorking(polynomial))
    }
    var (kept, rejected): ([Solutions.Root], [Solutions.Root]) = ([], [])
    for root in roots {
      if try denominatorVanishes(in: difference, at: root) {
        rejected.append(root)
      } else {
        kept.append(root)
      }
    }
    return Solutions(.finite, roots: kept, rejected: rejected, working: working)
  }

  /// Whether the unknown occurs in no atom but itself.
  private mutating func isPolynomial(_ form: PowerProduct) -> Bool {
    form.powers.allSatisfy { power in
      simplifier.table[power.factor].polynomial.atoms.allSatisfy { atom in
        atom == unknown || !graph.postorder(of: atom).contains(unknown)
      }
    }
  }

  /// Whether a divisor of the equation as it is written is zero at a root.
  private mutating func denominatorVanishes(
    in difference: Node, at root: Solutions.Root
  ) throws(Exhausted) -> Bool {
    let nodes = graph.postorder(of: difference)
    let divisors = nodes.filter { node in
      switch graph.operation(of: node) {
      case .divide: graph.postorder(of: graph.operands(of: node)[1]).contains(unknown)
      case .power:
        simplifier.literal(graph.operands(of: node)[1])?.isNegative == true
          && graph.postorder(of: graph.operands(of: node)[0]).contains(unknown)
      case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .negate,
        .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
        .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
        .stack,
        .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call,
        .apply, .sample, .interval, .list, .record, .field, .names:
        false
      }
    }
    for divisor in divisors {
      let position = graph.operation(of: divisor) == .divide ? 1 : 0
      let there = graph.rebuilding(graph.operands(of: divisor)[position]) {
        $0 == unknown ? root.node : nil
      }
      try simplifier.run(there)
      if simplifier.form(of: there).isZero { return true }
    }
    return false
  }

  /// A number or an expression as a node of its own.
  mutating func node(_ product: PowerProduct) throws(Exhausted) -> Node {
    try simplifier.written(product, shape: .scalar)
  }

  /// A polynomial in the unknown, powers descending.
  mutating func node(_ polynomial: Polynomial) throws(Exhausted) -> Node {
    let parts = polynomial.coefficients(in: unknown)
    let position = simplifier.table.position(of: unknown)
    var terms: [PowerProduct] = []
    for power in parts.keys.sorted(by: >) {
      guard let part = parts[power] else { continue }
      let coefficient = simplifier.product(of: part)
      let monomial = PowerProduct(factor: position, power)
      if let term = try simplifier.product(coefficient, monomial) { terms.append(term) }
    }
    return try simplifier.written(sum: terms, shape: .scalar)
  }

  /// The polynomial as a working shows it, without a solution yet.
  mutating func plainWorking(
    _ polynomial: Polynomial, discriminant: Node? = nil, factorisation: Node? = nil,
    nonzero: [Node] = []
  ) throws(Exhausted) -> Solutions.Working {
    let parts = polynomial.coefficients(in: unknown)
    var coefficients: [Node] = []
    for power in 0...polynomial.degree(in: unknown) {
      let part = simplifier.product(of: parts[power] ?? .zero)
      coefficients.append(try node(part))
    }
    var content = polynomial.content.number
    let lead = parts[polynomial.degree(in: unknown)]?.terms.first?.coefficient ?? .one
    if (lead / content).isNegative { content = -content }
    return Solutions.Working(
      collected: try node(polynomial), coefficients: coefficients, content: content,
      divided: try node(polynomial.scaled(by: .one / content)), discriminant: discriminant,
      factorisation: factorisation, nonzero: nonzero)
  }
}
