public import Algebra

/// A name that runs through a range or through the entries of a list: `x in a...b`.
public struct BoundName: Hashable, Sendable {
  /// The quantity that runs.
  public let quantity: Quantity.ID
  /// What it runs through: a node worth an interval, a tensor or a list.
  public let domain: Node
}

extension CallContext {
  /// The bound name of a binder argument; nil where the argument is something else or missing.
  public func boundName(_ label: String) -> BoundName? {
    guard let node = operand(label), graph.operation(of: node) == .range
    else { return nil }
    let parts = graph.operands(of: node)
    guard parts.count == 2, case .names(let ids) = graph.operation(of: parts[0]),
      let id = ids.first
    else { return nil }
    return BoundName(quantity: id, domain: parts[1])
  }

  /// Whatever is meant by a bound name's spelling below `root`: the name itself, and a symbol or
  /// quantity of the author's that is spelt alike.
  ///
  /// `slope = derive(f, wrt: z)` and then `plot(slope, z in -3...3)` means the symbol z.
  public func namesMeant(by name: BoundName, below root: Node) -> Set<Quantity.ID> {
    let spelling = graph[name.quantity].name.spelling
    var meant: Set<Quantity.ID> = [name.quantity]
    let order = graph.postorder(from: [root]) { node in
      guard case .name(let id) = graph.operation(of: node) else { return graph.operands(of: node) }
      return graph.definition(of: id).map { [$0] } ?? []
    }
    for node in order {
      guard case .name(let id) = graph.operation(of: node), graph[id].role == .author,
        graph[id].name.spelling == spelling
      else { continue }
      meant.insert(id)
    }
    return meant
  }

  /// What `root` becomes as a function of a bound name: an expression in that name, or a value.
  public func value(of root: Node, along name: BoundName) throws(Failure) -> Value {
    let variable = Value.expression(graph.name(name.quantity))
    var overrides: [Quantity.ID: Value] = [:]
    for id in namesMeant(by: name, below: root) where id != name.quantity {
      overrides[id] = variable
    }
    guard !overrides.isEmpty else { return try evaluator.value(of: root) }
    return try evaluator.evaluator(overriding: overrides).value(of: root)
  }
}
