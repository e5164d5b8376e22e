extension Graph {
  /// The most axes a tensor may have.
  public static let rankLimit = 5

  /// Operands of one shape as the entries of a new first axis: `[a, b]`.
  public func stack(_ entries: [Node]) throws(Failure) -> Node {
    guard let first = entries.first else { return constant(Tensor(shape: [0], entries: [])) }
    if entries.contains(where: { sort(of: $0) == .unknown }) {
      return make(.stack, entries, sort: .unknown)
    }
    let inner = try numberShape(first, of: "[…]")
    for entry in entries.dropFirst() {
      let shape = try numberShape(entry, of: "[…]")
      guard agree(shape, inner) else { throw .ragged(first: inner, other: shape) }
    }
    guard inner.rank < Graph.rankLimit else { throw .rankLimit(Graph.rankLimit) }
    return make(
      .stack, entries, sort: .number(Shape([.known(entries.count)] + inner.extents)))
  }

  /// Tensors one behind the other along the first axis; a scalar counts as one entry.
  public func concatenate(_ parts: [Node]) throws(Failure) -> Node {
    var total = 0
    var inner: [Extent]?
    for part in parts {
      let shape = try numberShape(part, of: "concat")
      let extents = shape.isScalar ? [.known(1)] : shape.extents
      guard case .known(let length) = extents[0] else {
        throw .wrongShape(operation: "concat", shape, wanted: "known sizes")
      }
      if let inner, inner != Array(extents.dropFirst()) {
        throw .ragged(first: Shape(inner), other: Shape(Array(extents.dropFirst())))
      }
      inner = Array(extents.dropFirst())
      total += length
    }
    return make(.concatenate, parts, sort: .number(Shape([.known(total)] + (inner ?? []))))
  }

  /// `tensor[i, j]`: an entry, or what is left of the inner axes; positions count from 1.
  public func index(_ tensor: Node, at positions: [Node]) throws(Failure) -> Node {
    guard case .number(let shape) = sort(of: tensor) else {
      return make(.index, [tensor] + positions, sort: .unknown)
    }
    guard !shape.isScalar else {
      throw .wrongSort(
        operation: "[…]", found: .scalar, wanted: "a vector, a matrix, a list or a trace")
    }
    guard positions.count <= shape.rank else {
      throw Failure(
        "wrong-shape",
        "\(described(tensor)) has \(shape.rank == 1 ? "one axis" : "\(shape.rank) axes"), and \(positions.count) positions are given"
      )
    }
    for position in positions where sort(of: position) != .unknown {
      let shape = try numberShape(position, of: "[…]")
      guard shape.isScalar else {
        throw .wrongShape(operation: "[…]", shape, wanted: "a position")
      }
    }
    let left = Shape(Array(shape.extents.dropFirst(positions.count)))
    return make(.index, [tensor] + positions, sort: .number(left))
  }

  /// Two scalars or tensors compared: `==` and `!=` compare whole, the others entry by entry.
  ///
  /// Within the condition of an `if`, `byEntries`, all of them go entry by entry.
  public func compare(
    _ comparison: Comparison, _ left: Node, _ right: Node, byEntries: Bool = false
  ) throws(Failure) -> Node {
    switch (sort(of: left), sort(of: right)) {
    case (.number, .number): break
    case (let a, let b):
      let isEquality = comparison == .equal || comparison == .unequal
      guard isEquality || a == .unknown || b == .unknown else {
        throw .wrongSort(operation: comparison.rawValue, found: a, wanted: "a number")
      }
      return make(.compare(comparison), [left, right], sort: .truth(.scalar))
    }
    switch comparison {
    case .equal where !byEntries, .unequal where !byEntries:
      // Shapes that differ are not equal; that is no mistake.
      return make(.compare(comparison), [left, right], sort: .truth(.scalar))
    case .equal, .unequal, .less, .atMost, .greater, .atLeast:
      let (left, right, sort) = try matched(comparison.rawValue, left, right)
      return make(.compare(comparison), [left, right], sort: .truth(sort.shape ?? .scalar))
    }
  }

  /// `and`, `or`, `not`; entry by entry where an operand has a shape.
  public func logic(_ operation: Operation, _ operands: [Node]) throws(Failure) -> Node {
    var whole = Shape.scalar
    for operand in operands {
      let found = sort(of: operand)
      guard found == .unknown || found.isTruth else {
        throw Failure(
          "wrong-type", "\(found) where a condition (a truth value) is needed", at: operand)
      }
      guard let shape = found.shape, !shape.isScalar else { continue }
      guard whole.isScalar || whole == shape else {
        throw shapes(operation == .and ? "and" : "or", operands[0], operand)
      }
      whole = shape
    }
    return make(operation, operands, sort: .truth(whole))
  }

  /// `if condition then yes else no`; entry by entry when the condition has a shape.
  public func choose(_ condition: Node, _ yes: Node, _ no: Node) throws(Failure) -> Node {
    let found = sort(of: condition)
    guard found == .unknown || found.isTruth else {
      throw .wrongSort(operation: "if", found: found, wanted: "a condition (a truth value)")
    }
    let shape = found.shape ?? .scalar
    if shape.isScalar && sort(of: yes) == sort(of: no) {
      return make(.choose, [condition, yes, no], sort: sort(of: yes))
    }
    guard case .number = sort(of: yes), case .number = sort(of: no) else {
      for branch in [yes, no] where !shape.isScalar && sort(of: branch) != .unknown {
        guard case .number = sort(of: branch) else {
          throw Failure(
            "wrong-type",
            "\(described(condition)) is a condition for each entry, and \(described(branch)) is \(sort(of: branch))",
            at: branch)
        }
      }
      return make(.choose, [condition, yes, no], sort: .unknown)
    }
    var (left, right, sort) = try matched("if", yes, no)
    if let branch = sort.shape, !shape.isScalar {
      if branch.isScalar {
        (left, right, sort) = (spread(left, to: shape), spread(right, to: shape), .number(shape))
      } else if !agree(branch, shape) {
        throw shapes("if", condition, self.shape(of: yes).isScalar ? no : yes)
      }
    }
    return make(.choose, [condition, left, right], sort: sort)
  }
}

extension Sort {
  /// Whether these are numbers.
  public var isNumbers: Bool {
    switch self {
    case .number: true
    case .truth, .text, .data, .unknown: false
    }
  }

  /// Whether these are truth values.
  public var isTruth: Bool {
    switch self {
    case .truth: true
    case .number, .text, .data, .unknown: false
    }
  }
}
