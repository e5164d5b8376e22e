extension Graph {
  /// Longer operands are called by their shape alone.
  private static let quotedLength = 40

  /// An operand in a message: `'W @ x'`, or `an operand` where it is long.
  func described(_ node: Node) -> String {
    guard isPrintable(node) else { return "an operand" }
    let text = NodeText(self).text(of: node)
    return text.count <= Graph.quotedLength ? "'\(text)'" : "an operand"
  }

  /// `3×4`, `n×2` with the names of symbolic sizes, `scalar` for a number.
  public func text(of shape: Shape) -> String {
    guard !shape.isScalar else { return "scalar" }
    return shape.extents.map { extent in
      switch extent {
      case .known(let size): String(size)
      case .symbolic(let node): NodeText(self).text(of: node)
      }
    }.joined(separator: "×")
  }

  /// Two operands whose shapes do not go together.
  func shapes(_ operation: String, _ left: Node, _ right: Node) -> Failure {
    let (a, b) = (shape(of: left), shape(of: right))
    let hint: String? =
      a.rank == 2 && b.rank == 1 && a.extents[1] == b.extents[0]
      ? "a vector goes to every column; write outer(ones(m), b) to have it in every row" : nil
    return Failure(
      "shape-mismatch",
      "the shapes of \(described(left)) (\(text(of: a))) and \(described(right)) (\(text(of: b))) do not fit under '\(operation)'",
      hint: hint)
  }

  /// Two factors of a matrix product whose inner sizes differ.
  func innerSizes(_ left: Node, _ right: Node) -> Failure {
    let (a, b) = (shape(of: left), shape(of: right))
    let hint =
      a == b && a.rank == 1
      ? "write dot(a, b) for the inner product"
      : "the columns of the left must be as many as the rows of the right"
    return Failure(
      "shape-mismatch",
      "cannot multiply \(described(left)) (\(text(of: a))) by \(described(right)) (\(text(of: b))): the inner sizes differ",
      hint: hint)
  }
}
