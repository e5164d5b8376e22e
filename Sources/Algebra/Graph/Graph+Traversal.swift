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
    var order: [Node] = []
    var seen: Set<Node> = []
    for root in roots where !seen.contains(root) {
      var stack: [(node: Node, next: Int, operands: [Node])] = [(root, 0, try below(root))]
      seen.insert(root)
      while let top = stack.last {
        guard top.next < top.operands.count else {
          order.append(top.node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let operand = top.operands[top.next]
        if seen.insert(operand).inserted {
          stack.append((operand, 0, try below(operand)))
        }
      }
    }
    return order
  }

  /// The nodes of one expression, operands first; names are leaves.
  public func postorder(of root: Node) -> [Node] {
    postorder(from: [root]) { operands(of: $0) }
  }

  /// Whether an expression is short enough to be written out; shared parts count as often as they show.
  public func isPrintable(_ root: Node) -> Bool {
    let limit = 50_000
    var sizes: [Node: Int] = [:]
    for node in postorder(of: root) {
      let size = operands(of: node).reduce(1) { $0 + (sizes[$1] ?? 0) }
      guard size <= limit else { return false }
      sizes[node] = size
    }
    return true
  }

  /// `root` with some of its nodes replaced; what does not change keeps its identity.
  ///
  /// - Parameters:
  ///   - root: The whole.
  ///   - replacement: What to put in place of a node; nil to keep it.
  /// - Returns: The whole with its new parts.
  public func rebuilding(_ root: Node, replacement: (Node) -> Node?) -> Node {
    var images: [Node: Node] = [:]
    for node in postorder(of: root) {
      if let image = replacement(node) {
        images[node] = image
        continue
      }
      let old = operands(of: node)
      let new = old.map { images[$0] ?? $0 }
      images[node] = new == old ? node : make(operation(of: node), new, sort: sort(of: node))
    }
    return images[root] ?? root
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
    var ids: Set<Quantity.ID> = []
    for node in postorder(of: root) {
      if case .name(let id) = operation(of: node) { ids.insert(id) }
    }
    return ids.sorted()
  }
}
