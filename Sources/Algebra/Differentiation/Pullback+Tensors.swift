extension Pullback {
  /// The sum of an adjoint over what a spread repeated.
  func gathered(_ adjoint: Node, into shape: Shape) throws(Failure) -> Node {
    if shape.isScalar {
      // The sum of one number repeated is a product; it says more than a sum of equal terms.
      if case .spread = graph.operation(of: adjoint), let count = graph.shape(of: adjoint).count {
        let inner = graph.operands(of: adjoint)[0]
        if graph.shape(of: inner).isScalar { return try times(graph.number(count), inner) }
      }
      return try graph.reduce(.sum, adjoint)
    }
    let columns = graph.shape(of: adjoint).extents[1]
    let sums = try graph.matrixProduct(
      adjoint, graph.spread(graph.number(1), to: Shape([columns])))
    return try reshaped(sums, to: shape)
  }

  func product(_ a: Node, _ b: Node, _ adjoint: Node) throws(Failure) -> [Node?] {
    let (left, right) = (graph.shape(of: a), graph.shape(of: b))
    if graph.shape(of: adjoint).isScalar {
      // [1, k] with [k]: both adjoints are the other factor, scaled.
      let column = try reshaped(a, to: right)
      let row = try graph.transpose(b)
      return [
        try times(graph.spread(adjoint, to: left), row),
        try times(graph.spread(adjoint, to: right), column),
      ]
    }
    if right.rank == 1 {
      // With one column a product of vectors is a number, and its factors are no numbers.
      return [
        try reshaped(try graph.outer(adjoint, b), to: left),
        try reshaped(try matrixProduct(try transposed(a), adjoint), to: right),
      ]
    }
    let leftAdjoint = try matrixProduct(adjoint, try transposed(b))
    if let u = try column(a), let v = try column(adjoint) {
      return [try reshaped(leftAdjoint, to: left), try graph.outer(u, v)]
    }
    return [
      try reshaped(leftAdjoint, to: left), try matrixProduct(try transposed(a), adjoint),
    ]
  }

  /// A product in which an identity matrix leaves no trace but its number.
  private func matrixProduct(_ left: Node, _ right: Node) throws(Failure) -> Node {
    for (factor, other) in [(left, right), (right, left)] {
      guard let number = identityScale(factor) else { continue }
      return try times(graph.spread(number, to: graph.shape(of: other)), other)
    }
    return try graph.matrixProduct(left, right)
  }

  /// The s of sI; nil for what is no multiple of an identity matrix.
  private func identityScale(_ node: Node) -> Node? {
    let parts = graph.operands(of: node)
    if graph.operation(of: node) == .diagonal { return isOne(parts[0]) ? graph.number(1) : nil }
    guard graph.operation(of: node) == .multiply, graph.operation(of: parts[0]) == .spread,
      graph.operation(of: parts[1]) == .diagonal, isOne(graph.operands(of: parts[1])[0])
    else { return nil }
    let inner = graph.operands(of: parts[0])[0]
    return graph.shape(of: inner).isScalar ? inner : nil
  }

  /// The transpose; of a transposed matrix the matrix.
  private func transposed(_ node: Node) throws(Failure) -> Node {
    if case .transpose = graph.operation(of: node) {
      let inner = graph.operands(of: node)[0]
      if graph.shape(of: inner).rank == 2 { return inner }
    }
    return try graph.transpose(node)
  }

  /// The vector whose transpose a row is: x of xᵀ, Aᵀx of xᵀA; nil for other nodes.
  private func column(_ row: Node) throws(Failure) -> Node? {
    let shape = graph.shape(of: row)
    guard shape.rank == 2, shape.extents[0] == .known(1) else { return nil }
    let parts = graph.operands(of: row)
    switch graph.operation(of: row) {
    case .transpose: return graph.shape(of: parts[0]).rank == 1 ? parts[0] : nil
    case .negate:
      guard let inner = try column(parts[0]) else { return nil }
      return try negated(inner)
    case .matrixProduct:
      guard let inner = try column(parts[0]) else { return nil }
      return try matrixProduct(try transposed(parts[1]), inner)
    case .multiply:
      guard case .spread = graph.operation(of: parts[0]), let inner = try column(parts[1]) else {
        return nil
      }
      let scale = graph.operands(of: parts[0])[0]
      guard graph.shape(of: scale).isScalar else { return nil }
      return try times(graph.spread(scale, to: graph.shape(of: inner)), inner)
    case .number, .constant, .truth, .text, .name, .add, .subtract, .divide, .power, .elementwise,
      .larger, .smaller, .spread, .inner, .outer, .diagonal, .inverse, .determinant, .trace, .rank,
      .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate, .index, .slice, .compare,
      .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list, .record,
      .field, .names:
      return nil
    }
  }

  func reshaped(_ node: Node, to shape: Shape) throws(Failure) -> Node {
    if graph.shape(of: node) == shape { return node }
    if shape.rank == 1, let column = try column(node), graph.shape(of: column) == shape {
      return column
    }
    return graph.make(.reshape, [node], sort: .number(shape))
  }

  func inverse(_ node: Node, _ adjoint: Node) throws(Failure) -> Node {
    let transposed = try graph.transpose(node)
    return try negated(
      try graph.matrixProduct(try graph.matrixProduct(transposed, adjoint), transposed))
  }

  func determinant(_ node: Node, _ matrix: Node, _ adjoint: Node) throws(Failure) -> Node {
    let inverse = try graph.matrixFunction(.inverse, "inverse", matrix)
    let scaled = graph.spread(try times(adjoint, node), to: graph.shape(of: matrix))
    return try times(scaled, try graph.transpose(inverse))
  }

  /// s ⊙ (s̄ − Σ s̄ ⊙ s), the sum along the vector or along each row.
  ///
  /// The Jacobian ∂sᵢ/∂zⱼ = sᵢ(δᵢⱼ − sⱼ), applied.
  func softmax(_ node: Node, _ adjoint: Node) throws(Failure) -> Node {
    let output = named(node)
    let mean = try alongRows(try times(adjoint, output))
    return try times(output, try sum(adjoint, try negated(mean)))
  }

  /// l̄ − softmax(z) Σ l̄, the sum along the vector or along each row.
  func logSoftmax(_ z: Node, _ adjoint: Node) throws(Failure) -> Node {
    let output = named(try graph.normalized(.softmax, z))
    return try sum(adjoint, try negated(try times(output, try alongRows(adjoint))))
  }

  /// The sum along a vector or along each row, repeated to the shape of the whole.
  private func alongRows(_ node: Node) throws(Failure) -> Node {
    if let inner = opposite(node) { return try negated(try alongRows(inner)) }
    let shape = graph.shape(of: node)
    guard shape.rank == 2 else { return graph.spread(try graph.reduce(.sum, node), to: shape) }
    let ones = graph.spread(graph.number(1), to: Shape([shape.extents[1]]))
    return graph.spread(try graph.matrixProduct(node, ones), to: shape)
  }

  /// For each entry the product of the others; Π/x, which needs entries other than 0, where they are many.
  private func others(_ product: Node, _ x: Node) throws(Failure) -> Node {
    let shape = graph.shape(of: x)
    guard let count = shape.known?.reduce(1, *), (2...Pullback.factorLimit).contains(count) else {
      return try graph.divide(product, x)
    }
    let flat = try graph.reshape(x, to: Shape([count]))
    let entries = try (1...count).map { (place) throws(Failure) in
      try graph.index(flat, at: [graph.number(place)])
    }
    // The products of what stands before each entry, and of what stands behind it.
    var (before, behind) = ([entries[0]], [entries[count - 1]])
    for place in 1..<count {
      before.append(try times(before[place - 1], entries[place]))
      behind.append(try times(entries[count - 1 - place], behind[place - 1]))
    }
    let products = try entries.indices.map { (place) throws(Failure) in
      if place == 0 { return behind[count - 2] }
      if place == count - 1 { return before[count - 2] }
      return try times(before[place - 1], behind[count - 2 - place])
    }
    return try reshaped(try graph.stack(products), to: shape)
  }

  func trace(_ matrix: Node, _ adjoint: Node) throws(Failure) -> Node {
    let shape = graph.shape(of: matrix)
    let ones = graph.spread(graph.number(1), to: Shape([shape.extents[0]]))
    return try times(graph.spread(adjoint, to: shape), try graph.diagonal(ones))
  }

  func reduced(
    _ reduction: Reduction, _ node: Node, _ x: Node, _ adjoint: Node
  ) throws(Failure) -> Node? {
    let shape = graph.shape(of: x)
    switch reduction {
    case .sum: return try spread(adjoint, to: shape)
    case .product: return try times(graph.spread(adjoint, to: shape), try others(node, x))
    case .argmax, .argmin: return nil
    case .max, .min:
      return try extremum(isMaximum: reduction == .max, node, among: x, adjoint)
    }
  }
}

extension Failure {
  static func notDifferentiable(_ text: String, at node: Node, hint: String? = nil) -> Failure {
    Failure("not-differentiable", "'\(text)' cannot be differentiated", at: node, hint: hint)
  }
}
