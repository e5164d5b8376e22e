import Algebra
import Mathematics

extension NodeFormula {
  /// A sum of any length.
  func sum(_ node: Node, depth: Int) -> Formula {
    var terms: [Formula] = []
    var rest = node
    while graph.operation(of: rest).isOneOf(.add, .subtract) {
      let parts = graph.operands(of: rest)
      terms.append(formula(bared(parts[1]), at: .product, depth: depth))
      terms.append(.symbol(graph.operation(of: rest) == .add ? "+" : "-"))
      rest = bared(parts[0])
    }
    terms.append(formula(rest, at: .sum, depth: depth))
    return .row(terms.reversed())
  }

  /// A number that is repeated, times ones in the shape: **1**, 2·**1**, 11ᵀ.
  ///
  /// Where another operand tells the shape, only what is repeated is written.
  func spread(_ node: Node, depth: Int) -> (Formula, Precedence) {
    let inner = graph.operands(of: node)[0]
    let one = Formula.bold("1")
    let row = Formula.scripts(one, sub: nil, sup: .symbol("top"))
    guard graph.shape(of: inner).isScalar else {
      return (.row([formula(inner, at: .power, depth: depth), row]), .product)
    }
    if isNumber(inner, .zero) { return (.bold("0"), .atom) }
    if let size = size(ofNegative: inner) {
      let positive = graph.spread(size, to: graph.shape(of: node))
      return (.row([.symbol("-"), spread(positive, depth: depth).0]), .sum)
    }
    let isMatrix = graph.shape(of: node).rank > 1
    let ones = isMatrix ? Formula.row([one, row]) : one
    if isNumber(inner, .one) { return (ones, isMatrix ? .product : .atom) }
    let factor = formula(inner, at: .power, depth: depth)
    let isDotted = look(inner) == .digits || isMatrix
    return (.row(isDotted ? [factor, .symbol("cdot"), ones] : [factor, ones]), .product)
  }

  func isNumber(_ node: Node, _ value: Real) -> Bool {
    guard case .number(let literal) = graph.operation(of: node) else { return false }
    return literal.value == value
  }

  /// max(a, b, c) for the larger of max(a, b) and c.
  func extremum(_ name: String, _ node: Node, depth: Int) -> Formula {
    var arguments: [Node] = []
    var rest = node
    while graph.operation(of: rest) == graph.operation(of: node) {
      let parts = graph.operands(of: rest)
      arguments.append(bared(parts[1]))
      rest = bared(parts[0])
    }
    return .row([
      .function(name), self.arguments((arguments + [rest]).reversed(), depth: depth),
    ])
  }

  /// A fraction; the sign of its numerator stands in front.
  func quotient(_ operands: [Node], depth: Int) -> (Formula, Precedence) {
    let below = formula(bared(operands[1]), at: .loosest, depth: depth)
    guard case .negate = graph.operation(of: bared(operands[0])),
      let inner = graph.operands(of: bared(operands[0])).first
    else {
      return (.fraction(formula(bared(operands[0]), at: .loosest, depth: depth), below), .power)
    }
    let above = formula(inner, at: .loosest, depth: depth)
    return (.row([.symbol("-"), .fraction(above, below)]), .sum)
  }

  /// A product; a written number below zero in front gives it its sign: −2x.
  func signedProduct(_ node: Node, depth: Int) -> (Formula, Precedence) {
    guard let positive = withoutSign(node) else {
      return (product(graph.operands(of: node), depth: depth), .product)
    }
    return (.row([.symbol("-"), product(graph.operands(of: positive), depth: depth)]), .sum)
  }

  /// A product with the number in front made positive; nil where it is so, is 1, or is put in.
  private func withoutSign(_ node: Node) -> Node? {
    var above: [Node] = []
    var first = node
    while case .multiply = graph.operation(of: first) {
      above.append(first)
      first = graph.operands(of: first)[0]
    }
    guard let size = size(ofNegative: bared(first)), !isNumber(size, .one) else { return nil }
    return above.reversed().reduce(graph.spread(size, to: graph.shape(of: first))) { left, node in
      graph.make(.multiply, [left, graph.operands(of: node)[1]], sort: graph.sort(of: node))
    }
  }

  /// The 2 of a written −2; nil for all other nodes.
  private func size(ofNegative node: Node) -> Node? {
    if case .number(let literal) = graph.operation(of: node), literal.value.isNegative {
      let positive = Literal(-literal.value, written: literal.written)
      return graph.make(.number(positive), sort: .scalar)
    }
    guard case .negate = graph.operation(of: node) else { return nil }
    let inner = graph.operands(of: node)[0]
    guard case .number(let literal) = graph.operation(of: inner), !literal.value.isNegative else {
      return nil
    }
    return inner
  }

  /// Letters stand side by side, numbers put in for names in parentheses, everything else with a dot.
  private func product(_ operands: [Node], depth: Int) -> Formula {
    if let scaled = rowsScaled(operands, depth: depth) { return scaled }
    let (bareLeft, leftBinding) = bare(bared(operands[0]), depth: depth + 1)
    let (bareRight, rightBinding) = bare(bared(operands[1]), depth: depth + 1)
    let isOpenLeft = leftBinding < .product || isSum(lastFactor(operands[0]))
    let left = isOpenLeft ? Formula.fenced("(", bareLeft, ")") : bareLeft
    // Products are associative: a·(b·c) needs no brackets.
    let rightLevel: Precedence = isProduct(operands[1]) ? .product : .power
    // Neither does a scalar in front of a matrix product: 2Ax.
    let isScaled = !isTensor(operands[0]) && graph.operation(of: operands[1]) == .matrixProduct
    let isClosed = rightBinding >= rightLevel || isSum(operands[1]) || isScaled
    let right = isClosed ? bareRight : Formula.fenced("(", bareRight, ")")
    let entrywise = isTensor(operands[0]) && isTensor(operands[1])
    if entrywise { return .row([left, .symbol("odot"), right]) }
    let leftPut = isPutIn(lastFactor(operands[0]))
    let rightPut = isPutIn(firstFactor(operands[1]))
    if leftPut || rightPut {
      let isOpen = leftPut && !isProduct(operands[0]) && leftBinding >= .product
      return .row([
        isOpen ? .fenced("(", left, ")") : left,
        needsFence(operands[1], rightBinding, depth) ? .fenced("(", right, ")") : right,
      ])
    }
    return needsDot(lastFactor(operands[0]), firstFactor(operands[1]))
      ? .row([left, .symbol("cdot"), right]) : .row([left, right])
  }

  /// A vector repeated to the columns of a matrix scales the matrix's rows: diag(v)M.
  private func rowsScaled(_ operands: [Node], depth: Int) -> Formula? {
    for (vector, matrix) in [(operands[0], operands[1]), (operands[1], operands[0])] {
      guard graph.operation(of: vector) == .spread, graph.shape(of: vector).rank == 2,
        graph.shape(of: bared(vector)).rank == 1, isTensor(matrix)
      else { continue }
      let inner = formula(bared(vector), at: .loosest, depth: depth)
      let scale = Formula.row([.function("diag"), .fenced("(", inner, ")")])
      return .row([scale, formula(matrix, at: .power, depth: depth)])
    }
    return nil
  }

  /// Whether the right factor of numbers put in needs parentheses of its own.
  private func needsFence(_ node: Node, _ binding: Precedence, _ depth: Int) -> Bool {
    let shown = shownNode(node)
    guard binding >= .power, look(firstFactor(node)) == .digits else { return false }
    guard case .power = graph.operation(of: shown) else { return true }
    return bare(graph.operands(of: shown)[0], depth: depth + 1).1 >= .atom
  }

  private func isTensor(_ node: Node) -> Bool {
    if case .spread = graph.operation(of: node) { return false }
    return !graph.shape(of: node).isScalar
  }

  /// Whether a node shows as a sum with its sign, which takes all that follows.
  private func isSum(_ node: Node) -> Bool {
    let operation = graph.operation(of: bared(node))
    if case .over(let binder) = operation { return binder.collector != .list }
    return operation == .reduce(.sum) || operation == .reduce(.product)
  }

  private func isProduct(_ node: Node) -> Bool {
    if case .multiply = graph.operation(of: shownNode(node)) { return true }
    return false
  }

  /// What stands on the page for a node: what is put in for a name, the argument of a parameter.
  private func shownNode(_ node: Node) -> Node {
    let node = bared(node)
    guard case .name(let id) = graph.operation(of: node) else { return node }
    if graph[id].role == .parameter, let argument = graph.definition(of: id) {
      return shownNode(argument)
    }
    guard case .numbers(let values) = view, case .expression(let put)? = values[id], put != node
    else { return node }
    return bared(put)
  }

  /// Whether a number stands where the author has a name.
  private func isPutIn(_ node: Node) -> Bool {
    guard case .numbers(let values) = view, case .name(let id) = graph.operation(of: bared(node)),
      graph[id].role == .author, case .number? = values[id]
    else { return false }
    return true
  }

  /// What a spread repeats; other nodes as they are.
  func bared(_ node: Node) -> Node {
    if case .spread = graph.operation(of: node) { return graph.operands(of: node)[0] }
    return node
  }

  private func lastFactor(_ node: Node) -> Node {
    var node = bared(node)
    while case .multiply = graph.operation(of: shownNode(node)) {
      node = bared(graph.operands(of: shownNode(node))[1])
    }
    return node
  }

  private func firstFactor(_ node: Node) -> Node {
    var node = bared(node)
    while true {
      let shown = shownNode(node)
      guard graph.operation(of: shown).isOneOf(.multiply, .power) else { return node }
      node = bared(graph.operands(of: shown)[0])
    }
  }

  /// Whether two neighbours would run into each other without a dot.
  private func needsDot(_ left: Node, _ right: Node) -> Bool {
    switch (look(left), look(right)) {
    case (.word, _), (.function, _), (_, .word), (_, .digits): true
    case (.digits, .letter), (_, .function): false
    // Numbers that are put in are multiplied as in a count: 8·(7·5² + 1).
    case (.digits, .bracket):
      view != .names && view != .value || graph.operation(of: right) == .divide
    case (.letter, .letter), (.letter, .bracket), (.bracket, .letter), (.bracket, .bracket): false
    }
  }

  private enum Look {
    case digits, letter, word, function, bracket
  }

  private func look(_ node: Node) -> Look {
    switch graph.operation(of: node) {
    case .number: return .digits
    case .name(let id):
      if case .numbers(let values) = view, let value = values[id] {
        if case .tensor = value { return .bracket }
        return .digits
      }
      if graph[id].role == .parameter, let argument = graph.definition(of: id) {
        return look(bared(argument))
      }
      return name(of: id).isUprightWord ? .word : .letter
    case .power: return look(bared(graph.operands(of: node)[0]))
    case .elementwise(let function): return look(function)
    case .call, .apply: return .word
    case .reduce(let reduction):
      return reduction == .sum || reduction == .product ? .bracket : .word
    case .constant, .truth, .text, .add, .subtract, .multiply, .divide, .negate, .larger, .smaller,
      .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant,
      .trace, .rank, .softmax, .logSoftmax, .reshape, .stack, .concatenate, .index, .slice,
      .compare, .and, .or, .not, .choose, .over, .opaque, .sample, .interval, .list, .record,
      .field, .names:
      return .bracket
    }
  }

  private func look(_ function: ElementaryFunction) -> Look {
    switch function {
    case .sigmoid, .abs, .floor, .ceil, .sqrt, .exp: .bracket
    case .log, .tanh, .sin, .cos, .tan, .sinh, .cosh, .sign, .round, .step, .softplus, .erf, .relu:
      .function
    }
  }

  /// Whether a node shows as (…, …).
  private func isWrittenVector(_ node: Node) -> Bool {
    let operation = graph.operation(of: node)
    if case .constant(let tensor) = operation { return tensor.rank == 1 }
    if case .name(let id) = operation, case .numbers(let values) = view,
      case .tensor(let tensor)? = values[id]
    {
      return tensor.rank == 1
    }
    return operation == .stack && graph.shape(of: node).rank == 1
  }

  /// tanh²x for (tanh x)², as the hyperbolic and trigonometric functions have it.
  func functionPower(_ operands: [Node], depth: Int) -> (Formula, Precedence)? {
    guard case .elementwise(let function) = graph.operation(of: bared(operands[0])),
      case .number(let literal) = graph.operation(of: bared(operands[1])),
      let exponent = literal.value.exactValue?.integer, exponent > 1
    else { return nil }
    switch function {
    case .tanh, .sin, .cos, .tan, .sinh, .cosh: break
    case .exp, .log, .sqrt, .abs, .sign, .floor, .ceil, .round, .step, .sigmoid, .relu, .softplus,
      .erf:
      return nil
    }
    return elementary(
      function, graph.operands(of: bared(operands[0]))[0], exponent: exponent, depth: depth)
  }

  func power(_ operands: [Node], depth: Int) -> Formula {
    let base = formula(bared(operands[0]), at: .atom, depth: depth)
    var exponent = formula(bared(operands[1]), at: .loosest, depth: depth)
    // Of a matrix A² is AA: what goes entry by entry is marked.
    if operands.contains(where: { graph.shape(of: $0).rank == 2 }) {
      exponent = .row([.symbol("circ"), exponent])
    }
    let put = isPutIn(operands[0]) && !base.isFenced && base.isTall
    return power(of: put ? .fenced("(", base, ")") : base, exponent)
  }

  func elementary(
    _ function: ElementaryFunction, _ operand: Node, exponent: Int = 1, depth: Int
  ) -> (Formula, Precedence) {
    let inner = formula(bared(operand), at: .loosest, depth: depth)
    func applied(_ head: Formula) -> (Formula, Precedence) {
      // A vector put in for its name brings parentheses of its own.
      (.row([head, isWrittenVector(operand) ? inner : .fenced("(", inner, ")")]), .atom)
    }
    switch function {
    // Of a matrix e^A is a series of matrix products.
    case .exp where graph.shape(of: operand).rank == 2: return applied(.function("exp"))
    case .exp: return (.scripts(.variable("e"), sub: nil, sup: inner), .power)
    case .sqrt: return (.root(inner, index: nil), .atom)
    case .abs: return (.fenced("|", inner, "|"), .atom)
    case .floor: return (.fenced("\\lfloor", inner, "\\rfloor"), .atom)
    case .ceil: return (.fenced("\\lceil", inner, "\\rceil"), .atom)
    case .sigmoid: return applied(.variable("σ"))
    case .relu: return applied(.function("ReLU"))
    case .log, .tanh, .sin, .cos, .tan, .sinh, .cosh, .sign, .round, .step, .softplus, .erf:
      let isLetter = look(operand) == .letter
      let name = Formula.function(function.rawValue)
      let head =
        exponent == 1 ? name : .scripts(name, sub: nil, sup: .number(String(exponent)))
      return isLetter && !isTensor(operand) ? (.row([head, inner]), .power) : applied(head)
    }
  }
}
