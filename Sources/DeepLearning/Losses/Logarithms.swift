import Algebra
import Workings

/// The terms y·log(q) of cross-entropies, with 0·log(0) = 0 and the convention for log(0).
struct Logarithms {
  private let call: CallContext

  init(_ call: CallContext) {
    self.call = call
  }

  /// weight · log(operand); nil where the weight is zero throughout.
  ///
  /// Where `log0:` is given, log(0) is that number, with slope 0 there. Entries whose weight is 0
  /// and whose operand is 0 count 0.
  func term(weight: Node, of operand: Node) throws(Failure) -> Node? {
    let graph = call.graph
    let weights = try? call.evaluator.value(of: weight)
    let values = try? call.evaluator.value(of: operand)
    if let zero = call.operand("log0"), values?.isExpression ?? false {
      return try graph.multiply(weight, try graph.logarithm(of: operand, atZero: zero))
    }
    guard let weights, let values, hasZero(values) else { return try product(weight, operand) }
    if isZero(weights) { return nil }
    if call.operand("log0") == nil, !isZeroWhereNeeded(weights, values) {
      return try product(weight, operand)
    }
    let zero = call.operand("log0") ?? graph.number(0)
    return try graph.multiply(weight, try graph.logarithm(of: operand, atZero: zero))
  }

  private func product(_ weight: Node, _ operand: Node) throws(Failure) -> Node {
    try call.graph.multiply(weight, try call.graph.apply(.log, to: operand))
  }

  private func hasZero(_ value: Value) -> Bool {
    value.numbers?.entries.contains { $0.isZero } ?? false
  }

  private func isZero(_ value: Value) -> Bool {
    if case .number(let number) = value { return number.isZero }
    return false
  }

  /// Whether every entry with log(0) has the weight 0.
  private func isZeroWhereNeeded(_ weights: Value, _ values: Value) -> Bool {
    guard case .tensor(let w) = weights, case .tensor(let v) = values, w.count == v.count else {
      return false
    }
    return (0..<v.count).allSatisfy { !v[flat: $0].isZero || w[flat: $0].isZero }
  }
}

extension Graph {
  /// log(x) where x is not 0, and `zero` with slope 0 where it is.
  func logarithm(of x: Node, atZero zero: Node) throws(Failure) -> Node {
    let isNonzero = try compare(.unequal, x, number(0), byEntries: true)
    let safe = try choose(isNonzero, x, number(1))
    return try choose(isNonzero, try apply(.log, to: safe), zero)
  }

  /// The sum of two terms either of which may be missing.
  func total(_ left: Node?, _ right: Node?) throws(Failure) -> Node? {
    guard let left else { return right }
    guard let right else { return left }
    return try add(left, right)
  }
}

extension CallContext {
  /// (a - b)², entry by entry.
  func squaredDifference(_ a: String, _ b: String) throws(Failure) -> Node {
    let difference = try graph.subtract(try numbers(a), try numbers(b))
    return try graph.power(difference, graph.number(2))
  }

  /// Several terms summed or averaged as `reduction:` says; one term stays.
  func reduced(_ terms: Node) throws(Failure) -> Node {
    guard !graph.shape(of: terms).isScalar else { return terms }
    let sum = try graph.reduce(.sum, terms)
    guard try text("reduction") == "mean" else { return sum }
    let count = try graph.count(of: graph.shape(of: terms))
    return try graph.multiply(try graph.divide(graph.number(1), count), sum)
  }

  /// A total over the rows of a matrix, averaged over them as `reduction:` says.
  func averagedOverRows(_ total: Node, _ shape: Shape) throws(Failure) -> Node {
    guard shape.rank == 2, try text("reduction") == "mean" else { return total }
    return try graph.divide(total, try graph.count(of: Shape([shape.extents[0]])))
  }
}
