extension Graph {
  /// The nodes below `roots`, operands first, each once; no recursion, so depth has no limit.
  ///
  /// - Parameters:
  ///   - roots: Each comes behind all that it depends on.
  ///   - below: What a node depends on.
  /// - Returns: The nodes in an order in which each stands behind what it depends on.
  /// - Throws: What `below` throws.
  public func postorder<E: Error>(
    from roots: [Node], below: (Node) throws(E) -> [Node]
  ) throws(E) -> [Node] {
    try withMarks { (marks) throws(E) in
      var order: [Node] = []
      /// Nodes to be entered, and, as complements, those to be left, whose operands stand above.
      var stack: [Int32] = []
      stack.reserveCapacity(32)
      for root in roots.reversed() { stack.append(root.index) }
      while let index = stack.popLast() {
        let node = Node(Int(index < 0 ? ~index : index))
        if index < 0 {
          order.append(node)
        } else if marks.insert(node) {
          let operands = try below(node)
          if operands.isEmpty {
            order.append(node)
          } else {
            stack.append(~index)
            for operand in operands.reversed() { stack.append(operand.index) }
          }
        }
      }
      return order
    }
  }

  /// The nodes of one expression, operands first; names are leaves.
  public func postorder(of root: Node) -> [Node] {
    if operands(of: root).isEmpty { return [root] }
    return postorder(from: [root]) { operands(of: $0) }
  }

  /// Whether a part of one expression, or the whole, has a property; names are leaves.
  public func contains(in root: Node, where holds: (Operation) -> Bool) -> Bool {
    if holds(operation(of: root)) { return true }
    return !operands(of: root).isEmpty
      && postorder(of: root).contains { holds(operation(of: $0)) }
  }

  /// Whether an expression is short enough to be written out; shared parts count as often as they show.
  public func isPrintable(_ root: Node) -> Bool {
    length(of: root, atMost: 50_000) != nil
  }

  /// The leaves and operations of an expression, shared parts as often as they show; nil beyond a limit.
  public func length(of root: Node, atMost limit: Int) -> Int? {
    var length = 0
    var stack = [root]
    while let node = stack.popLast() {
      length += 1
      guard length <= limit else { return nil }
      stack += operands(of: node)
    }
    return length
  }

  /// `root` with some of its nodes replaced; what does not change keeps its identity.
  ///
  /// - Parameters:
  ///   - root: The whole.
  ///   - replacement: What to put in place of a node; nil to keep it.
  /// - Returns: The whole with its new parts.
  public func rebuilding(_ root: Node, replacement: (Node) -> Node?) -> Node {
    if operands(of: root).isEmpty { return replacement(root) ?? root }
    var images = NodeMap<Node>()
    for node in postorder(of: root) {
      if let image = replacement(node) {
        images[node] = image
        continue
      }
      let old = operands(of: node)
      let isKept = old.allSatisfy { operand in images[operand].map { $0 == operand } ?? true }
      images[node] =
        isKept
        ? node : make(operation(of: node), old.map { images[$0] ?? $0 }, sort: sort(of: node))
    }
    return images[root] ?? root
  }

  /// Whether one of the quantities goes into a node, by whatever names.
  public func reaches(_ ids: Set<Quantity.ID>, from root: Node) -> Bool {
    postorder(from: [root]) { node in
      guard case .name(let id) = operation(of: node), !ids.contains(id) else {
        return operands(of: node)
      }
      return definition(of: id).map { [$0] } ?? []
    }.contains { node in
      guard case .name(let id) = operation(of: node) else { return false }
      return ids.contains(id)
    }
  }

  /// `root` with quantities replaced by nodes of the same shape.
  public func substituting(_ nodes: [Quantity.ID: Node], in root: Node) -> Node {
    rebuilding(root) { node in
      guard case .name(let id) = operation(of: node) else { return nil }
      return nodes[id]
    }
  }

  /// The quantities that an expression names itself, in the order of their definition.
  public func names(in root: Node) -> [Quantity.ID] {
    // Equal nodes are one: each name comes once.
    let ids: [Quantity.ID] = postorder(of: root).compactMap { node in
      guard case .name(let id) = operation(of: node) else { return nil }
      return id
    }
    return ids.sorted()
  }
}
