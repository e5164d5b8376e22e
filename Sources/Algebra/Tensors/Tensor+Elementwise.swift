extension Tensor {
  /// The tensor of the same shape with `transform` of every entry.
  public func map(
    _ transform: (Real) throws(ArithmeticError) -> Real
  ) throws(ArithmeticError)
    -> Tensor
  {
    var result: [Real] = []
    result.reserveCapacity(count)
    for position in 0..<count { result.append(try transform(self[flat: position])) }
    return Tensor(shape: shape, entries: result)
  }

  /// The function of every entry.
  ///
  /// - Returns: Each entry as ``ElementaryFunction/apply(_:)`` has it.
  /// - Throws: ``ArithmeticError/domain(_:)`` for logarithms and roots outside their domain.
  public static func apply(
    _ function: ElementaryFunction, to tensor: Tensor
  ) throws(ArithmeticError) -> Tensor {
    if case .approximate(let entries) = tensor.storage, function.staysApproximate {
      return Tensor(shape: tensor.shape, approximate: entries.map { function.double($0) + 0 })
    }
    return try tensor.map { x throws(ArithmeticError) in try function.apply(x) }
  }

  /// The tensor of `transform` of both tensors' entries, where a rank-0 tensor meets every entry
  /// of the other; else the shapes must be equal.
  public static func zip(
    _ left: Tensor, _ right: Tensor,
    _ transform: (Real, Real) throws(ArithmeticError) -> Real
  ) throws(ArithmeticError) -> Tensor {
    let shape = commonShape(left, right)
    let count = Swift.max(left.count, right.count)
    var result: [Real] = []
    result.reserveCapacity(count)
    for position in 0..<(left.count == 0 || right.count == 0 ? 0 : count) {
      result.append(
        try transform(
          left[flat: left.rank == 0 ? 0 : position], right[flat: right.rank == 0 ? 0 : position]))
    }
    return Tensor(shape: shape, entries: result)
  }

  /// The entrywise sum; equal shapes, or one of rank 0.
  ///
  /// - Returns: The sum, each entry exact where both are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func add(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    if let fast = doubles(left, right, { $0 + $1 }) { return fast }
    if let exact = try exact(left, right, { $0 + $1 }) { return exact }
    return try zip(left, right) { a, b throws(ArithmeticError) in try (a + b).checked() }
  }

  /// The entrywise difference; equal shapes, or one of rank 0.
  ///
  /// - Returns: The difference, each entry exact where both are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func subtract(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    if let fast = doubles(left, right, { $0 - $1 }) { return fast }
    if let exact = try exact(left, right, { $0 - $1 }) { return exact }
    return try zip(left, right) { a, b throws(ArithmeticError) in try (a - b).checked() }
  }

  /// The entrywise product; equal shapes, or one of rank 0.
  ///
  /// - Returns: The product, each entry exact where both are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func multiply(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    if let fast = doubles(left, right, { $0 * $1 + 0 }) { return fast }
    if let exact = try exact(left, right, { $0 * $1 }) { return exact }
    return try zip(left, right) { a, b throws(ArithmeticError) in try (a * b).checked() }
  }

  /// The entrywise quotient; equal shapes, or one of rank 0.
  ///
  /// - Returns: The quotient, each entry exact where both are.
  /// - Throws: ``ArithmeticError/divisionByZero``, ``ArithmeticError/tooLarge(digits:)``.
  public static func divide(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    if case .approximate(let divisors) = right.storage, !divisors.contains(0),
      let fast = doubles(left, right, { $0 / $1 + 0 })
    {
      return fast
    }
    return try zip(left, right) { a, b throws(ArithmeticError) in try a.divided(by: b) }
  }

  /// The entrywise power; equal shapes, or one of rank 0.
  ///
  /// - Returns: The power, each entry as ``Real/power(_:)``.
  /// - Throws: What ``Real/power(_:)`` throws.
  public static func power(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    try zip(left, right) { a, b throws(ArithmeticError) in try a.power(b) }
  }

  /// Minus every entry.
  public static func negate(_ tensor: Tensor) -> Tensor {
    switch tensor.storage {
    case .exact(let entries): Tensor(shape: tensor.shape, exact: entries.map { -$0 })
    case .approximate(let entries): Tensor(shape: tensor.shape, approximate: entries.map { 0 - $0 })
    case .mixed(let entries): Tensor(shape: tensor.shape, entries: entries.map { -$0 })
    }
  }

  private static func commonShape(_ left: Tensor, _ right: Tensor) -> [Int] {
    precondition(
      left.shape == right.shape || left.rank == 0 || right.rank == 0,
      "the shapes \(left.shape) and \(right.shape) differ and neither is a scalar")
    return left.rank == 0 ? right.shape : left.shape
  }

  /// The operation on two exact tensors of one shape; `nil` for all others.
  private static func exact(
    _ left: Tensor, _ right: Tensor, _ operation: (Rational, Rational) -> Rational
  ) throws(ArithmeticError) -> Tensor? {
    guard left.shape == right.shape, case .exact(let a) = left.storage,
      case .exact(let b) = right.storage
    else { return nil }
    var result: [Rational] = []
    result.reserveCapacity(a.count)
    for position in a.indices { result.append(try operation(a[position], b[position]).checked()) }
    return Tensor(shape: left.shape, exact: result)
  }

  /// The operation on contiguous doubles; `nil` when neither side is all doubles or one is exact
  /// and not a scalar.
  private static func doubles(
    _ left: Tensor, _ right: Tensor, _ operation: (Double, Double) -> Double
  ) -> Tensor? {
    let shape = commonShape(left, right)
    if left.shape == right.shape {
      guard case .approximate(let a) = left.storage, case .approximate(let b) = right.storage
      else { return nil }
      return Tensor(
        shape: shape, approximate: Swift.zip(a, b).map { operation($0, $1) })
    }
    if left.rank == 0, case .approximate(let b) = right.storage {
      let a = left[flat: 0].double
      return Tensor(shape: shape, approximate: b.map { operation(a, $0) })
    }
    if right.rank == 0, case .approximate(let a) = left.storage {
      let b = right[flat: 0].double
      return Tensor(shape: shape, approximate: a.map { operation($0, b) })
    }
    return nil
  }
}
