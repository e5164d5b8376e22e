extension Graph {
  /// One entry of a tensor as a scalar: (u ⊙ v)₂ = u₂v₂, (A x)₁ = Σ A₁ⱼxⱼ.
  ///
  /// Goes through entrywise operations, spreads, stacks, products and transposes; what it cannot look
  /// into stays as `node[i, j]`.
  ///
  /// - Parameters:
  ///   - node: A tensor of known shape.
  ///   - position: One place an axis, from 1, within the shape.
  /// - Returns: A scalar.
  /// - Throws: `wrong-shape` where there are more places than axes.
  public func entry(of node: Node, at position: [Int]) throws(Failure) -> Node {
    guard shape(of: node).rank == position.count else {
      throw .wrongShape(operation: "[…]", shape(of: node), wanted: "\(position.count) axes")
    }
    guard !position.isEmpty else { return try written(node) }
    let parts = operands(of: node)
    switch operation(of: node) {
    case .add, .subtract, .multiply, .divide, .power, .negate, .elementwise, .larger, .smaller:
      var entries: [Node] = []
      for part in parts { entries.append(try entry(of: part, at: position)) }
      return make(operation(of: node), entries, sort: .scalar)
    case .choose:
      guard shape(of: parts[0]).isScalar || isComparison(parts[0]) else { break }
      let condition = try condition(parts[0], at: position)
      return try choose(
        condition, try entry(of: parts[1], at: position), try entry(of: parts[2], at: position))
    case .spread:
      let inner = shape(of: parts[0])
      return try entry(of: parts[0], at: Array(position.prefix(inner.rank)))
    case .constant(let tensor):
      guard let flat = tensor.position(of: position) else { break }
      return number(tensor[flat: flat])
    case .stack where parts.indices.contains(position[0] - 1):
      return try entry(of: parts[position[0] - 1], at: Array(position.dropFirst()))
    case .outer:
      return try multiply(
        try entry(of: parts[0], at: [position[0]]), try entry(of: parts[1], at: [position[1]]))
    case .transpose:
      let inner = shape(of: parts[0]).rank == 1 ? [position[1]] : Array(position.reversed())
      return try entry(of: parts[0], at: inner)
    case .matrixProduct:
      if let sum = try productEntry(parts, at: position) { return sum }
    case .number, .truth, .text, .name, .inner, .diagonal, .inverse, .determinant, .trace, .rank,
      .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate, .index, .slice, .compare,
      .and, .or, .not, .over, .opaque, .call, .apply, .sample, .interval, .list, .record, .field,
      .names:
      break
    }
    return try index(node, at: position.map { number($0) })
  }

  /// A scalar with the sums over written tensors written out.
  private func written(_ node: Node) throws(Failure) -> Node {
    var images: [Node: Node] = [:]
    for part in postorder(of: node) {
      let old = operands(of: part)
      let isSum = operation(of: part) == .reduce(.sum) || operation(of: part) == .inner
      if isSum, let sizes = shape(of: old[0]).known, sizes.count == 1, sizes[0] <= 64,
        old.contains(where: { holdsNumbers($0) })
      {
        var total: Node?
        for place in 1...max(sizes[0], 1) {
          var term = try entry(of: old[0], at: [place])
          if old.count == 2 { term = try multiply(term, try entry(of: old[1], at: [place])) }
          total = try total.map { (sum) throws(Failure) in try add(sum, term) } ?? term
        }
        images[part] = total ?? number(0)
        continue
      }
      let new = old.map { images[$0] ?? $0 }
      images[part] = new == old ? part : make(operation(of: part), new, sort: sort(of: part))
    }
    return images[node] ?? node
  }

  /// Whether numbers stand in a tensor, so that writing it out makes it shorter.
  private func holdsNumbers(_ node: Node) -> Bool {
    postorder(of: node).contains { part in
      if case .constant = operation(of: part) { return true }
      return operation(of: part) == .stack
    }
  }

  private func isComparison(_ node: Node) -> Bool {
    if case .compare = operation(of: node) { return true }
    return false
  }

  private func condition(_ node: Node, at position: [Int]) throws(Failure) -> Node {
    guard !shape(of: node).isScalar, case .compare(let comparison) = operation(of: node) else {
      return node
    }
    let sides = operands(of: node)
    return try compare(
      comparison, try entry(of: sides[0], at: position), try entry(of: sides[1], at: position))
  }

  /// Σ over the inner size; nil where that is unknown or large.
  private func productEntry(_ parts: [Node], at position: [Int]) throws(Failure) -> Node? {
    let (left, right) = (shape(of: parts[0]), shape(of: parts[1]))
    guard left.rank == 2, case .known(let inner) = left.extents[1], (1...16).contains(inner)
    else { return nil }
    var total: Node?
    for k in 1...inner {
      let column = right.rank == 2 ? [k, position[1]] : [k]
      let term = try multiply(
        try entry(of: parts[0], at: [position[0], k]), try entry(of: parts[1], at: column))
      total = try total.map { (sum) throws(Failure) in try add(sum, term) } ?? term
    }
    return total
  }
}

extension Tensor {
  /// The row-major position of a place from 1 an axis; nil outside.
  fileprivate func position(of place: [Int]) -> Int? {
    guard place.count == rank else { return nil }
    var flat = 0
    for (extent, index) in Swift.zip(shape, place) {
      guard index >= 1, index <= extent else { return nil }
      flat = flat * extent + index - 1
    }
    return flat
  }
}
