extension Graph {
  /// A number without spelling.
  public func number(_ value: Int) -> Node {
    make(.number(Literal(.exact(Rational(value)))), sort: .scalar)
  }

  /// A number without spelling.
  public func number(_ value: Real) -> Node {
    make(.number(Literal(value)), sort: .scalar)
  }

  /// A tensor known by value; a number for rank 0.
  public func constant(_ tensor: Tensor) -> Node {
    tensor.shape.isEmpty
      ? number(tensor[flat: 0])
      : make(.constant(tensor), sort: .number(Shape(tensor.shape)))
  }

  /// `left + right`, entry by entry; a scalar goes to every entry, a vector to every column.
  public func add(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.add, "+", left, right)
  }

  /// `left - right`, entry by entry.
  public func subtract(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.subtract, "-", left, right)
  }

  /// `left * right`, entry by entry.
  public func multiply(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.multiply, "*", left, right)
  }

  /// `left / right`, entry by entry.
  public func divide(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.divide, "/", left, right)
  }

  /// `left ^ right`, entry by entry.
  public func power(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.power, "^", left, right)
  }

  /// The larger of two, entry by entry; where they tie, the first.
  public func larger(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.larger, "max", left, right)
  }

  /// The smaller of two, entry by entry; where they tie, the first.
  public func smaller(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try entrywise(.smaller, "min", left, right)
  }

  /// The opposite, entry by entry.
  public func negate(_ operand: Node) throws(Failure) -> Node {
    try unary(.negate, "-", operand)
  }

  /// A function of one number, entry by entry.
  public func apply(_ function: ElementaryFunction, to operand: Node) throws(Failure) -> Node {
    try unary(.elementwise(function), function.rawValue, operand)
  }

  /// `operand` repeated to `shape`: a scalar to every entry, [m] to every column of [m, n].
  public func spread(_ operand: Node, to shape: Shape) -> Node {
    self.shape(of: operand) == shape ? operand : make(.spread, [operand], sort: .number(shape))
  }

  /// Two operands brought to one shape, and that shape.
  func matched(
    _ operation: String, _ left: Node, _ right: Node
  ) throws(Failure) -> (Node, Node, Sort) {
    let (leftSort, rightSort) = (sort(of: left), sort(of: right))
    if leftSort == .unknown || rightSort == .unknown { return (left, right, .unknown) }
    let leftShape = try numberShape(left, of: operation)
    let rightShape = try numberShape(right, of: operation)
    if agree(leftShape, rightShape) { return (left, right, leftSort) }
    if spreads(rightShape, to: leftShape) { return (left, spread(right, to: leftShape), leftSort) }
    if spreads(leftShape, to: rightShape) {
      return (spread(left, to: rightShape), right, rightSort)
    }
    throw shapes(operation, left, right)
  }

  /// The shape of a node that must be numbers.
  func numberShape(_ node: Node, of operation: String) throws(Failure) -> Shape {
    guard case .number(let shape) = sort(of: node) else {
      throw .wrongSort(operation: operation, found: sort(of: node), wanted: "a number")
    }
    return shape
  }

  /// Whether two shapes are the same; symbolic extents are when they are the same node.
  public func agree(_ left: Shape, _ right: Shape) -> Bool {
    left == right
  }

  private func spreads(_ small: Shape, to large: Shape) -> Bool {
    small.isScalar || (small.rank == 1 && large.rank == 2 && small.extents[0] == large.extents[0])
  }

  private func entrywise(
    _ operation: Operation, _ sign: String, _ left: Node, _ right: Node
  ) throws(Failure) -> Node {
    let (left, right, sort) = try matched(sign, left, right)
    return make(operation, [left, right], sort: sort)
  }

  private func unary(
    _ operation: Operation, _ name: String, _ operand: Node
  ) throws(Failure) -> Node {
    if sort(of: operand) != .unknown { _ = try numberShape(operand, of: name) }
    return make(operation, [operand], sort: sort(of: operand))
  }
}
