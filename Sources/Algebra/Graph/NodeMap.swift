/// Something for each of some nodes: a dictionary that hashes by one multiplication.
///
/// Nothing is ever taken out, and nothing depends on an order.
public struct NodeMap<Value> {
  /// The position of a node's value at each place, -1 at a free one; a power of two of them.
  @usableFromInline var table: [Int32] = []
  @usableFromInline var nodes: [Node] = []
  @usableFromInline var values: [Value] = []

  /// An empty map.
  @inlinable public init() {}

  /// The number of nodes that have a value.
  public var count: Int { nodes.count }

  /// Whether a node has a value.
  @inlinable public func contains(_ node: Node) -> Bool { position(of: node) != nil }

  /// The value of a node; a new value, never nil, takes its place.
  @inlinable public subscript(node: Node) -> Value? {
    get { position(of: node).map { values[$0] } }
    set {
      guard let newValue else { preconditionFailure("values are only replaced") }
      if let position = position(of: node) {
        values[position] = newValue
        return
      }
      if 2 * (nodes.count + 1) > table.count { grow() }
      enter(node, at: nodes.count)
      nodes.append(node)
      values.append(newValue)
    }
  }

  @inlinable func position(of node: Node) -> Int? {
    guard !table.isEmpty else { return nil }
    let mask = table.count - 1
    var place = NodeMap.hash(node) & mask
    while table[place] >= 0 {
      let position = Int(table[place])
      if nodes[position] == node { return position }
      place = (place + 1) & mask
    }
    return nil
  }

  @inlinable mutating func grow() {
    table = Array(repeating: -1, count: max(16, 2 * table.count))
    for (position, node) in nodes.enumerated() { enter(node, at: position) }
  }

  @inlinable mutating func enter(_ node: Node, at position: Int) {
    let mask = table.count - 1
    var place = NodeMap.hash(node) & mask
    while table[place] >= 0 { place = (place + 1) & mask }
    table[place] = Int32(truncatingIfNeeded: position)
  }

  /// Multiplication by 2⁶⁴ over the golden ratio, which spreads neighbours far apart.
  @inlinable static func hash(_ node: Node) -> Int {
    Int(truncatingIfNeeded: (UInt64(node.position) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
