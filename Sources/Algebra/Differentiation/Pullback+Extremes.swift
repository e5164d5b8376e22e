extension Pullback {
  /// The adjoints of `max(a, b)` or `min(a, b)`, entry by entry, as the rule for ties says.
  ///
  /// The rule looks at all operands of nested maxima: of max(max(a, b), c) each takes a third
  /// where all three tie and the rule is to split.
  func extremum(_ node: Node, _ operands: [Node], _ adjoint: Node) throws(Failure) -> [Node?] {
    let isMaximum = graph.operation(of: node) == .larger
    if ties == .split { return try split(node, operands, adjoint) }
    let isSecondPreferred = ties == .last || (ties == .padding && isNumber(operands[1]))
    let first: Node
    if isSecondPreferred {
      first = try graph.compare(isMaximum ? .greater : .less, operands[0], operands[1])
    } else {
      first = try graph.compare(isMaximum ? .atLeast : .atMost, operands[0], operands[1])
    }
    let zero = graph.number(0)
    return [
      try graph.choose(first, adjoint, zero), try graph.choose(first, zero, adjoint),
    ]
  }

  /// To each side the share of those that tie on it.
  private func split(
    _ node: Node, _ operands: [Node], _ adjoint: Node
  ) throws(Failure) -> [Node?] {
    var counts: [Node] = []
    for operand in operands {
      var total: Node?
      for leaf in leaves(of: operand, graph.operation(of: node)) {
        let tied = try winners(graph.operation(of: node) == .larger, leaf, node)
        total = try total.map { (sum) throws(Failure) in try graph.add(sum, tied) } ?? tied
      }
      counts.append(total ?? graph.number(0))
    }
    let all = try graph.add(counts[0], counts[1])
    return try counts.map { (count) throws(Failure) in
      try times(adjoint, try graph.divide(count, all))
    }
  }

  /// The operands of nested maxima, from left to right.
  private func leaves(of root: Node, _ operation: Operation) -> [Node] {
    var found: [Node] = []
    var stack = [root]
    while let node = stack.popLast() {
      if graph.operation(of: node) == operation {
        stack += graph.operands(of: node).reversed()
      } else {
        found.append(node)
      }
    }
    return found
  }

  /// 1 where `x` is the extremum, 0 elsewhere.
  private func winners(_ isMaximum: Bool, _ x: Node, _ extremum: Node) throws(Failure) -> Node {
    let isThere = try graph.compare(isMaximum ? .atLeast : .atMost, x, extremum)
    let shape = graph.shape(of: x)
    return try graph.choose(
      isThere, graph.spread(graph.number(1), to: shape), graph.spread(graph.number(0), to: shape))
  }

  func isNumber(_ node: Node) -> Bool {
    let operation = graph.operation(of: node)
    if case .number = operation { return true }
    return [.spread, .negate].contains(operation) && isNumber(graph.operands(of: node)[0])
  }

  // An adjoint that is zero on one branch stays so: 0·exp(1000) is never formed.

  /// A choice between zero and something, times a factor; nil for anything else.
  func inBranch(_ node: Node, times factor: Node) throws(Failure) -> Node? {
    guard case .choose = graph.operation(of: node) else { return nil }
    let parts = graph.operands(of: node)
    let (isFirst, isSecond) = (isZero(parts[1]), isZero(parts[2]))
    guard isFirst || isSecond else { return nil }
    let zero = graph.number(0)
    return try graph.choose(
      parts[0], isFirst ? zero : try times(parts[1], factor),
      isSecond ? zero : try times(parts[2], factor))
  }

  /// Two choices by one condition as one; nil for anything else.
  func inBranches(_ left: Node, plus right: Node) throws(Failure) -> Node? {
    guard case .choose = graph.operation(of: left), case .choose = graph.operation(of: right)
    else { return nil }
    let (a, b) = (graph.operands(of: left), graph.operands(of: right))
    guard a[0] == b[0] else { return nil }
    func both(_ place: Int) throws(Failure) -> Node {
      if isZero(a[place]) { return b[place] }
      return isZero(b[place]) ? a[place] : try sum(a[place], b[place])
    }
    return try graph.choose(a[0], try both(1), try both(2))
  }

  private func isZero(_ node: Node) -> Bool {
    let operation = graph.operation(of: node)
    if case .number(let literal) = operation {
      return literal.value.isExact && literal.value.isZero
    }
    return operation == .spread && isZero(graph.operands(of: node)[0])
  }

  /// The adjoint of a tensor of which the largest (or smallest) entry was taken.
  func extremum(
    isMaximum: Bool, _ node: Node, among x: Node, _ adjoint: Node
  ) throws(Failure) -> Node {
    let shape = graph.shape(of: x)
    if let entries = try byPosition(isMaximum, x, adjoint) { return entries }
    let whole = graph.spread(adjoint, to: shape)
    let zero = graph.spread(graph.number(0), to: shape)
    let tied = try winners(isMaximum, x, named(node))
    switch ties {
    case .split:
      return try times(whole, try graph.divide(tied, try graph.reduce(.sum, tied)))
    case .first, .last, .padding:
      guard let count = shape.count, let sizes = shape.known else {
        throw .notDifferentiable(NodeText(graph).text(of: node), at: node)
      }
      // Places count down towards the one that wins a tie, so that it carries the largest number.
      let entries = (1...max(count, 1)).map { place in
        Real(ties == .last ? place : count + 1 - place)
      }
      let places = try graph.multiply(
        graph.constant(Tensor(shape: sizes, entries: Array(entries.prefix(count)))), tied)
      let winner = try graph.compare(.atLeast, places, try graph.reduce(.max, places))
      return try graph.choose(winner, whole, zero)
    }
  }

  /// Of a short vector, each entry's own condition: whether the extremum is found at its place.
  private func byPosition(
    _ isMaximum: Bool, _ x: Node, _ adjoint: Node
  ) throws(Failure) -> Node? {
    guard ties == .first || ties == .padding, graph.shape(of: x).rank == 1,
      let count = graph.shape(of: x).count, (1...16).contains(count)
    else { return nil }
    let place = try graph.reduce(isMaximum ? .argmax : .argmin, x)
    return try graph.stack(
      try (1...count).map { (position) throws(Failure) in
        let isHere = try graph.compare(.equal, place, graph.number(position))
        return try graph.choose(isHere, adjoint, graph.number(0))
      })
  }
}
