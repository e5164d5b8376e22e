/// Numbers that have no digits to be written with but a form: √2, log 2, π.
extension Graph {
  /// The most nodes of such a form.
  private static let constantNodes = 16
  /// The largest numerator and denominator in it.
  private static let constantLimit = Rational(999)

  /// Whether a node is a constant that says more than its rounded digits: roots, logarithms and powers
  /// of short numbers, π, and what is made of them.
  public func isConstant(_ node: Node) -> Bool { value(ofConstant: node) != nil }

  /// The value of such a constant; nil for all other nodes.
  public func value(ofConstant node: Node) -> Real? {
    var rest = Graph.constantNodes
    return value(ofConstant: node, &rest)
  }

  /// A node with doubles for its constants, where only numbers will do.
  public func withDigits(ofConstants root: Node) -> Node {
    rebuilding(root) { node in
      guard let value = value(ofConstant: node), !value.isExact else { return nil }
      return number(value)
    }
  }

  private func value(ofConstant node: Node, _ rest: inout Int) -> Real? {
    rest -= 1
    guard rest >= 0 else { return nil }
    let parts = operands(of: node)
    func part(_ place: Int, _ rest: inout Int) -> Real? {
      parts.indices.contains(place) ? value(ofConstant: parts[place], &rest) : nil
    }
    switch operation(of: node) {
    case .number(let literal):
      guard let value = literal.value.rational,
        Rational(value.magnitude.numerator) <= Graph.constantLimit,
        Rational(value.denominator) <= Graph.constantLimit
      else { return nil }
      return literal.value
    case .name(let id): return id == piQuantity ? .approximate(Double.pi) : nil
    case .negate: return part(0, &rest).map { -$0 }
    case .elementwise(let function):
      guard function == .sqrt || function == .log, let inner = part(0, &rest) else { return nil }
      return try? function.apply(inner)
    case .add, .subtract, .multiply, .divide, .power:
      guard let left = part(0, &rest), let right = part(1, &rest) else { return nil }
      return try? Graph.combined(operation(of: node), left, right)
    case .constant, .truth, .text, .larger, .smaller, .spread, .matrixProduct, .inner, .outer,
      .transpose, .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce,
      .reshape, .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over,
      .opaque, .call, .apply, .sample, .interval, .list, .record, .field, .names:
      return nil
    }
  }

  private static func combined(
    _ operation: Operation, _ left: Real, _ right: Real
  ) throws(ArithmeticError) -> Real? {
    if operation == .add { return left + right }
    if operation == .subtract { return left - right }
    if operation == .multiply { return left * right }
    return operation == .divide ? try left.divided(by: right) : try left.power(right)
  }

  /// π, by its name.
  public var pi: Node { name(piQuantity) }
}
