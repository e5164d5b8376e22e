extension Operation {
  /// Whether its operands stand one behind the other in brackets.
  public var isList: Bool { isOneOf(.stack, .list) }

  /// Whether it is one of two or three operations.
  @inlinable public func isOneOf(
    _ first: Operation, _ second: Operation, _ third: Operation? = nil
  ) -> Bool {
    self == first || self == second || third.map { self == $0 } ?? false
  }

  /// Whether it is a number or tensor, or a sign, fraction bar or bracket around such.
  public var isWrittenNumber: Bool {
    switch self {
    case .number, .constant, .negate, .divide, .stack: true
    case .truth, .text, .name, .add, .subtract, .multiply, .power, .elementwise, .larger, .smaller,
      .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant,
      .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .concatenate, .index, .slice,
      .compare, .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list,
      .record, .field, .names:
      false
    }
  }
}
