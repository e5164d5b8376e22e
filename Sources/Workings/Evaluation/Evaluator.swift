public import Algebra

/// What nodes look like once they are simplified.
final class WrittenForms {
  var known = NodeMap<Node>()
  /// With the changes that led there.
  var derivations = NodeMap<Derivation>()

  /// Forgets everything, as when more is taken for true.
  func clear() {
    known = NodeMap()
    derivations = NodeMap()
  }
}

/// Works out nodes in one world, each at most once.
///
/// An evaluator of another world asks its base for everything that the change does not reach.
/// A class, since its memory is the point; one run uses it on one thread.
public final class Evaluator {
  /// The graph whose nodes it works out.
  public let graph: Graph
  /// What calls mean.
  public let builtIns: BuiltInTable
  /// What differs from the author's notebook.
  public let world: World
  /// What may still be spent.
  public let work: Work

  /// How deep expressions are worked out by recursion.
  private static let recursionLimit = 16

  let base: Evaluator?
  private var results: NodeResults
  private var expansions = NodeMap<Result<Expansion, Failure>>()
  /// Of the nodes visited so far, those whose values differ from the base world's.
  private var affected = NodeMap<Bool>()
  /// Whether the world overrides anything by its node.
  private let overridesNodes: Bool
  /// The quantities of which the world overrides all or some part, each maybe several times.
  let overriddenNames: [Quantity.ID]
  /// No node before this one can depend on an override.
  private let firstAffected: Node?
  /// Calls whose traces have overridden cells.
  private let patchedCalls: Set<Node>
  /// Nodes in the form one would write; shared by all worlds, since it depends on facts alone.
  let forms: WrittenForms
  /// What is assumed of symbols.
  public private(set) var facts: [Fact] = []

  /// An evaluator of the author's notebook.
  public init(graph: Graph, builtIns: BuiltInTable, world: World = World(), work: Work = Work()) {
    self.graph = graph
    self.builtIns = builtIns
    self.world = world
    self.work = work
    base = nil
    results = NodeResults(isDense: true)
    forms = WrittenForms()
    firstAffected = nil
    patchedCalls = []
    (overridesNodes, overriddenNames) = Evaluator.overridden(by: world)
  }

  private init(base: Evaluator, world: World) {
    graph = base.graph
    builtIns = base.builtIns
    work = base.work
    self.world = world
    self.base = base
    facts = base.facts
    results = NodeResults(isDense: false)
    forms = base.forms
    let graph = base.graph
    patchedCalls = Set(
      world.overrides.keys.compactMap { place in
        guard case .cell(let id, _, _) = place else { return nil }
        return graph.definition(of: id)
      })
    (overridesNodes, overriddenNames) = Evaluator.overridden(by: world)
    let isLocal = world.alternatives == base.world.alternatives
    let changed = world.overrides.keys.map { place in
      switch place {
      case .quantity(let id), .cell(let id, _, _), .field(let id, _): base.graph.name(id)
      case .node(let node): node
      }
    }
    firstAffected = isLocal ? (changed + patchedCalls).min() : nil
  }

  /// Whether a world overrides nodes, and the quantities that it overrides in whole or in part.
  private static func overridden(by world: World) -> (nodes: Bool, names: [Quantity.ID]) {
    let names = world.overrides.keys.compactMap(\.quantity)
    return (names.count < world.overrides.count, names)
  }

  /// Takes a relation between symbols for granted from now on.
  public func assume(_ relation: Node) {
    facts.append(Fact(relation))
    forms.clear()
  }

  /// An evaluator of another world that shares what the change does not reach.
  public func evaluator(in world: World) -> Evaluator {
    Evaluator(base: self, world: world)
  }

  /// An evaluator of this world with some quantities overridden.
  public func evaluator(overriding values: [Quantity.ID: Value]) -> Evaluator {
    var world = world
    for (id, value) in values { world.overrides[.quantity(id)] = value }
    return evaluator(in: world)
  }

  /// A number or tensor when every leaf has a value in this world, else an expression of what is left.
  public func value(of root: Node) throws(Failure) -> Value {
    if let known = try results.value(of: root) { return known }
    try workOut(root)
    guard let value = try results.value(of: root) else { throw .workLimit }
    return value
  }

  /// Works out a node and all that it depends on.
  ///
  /// What lies deep is put in order first, so that the depth of an expression has no limit.
  private func workOut(_ node: Node, depth: Int = 0) throws(Failure) {
    if depth < Evaluator.recursionLimit {
      for operand in below(node) where !results.contains(operand) {
        try workOut(operand, depth: depth + 1)
      }
      if !results.contains(node) { try settle(node) }
    } else {
      let order = try graph.postorder(from: [node]) { (node) throws(Failure) in
        results.contains(node) ? [] : below(node)
      }
      for node in order where !results.contains(node) { try settle(node) }
    }
  }

  /// What a call stands for in this world.
  public func expansion(of call: Node) throws(Failure) -> Expansion {
    if let known = expansions[call] { return try known.get() }
    if let base, !isAffected(call) || isReusable(call) { return try base.expansion(of: call) }
    let result = Result { () throws(Failure) in try expand(call) }
    expansions[call] = result
    return try result.get()
  }

  /// Remembers what a call stands for that was worked out before its node was made.
  public func remember(_ expansion: Expansion, of call: Node) {
    expansions[call] = .success(expansion)
  }

  /// The formula behind a call; nil for a node that is no call or has none.
  public func formula(of node: Node) throws(Failure) -> Node? {
    guard case .call = graph.operation(of: node) else { return nil }
    switch try expansion(of: node).result {
    case .node(let formula): return formula
    case .value(.number(let number)): return graph.number(number)
    case .value(.tensor(let tensor)): return graph.constant(tensor)
    case .value: return nil
    }
  }

  /// Whether a node's value differs from the base world's; its operands must have been visited.
  func isAffected(_ node: Node) -> Bool {
    base == nil || affected.contains(node)
  }

  private func isReusable(_ call: Node) -> Bool {
    guard case .call(let called) = graph.operation(of: call),
      world.alternatives == base?.world.alternatives,
      let builtIn = builtIns.named(called.name, isLayer: called.isLayer), builtIn.isFormula
    else { return false }
    return !builtIn.hasLimits || !graph.operands(of: call).contains { isAtLimit($0) }
  }

  /// Whether a node has a value with an entry 0 or 1.
  private func isAtLimit(_ node: Node) -> Bool {
    guard let numbers = (try? value(of: node))?.numbers else { return false }
    return numbers.entries.contains { $0.isZero || $0.isEqual(to: .one) }
  }

  private func expand(_ node: Node) throws(Failure) -> Expansion {
    guard case .call(let call) = graph.operation(of: node),
      let builtIn = builtIns.named(call.name, isLayer: call.isLayer)
    else { throw .noCall(NodeText(graph).text(of: node)) }
    let context = try CallContext(
      call: call, operands: graph.operands(of: node), of: builtIn, in: self, node: node)
    return try builtIn.expand(context)
  }

  private func below(_ node: Node) -> [Node] {
    if let firstAffected, node < firstAffected { return [] }
    guard case .name(let id) = graph.operation(of: node) else { return graph.operands(of: node) }
    if override(of: id) != nil { return [] }
    return graph.definition(of: id).map { [$0] } ?? []
  }

  /// What this world puts in place of a quantity.
  func override(of id: Quantity.ID) -> Value? {
    overriddenNames.contains(id) ? world.overrides[.quantity(id)] : nil
  }

  /// What this world puts in place of an expression.
  private func override(of node: Node) -> Value? {
    overridesNodes ? world.overrides[.node(node)] : nil
  }

  /// Works out a node whose operands have been visited, and keeps what comes of it.
  private func settle(_ node: Node) throws(Failure) {
    let source = base.flatMap { changes(node) ? nil : $0 }
    if source == nil {
      if base != nil { affected[node] = true }
      try work.charge(1)
    }
    do throws(Failure) {
      results.keep(try result(of: node, from: source), for: node)
    } catch {
      results.keep(source == nil ? error.located(at: node) : error, for: node)
    }
  }

  private func result(of node: Node, from source: Evaluator?) throws(Failure) -> Value {
    if let source { return try source.value(of: node) }
    if let value = override(of: node) { return value }
    return try evaluate(node)
  }

  /// Whether the world reaches a node whose operands have been visited.
  private func changes(_ node: Node) -> Bool {
    if let firstAffected, node < firstAffected { return false }
    if override(of: node) != nil { return true }
    let operation = graph.operation(of: node)
    if case .name(let id) = operation {
      if overriddenNames.contains(id) { return true }
      return graph.definition(of: id).map { affected.contains($0) } ?? false
    }
    if case .call(let call) = operation {
      if patchedCalls.contains(node) { return true }
      if world.alternatives.contains(where: { $0.builtIn == call.name }) { return true }
    }
    return graph.operands(of: node).contains { affected.contains($0) }
  }
}

extension Failure {
  static func noCall(_ text: String) -> Failure {
    Failure("unknown-name", "'\(text)' is no call of a built-in function")
  }
}
