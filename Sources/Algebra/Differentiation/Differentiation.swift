/// Differentiates by the chain rule through the names that the author chose.
///
/// The adjoint of every named quantity between the root and the variables becomes a quantity of its
/// own (∂L/∂q), so that each step can be shown and each result has the shape of its variable.
///
/// A derivative is written out, earlier ones put in, as long as that is short enough to be read;
/// longer ones keep the names of earlier derivatives, so that the work stays linear in the names.
public struct Differentiation {
  /// The most leaves and operations of a derivative with earlier ones put in.
  public static let writtenOutLimit = 300

  let graph: Graph
  let ties: TieRule
  let expand: (Node) throws(Failure) -> Node?
  let simplify: (Node) -> Node

  /// Differentiates in `graph`.
  ///
  /// - Parameters:
  ///   - graph: Where the derivatives are made.
  ///   - ties: Which of several that tie for a maximum takes the derivative.
  ///   - expand: The node that a call, a range or an entry stands for; nil where it is none but itself.
  ///   - simplify: An equal node as one would write it.
  public init(
    in graph: Graph, ties: TieRule = .first,
    expand: @escaping (Node) throws(Failure) -> Node?,
    simplify: @escaping (Node) -> Node
  ) {
    self.graph = graph
    self.ties = ties
    self.expand = expand
    self.simplify = simplify
  }

  /// The derivatives of a scalar by quantities, each in the quantity's shape, with the chain's steps.
  ///
  /// - Parameters:
  ///   - root: A scalar.
  ///   - variables: The chain ends here, also at a quantity that has a definition, unless others of
  ///     them lie below it.
  /// - Returns: One step a quantity, from the root to the variables; a variable that the root does
  ///   not depend on has no step, its derivative is zero.
  /// - Throws: `not-scalar`, `not-differentiable`.
  public func chain(of root: Node, by variables: [Quantity.ID]) throws(Failure) -> [ChainStep] {
    let shape = graph.shape(of: root)
    guard shape.isScalar else { throw .notScalar(NodeText(graph).text(of: root), shape) }
    let ends = ends(of: variables)
    let active = try activeQuantities(below: root, variables: Set(variables), ends: ends)
    let aliases = aliases(of: active)
    var inputs: [Quantity.ID: [Contribution]] = [:]
    func spread(_ definition: Node, of source: Quantity.ID?, adjoint: Node?) throws(Failure) {
      let order = try order(below: definition)
      let found = try local(definition, order, adjoint: adjoint, active: active, aliases)
      let isShort = found.count * order.count <= ScalarRules.costLimit
      for (id, node) in found {
        let rules =
          isShort ? graph.rules(in: order, moving: try movingNodes(order, active: [id])) : []
        inputs[id, default: []].append(
          Contribution(source: source, adjoint: adjoint, node: node, rules: rules))
      }
    }
    var top: Quantity.ID?
    var start = root
    if case .name(let id) = graph.operation(of: root), let definition = graph.definition(of: id),
      !variables.contains(id)
    {
      (top, start) = (id, definition)
    }
    try spread(start, of: top, adjoint: nil)
    var steps: [ChainStep] = []
    var results = WrittenOut()
    for id in active.sorted().reversed() where id != top {
      guard let contributions = inputs[id] else { continue }
      let step = try self.step(id, contributions, top: top, results: results)
      steps.append(step)
      results.add(step, in: graph)
      if !ends.contains(id), let definition = graph.definition(of: id) {
        try spread(definition, of: id, adjoint: graph.name(step.derivative))
      }
    }
    return steps
  }

  /// What one consumer hands down: a local derivative (scalars) or a finished adjoint (tensors).
  private struct Contribution {
    let source: Quantity.ID?
    /// The name of the consumer's own derivative; nil at the root, where it is 1.
    let adjoint: Node?
    let node: LocalDerivative
    /// The rules that it takes, outermost first.
    let rules: [String]
  }

  private enum LocalDerivative {
    case factor(Node)
    case adjoint(Node)
  }

  private func step(
    _ id: Quantity.ID, _ contributions: [Contribution], top: Quantity.ID?,
    results: WrittenOut
  ) throws(Failure) -> ChainStep {
    let pullback = Pullback(graph: graph)
    let shape = graph[id].sort.shape ?? .scalar
    var factors: [ChainStep.Factor] = []
    var total: Node?
    for contribution in contributions {
      var term: Node
      switch contribution.node {
      case .adjoint(let node): term = node
      case .factor(let raw):
        let result = simplify(raw)
        factors.append(
          ChainStep.Factor(
            of: contribution.source, by: id, raw: raw, result: result, rules: contribution.rules))
        term = contribution.adjoint == nil ? raw : result
        if let adjoint = contribution.adjoint {
          term = try pullback.times(try pullback.spread(adjoint, to: shape), result)
        }
      }
      total = try sum(total, term)
    }
    let chained = total ?? graph.spread(graph.number(0), to: shape)
    let inlined =
      results.isShort(chained, in: graph) ? graph.substituting(results.nodes, in: chained) : chained
    let result = simplify(inlined)
    let derivative = graph.define(
      Name("∂/∂" + graph[id].name.spelling), as: .formula(result), sort: graph.sort(of: result),
      role: .derivative(of: top, by: id))
    var rules: [String] = []
    for rule in contributions.flatMap(\.rules) where !rules.contains(rule) { rules.append(rule) }
    return ChainStep(
      quantity: id, derivative: derivative, factors: factors, chained: chained, inlined: inlined,
      result: result, rules: rules)
  }

  /// The names of what has one.
  private func aliases(of active: Set<Quantity.ID>) -> [Node: Node] {
    var aliases: [Node: Node] = [:]
    for id in active.sorted() {
      if let definition = graph.definition(of: id) { aliases[definition] = graph.name(id) }
    }
    return aliases
  }

  /// The derivatives of one definition by the active quantities that it names.
  private func local(
    _ definition: Node, _ order: [Node], adjoint: Node?, active: Set<Quantity.ID>,
    _ aliases: [Node: Node]
  ) throws(Failure) -> [(Quantity.ID, LocalDerivative)] {
    let isScalar = graph.shape(of: definition).isScalar
    let seed = isScalar ? graph.number(1) : adjoint
    guard let seed else {
      throw .notScalar(NodeText(graph).text(of: definition), graph.shape(of: definition))
    }
    let pullback = Pullback(graph: graph, ties: ties, names: aliases)
    let moving = try movingNodes(order, active: active)
    if let byHand = try byHand(order, moving, pullback, active) { return byHand }
    let leaves = try leaves(of: definition, order, moving, adjoint: seed, pullback, active)
    return leaves.map { ($0.id, isScalar ? .factor($0.adjoint) : .adjoint($0.adjoint)) }
  }

  /// What reaches the active quantities that a formula names.
  private struct Leaf {
    let id: Quantity.ID
    let name: Node
    let adjoint: Node
  }

  /// Carries an adjoint from a formula to the active quantities that it names.
  private func leaves(
    of definition: Node, _ order: [Node], _ moving: Set<Node>, adjoint seed: Node,
    _ pullback: Pullback, _ active: Set<Quantity.ID>
  ) throws(Failure) -> [Leaf] {
    var adjoints: [Node: Node] = [definition: seed]
    var found: [Leaf] = []
    for node in order.reversed() where moving.contains(node) {
      guard let adjoint = adjoints[node] else { continue }
      if case .name(let id) = graph.operation(of: node), active.contains(id) {
        found.append(Leaf(id: id, name: node, adjoint: adjoint))
        continue
      }
      if let inner = try transparent(node) {
        adjoints[inner] = try sum(adjoints[inner], adjoint)
        continue
      }
      if case .over(let binder) = graph.operation(of: node), binder.collector == .sum {
        for leaf in try leaves(under: binder, node, moving, adjoint: adjoint, pullback, active) {
          adjoints[leaf.name] = try sum(adjoints[leaf.name], leaf.adjoint)
        }
        continue
      }
      let operands = graph.operands(of: node)
      for (operand, share) in zip(operands, try pullback.adjoints(of: node, adjoint)) {
        guard let share, moving.contains(operand) else { continue }
        adjoints[operand] = try sum(adjoints[operand], share)
      }
    }
    return found
  }

  /// Carries an adjoint through a sum over a range: under the sum, or term by term where an entry of
  /// a tensor is meant by the bound name.
  private func leaves(
    under binder: Binder, _ node: Node, _ moving: Set<Node>, adjoint: Node, _ pullback: Pullback,
    _ active: Set<Quantity.ID>
  ) throws(Failure) -> [Leaf] {
    let parts = graph.operands(of: node)
    guard parts.count == 3, !moving.contains(parts[0]), !moving.contains(parts[1]) else {
      throw .notDifferentiable(NodeText(graph).text(of: node), at: node)
    }
    func leaves(of formula: Node) throws(Failure) -> [Leaf] {
      let order = try order(below: formula)
      let moving = try movingNodes(order, active: active)
      return try self.leaves(of: formula, order, moving, adjoint: adjoint, pullback, active)
    }
    if try order(below: parts[2]).contains(where: { choosesEntry($0, by: binder.bound, moving) }),
      let terms = try expand(node)
    {
      return try leaves(of: terms)
    }
    do throws(Failure) {
      return try leaves(of: parts[2]).map { (leaf) throws(Failure) in
        let sum = try pullback.summed(leaf.adjoint, binder, from: (parts[0], parts[1]))
        return Leaf(id: leaf.id, name: leaf.name, adjoint: sum)
      }
    } catch {
      guard let terms = try expand(node) else { throw error }
      return try leaves(of: terms)
    }
  }

  /// Whether a node is an entry that a bound name chooses from a tensor that moves.
  private func choosesEntry(_ node: Node, by bound: Quantity.ID, _ moving: Set<Node>) -> Bool {
    guard isEntry(graph.operation(of: node)), moving.contains(node) else { return false }
    return graph.operands(of: node).dropFirst().contains { graph.mentions(bound, in: $0) }
  }

  /// The derivatives of a short formula of scalars, from the outside to the inside; else nil.
  private func byHand(
    _ order: [Node], _ moving: Set<Node>, _ pullback: Pullback, _ active: Set<Quantity.ID>
  ) throws(Failure) -> [(Quantity.ID, LocalDerivative)]? {
    var ids: [Quantity.ID] = []
    var inner: [Node: Node] = [:]
    for node in order where moving.contains(node) {
      guard graph.shape(of: node).isScalar else { return nil }
      if case .name(let id) = graph.operation(of: node), active.contains(id) {
        ids.append(id)
      } else {
        inner[node] = try transparent(node)
      }
    }
    guard ids.count * order.count <= ScalarRules.costLimit else { return nil }
    let rules = ScalarRules(pullback: pullback, order: order, inner: inner)
    var found: [(Quantity.ID, LocalDerivative)] = []
    for id in ids {
      if let slope = try rules.derivative(by: id) { found.append((id, .factor(slope))) }
    }
    return found
  }

  /// What is found later stands earlier in the definition, so it goes in front.
  private func sum(_ later: Node?, _ earlier: Node) throws(Failure) -> Node {
    guard let later else { return earlier }
    return try Pullback(graph: graph).sum(earlier, later)
  }

  /// The node that this one merely stands for: a call's formula, a parameter's argument, the terms of
  /// a product.
  private func transparent(_ node: Node) throws(Failure) -> Node? {
    let operation = graph.operation(of: node)
    // A sum is differentiated as it is.
    if case .over(let binder) = operation, binder.collector == .sum { return nil }
    if isFolded(operation) { return try expand(node) }
    if case .field(let name) = operation {
      guard let record = graph.operands(of: node).first else { return nil }
      return try field(name, of: record)
    }
    guard case .name(let id) = operation else { return nil }
    switch graph[id].role {
    case .author, .derivative: return nil
    case .local, .parameter: return graph.definition(of: id)
    }
  }

  /// Whether a node may stand for another: a call, a range, an entry at a position to be worked out.
  private func isFolded(_ operation: Operation) -> Bool {
    if case .call = operation { return true }
    if case .over = operation { return true }
    return isEntry(operation)
  }

  private func isEntry(_ operation: Operation) -> Bool {
    operation == .index || operation == .slice
  }

  /// The node behind a field of a record: of one that is written out, has a name, or comes from a call.
  private func field(_ name: String, of record: Node) throws(Failure) -> Node? {
    var record = record
    while true {
      let inner: Node?
      let operation = graph.operation(of: record)
      if case .record(let names) = operation {
        return names.firstIndex(of: name).map { graph.operands(of: record)[$0] }
      } else if case .name(let id) = operation {
        inner = graph.definition(of: id)
      } else if case .call = operation {
        inner = try expand(record)
      } else {
        inner = nil
      }
      guard let inner else { return nil }
      record = inner
    }
  }

  /// The nodes of a definition, operands first, through calls and parameters, not through names.
  private func order(below definition: Node) throws(Failure) -> [Node] {
    try graph.postorder(from: [definition]) { (node) throws(Failure) in
      if let inner = try transparent(node) { return [inner] }
      return graph.operands(of: node)
    }
  }

  private func movingNodes(
    _ order: [Node], active: Set<Quantity.ID>
  ) throws(Failure) -> Set<Node> {
    var moving: Set<Node> = []
    for node in order {
      if case .name(let id) = graph.operation(of: node), active.contains(id) {
        moving.insert(node)
      } else if let inner = try transparent(node) {
        if moving.contains(inner) { moving.insert(node) }
      } else if graph.operands(of: node).contains(where: moving.contains) {
        moving.insert(node)
      }
    }
    return moving
  }

  /// The variables below whose definitions no other one lies.
  private func ends(of variables: [Quantity.ID]) -> Set<Quantity.ID> {
    Set(
      variables.filter { id in
        guard variables.count > 1, let definition = graph.definition(of: id) else { return true }
        return !graph.reaches(Set(variables).subtracting([id]), from: definition)
      })
  }

  /// The named quantities that lie between the root and the variables, both included.
  private func activeQuantities(
    below root: Node, variables: Set<Quantity.ID>, ends: Set<Quantity.ID>
  ) throws(Failure) -> Set<Quantity.ID> {
    let order = try graph.postorder(from: [root]) { (node) throws(Failure) in
      if case .name(let id) = graph.operation(of: node) {
        if ends.contains(id) { return [] }
        return graph.definition(of: id).map { [$0] } ?? []
      }
      if let inner = try transparent(node) { return [inner] }
      return graph.operands(of: node)
    }
    var moving: Set<Node> = []
    var active = variables
    for node in order {
      var below = graph.operands(of: node)
      if case .name(let id) = graph.operation(of: node) {
        if variables.contains(id) {
          moving.insert(node)
          continue
        }
        below = graph.definition(of: id).map { [$0] } ?? []
      } else if let inner = try transparent(node) {
        below = [inner]
      }
      guard below.contains(where: moving.contains) else { continue }
      moving.insert(node)
      if case .name(let id) = graph.operation(of: node), graph[id].role == .author {
        active.insert(id)
      }
    }
    return active
  }
}

/// Derivatives that are written out with earlier ones put in, and how long they are.
private struct WrittenOut {
  /// By the quantity that stands for the derivative.
  private(set) var nodes: [Quantity.ID: Node] = [:]
  private var sizes: [Quantity.ID: Int] = [:]

  mutating func add(_ step: ChainStep, in graph: Graph) {
    // What refers to a derivative that is too long is too long itself.
    guard isShort(step.chained, in: graph), let size = size(of: step.result, in: graph) else {
      sizes[step.derivative] = Differentiation.writtenOutLimit + 1
      return
    }
    nodes[step.derivative] = step.result
    sizes[step.derivative] = size
  }

  /// Whether a derivative is short enough with earlier ones put in.
  func isShort(_ chained: Node, in graph: Graph) -> Bool {
    size(of: chained, in: graph) != nil
  }

  /// The leaves and operations with derivatives put in for their names; nil beyond the limit.
  private func size(of root: Node, in graph: Graph) -> Int? {
    var size = 0
    var stack = [root]
    while let node = stack.popLast() {
      if case .name(let id) = graph.operation(of: node), let known = sizes[id] {
        size += known
      } else {
        size += 1
        stack += graph.operands(of: node)
      }
      guard size <= Differentiation.writtenOutLimit else { return nil }
    }
    return size
  }
}

extension Failure {
  static func notScalar(_ text: String, _ shape: Shape) -> Failure {
    Failure(
      "not-scalar", "'\(text)' has the shape \(shape); only a scalar has a gradient",
      hint: "reduce it first, as in sum(…) or mean(…)")
  }
}
