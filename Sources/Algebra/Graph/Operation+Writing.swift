extension Operation {
  /// Whether its operands stand one behind the other in brackets.
  public var isList: Bool { isOneOf(.stack, .list) }

  /// Whether it is one of two or three operations.
  @inlinable public func isOneOf(
    _ first: Operation, _ second: Operation, _ third: Operation? = nil
  ) -> Bool {
    self == first || self == second || third.map { self == $0 } ?? false
  }

  /// What a name runs through: the name and its range, as `x in 0...1` hands them over.
  public static let range = Operation.record(["bound", "domain"])

  /// Whether it is a part of its first operand.
  public var isPart: Bool {
    switch self {
    case .index, .slice, .field: true
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .compare, .and, .or, .not, .choose, .over, .opaque, .call, .apply,
      .sample, .interval, .list, .record, .names:
      false
    }
  }

  /// Whether it works entry by entry on operands of one shape, so that one of them tells the others'.
  public var isEntrywise: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .power, .larger, .smaller, .compare, .choose: true
    case .number, .constant, .truth, .text, .name, .negate, .elementwise, .spread, .matrixProduct,
      .inner, .outer, .transpose, .diagonal, .inverse, .determinant, .trace, .rank, .softmax,
      .logSoftmax, .reduce, .reshape, .stack, .concatenate, .index, .slice, .and, .or, .not, .over,
      .opaque, .call, .apply, .sample, .interval, .list, .record, .field, .names:
      false
    }
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
