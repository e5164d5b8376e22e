extension Graph {
  /// The matrix product: [m, k] with [k, n] or [k]; a vector [m] counts as a column, so it takes [1, n]; [1, k] with [k] is a scalar.
  public func matrixProduct(_ left: Node, _ right: Node) throws(Failure) -> Node {
    if sort(of: left) == .unknown || sort(of: right) == .unknown {
      return make(.matrixProduct, [left, right], sort: .unknown)
    }
    let (a, b) = (try numberShape(left, of: "@"), try numberShape(right, of: "@"))
    guard (1...2).contains(a.rank), (1...2).contains(b.rank) else {
      throw shapes("@", left, right)
    }
    let inner = a.rank == 2 ? a.extents[1] : .known(1)
    guard inner == b.extents[0] else { throw innerSizes(left, right) }
    let rows = a.extents[0]
    if b.rank == 2 {
      return make(.matrixProduct, [left, right], sort: .number(Shape([rows, b.extents[1]])))
    }
    let shape = a.rank == 2 && rows == .known(1) ? Shape.scalar : Shape([rows])
    return make(.matrixProduct, [left, right], sort: .number(shape))
  }

  /// The inner product of two tensors of one shape, a scalar; for scalars their product.
  public func inner(_ left: Node, _ right: Node) throws(Failure) -> Node {
    if sort(of: left) == .unknown || sort(of: right) == .unknown {
      return make(.inner, [left, right], sort: .unknown)
    }
    let (a, b) = (try numberShape(left, of: "·"), try numberShape(right, of: "·"))
    if a.isScalar || b.isScalar { return try multiply(left, right) }
    guard agree(a, b) else { throw shapes("·", left, right) }
    return make(.inner, [left, right], sort: .scalar)
  }

  /// As ``inner(_:_:)``, for two vectors or two numbers; a vector of one entry counts as a number.
  public func dot(_ left: Node, _ right: Node) throws(Failure) -> Node {
    if let a = sort(of: left).shape, let b = sort(of: right).shape, a.isScalar != b.isScalar,
      a.count != 1 || b.count != 1
    {
      throw shapes("dot", left, right)
    }
    return try inner(left, right)
  }

  /// [m] and [n] to [m, n].
  public func outer(_ left: Node, _ right: Node) throws(Failure) -> Node {
    let (a, b) = (try numberShape(left, of: "outer"), try numberShape(right, of: "outer"))
    guard a.rank == 1, b.rank == 1 else { throw shapes("outer", left, right) }
    return make(.outer, [left, right], sort: .number(Shape(a.extents + b.extents)))
  }

  /// [m, n] to [n, m], [n] to [1, n]; a scalar stays.
  public func transpose(_ operand: Node) throws(Failure) -> Node {
    if sort(of: operand) == .unknown { return make(.transpose, [operand], sort: .unknown) }
    let shape = try numberShape(operand, of: ".T")
    switch shape.rank {
    case 0: return operand
    case 1: return make(.transpose, [operand], sort: .number(Shape([.known(1), shape.extents[0]])))
    case 2:
      return make(
        .transpose, [operand], sort: .number(Shape([shape.extents[1], shape.extents[0]])))
    default: throw .wrongShape(operation: ".T", shape, wanted: "a vector or a matrix")
    }
  }

  /// All entries as one number.
  public func reduce(_ reduction: Reduction, _ operand: Node) throws(Failure) -> Node {
    if sort(of: operand) != .unknown { _ = try numberShape(operand, of: reduction.rawValue) }
    return make(.reduce(reduction), [operand], sort: .scalar)
  }

  /// Determinant, inverse, trace or rank of a matrix.
  public func matrixFunction(
    _ operation: Operation, _ name: String, _ operand: Node
  ) throws(Failure) -> Node {
    let shape = try numberShape(operand, of: name)
    let mustBeSquare = operation != .rank
    guard shape.rank == 2, !mustBeSquare || shape.extents[0] == shape.extents[1] else {
      let wanted = mustBeSquare ? "a square matrix" : "a matrix"
      throw .wrongShape(operation: name, shape, wanted: wanted)
    }
    return make(operation, [operand], sort: operation == .inverse ? .number(shape) : .scalar)
  }

  /// softmax (or its logarithm) along the entries of a vector or the rows of a matrix.
  public func normalized(_ operation: Operation, _ operand: Node) throws(Failure) -> Node {
    let name = operation == .softmax ? "softmax" : "log_softmax"
    let shape = try numberShape(operand, of: name)
    guard (1...2).contains(shape.rank) else {
      throw .wrongShape(operation: name, shape, wanted: "a vector or a matrix")
    }
    return make(operation, [operand], sort: .number(shape))
  }

  /// [n] to the [n, n] matrix with these entries on its diagonal.
  public func diagonal(_ operand: Node) throws(Failure) -> Node {
    let shape = try numberShape(operand, of: "diag")
    guard shape.rank == 1 else {
      throw .wrongShape(operation: "diag", shape, wanted: "a vector")
    }
    return make(.diagonal, [operand], sort: .number(Shape(shape.extents + shape.extents)))
  }

  /// The same entries, row by row, in another shape of as many entries.
  public func reshape(_ operand: Node, to shape: Shape) throws(Failure) -> Node {
    let current = try numberShape(operand, of: "reshape")
    guard current != shape else { return operand }
    guard let have = current.count, let want = shape.count, have == want else {
      throw Failure(
        "shape-mismatch",
        "\(described(operand)) has \(current.count.map(String.init) ?? "a symbolic number of") entries, and the shape \(text(of: shape)) takes \(shape.count.map(String.init) ?? "another number")"
      )
    }
    return make(.reshape, [operand], sort: .number(shape))
  }
}
