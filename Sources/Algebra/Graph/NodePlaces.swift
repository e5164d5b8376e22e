/// Where to find the node for an operation on operands: open addressing over the hashes of all nodes.
struct NodePlaces {
  /// Of each node.
  private var hashes: [Int] = []
  /// The node at each place, -1 at a free one; a power of two of them, at most half of them taken.
  private var table = [Int32](repeating: -1, count: 64)

  /// What equal nodes have in common.
  static func hash(_ operation: Operation, _ operands: [Node]) -> Int {
    var hasher = Hasher()
    hasher.combine(operation)
    for operand in operands { hasher.combine(operand) }
    return hasher.finalize()
  }

  /// The node with this hash for which `matches` holds.
  func node(_ hash: Int, matches: (Node) -> Bool) -> Node? {
    let mask = table.count - 1
    var place = hash & mask
    while table[place] >= 0 {
      let node = Node(Int(table[place]))
      if hashes[node.position] == hash, matches(node) { return node }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Enters the node made last.
  mutating func insert(_ node: Node, _ hash: Int) {
    hashes.append(hash)
    if 2 * hashes.count > table.count {
      table = [Int32](repeating: -1, count: 2 * table.count)
      for (position, hash) in hashes.enumerated() { place(Node(position), hash) }
    } else {
      place(node, hash)
    }
  }

  private mutating func place(_ node: Node, _ hash: Int) {
    let mask = table.count - 1
    var place = hash & mask
    while table[place] >= 0 { place = (place + 1) & mask }
    table[place] = node.index
  }
}
