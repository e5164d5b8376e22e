extension Simplifier {
  /// A base to an exponent that is no integer; nil base for Euler's number, nil result where it stays.
  mutating func exponential(
    base: PowerProduct?, exponent: PowerProduct, shape: Shape
  ) throws(Exhausted) -> PowerProduct? {
    if let base {
      if base.isZero { return nil }
      if base == .one { return .one }
      if let number = exponent.number?.rational, let twice = (number * 2).integer {
        guard let root = try squareRoot(of: base, shape: shape) else { return nil }
        return try product(.one, root, power: twice)
      }
    }
    var position: Int?
    if let base {
      position = try baseFactor(base, shape: shape)
    }
    var result = PowerProduct.one
    for (number, rest) in try exponentTerms(exponent) {
      guard
        let power = try powerProduct(base: position, number, rest, shape: shape),
        let next = try product(result, power)
      else { return nil }
      result = next
    }
    return result
  }

  /// The square root: even powers and square numbers outside, the rest below one root.
  mutating func squareRoot(
    of square: PowerProduct, shape: Shape
  ) throws(Exhausted) -> PowerProduct? {
    if square.isZero { return .zero }
    var (outside, inside) = (Real.one, square.coefficient)
    if !inside.isNegative {
      if let root = inside.rational?.squareRoot {
        (outside, inside) = (.exact(root), .one)
      } else if !inside.isExact {
        (outside, inside) = (.approximate(inside.double.squareRoot()), .one)
      }
    }
    var (outer, inner): ([Int: Int], [Int: Int]) = ([:], [:])
    for power in square.powers {
      let half = power.exponent / 2
      if power.exponent % 2 != 0 { inner[power.factor] = power.exponent % 2 }
      guard half != 0 else { continue }
      var factor = power.factor
      if half % 2 != 0, try !sign(ofFactor: factor).isNonnegative {
        let node = try written(PowerProduct(factor: factor), shape: shape)
        let magnitude = try made(.elementwise(.abs), node)
        factor = position(ofAtom: magnitude)
        forms[magnitude] = PowerProduct(factor: factor)
        relations[factor] = Relation(
          order: 2, value: PowerProduct(factor: power.factor, 2))
      }
      outer[factor, default: 0] += half
    }
    let rest = PowerProduct(inside, exponents: inner)
    if rest != .one {
      let base = try written(rest, shape: self.shape(of: rest, within: shape))
      let position = position(ofAtom: try made(.elementwise(.sqrt), base))
      relations[position] = Relation(order: 2, value: rest)
      // The power of a power is written by its own base alone, or it would count twice.
      if let factor = rest.singleFactor, exponentials[factor] == nil {
        exponentials[position] = Exponential(base: factor, exponent: PowerProduct(Real(1, 2)))
      }
      outer[position, default: 0] += 1
    }
    return try normalised(PowerProduct(outside, exponents: outer))
  }

  /// The factor that a base counts as: itself when it is one, else a new atom.
  private mutating func baseFactor(
    _ base: PowerProduct, shape: Shape
  ) throws(Exhausted) -> Int {
    if let factor = base.singleFactor { return factor }
    return position(ofAtom: try written(base, shape: self.shape(of: base, within: shape)))
  }

  /// An exponent as numbers times what they multiply, so that e^(2x - 1) is (e^x)² e^-1.
  private mutating func exponentTerms(
    _ exponent: PowerProduct
  ) throws(Exhausted) -> [(Rational, PowerProduct)] {
    var terms = [exponent]
    if let polynomial = try expanded(exponent), polynomial.terms.count <= 16 {
      terms = polynomial.terms.map { term in
        var exponents: [Int: Int] = [:]
        for power in term.monomial.powers {
          exponents[table.position(of: power.atom)] = power.exponent
        }
        return PowerProduct(term.coefficient, exponents: exponents)
      }
    }
    return terms.map { term in
      guard let number = term.coefficient.rational, let above = Int(exactly: number.numerator),
        above.magnitude < 1 << 20, let below = Int(exactly: number.denominator), below <= 360
      else { return (.one, term) }
      return (number, term.with(coefficient: .one))
    }
  }

  /// base^(number · rest) as an integer power of one atom.
  private mutating func powerProduct(
    base: Int?, _ number: Rational, _ rest: PowerProduct, shape: Shape
  ) throws(Exhausted) -> PowerProduct? {
    guard let above = Int(exactly: number.numerator), let below = Int(exactly: number.denominator)
    else { return nil }
    if below == 1 {
      if rest == .one, let base { return PowerProduct(factor: base, above) }
      if base == nil, let argument = try argumentOfLogarithm(rest) {
        return try product(.one, argument, power: above)
      }
    }
    let exponent = rest.with(coefficient: rest.coefficient * .exact(Rational(1, below)))
    let written = try written(exponent, shape: self.shape(of: exponent, within: shape))
    let atom: Node
    if let base {
      let factor = PowerProduct(factor: base)
      let bottom = try self.written(factor, shape: self.shape(of: factor, within: shape))
      atom = try made(.power, bottom, written)
    } else {
      atom = try made(.elementwise(.exp), written)
    }
    let position = position(ofAtom: atom)
    exponentials[position] = Exponential(base: base, exponent: exponent)
    if below > 1, let whole = try powerProduct(base: base, .one, rest, shape: shape) {
      relations[position] = Relation(order: below, value: whole)
    }
    return PowerProduct(factor: position, above)
  }

  /// u, when the product is the atom log(u) and u is known to be positive.
  private mutating func argumentOfLogarithm(
    _ product: PowerProduct
  ) throws(Exhausted) -> PowerProduct? {
    guard let factor = product.singleFactor, case .atom(let node) = table[factor],
      graph.operation(of: node) == .elementwise(.log), let inner = graph.operands(of: node).first
    else { return nil }
    let argument = form(of: inner)
    guard try sign(of: argument).isPositive else { return nil }
    rule = .inverseFunctions
    return argument
  }
}
