public import Algebra

extension Graph {
  /// Whether a node is the name π: a double that nobody wrote, named before any block.
  public func isCircleConstant(_ node: Node) -> Bool {
    guard case .name(let id) = operation(of: node), let definition = definition(of: id),
      case .number(let literal) = operation(of: definition), literal.written.isEmpty
    else { return false }
    return literal.value == .approximate(.pi)
  }
}

/// Sine, cosine and tangent at multiples of π.
extension Evaluator {
  /// The exact value where it is 0, ±1/2 or ±1; nil elsewhere.
  ///
  /// - Throws: `out-of-range` for the tangent at its poles.
  func angleValue(_ function: ElementaryFunction, _ node: Node) throws(Failure) -> Value? {
    guard function == .sin || function == .cos || function == .tan,
      graph.shape(of: node).isScalar,
      let multiple = try multipleOfPi(graph.operands(of: node)[0], depth: 0)
    else { return nil }
    // From 0 to 2, in turns of π.
    let turn = multiple - (multiple / 2).floor * 2
    if function == .tan {
      let half = turn >= 1 ? turn - 1 : turn
      if half == Rational(1, 2) {
        throw Failure(
          "out-of-range", "'\(text(of: node))' is undefined: the tangent has a pole there", at: node
        )
      }
      if half.isZero { return .number(.zero) }
      if half == Rational(1, 4) { return .number(.one) }
      return half == Rational(3, 4) ? .number(Real(-1)) : nil
    }
    return Evaluator.sine(of: function == .sin ? turn : turn + Rational(1, 2)).map { .number($0) }
  }

  /// sin(π·turn) where it is a fraction (Niven's theorem leaves no others).
  private static func sine(of turn: Rational) -> Real? {
    let angle = turn >= 2 ? turn - 2 : turn
    let folded = angle >= 1 ? angle - 1 : angle
    let size: Real? =
      folded.isZero
      ? .zero
      : folded == Rational(1, 2)
        ? .one : folded == Rational(1, 6) || folded == Rational(5, 6) ? Real(1, 2) : nil
    return angle >= 1 ? size.map { -$0 } : size
  }

  /// The fraction that an expression is of π, as it is written; nil for other expressions.
  private func multipleOfPi(_ node: Node, depth: Int) throws(Failure) -> Rational? {
    guard depth < 64, graph.shape(of: node).isScalar else { return nil }
    if graph.isCircleConstant(node) { return .one }
    let operands = graph.operands(of: node)
    let operation = graph.operation(of: node)
    func inner(_ place: Int) throws(Failure) -> Rational? {
      try multipleOfPi(operands[place], depth: depth + 1)
    }
    func number(_ place: Int) throws(Failure) -> Rational? {
      guard case .number(let number) = try value(of: operands[place]) else { return nil }
      return number.rational
    }
    if case .name(let id) = operation {
      guard override(of: id) == nil, let definition = graph.definition(of: id) else {
        // A number put in: only 0 is a multiple.
        guard case .number(.exact(let number)) = try value(of: node) else { return nil }
        return number.isZero ? .zero : nil
      }
      return try multipleOfPi(definition, depth: depth + 1)
    }
    if case .number(let literal) = operation {
      return literal.value.rational.flatMap { $0.isZero ? .zero : nil }
    }
    if operation == .negate { return try inner(0).map { -$0 } }
    if case .apply = operation, !operands.isEmpty { return try inner(operands.count - 1) }
    guard operands.count == 2 else { return nil }
    if operation == .add || operation == .subtract {
      guard let left = try inner(0), let right = try inner(1) else { return nil }
      return operation == .add ? left + right : left - right
    }
    if operation == .multiply {
      if let left = try inner(0) { return try number(1).map { left * $0 } }
      if let right = try inner(1) { return try number(0).map { right * $0 } }
    }
    if operation == .divide, let above = try inner(0), let below = try number(1), !below.isZero {
      return above / below
    }
    return nil
  }
}
