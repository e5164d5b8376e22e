public import Algebra

extension Evaluator {
  /// The value as it is bound and shown: an expression in the form one would write.
  public func result(of node: Node) throws(Failure) -> Value {
    let value = try value(of: node)
    // A name's own value is what it stands for, not the name.
    guard case .expression(var inner) = value else { return value }
    if inner == node, case .name(let id) = graph.operation(of: node),
      let definition = graph.definition(of: id)
    {
      guard case .expression(let meaning) = try self.value(of: definition) else {
        return try self.value(of: definition)
      }
      inner = meaning
    }
    return .expression(simplified(inner))
  }

  /// An expression with what the author's names in it stand for; names of numbers stay.
  public func spelledOut(_ root: Node) throws(Failure) -> Node {
    var meanings: [Node: Node] = [:]
    // Operands come first: what a name stands for is spelled out itself by then.
    let order = try graph.postorder(from: [root]) { (node) throws(Failure) in
      try meaning(of: node).map { [$0] } ?? graph.operands(of: node)
    }
    for node in order {
      if let meaning = try meaning(of: node) {
        meanings[node] = meanings[meaning] ?? meaning
      } else {
        let operands = graph.operands(of: node).map { meanings[$0] ?? $0 }
        guard operands != graph.operands(of: node) else { continue }
        meanings[node] = graph.make(
          graph.operation(of: node), operands, sort: graph.sort(of: node))
      }
    }
    return meanings[root] ?? root
  }

  /// The expression that a name stands for; nil for every other node, and for names of numbers.
  private func meaning(of node: Node) throws(Failure) -> Node? {
    guard case .name(let id) = graph.operation(of: node), override(of: id) == nil,
      let definition = graph.definition(of: id),
      case .expression(let meaning) = try value(of: definition)
    else { return nil }
    return meaning
  }

  /// Keeps a node as it is: a product that was asked for stays a product.
  public func keepForm(of node: Node) {
    forms.known[node] = node
  }

  /// An equal node as one would write it.
  public func simplified(_ node: Node) -> Node {
    if let known = forms.known[node] { return known }
    if let written = writtenOut(node) {
      forms.known[node] = written
      forms.known[written] = written
      return written
    }
    let result = derivation(of: node).result
    forms.known[node] = result
    forms.known[result] = result
    return result
  }

  /// An equal node as one would write it, and the changes that lead to it.
  public func derivation(of node: Node) -> Derivation {
    if let known = forms.derivations[node] { return known }
    var budget = Budget(100_000)
    let derivation = graph.simplified(node, knowing: facts, budget: &budget)
    forms.derivations[node] = derivation
    return derivation
  }

  /// A node whose tensors are written entry by entry as its simplified entries.
  private func writtenOut(_ node: Node) -> Node? {
    guard let entries = graph.entriesWrittenOut(of: node), entries != [node],
      let shape = graph.shape(of: node).known
    else { return nil }
    // An entry has no tensors left but in what has no entries, such as an opaque function's argument:
    // that is an entry itself, so this goes no deeper.
    return try? graph.stacked(entries.map { simplified($0) }, shape: shape)
  }

  /// A scalar in which no tensor is left, where all of them are known entry by entry.
  ///
  /// So it may be a polynomial: Σ over w·(1, 2) − (2, 4) is (w − 2) + (2w − 4). Any other node as it is.
  public func scalarWrittenOut(_ node: Node) -> Node {
    guard graph.shape(of: node).isScalar,
      let entries = graph.entriesWrittenOut(of: node, countsValues: true), entries.count == 1
    else { return node }
    return simplified(entries[0])
  }
}
