extension Simplifier {
  /// A factor of a product as it will stand there.
  struct Written {
    let node: Node
    let exponent: Int
    let isScalar: Bool
    /// The atoms of a sum; nil for an atom.
    let sum: Set<Node>?
  }

  /// A product as a lecturer writes it, in the given shape.
  mutating func written(_ product: PowerProduct, shape: Shape) throws(Exhausted) -> Node {
    try budget.charge(product.powers.count + 1)
    guard !graph.isFull else { throw Exhausted() }
    let own = self.shape(of: product, within: shape)
    let (coefficient, flipped) = signMoved(product)
    var factors: [Written] = []
    let bases = exponentialBases(product)
    for power in product.powers where exponentials[power.factor] == nil {
      guard !bases.contains(power.factor) else { continue }
      let isOpposite = flipped.contains(power.factor)
      factors.append(try writtenFactor(power, isOpposite: isOpposite, shape: own))
    }
    for base in bases.sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      factors += try writtenExponential(base: base, in: product, shape: own)
    }
    let node = graph.spread(try assembled(coefficient, factors), to: shape)
    if forms[node] == nil { forms[node] = product }
    return node
  }

  /// A polynomial term by term, the first positive one in front.
  mutating func written(_ polynomial: Polynomial, shape: Shape) throws(Exhausted) -> Node {
    let terms = polynomial.terms.map { term in
      var exponents: [Int: Int] = [:]
      for power in term.monomial.powers {
        exponents[table.position(of: power.atom)] = power.exponent
      }
      return PowerProduct(term.coefficient, exponents: exponents)
    }
    return try written(sum: terms, shape: shape)
  }

  /// Terms in the given order, the first positive one in front.
  mutating func written(sum terms: [PowerProduct], shape: Shape) throws(Exhausted) -> Node {
    guard !terms.isEmpty else { return graph.spread(graph.number(0), to: shape) }
    var ordered = terms
    if let first = terms.firstIndex(where: { !$0.coefficient.isNegative }), first > 0 {
      ordered.remove(at: first)
      ordered.insert(terms[first], at: 0)
    }
    var result: Node?
    for term in ordered {
      let isNegative = term.coefficient.isNegative
      let magnitude = isNegative ? -term.coefficient : term.coefficient
      let part = try written(
        term.with(coefficient: magnitude), shape: self.shape(of: term, within: shape))
      if let sum = result {
        result = try made(isNegative ? .subtract : .add, sum, part)
      } else if isNegative {
        result = try opposite(part)
      } else {
        result = part
      }
    }
    return graph.spread(result ?? graph.number(0), to: shape)
  }

  /// The opposite; of a literal a literal.
  func opposite(_ node: Node) throws(Exhausted) -> Node {
    if let value = literal(node) {
      return graph.spread(numberNode(-value), to: graph.shape(of: node))
    }
    return try made(.negate, node)
  }

  /// The number, and the sums that take a minus sign: -(p - q)x is (q - p)x, and of (1 - k)/(2 - n)
  /// both change sides.
  private func signMoved(_ product: PowerProduct) -> (Real, flipped: Set<Int>) {
    let bases = exponentialBases(product)
    var candidates: [PowerProduct.Power] = []
    var mostlyNegative: [Int] = []
    for power in product.powers where power.exponent % 2 != 0 && !bases.contains(power.factor) {
      guard case .sum(let sum) = table[power.factor] else { continue }
      let negative = sum.terms.count { $0.coefficient.isNegative }
      if negative > 0 { candidates.append(power) }
      if 2 * negative > sum.terms.count { mostlyNegative.append(power.factor) }
    }
    guard product.coefficient.isNegative else {
      let pairs = mostlyNegative.prefix(mostlyNegative.count / 2 * 2)
      return (product.coefficient, Set(pairs))
    }
    if mostlyNegative.count % 2 == 1 { return (-product.coefficient, Set(mostlyNegative)) }
    if mostlyNegative.count > 1 { return (-product.coefficient, Set(mostlyNegative.dropLast())) }
    let chosen = candidates.first { $0.exponent > 0 } ?? candidates.first
    guard let chosen else { return (product.coefficient, []) }
    return (-product.coefficient, [chosen.factor])
  }

  private mutating func writtenFactor(
    _ power: PowerProduct.Power, isOpposite: Bool, shape: Shape
  ) throws(Exhausted) -> Written {
    switch table[power.factor] {
    case .atom(let node):
      return Written(
        node: node, exponent: power.exponent, isScalar: graph.shape(of: node).isScalar, sum: nil)
    case .sum(let sum):
      let isScalar = isScalar(sum)
      let node: Node
      if let spelling = isOpposite ? oppositeSpellings[power.factor] : spellings[power.factor] {
        node = spelling
      } else {
        let own: Shape = isScalar ? .scalar : shape
        let sum = isOpposite ? -sum : sum
        let plain = try written(sum, shape: own)
        node = try grouped(sum, shape: own, shorterThan: cost(plain)) ?? plain
      }
      return Written(
        node: node, exponent: power.exponent, isScalar: isScalar, sum: Set(sum.atoms))
    }
  }

  /// The bases of exponents that are no integers; nil stands for Euler's number.
  private func exponentialBases(_ product: PowerProduct) -> Set<Int?> {
    Set(product.powers.compactMap { exponentials[$0.factor].map(\.base) })
  }

  /// All powers of one base as one: exp(a)·exp(b) as exp(a + b), u²·u^n as u^(n + 2).
  private mutating func writtenExponential(
    base: Int?, in product: PowerProduct, shape: Shape
  ) throws(Exhausted) -> [Written] {
    var terms: [PowerProduct] = []
    for power in product.powers {
      if let exponential = exponentials[power.factor], exponential.base == base {
        terms.append(
          exponential.exponent.with(
            coefficient: exponential.exponent.coefficient * Real(power.exponent)))
      } else if let base, power.factor == base {
        terms.append(PowerProduct(Real(power.exponent)))
      }
    }
    let total = try sum(terms) ?? .zero
    if total.isZero { return [] }
    guard let base else {
      let exponent = try written(total, shape: self.shape(of: total, within: shape))
      return [writtenAtom(try made(.elementwise(.exp), exponent), 1)]
    }
    let bottom = PowerProduct(factor: base)
    let node = try written(bottom, shape: self.shape(of: bottom, within: shape))
    let isNegative = total.coefficient.isNegative
    let sign = isNegative ? -1 : 1
    let magnitude = isNegative ? total.with(coefficient: -total.coefficient) : total
    if let number = magnitude.number?.rational {
      if let whole = number.integer { return [writtenAtom(node, sign * whole)] }
      if let whole = (number - Rational(1, 2)).integer {
        let root = writtenAtom(try made(.elementwise(.sqrt), node), sign)
        return whole == 0 ? [root] : [writtenAtom(node, sign * whole), root]
      }
    }
    let exponent = try written(magnitude, shape: self.shape(of: magnitude, within: shape))
    return [writtenAtom(try made(.power, node, exponent), sign)]
  }

  private func writtenAtom(_ node: Node, _ exponent: Int) -> Written {
    Written(
      node: node, exponent: exponent, isScalar: graph.shape(of: node).isScalar, sum: nil)
  }
}
