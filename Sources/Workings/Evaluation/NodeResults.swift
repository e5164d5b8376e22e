import Algebra

/// What nodes are worth in one world, or why they are worth nothing.
///
/// The author's world works out nearly every node and keeps the values by position; another one
/// only what its change reaches, by name. Failures are few.
struct NodeResults {
  private let isDense: Bool
  private var dense: [Value?] = []
  private var sparse = NodeMap<Value>()
  private var failures = NodeMap<Failure>()

  init(isDense: Bool) {
    self.isDense = isDense
  }

  /// The value of a node; nil where it has none or was not worked out.
  subscript(node: Node) -> Value? {
    guard isDense else { return sparse[node] }
    return node.position < dense.count ? dense[node.position] : nil
  }

  /// The value of a node that has been worked out; nil for another.
  ///
  /// - Throws: Why it has none.
  func value(of node: Node) throws(Failure) -> Value? {
    if let value = self[node] { return value }
    if let failure = failures[node] { throw failure }
    return nil
  }

  /// Keeps what a node is worth.
  mutating func keep(_ value: Value, for node: Node) {
    guard isDense else {
      sparse[node] = value
      return
    }
    if node.position >= dense.count {
      let missing = max(node.position + 1, 2 * dense.count) - dense.count
      dense += Array(repeating: nil, count: missing)
    }
    dense[node.position] = value
  }

  /// Keeps why a node is worth nothing.
  mutating func keep(_ failure: Failure, for node: Node) {
    failures[node] = failure
  }

  /// Whether a node has been worked out.
  func contains(_ node: Node) -> Bool {
    if isDense {
      node.position < dense.count && dense[node.position] != nil || failures.contains(node)
    } else {
      sparse.contains(node) || failures.contains(node)
    }
  }
}
