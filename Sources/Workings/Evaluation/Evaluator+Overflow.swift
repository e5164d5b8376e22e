public import Algebra

extension Evaluator {
  /// Why a value below a node is beyond the doubles; nil where a table's entry is, as in a run
  /// that diverges.
  ///
  /// - Parameter root: A node whose value is not finite.
  /// - Returns: The first operation on finite numbers that has no finite value.
  public func overflow(below root: Node) -> Failure? {
    let order = graph.postorder(from: [root]) { node in
      if case .name(let id) = graph.operation(of: node) {
        return graph.definition(of: id).map { [$0] } ?? []
      }
      if let formula = try? formula(of: node) { return [formula] }
      return graph.operands(of: node)
    }
    for node in order {
      guard let value = try? value(of: node), !value.isFinite else { continue }
      switch graph.operation(of: node) {
      case .field, .index, .slice, .call, .name, .number, .constant: return nil
      case .truth, .text, .add, .subtract, .multiply, .divide, .power, .negate, .elementwise,
        .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal,
        .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack,
        .concatenate, .compare, .and, .or, .not, .choose, .over, .opaque, .apply, .sample,
        .interval, .list, .record, .names:
        break
      }
      let text = text(of: node)
      return Failure(
        "beyond-doubles",
        value.isUndefined
          ? "'\(text)' has no value: an operand is beyond the largest double"
          : "'\(text)' is beyond the largest double, about 1.8·10^308", at: node)
    }
    return nil
  }
}

extension Value {
  /// Whether no number or entry of a tensor is infinite or undefined.
  public var isFinite: Bool {
    switch self {
    case .number(let number): number.isExact || number.double.isFinite
    case .tensor(let tensor):
      tensor.entries.allSatisfy { $0.isExact || $0.double.isFinite }
    case .truth, .text, .expression, .interval, .sample, .dataSet, .record, .list, .function,
      .trace, .network, .figure, .listing, .names:
      true
    }
  }

  fileprivate var isUndefined: Bool {
    numbers?.doubles.contains { $0.isNaN } ?? false
  }
}
