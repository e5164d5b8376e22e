import Algebra

/// Powers of matrices, which go entry by entry and are read as matrix products.
extension Graph {
  /// What a power of a square matrix that the author wrote is not: `inverse(A)`, `A @ A`.
  ///
  /// - Returns: The call that gives it, and what it is called; nil for all other nodes.
  func matrixPower(_ node: Node) -> (call: String, words: String)? {
    guard case .power = operation(of: node), let base = operands(of: node).first,
      repeated(by: base) == nil, let exponent = operands(of: node).last
    else { return nil }
    let extents = shape(of: base).extents
    guard extents.count == 2, extents[0] == extents[1], let whole = writtenExponent(exponent)
    else { return nil }
    let text = NodeText(self).text(of: base)
    let name = text.utf8.count <= 12 ? text : "A"
    if whole == -1 { return ("inverse(\(name))", "matrix inverse") }
    let isAtom = name.utf8.allSatisfy {
      $0 > 0x7F || $0 == 0x5F || $0 == 0x27 || $0 > 0x2F && $0 < 0x3A
        || $0 | 0x20 > 0x60 && $0 | 0x20 < 0x7B
    }
    let factor = isAtom ? name : "(\(name))"
    if whole >= 2 { return ("\(factor) @ \(factor)", "matrix product") }
    return nil
  }

  /// The whole number of an exponent that the author wrote.
  private func writtenExponent(_ node: Node) -> Int? {
    let node = repeated(by: node) ?? node
    switch operation(of: node) {
    case .number(let literal) where !literal.written.isEmpty:
      return literal.value.exactValue?.integer
    case .negate: return writtenExponent(operands(of: node)[0]).map { -$0 }
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque,
      .call, .apply, .sample, .interval, .list, .record, .field, .names:
      return nil
    }
  }

  /// What to write instead of a power of a matrix that has no value entry by entry.
  func matrixPowerHint(_ node: Node) -> String? {
    matrixPower(node).map {
      "powers of a matrix go entry by entry; write \($0.call) for the \($0.words)"
    }
  }
}
