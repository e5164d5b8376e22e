extension Tensor {
  /// exp(z) over its sum, along the entries of a vector or the rows of a matrix.
  ///
  /// The largest entry is subtracted first, so that no exponential overflows; softmax is the same for
  /// z and z − c. Exact where all entries of a row are equal exact numbers.
  ///
  /// - Parameter z: Shape [n] or [m, n].
  /// - Returns: The same shape; every row sums to 1.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func softmax(_ z: Tensor) throws(ArithmeticError) -> Tensor {
    try alongRows(z) { row, total throws(ArithmeticError) in
      try row.map { entry throws(ArithmeticError) in
        try ElementaryFunction.exp.apply(entry) / total
      }
    }
  }

  /// The logarithm of softmax, without forming small probabilities.
  ///
  /// - Parameter z: Shape [n] or [m, n].
  /// - Returns: z − max z − log Σ exp(z − max z), the same shape.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func logSoftmax(_ z: Tensor) throws(ArithmeticError) -> Tensor {
    try alongRows(z) { row, total throws(ArithmeticError) in
      let logarithm = try ElementaryFunction.log.apply(total)
      return row.map { $0 - logarithm }
    }
  }

  /// Each row after its largest entry is taken away, with the sum of its exponentials.
  private static func alongRows(
    _ z: Tensor, _ normalize: ([Real], Real) throws(ArithmeticError) -> [Real]
  ) throws(ArithmeticError) -> Tensor {
    let width = z.shape.last ?? 1
    guard width > 0 else { return z }
    var result: [Real] = []
    result.reserveCapacity(z.count)
    let entries = z.entries
    for start in stride(from: 0, to: entries.count, by: width) {
      let row = entries[start..<start + width]
      let largest = row.dropFirst().reduce(entries[start]) { Real.max($0, $1) }
      let shifted = row.map { $0 - largest }
      var total = Real.zero
      for entry in shifted { total = total + (try ElementaryFunction.exp.apply(entry)) }
      result += try normalize(shifted, total)
    }
    return Tensor(shape: z.shape, entries: result)
  }
}
