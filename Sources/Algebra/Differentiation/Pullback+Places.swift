/// Operations that choose, join or place entries.
extension Pullback {
  /// The adjoint of one entry (or row) in the shape of the whole, zero elsewhere.
  ///
  /// A position that is no number yet, such as a sample's class, is compared with every place.
  func scattered(_ node: Node, _ operands: [Node], _ adjoint: Node) throws(Failure) -> Node {
    guard let sizes = graph.shape(of: operands[0]).known, sizes.count >= operands.count - 1 else {
      throw .notDifferentiable(NodeText(graph).text(of: node), at: node)
    }
    var image = adjoint
    for (axis, position) in operands.dropFirst().enumerated().reversed() {
      if let place = whole(position), !(1...max(1, sizes[axis])).contains(place) {
        throw Failure(
          "index-out-of-range",
          "the index \(place) is out of range: '\(NodeText(graph).text(of: operands[0]))' has the positions 1...\(sizes[axis])",
          at: node)
      }
      let inner = image
      image = try graph.stack(
        try (1...max(1, sizes[axis])).map { (place) throws(Failure) in
          try chosen(inner, where: position, is: place)
        })
    }
    return image
  }

  /// A node where a position is a place, zero where it is not.
  private func chosen(
    _ node: Node, where position: Node, is place: Int
  ) throws(Failure) -> Node {
    let zero = graph.spread(graph.number(0), to: graph.shape(of: node))
    if case .number(let literal) = graph.operation(of: position) {
      return literal.value == .exact(Rational(place)) ? node : zero
    }
    return try graph.choose(try graph.compare(.equal, position, graph.number(place)), node, zero)
  }

  /// The adjoint of a range of entries in the shape of the whole, zero before and behind.
  func embedded(_ node: Node, _ operands: [Node], _ adjoint: Node) throws(Failure) -> Node {
    let shape = graph.shape(of: operands[0])
    guard let sizes = shape.known, let count = sizes.first, let low = whole(operands[1]),
      let high = whole(operands[2]), low >= 1, low <= high, high <= count
    else { throw .notDifferentiable(NodeText(graph).text(of: node), at: node) }
    func zeros(_ count: Int) -> [Node] {
      guard count > 0 else { return [] }
      let extents = [.known(count)] + shape.extents.dropFirst()
      return [graph.spread(graph.number(0), to: Shape(extents))]
    }
    let parts = zeros(low - 1) + [adjoint] + zeros(count - high)
    return parts.count == 1 ? adjoint : try graph.concatenate(parts)
  }

  /// What belongs to each of several that were joined.
  func parted(_ operands: [Node], _ adjoint: Node) throws(Failure) -> [Node?] {
    guard operands.count > 1 else {
      return [try reshaped(adjoint, to: graph.shape(of: operands[0]))]
    }
    var shares: [Node?] = []
    var place = 1
    for operand in operands {
      let shape = graph.shape(of: operand)
      guard !shape.isScalar, case .known(let count)? = shape.extents.first else {
        shares.append(try graph.index(adjoint, at: [graph.number(place)]))
        place += 1
        continue
      }
      shares.append(
        graph.make(
          .slice, [adjoint, graph.number(place), graph.number(place + count - 1)],
          sort: .number(shape)))
      place += count
    }
    return shares
  }

  /// The diagonal of a matrix, for the vector that stands on it.
  func onDiagonal(_ node: Node, _ vector: Node, _ adjoint: Node) throws(Failure) -> Node {
    guard let count = graph.shape(of: vector).known?.first, count > 0 else {
      throw .notDifferentiable(NodeText(graph).text(of: node), at: node)
    }
    return try graph.stack(
      try (1...count).map { (place) throws(Failure) in
        try graph.index(adjoint, at: [graph.number(place), graph.number(place)])
      })
  }

  private func whole(_ node: Node) -> Int? {
    guard case .number(let literal) = graph.operation(of: node),
      case .exact(let value) = literal.value
    else { return nil }
    return value.integer
  }
}
