import Algebra

/// What nodes are worth in one world, or why they are worth nothing.
///
/// The author's world works out nearly every node and keeps them by position; another one only what
/// its change reaches, by name.
struct NodeResults {
  private let isDense: Bool
  private var dense: [Result<Value, Failure>?] = []
  private var sparse: [Node: Result<Value, Failure>] = [:]

  init(isDense: Bool) {
    self.isDense = isDense
  }

  subscript(node: Node) -> Result<Value, Failure>? {
    get {
      guard isDense else { return sparse[node] }
      return node.position < dense.count ? dense[node.position] : nil
    }
    set {
      guard isDense else {
        sparse[node] = newValue
        return
      }
      if node.position >= dense.count {
        let missing = max(node.position + 1, 2 * dense.count) - dense.count
        dense += Array(repeating: nil, count: missing)
      }
      dense[node.position] = newValue
    }
  }

  /// Whether a node has been worked out.
  func contains(_ node: Node) -> Bool {
    guard isDense else { return sparse[node] != nil }
    return node.position < dense.count && dense[node.position] != nil
  }
}
