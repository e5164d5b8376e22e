public import Algebra

extension Evaluator {
  /// Most terms of a range that is written out.
  private static var termLimit: Int { 1000 }

  /// An equal node that a rule for one operation can look into: the formula behind a call, a range term
  /// by term, an entry at a position that is a number.
  ///
  /// - Parameters:
  ///   - node: Any node.
  ///   - variables: What will change: a position or an end that depends on them stays as it is.
  /// - Returns: The other node; nil where there is none.
  /// - Throws: What goes wrong while the call, the position or an end is worked out.
  public func unfolded(
    _ node: Node, varying variables: Set<Quantity.ID>
  ) throws(Failure) -> Node? {
    let operands = graph.operands(of: node)
    let operation = graph.operation(of: node)
    if case .over(let binder) = operation {
      return try terms(binder, operands, variables).flatMap { (terms) throws(Failure) in
        try collected(terms, binder.collector)
      }
    }
    guard operation == .index || operation == .slice else {
      return try formula(of: node, varying: variables)
    }
    guard case .number = graph.sort(of: node), case .number = graph.sort(of: operands[0]) else {
      return nil
    }
    let positions = Array(operands.dropFirst())
    if positions.allSatisfy({ graph.isLiteral($0) }) { return nil }
    var places: [Node] = []
    for position in positions {
      guard let place = try whole(position, variables) else { return nil }
      places.append(graph.number(place))
    }
    return graph.make(operation, [operands[0]] + places, sort: graph.sort(of: node))
  }

  /// The formula behind a call in terms of the variables, also where their values went into it: that of
  /// `evaluate(x^2*a, x: 2)` by a is 4a.
  private func formula(
    of node: Node, varying variables: Set<Quantity.ID>
  ) throws(Failure) -> Node? {
    guard case .call = graph.operation(of: node), try expansion(of: node).isDerived,
      variables.contains(where: { !isFree($0) }), graph.reaches(variables, from: node)
    else { return try formula(of: node) }
    var free: [Quantity.ID: Value] = [:]
    for id in variables { free[id] = .expression(graph.name(id)) }
    let there = evaluator(overriding: free)
    let value = try? there.value(of: node)
    if case .node(let formula)? = try? there.expansion(of: node).result { return formula }
    if case .expression(let formula)? = value { return formula }
    if value == (try self.value(of: node)) { return try formula(of: node) }
    throw Failure(
      "not-differentiable", "'\(text(of: node))' cannot be differentiated", at: node,
      hint: "it is worked out from numbers and has no formula")
  }

  /// Whether a name stands for itself here, so that no value of it can have gone into anything.
  private func isFree(_ id: Quantity.ID) -> Bool {
    if let value = override(of: id) { return value == .expression(graph.name(id)) }
    return graph.definition(of: id) == nil
  }

  /// The body of a range for every value of its name; nil where they are not known or too many.
  private func terms(
    _ binder: Binder, _ operands: [Node], _ variables: Set<Quantity.ID>
  ) throws(Failure) -> [Node]? {
    guard operands.count == 3, let first = try whole(operands[0], variables),
      let last = try whole(operands[1], variables), last - first < Evaluator.termLimit
    else { return nil }
    var terms: [Node] = []
    for k in stride(from: first, through: last, by: 1) {
      try work.charge(1)
      let term = substituted(operands[2], binder.bound, graph.number(k))
      guard case .number = graph.sort(of: term) else { return nil }
      terms.append(term)
    }
    return terms
  }

  /// A node with a number for a bound name, also where an argument of a function names it.
  private func substituted(_ root: Node, _ bound: Quantity.ID, _ number: Node) -> Node {
    graph.rebuilding(root) { node in
      guard case .name(let id) = graph.operation(of: node) else { return nil }
      if id == bound { return number }
      guard graph[id].role == .parameter || graph[id].role == .local,
        let definition = graph.definition(of: id)
      else { return nil }
      let image = substituted(definition, bound, number)
      return image == definition ? nil : image
    }
  }

  private func collected(_ terms: [Node], _ collector: Binder.Collector) throws(Failure) -> Node? {
    switch collector {
    case .list: return terms.isEmpty ? nil : try graph.stack(terms)
    case .sum:
      return try joined(terms[...]) { (a, b) throws(Failure) in try graph.add(a, b) }
        ?? graph.number(0)
    case .product:
      return try joined(terms[...]) { (a, b) throws(Failure) in try graph.multiply(a, b) }
        ?? graph.number(1)
    }
  }

  /// The terms joined one behind the other, or by halves where they are many; nil for no terms.
  ///
  /// So nothing nests deeply that has more terms than one would read.
  private func joined(
    _ terms: ArraySlice<Node>, by join: (Node, Node) throws(Failure) -> Node
  ) throws(Failure) -> Node? {
    guard terms.count > 16 else {
      guard var whole = terms.first else { return nil }
      for term in terms.dropFirst() { whole = try join(whole, term) }
      return whole
    }
    let middle = terms.startIndex + terms.count / 2
    guard let left = try joined(terms[..<middle], by: join),
      let right = try joined(terms[middle...], by: join)
    else { return nil }
    return try join(left, right)
  }

  /// The whole number that a node is, whatever the variables are; nil where it is none.
  private func whole(_ node: Node, _ variables: Set<Quantity.ID>) throws(Failure) -> Int? {
    let below = graph.postorder(from: [node]) { part in
      guard case .name(let id) = graph.operation(of: part) else { return graph.operands(of: part) }
      return graph.definition(of: id).map { [$0] } ?? []
    }
    let isFixed = below.allSatisfy { part in
      guard case .name(let id) = graph.operation(of: part) else { return true }
      return !variables.contains(id)
    }
    guard isFixed, case .number(let number) = try value(of: node), number.isInteger else {
      return nil
    }
    return number.exactValue?.integer
  }
}
