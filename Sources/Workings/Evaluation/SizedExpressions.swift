import Algebra

/// Expressions of symbolic sizes with small numbers in their place, so that they have values at points.
struct SizedExpressions {
  private let evaluator: Evaluator
  private var graph: Graph { evaluator.graph }

  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// The expressions with names followed to symbols and a number for each symbolic size.
  ///
  /// - Returns: As many as there are roots; the roots themselves where all sizes are known.
  func sized(_ roots: [Node]) -> [Node] {
    let graph = self.graph
    let order = graph.postorder(from: roots) { node in
      guard case .name(let id) = graph.operation(of: node) else { return graph.operands(of: node) }
      return graph.definition(of: id).map { [$0] } ?? []
    }
    var symbols: [Quantity.ID] = []
    for extent in order.flatMap({ graph.shape(of: $0).extents }) {
      guard case .symbolic(let node) = extent else { continue }
      for id in graph.names(in: node) where !symbols.contains(id) { symbols.append(id) }
    }
    guard !symbols.isEmpty else { return roots }
    // Different small sizes, so that a product that does not fit is found out.
    var sizes: [Quantity.ID: Value] = [:]
    for (place, id) in symbols.enumerated() { sizes[id] = .number(Real(2 + place % 4)) }
    let there = evaluator.evaluator(overriding: sizes)
    var images: [Node: Node] = [:]
    for node in order { images[node] = image(of: node, images, sizes, there) }
    return roots.map { images[$0] ?? $0 }
  }

  private func image(
    of node: Node, _ images: [Node: Node], _ sizes: [Quantity.ID: Value], _ there: Evaluator
  ) -> Node {
    let sort = sized(graph.sort(of: node), there)
    if case .name(let id) = graph.operation(of: node) {
      if case .number(let size)? = sizes[id] { return graph.number(size) }
      if let definition = graph.definition(of: id) { return images[definition] ?? definition }
      guard sort != graph.sort(of: node) else { return node }
      return graph.name(graph.define(graph[id].name, as: graph[id].definition, sort: sort))
    }
    let operands = graph.operands(of: node).map { images[$0] ?? $0 }
    if operands == graph.operands(of: node), sort == graph.sort(of: node) { return node }
    return graph.make(graph.operation(of: node), operands, sort: sort)
  }

  private func sized(_ sort: Sort, _ there: Evaluator) -> Sort {
    guard case .number(let shape) = sort, shape.known == nil else { return sort }
    return .number(
      Shape(
        shape.extents.map { extent in
          guard case .symbolic(let node) = extent,
            case .number(let size)? = try? there.value(of: node),
            let count = size.exactValue?.integer, count > 0
          else { return extent }
          return .known(count)
        }))
  }
}
