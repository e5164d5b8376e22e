extension Tensor {
  /// The sum of all entries from left to right; 0 of none.
  ///
  /// - Returns: Exact where all entries are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func sum(_ tensor: Tensor) throws(ArithmeticError) -> Real {
    switch tensor.storage {
    case .exact(let entries):
      var total = Rational.zero
      for entry in entries { total = try (total + entry).checked() }
      return .exact(total)
    case .approximate(let entries):
      return .approximate(entries.reduce(0, +))
    case .mixed(let entries):
      var total = Real.zero
      for entry in entries { total = try (total + entry).checked() }
      return total
    }
  }

  /// The product of all entries from left to right; 1 of none.
  ///
  /// - Returns: Exact where all entries are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func product(_ tensor: Tensor) throws(ArithmeticError) -> Real {
    var total = Real.one
    for entry in tensor.entries { total = try (total * entry).checked() }
    return total
  }

  /// The largest entry, a double if any entry is; the tensor must have entries.
  public static func max(_ tensor: Tensor) -> Real {
    precondition(tensor.count > 0, "no largest of no entries")
    return tensor.entries.dropFirst().reduce(tensor[flat: 0]) { Real.max($0, $1) }
  }

  /// The smallest entry, a double if any entry is; the tensor must have entries.
  public static func min(_ tensor: Tensor) -> Real {
    precondition(tensor.count > 0, "no smallest of no entries")
    return tensor.entries.dropFirst().reduce(tensor[flat: 0]) { Real.min($0, $1) }
  }

  /// The row-major position, from 1, of the first largest entry; the tensor must have entries.
  ///
  /// The first not-a-number counts as largest, as in PyTorch.
  public static func argmax(_ tensor: Tensor) -> Int {
    first(of: tensor) { $1 < $0 }
  }

  /// The row-major position, from 1, of the first smallest entry; the tensor must have entries.
  ///
  /// The first not-a-number counts as smallest, as in PyTorch.
  public static func argmin(_ tensor: Tensor) -> Int {
    first(of: tensor) { $0 < $1 }
  }

  private static func first(of tensor: Tensor, _ isBetter: (Real, Real) -> Bool) -> Int {
    precondition(tensor.count > 0, "no largest or smallest of no entries")
    let entries = tensor.entries
    if let undefined = entries.firstIndex(where: \.isNaN) { return undefined + 1 }
    return entries.indices.dropFirst().reduce(0) { isBetter(entries[$1], entries[$0]) ? $1 : $0 }
      + 1
  }

  /// A reduction of every row: [n, m] to [n], and the last extent of any tensor.
  ///
  /// - Returns: The tensor without its last extent.
  /// - Throws: What `reduction` throws.
  public static func rows(
    _ tensor: Tensor, _ reduction: (Tensor) throws(ArithmeticError) -> Real
  ) throws(ArithmeticError) -> Tensor {
    guard let size = tensor.shape.last else { return Tensor(scalar: try reduction(tensor)) }
    let shape = [Int](tensor.shape.dropLast())
    let matrix = tensor.reshaped([shape.reduce(1, *), size])
    var result: [Real] = []
    for index in 0..<matrix.shape[0] { result.append(try reduction(matrix.row(index))) }
    return Tensor(shape: shape, entries: result)
  }

  /// The sum of a matrix's diagonal.
  ///
  /// - Returns: Exact where the diagonal is.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func trace(_ matrix: Tensor) throws(ArithmeticError) -> Real {
    try sum(diagonal(matrix))
  }
}
