extension Simplifier {
  /// Works one node out; its operands are done.
  mutating func process(_ node: Node, isNeeded: Bool) throws(Exhausted) {
    let operands = graph.operands(of: node)
    let operation = graph.operation(of: node)
    guard case .number(let shape) = graph.sort(of: node) else {
      try rebuild(node, operation, operands)
      return
    }
    switch operation {
    case .number(let literal):
      keep(node, PowerProduct(literal.value))
    case .constant(let tensor):
      keep(node, constantForm(tensor))
    case .add, .subtract, .negate:
      try writePlainly(node, operation, operands)
      if isNeeded { try finishSum(node, shape) }
    case .multiply, .divide:
      try writePlainly(node, operation, operands)
      if isNeeded { try finish(node, try wholeProduct(node), isNeeded: true) }
    case .power:
      try writePlainly(node, operation, operands)
      try finish(node, try powerForm(operands, shape), isNeeded: isNeeded)
    case .spread where graph.shape(of: operands[0]).isScalar:
      try writePlainly(node, operation, operands)
      try finish(node, form(of: operands[0]), isNeeded: isNeeded)
    case .elementwise(let function):
      try writePlainly(node, operation, operands)
      try finish(node, try functionForm(function, operands[0], shape), isNeeded: isNeeded)
    case .larger, .smaller, .choose:
      try writePlainly(node, operation, operands)
      try finish(node, try branchForm(operation, operands), isNeeded: isNeeded)
    case .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .trace,
      .reduce, .reshape, .index:
      try writePlainly(node, operation, operands)
      try finish(node, try linearForm(node, operation, operands), isNeeded: isNeeded)
    case .determinant, .rank, .softmax, .logSoftmax, .stack, .concatenate, .slice, .over, .opaque:
      try writePlainly(node, operation, operands)
      try finish(node, nil, isNeeded: isNeeded)
    case .name, .call, .apply, .field, .record, .list, .sample, .interval, .names, .truth, .text,
      .compare, .and, .or, .not:
      keep(node, nil)
    }
  }

  /// A node that stays as it is.
  private mutating func keep(_ node: Node, _ form: PowerProduct?) {
    (plain[node], clean[node], best[node]) = (node, node, node)
    if let form { forms[node] = form } else { _ = self.form(of: node) }
  }

  /// What is no number: only its operands change.
  private mutating func rebuild(
    _ node: Node, _ operation: Operation, _ operands: [Node]
  ) throws(Exhausted) {
    let isOpen = !openOperands(of: node).isEmpty
    let result =
      isOpen
      ? graph.make(operation, operands.map(simplified), sort: graph.sort(of: node)) : node
    (plain[node], clean[node], best[node]) = (result, result, result)
  }

  /// The node over simplified operands, as it was and without neutral numbers.
  private mutating func writePlainly(
    _ node: Node, _ operation: Operation, _ operands: [Node]
  ) throws(Exhausted) {
    let sort = graph.sort(of: node)
    plain[node] = graph.make(operation, operands.map { best[$0] ?? plain[$0] ?? $0 }, sort: sort)
    let parts = operands.map(simplified)
    clean[node] =
      try cleaned(operation, parts, shape: graph.shape(of: node))
      ?? graph.make(operation, parts, sort: sort)
  }

  private func constantForm(_ tensor: Tensor) -> PowerProduct? {
    guard let first = tensor.entries.first, tensor.entries.allSatisfy({ $0 == first }) else {
      return nil
    }
    return PowerProduct(first)
  }

  /// Ends a node whose form is a product; an atom if there is none.
  private mutating func finish(
    _ node: Node, _ product: PowerProduct?, isNeeded: Bool
  ) throws(Exhausted) {
    let asWritten = clean[node] ?? node
    guard let product else {
      // What `cleaned` found may be a number or an operand, whose form is known.
      forms[node] = form(of: asWritten)
      best[node] = asWritten
      record(node, asWritten, .dropNeutral)
      return
    }
    forms[node] = product
    if forms[asWritten] == nil { forms[asWritten] = product }
    guard isNeeded else { return }
    let shape = graph.shape(of: node)
    guard choosesShortest else {
      best[node] = try canonical(product, shape: shape)
      return
    }
    var candidates = [(asWritten, Rule.dropNeutral)]
    candidates.append(
      (
        try written(product, shape: shape),
        product.hasDenominator ? .cancelFraction : .collectFactors
      ))
    if let expanded = try writtenOut(product, shape: shape) {
      candidates.append((expanded, .expandProducts))
    }
    try choose(node, candidates)
  }

  /// Ends a sum: as written, as one product, with like terms together, written out.
  private mutating func finishSum(_ node: Node, _ shape: Shape) throws(Exhausted) {
    let asWritten = clean[node] ?? node
    let like = try collected(try terms(of: node))
    let whole = try sum(like)
    guard choosesShortest else {
      forms[node] = whole ?? form(of: asWritten)
      best[node] = asWritten
      guard let whole else { return }
      best[node] = try canonical(whole, shape: shape)
      return
    }
    var candidates = [(asWritten, Rule.dropNeutral)]
    if let whole {
      let isSingle = !whole.powers.contains { isSum($0.factor) }
      let node = try written(whole, shape: shape)
      candidates.append((node, isSingle ? .collectTerms : .factorOut))
    }
    if like.count <= 64 {
      candidates.append((try written(sum: like, shape: shape), .collectTerms))
    }
    if let whole, let expanded = try writtenOut(whole, shape: shape) {
      candidates.append((expanded, .expandProducts))
    }
    if let product = try matrixFactoredOut(of: like, shape: shape) {
      candidates.append((product, .factorOut))
    }
    try choose(node, candidates)
    let result = best[node] ?? asWritten
    let form = whole ?? form(of: result)
    forms[node] = form
    if forms[result] == nil { forms[result] = form }
    noteSpelling(form, result)
  }

  /// Remembers how a sum is written that is a factor, up to its sign.
  private mutating func noteSpelling(_ form: PowerProduct, _ node: Node) {
    guard form.powers.count == 1, form.powers[0].exponent == 1,
      graph.shape(of: node).isScalar == isScalar(factor: form.powers[0].factor)
    else { return }
    let factor = form.powers[0].factor
    if form.coefficient == .one, spellings[factor] == nil { spellings[factor] = node }
    if form.coefficient == Real(-1), oppositeSpellings[factor] == nil {
      oppositeSpellings[factor] = node
    }
  }

  /// The node that all products of this form have: written out where that is not too long.
  private mutating func canonical(
    _ product: PowerProduct, shape: Shape
  ) throws(Exhausted) -> Node {
    if let node = try writtenOut(product, shape: shape) { return node }
    return try written(product, shape: shape)
  }

  /// The numerator as a sum of terms, over the denominator.
  private mutating func writtenOut(
    _ product: PowerProduct, shape: Shape
  ) throws(Exhausted) -> Node? {
    guard product.powers.contains(where: { isSum($0.factor) && $0.exponent > 0 }) else {
      return nil
    }
    let above = product.powers.filter { $0.exponent > 0 }
    let below = product.powers.filter { $0.exponent < 0 }
    let numerator = PowerProduct(product.coefficient, above)
    guard let polynomial = try expanded(numerator), polynomial.terms.count <= 12 else {
      return nil
    }
    let top = try written(polynomial, shape: self.shape(of: numerator, within: shape))
    guard !below.isEmpty else { return graph.spread(top, to: shape) }
    let divisor = PowerProduct(
      .one, exponents: PowerProduct(.one, below).exponents.mapValues { -$0 })
    let bottom = try written(divisor, shape: self.shape(of: divisor, within: shape))
    return graph.spread(try made(.divide, top, bottom), to: shape)
  }

  /// Takes the shortest, the first where several are.
  private mutating func choose(
    _ node: Node, _ candidates: [(Node, Rule)]
  ) throws(Exhausted) {
    guard var (chosen, reason) = candidates.first else { return }
    var least = cost(chosen)
    for (candidate, rule) in candidates.dropFirst() {
      let cost = cost(candidate)
      if cost < least { (chosen, reason, least) = (candidate, rule, cost) }
    }
    best[node] = chosen
    record(node, chosen, reason)
  }

  private mutating func record(_ node: Node, _ result: Node, _ reason: Rule) {
    guard choosesShortest, let before = plain[node], before != result else { return }
    var facts: [Fact] = []
    for fact in usedFacts where !facts.contains(fact) { facts.append(fact) }
    rewrites.append(
      Rewrite(
        rule: rule ?? reason, before: before, after: result, facts: rule == nil ? [] : facts))
  }
}
