/// How nodes are put together to be written as one would write them.
extension Graph {
  /// `M[1...2][1][2]` as `M[1, 2]`: the tensor that the positions of an entry count in, and these.
  ///
  /// - Returns: The node itself and no positions where it is no entry of a tensor.
  public func positions(of node: Node) -> (whole: Node, positions: [Node]) {
    var (whole, positions): (Node, [Node]) = (node, [])
    while true {
      let parts = operands(of: whole)
      if case .index = operation(of: whole), case .number = sort(of: parts[0]) {
        (whole, positions) = (parts[0], parts.dropFirst() + positions)
      } else if case .slice = operation(of: whole), let first = positions.first,
        let place = integer(first), let low = integer(parts[1]), let high = integer(parts[2]),
        place >= 1, place <= high - low + 1
      {
        (whole, positions[0]) = (parts[0], number(low + place - 1))
      } else {
        return (whole, positions)
      }
    }
  }

  /// The scalar or vector that a node repeats to its shape; nil for other nodes.
  public func repeated(by node: Node) -> Node? {
    guard case .spread = operation(of: node) else { return nil }
    return operands(of: node)[0]
  }

  /// The decimal that an author wrote for a quantity of this value; nil where there is none.
  public func writtenDecimal(of id: Quantity.ID, _ value: Real) -> Literal? {
    guard let definition = definition(of: id), let literal = writtenDecimal(definition),
      literal.value == value
    else { return nil }
    return literal
  }

  /// The decimal with a point that a node is, its sign taken in; nil for any other node.
  public func writtenDecimal(_ node: Node) -> Literal? {
    switch operation(of: node) {
    case .number(let literal) where literal.written.utf8.contains(UInt8(ascii: ".")):
      return literal
    case .negate:
      guard let literal = writtenDecimal(operands(of: node)[0]), !literal.value.isNegative else {
        return nil
      }
      return Literal(-literal.value, written: literal.written)
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque,
      .call, .apply, .sample, .interval, .list, .record, .field, .names:
      return nil
    }
  }

  private func integer(_ node: Node) -> Int? {
    guard case .number(let literal) = operation(of: node) else { return nil }
    return literal.value.exactValue?.integer
  }
}
