public import Algebra

/// What nodes look like once they are simplified.
final class WrittenForms {
  var known: [Node: Node] = [:]
  /// With the changes that led there.
  var derivations: [Node: Derivation] = [:]

  /// Forgets everything, as when more is taken for true.
  func clear() {
    known = [:]
    derivations = [:]
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

  let base: Evaluator?
  private var results: NodeResults
  private var expansions: [Node: Result<Expansion, Failure>] = [:]
  private var affected: Set<Node> = []
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
    let isLocal = world.alternatives == base.world.alternatives
    let changed = world.overrides.keys.map { place in
      switch place {
      case .quantity(let id), .cell(let id, _, _), .field(let id, _): base.graph.name(id)
      case .node(let node): node
      }
    }
    firstAffected = isLocal ? (changed + patchedCalls).min() : nil
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
    if let known = results[root] { return try known.get() }
    let order = try graph.postorder(from: [root]) { (node) throws(Failure) in
      results.contains(node) ? [] : below(node)
    }
    for node in order where !results.contains(node) {
      results[node] = try outcome(of: node)
    }
    guard let result = results[root] else { throw .workLimit }
    return try result.get()
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
    guard case .call(let call) = graph.operation(of: call),
      world.alternatives == base?.world.alternatives
    else { return false }
    return builtIns.named(call.name, isLayer: call.isLayer)?.isFormula ?? false
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
    if world.overrides[.quantity(id)] != nil { return [] }
    return graph.definition(of: id).map { [$0] } ?? []
  }

  private func outcome(of node: Node) throws(Failure) -> Result<Value, Failure> {
    if let base {
      if let firstAffected, node < firstAffected { return base.result(of: node) }
      guard changes(node) else { return base.result(of: node) }
      affected.insert(node)
    }
    try work.charge(1)
    return Result { () throws(Failure) in
      if let value = world.overrides[.node(node)] { return value }
      do throws(Failure) {
        return try evaluate(node)
      } catch {
        throw error.located(at: node)
      }
    }
  }

  private func result(of node: Node) -> Result<Value, Failure> {
    Result { () throws(Failure) in try value(of: node) }
  }

  /// Whether the world reaches a node whose operands have been visited.
  private func changes(_ node: Node) -> Bool {
    if world.overrides[.node(node)] != nil { return true }
    let operation = graph.operation(of: node)
    if case .name(let id) = operation {
      if world.overrides[.quantity(id)] != nil { return true }
      let isPatched = world.overrides.keys.contains { $0.quantity == id }
      return isPatched || graph.definition(of: id).map(affected.contains) ?? false
    }
    if case .call(let call) = operation {
      if patchedCalls.contains(node) { return true }
      if world.alternatives.contains(where: { $0.builtIn == call.name }) { return true }
    }
    return graph.operands(of: node).contains(where: affected.contains)
  }
}

extension Failure {
  static func noCall(_ text: String) -> Failure {
    Failure("unknown-name", "'\(text)' is no call of a built-in function")
  }
}
