import Algebra

extension Graph {
  /// The digits behind the point that a number is written with (negative for `8100` rounded? no: 0); nil for what is no literal.
  func writtenPlaces(of node: Node) -> Int? {
    if operation(of: node) == .negate {
      return operands(of: node).first.flatMap { writtenPlaces(of: $0) }
    }
    guard case .number(let literal) = operation(of: node), !literal.written.isEmpty else {
      return nil
    }
    let parts = literal.written.lowercased().split(
      separator: "e", omittingEmptySubsequences: false)
    let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let behind = digits.count > 1 ? digits[1].count : 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return behind - exponent
  }

  /// The entries of a vector or matrix written out, row by row; empty for what is not.
  func entryLiterals(of node: Node) -> [Node] {
    guard case .stack = operation(of: node) else { return [] }
    return operands(of: node).flatMap { operand in
      if case .stack = operation(of: operand) { return entryLiterals(of: operand) }
      return [operand]
    }
  }
}
