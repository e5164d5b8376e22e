/// Marks on the nodes of one graph, all of which go at once.
///
/// A mark is the number of its round, so that clearing costs nothing and marking is one store.
struct NodeMarks {
  private var rounds: [UInt32] = []
  private var round: UInt32 = 0

  /// Takes all marks away and makes room for `count` nodes.
  mutating func clear(count: Int) {
    if rounds.count < count {
      rounds += Array(repeating: 0, count: max(count, 2 * rounds.count) - rounds.count)
    }
    if round == .max { rounds = Array(repeating: 0, count: rounds.count) }
    round = round == .max ? 1 : round + 1
  }

  /// Marks a node, and says whether it had no mark.
  mutating func insert(_ node: Node) -> Bool {
    // Nodes that were made since have no mark.
    if node.position >= rounds.count {
      rounds += Array(repeating: 0, count: node.position + 1)
    }
    guard rounds[node.position] != round else { return false }
    rounds[node.position] = round
    return true
  }
}
