import Algebra
import Workings

/// The entries of an operand as nodes, and as what they are worth for the working.
struct WindowEntries {
  private let graph: Graph
  private let node: Node
  private let shape: [Int]
  private let value: Value?

  /// The entries of `node`, whose sizes are `shape`.
  init(_ node: Node, shape: [Int], in evaluator: Evaluator) {
    graph = evaluator.graph
    self.node = node
    self.shape = shape
    value = try? evaluator.value(of: node)
  }

  /// Whether the entries are numbers.
  var isNumeric: Bool {
    value?.numbers != nil
  }

  /// The entry at a position that counts from 0; where the operand lists its entries, the one listed.
  func entry(_ position: [Int]) throws(Failure) -> Node {
    try Self.entry(of: node, position, graph)
  }

  /// What the entry is worth, for the working: a number, or what the author wrote.
  func shown(_ position: [Int]) throws(Failure) -> Node {
    switch value {
    case .number(let number): return graph.number(number)
    case .tensor(let tensor): return graph.number(tensor.entry(position))
    case .expression(let inner):
      return try Self.entry(of: inner, position, graph, throughNames: true)
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names, nil:
      return try entry(position)
    }
  }

  static func entry(
    of node: Node, _ position: [Int], _ graph: Graph, throughNames: Bool = false
  ) throws(Failure) -> Node {
    var node = node
    for (axis, place) in position.enumerated() {
      if throughNames, case .name(let id) = graph.operation(of: node),
        let definition = graph.definition(of: id), case .stack = graph.operation(of: definition)
      {
        node = definition
      }
      if case .constant(let tensor) = graph.operation(of: node) {
        return graph.number(tensor.entry(Array(position[axis...])))
      }
      guard case .stack = graph.operation(of: node) else {
        let rest = position[axis...].map { graph.number($0 + 1) }
        return try graph.index(node, at: rest)
      }
      node = graph.operands(of: node)[place]
    }
    return node
  }
}

extension Graph {
  /// Nodes in the shape of sizes, row by row.
  func nested(_ entries: [Node], _ sizes: [Int]) throws(Failure) -> Node {
    guard sizes.count > 0 else { return entries[0] }
    guard sizes.count > 1 else { return try stack(entries) }
    let inner = Array(sizes.dropFirst())
    let width = inner.reduce(1, *)
    var rows: [Node] = []
    for start in stride(from: 0, to: entries.count, by: width) {
      rows.append(try nested(Array(entries[start..<(start + width)]), inner))
    }
    return try stack(rows)
  }

  /// The terms of a sum one behind the other; 0 without any.
  func total(_ terms: [Node]) throws(Failure) -> Node {
    guard var sum = terms.first else { return number(0) }
    for term in terms.dropFirst() { sum = try add(sum, term) }
    return sum
  }
}
