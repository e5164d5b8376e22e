extension Simplifier {
  /// A power as a product; nil where it stays an atom.
  mutating func powerForm(_ operands: [Node], _ shape: Shape) throws(Exhausted) -> PowerProduct? {
    let (base, exponent) = (form(of: operands[0]), form(of: operands[1]))
    if let number = exponent.number {
      if let whole = number.rational?.integer { return try product(.one, base, power: whole) }
      if let value = base.number, let power = try? value.power(number),
        power.isExact || !value.isExact || !number.isExact
      {
        return PowerProduct(power)
      }
      if !number.isExact { return nil }
    }
    return try exponential(base: base, exponent: exponent, shape: shape)
  }

  /// A function of one number as a product; nil where it stays an atom.
  mutating func functionForm(
    _ function: ElementaryFunction, _ operand: Node, _ shape: Shape
  ) throws(Exhausted) -> PowerProduct? {
    let argument = form(of: operand)
    if let number = argument.number, let value = try? function.apply(number),
      value.isExact || !number.isExact
    {
      rule = .functionOfNumber
      return PowerProduct(value)
    }
    switch function {
    case .exp: return try exponential(base: nil, exponent: argument, shape: shape)
    case .sqrt: return try squareRoot(of: argument, shape: shape)
    case .log: return try logarithm(of: argument, shape)
    case .sigmoid:
      guard argument.coefficient.isNegative else { return nil }
      let opposite = try mirrored(function, argument, shape)
      return try sum([.one, try negated(opposite)])
    case .sin, .tan, .tanh, .sinh, .erf:
      guard argument.coefficient.isNegative else { return nil }
      return try negated(try mirrored(function, argument, shape))
    case .cos, .cosh:
      guard argument.coefficient.isNegative else { return nil }
      return try mirrored(function, argument, shape)
    case .abs: return try magnitude(of: argument, shape)
    case .relu, .sign, .step: return try kinked(function, argument)
    case .softplus, .floor, .ceil, .round: return nil
    }
  }

  /// `larger`, `smaller` or `choose` whose branch is known; else nil.
  mutating func branchForm(
    _ operation: Operation, _ operands: [Node]
  ) throws(Exhausted) -> PowerProduct? {
    if operation == .choose {
      let (yes, no) = (form(of: operands[1]), form(of: operands[2]))
      if yes == no {
        rule = .knownBranch
        return yes
      }
      guard let holds = try decided(operands[0]) else { return nil }
      rule = .knownBranch
      return holds ? yes : no
    }
    let (left, right) = (form(of: operands[0]), form(of: operands[1]))
    guard let difference = try sum([left, try negated(right)]) else { return nil }
    let signs = try sign(of: difference)
    guard signs.isNonnegative || signs.isNonpositive else { return nil }
    rule = .knownBranch
    return signs.isNonnegative == (operation == .larger) ? left : right
  }

  /// The function of the opposite argument, as an atom.
  private mutating func mirrored(
    _ function: ElementaryFunction, _ argument: PowerProduct, _ shape: Shape
  ) throws(Exhausted) -> PowerProduct {
    rule = .symmetry
    return try atom(function, try negated(argument), shape)
  }

  /// A function of a product as an atom.
  private mutating func atom(
    _ function: ElementaryFunction, _ argument: PowerProduct, _ shape: Shape
  ) throws(Exhausted) -> PowerProduct {
    let node = try written(argument, shape: self.shape(of: argument, within: shape))
    return PowerProduct(factor: position(ofAtom: try made(.elementwise(function), node)))
  }

  /// log(exp(u)) is u; log(u^n) is n·log(u) where u is positive.
  private mutating func logarithm(
    of argument: PowerProduct, _ shape: Shape
  ) throws(Exhausted) -> PowerProduct? {
    guard argument.coefficient == .one, !argument.powers.isEmpty else { return nil }
    var terms: [PowerProduct] = []
    for power in argument.powers {
      guard let exponential = exponentials[power.factor], exponential.base == nil else {
        terms = []
        break
      }
      let exponent = exponential.exponent
      terms.append(
        exponent.with(coefficient: exponent.coefficient * Real(power.exponent)))
    }
    if !terms.isEmpty, let exponent = try sum(terms) {
      rule = .inverseFunctions
      return exponent
    }
    guard argument.powers.count == 1, let power = argument.powers.first, power.exponent != 1,
      exponentials[power.factor] == nil
    else { return nil }
    if power.exponent % 2 == 0, try !sign(ofFactor: power.factor).isNonnegative { return nil }
    let inner = try atom(.log, PowerProduct(factor: power.factor), shape)
    rule = .inverseFunctions
    return inner.with(coefficient: Real(power.exponent))
  }

  private mutating func magnitude(
    of argument: PowerProduct, _ shape: Shape
  ) throws(Exhausted) -> PowerProduct? {
    let signs = try sign(of: argument)
    rule = .knownBranch
    if signs.isNonnegative { return argument }
    if signs.isNonpositive { return try negated(argument) }
    usedFacts = []
    let result = try atom(.abs, argument.with(coefficient: .one), shape)
    rule = argument.coefficient == .one ? nil : .symmetry
    if let factor = result.singleFactor {
      let square = try product(.one, argument.with(coefficient: .one), power: 2)
      relations[factor] = square.map { Relation(order: 2, value: $0) }
    }
    return result.with(coefficient: argument.coefficient.magnitude)
  }

  private mutating func kinked(
    _ function: ElementaryFunction, _ argument: PowerProduct
  ) throws(Exhausted) -> PowerProduct? {
    let signs = try sign(of: argument)
    rule = .knownBranch
    switch function {
    case .relu where signs.isNonnegative: return argument
    case .relu where signs.isNonpositive: return .zero
    case .step where signs.isNonnegative: return .one
    case .step where signs == .negative: return .zero
    case .sign where signs.isPositive: return .one
    case .sign where signs == .negative: return PowerProduct(Real(-1))
    case .exp, .log, .sqrt, .abs, .sign, .floor, .ceil, .round, .sigmoid, .tanh, .relu, .step,
      .softplus, .sin, .cos, .tan, .sinh, .cosh, .erf:
      rule = nil
      return nil
    }
  }
}
