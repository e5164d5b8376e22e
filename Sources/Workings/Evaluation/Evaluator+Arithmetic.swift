import Algebra

extension Evaluator {
  /// The most entries of a tensor that holds values.
  public static var entryLimit: Int { 1_000_000 }

  /// Arithmetic on numbers and tensors; on anything symbolic the operation stays.
  func arithmetic(_ operation: Operation, _ node: Node) throws(Failure) -> Value {
    let operandNodes = graph.operands(of: node)
    if let number = try number(operation, node, operandNodes) { return .number(number) }
    if let fitted = try fitted(node) { return try value(of: fitted) }
    var operands: [Tensor] = []
    operands.reserveCapacity(operandNodes.count)
    var isSymbolic = false
    for operand in operandNodes {
      switch try value(of: operand) {
      case .number(let number): operands.append(Tensor(scalar: number))
      case .tensor(let tensor): operands.append(tensor)
      case .expression: isSymbolic = true
      case let other: throw .noNumber(other, text: text(of: operand))
      }
    }
    // A number spread to a size without value is as symbolic as the size.
    if isSymbolic || graph.shape(of: node).known == nil { return try rebuilt(node) }
    try checkSize(of: node)
    try checkShapes(operation, operands, node)
    do {
      let result = try apply(operation, operands, node)
      try work.charge(result.count)
      return result.rank == 0 ? .number(result[flat: 0]) : .tensor(result)
    } catch let error as ArithmeticError {
      throw failure(error, at: node)
    } catch let error as Failure {
      throw error
    } catch {
      throw .workLimit
    }
  }

  /// The number that an operation on one or two numbers gives; nil for everything else.
  private func number(
    _ operation: Operation, _ node: Node, _ operands: [Node]
  ) throws(Failure) -> Real? {
    guard operands.count <= 2, let first = operands.first, let last = operands.last,
      case .number(let x) = try value(of: first), case .number(let y) = try value(of: last),
      graph.shape(of: node).isScalar
    else { return nil }
    let result: Real?
    do throws(ArithmeticError) {
      result = try Evaluator.number(operation, x, y)
    } catch {
      throw failure(error, at: node)
    }
    if result != nil { try work.charge(1) }
    return result
  }

  private static func number(
    _ operation: Operation, _ x: Real, _ y: Real
  ) throws(ArithmeticError) -> Real? {
    switch operation {
    case .add: try (x + y).checked()
    case .subtract: try (x - y).checked()
    case .multiply: try (x * y).checked()
    case .divide: try x.divided(by: y)
    case .power: try x.power(y)
    case .negate: -x
    case .elementwise(let function): try function.apply(x)
    case .larger: y > x ? y : x
    case .smaller: y < x ? y : x
    case .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant,
      .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .number, .constant, .truth, .text,
      .name, .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over,
      .opaque, .call, .apply, .sample, .interval, .list, .record, .field, .names:
      nil
    }
  }

  func checkSize(of node: Node) throws(Failure) {
    let shape = graph.shape(of: node)
    guard let known = shape.known else { return }
    guard let count = shape.count, count <= Evaluator.entryLimit else {
      throw .tooManyEntries(Shape(known), limit: Evaluator.entryLimit)
    }
  }

  func text(of node: Node) -> String {
    NodeText(graph).text(of: node)
  }

  private func apply(
    _ operation: Operation, _ x: [Tensor], _ node: Node
  ) throws -> Tensor {
    switch operation {
    case .add: return try Tensor.add(x[0], x[1])
    case .subtract: return try Tensor.subtract(x[0], x[1])
    case .multiply: return try Tensor.multiply(x[0], x[1])
    case .divide: return try Tensor.divide(x[0], x[1])
    case .power: return try Tensor.power(x[0], x[1])
    case .negate: return Tensor.negate(x[0])
    case .elementwise(let function):
      return try x[0].map { (real) throws(ArithmeticError) in try function.apply(real) }
    case .larger:
      return try Tensor.zip(x[0], x[1]) { (a, b) throws(ArithmeticError) in b > a ? b : a }
    case .smaller:
      return try Tensor.zip(x[0], x[1]) { (a, b) throws(ArithmeticError) in b < a ? b : a }
    case .spread: return try spread(x[0], to: node)
    case .matrixProduct: return try product(x[0], x[1], shape: graph.shape(of: node))
    case .inner:
      let count = x[0].count
      return Tensor(scalar: try Tensor.inner(x[0].reshaped([count]), x[1].reshaped([count])))
    case .outer: return try Tensor.outer(x[0], x[1])
    case .transpose: return Tensor.transpose(x[0])
    case .diagonal: return Tensor.diagonal(x[0])
    case .inverse: return try Tensor.inverse(x[0])
    case .determinant: return Tensor(scalar: try Tensor.determinant(x[0]))
    case .trace: return Tensor(scalar: try Tensor.trace(x[0]))
    case .rank: return Tensor(scalar: Real(try Tensor.matrixRank(x[0])))
    case .softmax: return try Tensor.softmax(x[0])
    case .logSoftmax: return try Tensor.logSoftmax(x[0])
    case .reduce(let reduction): return Tensor(scalar: try reduce(reduction, x[0]))
    case .reshape: return x[0].reshaped(graph.shape(of: node).known ?? x[0].shape)
    case .number, .constant, .truth, .text, .name, .stack, .concatenate, .index, .slice, .compare,
      .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list, .record,
      .field, .names:
      throw Failure.noCall(text(of: node))
    }
  }

  private func spread(_ x: Tensor, to node: Node) throws(Failure) -> Tensor {
    guard let shape = graph.shape(of: node).known else {
      throw .unknownSize(text(of: node))
    }
    if x.rank == 0 { return Tensor.filled(shape, with: x[flat: 0]) }
    return Tensor.columnSpread(x, columns: shape.last ?? 1)
  }

  private func product(_ a: Tensor, _ b: Tensor, shape: Shape) throws(ArithmeticError) -> Tensor {
    let left = a.rank == 1 ? a.reshaped([a.count, 1]) : a
    let result = try Tensor.matrixProduct(left, b)
    return shape.isScalar ? Tensor(scalar: result[flat: 0]) : result
  }

  private func reduce(_ reduction: Reduction, _ x: Tensor) throws -> Real {
    guard x.count > 0 || reduction == .sum || reduction == .product else {
      throw Failure.emptyReduction(reduction.rawValue)
    }
    switch reduction {
    case .sum: return try Tensor.sum(x)
    case .product: return try Tensor.product(x)
    case .max: return Tensor.max(x)
    case .min: return Tensor.min(x)
    case .argmax: return Real(Tensor.argmax(x))
    case .argmin: return Real(Tensor.argmin(x))
    }
  }

  /// An arithmetic error in words that quote what the author wrote.
  func failure(_ error: ArithmeticError, at node: Node) -> Failure {
    let operands = graph.operands(of: node)
    let whole = text(of: node)
    let last = operands.last.map { text(of: $0) } ?? whole
    switch error {
    case .divisionByZero:
      if case .power = graph.operation(of: node), let first = operands.first {
        return Failure(
          "division-by-zero", "division by zero: '\(text(of: first))' is 0 in '\(whole)'", at: node,
          hint: graph.matrixPowerHint(node))
      }
      return Failure("division-by-zero", "division by zero: '\(last)' is 0 in '\(whole)'", at: node)
    case .tooLarge(let digits):
      return Failure(
        "number-too-large",
        "'\(whole)' is too large: about \(digits) digits, and the limit is \(Limits.digits)",
        at: node)
    case .domain(let domain): return domainFailure(domain, whole, last, at: node)
    case .singular:
      return Failure(
        "singular-matrix", "'\(last)' is singular: it has no inverse", at: node)
    }
  }

  private func domainFailure(
    _ domain: ArithmeticError.Domain, _ whole: String, _ operand: String, at node: Node
  ) -> Failure {
    switch domain {
    case .logarithmOfZero:
      Failure(
        "log-of-zero", "logarithm of zero: '\(operand)' is 0 in '\(whole)'", at: node,
        hint: "give the convention log0: to say what log(0) stands for")
    case .logarithmOfNegative:
      Failure(
        "log-of-negative", "logarithm of a negative number: '\(operand)' in '\(whole)'", at: node)
    case .rootOfNegative:
      Failure(
        "root-of-negative", "square root of a negative number: '\(operand)' in '\(whole)'",
        at: node)
    case .fractionalPowerOfNegative:
      Failure(
        "root-of-negative", "'\(whole)' takes a negative number to a power that is not whole",
        at: node)
    }
  }
}

extension Failure {
  static func noNumber(_ value: Value, text: String) -> Failure {
    Failure("wrong-type", "'\(text)' is \(value.description), not a number")
  }

  static func tooManyEntries(_ shape: Shape, limit: Int) -> Failure {
    Failure(
      "tensor-too-large",
      "a tensor of the shape \(shape) is too large: the limit is \(limit) entries")
  }

  static func unknownSize(_ text: String) -> Failure {
    Failure("unknown-size", "the size of '\(text)' is a symbol without a value")
  }

  static func emptyReduction(_ name: String) -> Failure {
    Failure("empty", "'\(name)' of nothing has no value")
  }
}
