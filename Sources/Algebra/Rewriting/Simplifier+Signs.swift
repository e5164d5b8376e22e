extension Simplifier {
  /// Takes a condition for true: comparisons, and those joined by `and`; of tensors those that hold
  /// for every entry.
  mutating func assume(_ fact: Fact) throws(Exhausted) {
    var stack = [fact.condition]
    while let node = stack.popLast() {
      let operands = graph.operands(of: node)
      if graph.operation(of: node) == .and {
        stack.append(contentsOf: operands)
      } else if case .compare(let comparison) = graph.operation(of: node), operands.count == 2,
        graph.sort(of: node) != .truth(.scalar)
          || graph.shape(of: operands[0]).isScalar && graph.shape(of: operands[1]).isScalar
      {
        try run(operands[0])
        try run(operands[1])
        let terms = [form(of: operands[0]), try negated(form(of: operands[1]))]
        guard let difference = try sum(terms), !difference.isZero else { continue }
        learn(difference, comparison, fact)
      }
    }
  }

  private mutating func learn(_ product: PowerProduct, _ comparison: Comparison, _ fact: Fact) {
    var signs = SignSet.satisfying(comparison)
    if product.coefficient.isNegative { signs = signs.opposite }
    let key = product.with(coefficient: .one)
    let known = knowledge.signs[key]?.0 ?? .any
    if !known.isSubset(of: signs) {
      knowledge.signs[key] = (known.intersection(signs), fact)
    }
    // A linear expression in one atom also bounds the atom.
    guard let factor = key.singleFactor, let line = linear(table[factor].polynomial) else { return }
    let bound = SignKnowledge.Bound(
      value: -line.offset / line.slope, isStrict: signs.isNonzero, fact: fact)
    let rises = !line.slope.isNegative
    if signs.isNonnegative, signs != [] { note(bound, of: line.atom, isLow: rises) }
    if signs.isNonpositive, signs != [] { note(bound, of: line.atom, isLow: !rises) }
  }

  private mutating func note(_ bound: SignKnowledge.Bound, of atom: Node, isLow: Bool) {
    if isLow {
      if let old = knowledge.low[atom], old.value >= bound.value { return }
      knowledge.low[atom] = bound
    } else {
      if let old = knowledge.high[atom], old.value <= bound.value { return }
      knowledge.high[atom] = bound
    }
  }

  /// slope · atom + offset with exact numbers.
  private func linear(
    _ polynomial: Polynomial
  ) -> (atom: Node, slope: Rational, offset: Rational)? {
    guard let first = polynomial.terms.first, first.monomial.degree == 1,
      polynomial.terms.count <= 2, let slope = first.coefficient.rational
    else { return nil }
    let atom = first.monomial.powers[0].atom
    guard polynomial.terms.count == 2 else { return (atom, slope, .zero) }
    guard polynomial.terms[1].monomial.isOne, let offset = polynomial.terms[1].coefficient.rational
    else { return nil }
    return (atom, slope, offset)
  }

  /// The signs that a product may have; facts that say so are noted as used.
  mutating func sign(of product: PowerProduct) throws(Exhausted) -> SignSet {
    try budget.charge(product.powers.count + 1)
    var result = SignSet.of(product.coefficient)
    if product.powers.isEmpty { return result }
    if let (signs, fact) = knowledge.signs[product.with(coefficient: .one)] {
      usedFacts.append(fact)
      return result * signs
    }
    for power in product.powers {
      result = result * (try sign(ofFactor: power.factor).power(power.exponent))
    }
    return result
  }

  /// The signs that a factor may have.
  mutating func sign(ofFactor factor: Int) throws(Exhausted) -> SignSet {
    var result = SignSet.any
    if let (signs, fact) = knowledge.signs[PowerProduct(factor: factor)] {
      usedFacts.append(fact)
      result = signs
    }
    switch table[factor] {
    case .atom(let node): result.formIntersection(signWithin(bounds: Polynomial(Monomial(node))))
    case .sum(let sum): result.formIntersection(signWithin(bounds: sum))
    }
    if result != .any { return result }
    switch table[factor] {
    case .atom(let node): return try sign(ofAtom: node, factor: factor)
    case .sum(let sum): return try sign(ofSum: sum)
    }
  }

  /// What bounds of the only atom say about a linear expression.
  private mutating func signWithin(bounds polynomial: Polynomial) -> SignSet {
    guard let line = linear(polynomial) else { return .any }
    var result = SignSet.any
    let rises = !line.slope.isNegative
    for (bound, isLow) in [(knowledge.low[line.atom], true), (knowledge.high[line.atom], false)] {
      guard let bound else { continue }
      let value = line.slope * bound.value + line.offset
      if isLow == rises {
        guard !value.isNegative else { continue }
        result.formIntersection(
          value.isZero && !bound.isStrict ? [.zero, .positive] : .positive)
      } else {
        guard value.isNegative || value.isZero else { continue }
        result.formIntersection(
          value.isZero && !bound.isStrict ? [.zero, .negative] : .negative)
      }
      usedFacts.append(bound.fact)
    }
    return result
  }

  private mutating func sign(
    ofAtom node: Node, factor: Int
  ) throws(Exhausted) -> SignSet {
    if let value = graph.value(ofConstant: node) { return SignSet.of(value) }
    if case .elementwise(let function) = graph.operation(of: node) {
      switch function {
      case .exp, .sigmoid, .softplus, .cosh: return .positive
      case .sqrt, .abs, .relu, .step: return [.zero, .positive]
      case .log, .sign, .floor, .ceil, .round, .tanh, .sin, .cos, .tan, .sinh, .erf: return .any
      }
    }
    if let exponential = exponentials[factor], let base = exponential.base, base != factor,
      try sign(ofFactor: base).isPositive
    {
      return .positive
    }
    return .any
  }

  private mutating func sign(ofSum sum: Polynomial) throws(Exhausted) -> SignSet {
    // 1 - sigmoid(u) is another sigmoid.
    if sum.terms.count == 2, sum.terms[1].monomial.isOne, sum.terms[0].monomial.degree == 1,
      sum.terms[0].coefficient == -sum.terms[1].coefficient,
      graph.operation(of: sum.terms[0].monomial.powers[0].atom) == .elementwise(.sigmoid)
    {
      return SignSet.of(sum.terms[1].coefficient)
    }
    guard sum.terms.count <= 64 else { return .any }
    var result = SignSet.zero
    for term in sum.terms {
      var sign = SignSet.of(term.coefficient)
      for power in term.monomial.powers {
        let atom = try self.sign(ofFactor: table.position(of: power.atom))
        sign = sign * atom.power(power.exponent)
      }
      result = result + sign
      if result == .any { break }
    }
    return result
  }

  /// Whether a condition is known to hold or to fail; nil when it depends.
  mutating func decided(_ condition: Node) throws(Exhausted) -> Bool? {
    switch graph.operation(of: condition) {
    case .truth(let value): return value
    case .not: return try decided(graph.operands(of: condition)[0]).map { !$0 }
    case .compare(let comparison):
      let operands = graph.operands(of: condition)
      guard case .number(let left) = graph.sort(of: operands[0]),
        case .number(let right) = graph.sort(of: operands[1]), left == right,
        let difference = try sum([
          form(of: operands[0]), try negated(form(of: operands[1])),
        ])
      else { return nil }
      let (signs, wanted) = (try sign(of: difference), SignSet.satisfying(comparison))
      if signs.isSubset(of: wanted) { return true }
      return signs.isDisjoint(with: wanted) ? false : nil
    case .number, .constant, .text, .name, .add, .subtract, .multiply, .divide, .power, .negate,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate,
      .index, .slice, .and, .or, .choose, .over, .opaque, .call, .apply, .sample, .interval,
      .list, .record, .field, .names:
      return nil
    }
  }

  /// The opposite of a product.
  func negated(_ product: PowerProduct) throws(Exhausted) -> PowerProduct {
    product.with(coefficient: -product.coefficient)
  }
}
