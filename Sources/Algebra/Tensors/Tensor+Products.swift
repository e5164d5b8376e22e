extension Tensor {
  /// The matrix product: [n, k]·[k, m] gives [n, m], [n, k]·[k] gives [n], [k]·[k, m] gives [m],
  /// [k]·[k] the inner product of shape [].
  ///
  /// Each entry is summed from left to right.
  ///
  /// - Returns: Exact entries where the row and the column are exact, doubles elsewhere.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func matrixProduct(
    _ left: Tensor, _ right: Tensor
  ) throws(ArithmeticError) -> Tensor {
    precondition(
      (1...2).contains(left.rank) && (1...2).contains(right.rank)
        && left.shape[left.rank - 1] == right.shape[0],
      "no matrix product of \(left.shape) and \(right.shape)")
    let inner = right.shape[0]
    let rows = left.rank == 2 ? left.shape[0] : 1
    let columns = right.rank == 2 ? right.shape[1] : 1
    let shape = [Int](left.shape.dropLast()) + [Int](right.shape.dropFirst())
    switch (left.storage, right.storage) {
    case (.exact(let a), .exact(let b)):
      return Tensor(
        shape: shape, exact: try exactProduct(a, b, rows: rows, inner: inner, columns: columns))
    case (.mixed, _), (_, .mixed):
      return Tensor(
        shape: shape,
        entries: try mixedProduct(
          left.entries, right.entries, rows: rows, inner: inner, columns: columns))
    case (.approximate, _), (_, .approximate):
      return Tensor(
        shape: shape,
        approximate: doubleProduct(
          left.doubles, right.doubles, rows: rows, inner: inner, columns: columns))
    }
  }

  /// The inner product Σ aᵢ·bᵢ of two vectors of the same length, summed from left to right.
  ///
  /// - Returns: Exact where both are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func inner(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Real {
    precondition(
      left.rank == 1 && left.shape == right.shape,
      "no inner product of \(left.shape) and \(right.shape)")
    return try matrixProduct(left, right)[flat: 0]
  }

  /// The outer product aᵢ·bⱼ of two vectors: [n] and [m] give [n, m].
  ///
  /// - Returns: Exact where both are.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func outer(_ left: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    precondition(
      left.rank == 1 && right.rank == 1, "no outer product of \(left.shape) and \(right.shape)")
    return try matrixProduct(left.reshaped([left.count, 1]), right.reshaped([1, right.count]))
  }

  /// Row by row, each row of the result as a sum of rows of `b`: the inner loop runs over
  /// contiguous doubles.
  private static func doubleProduct(
    _ a: [Double], _ b: [Double], rows: Int, inner: Int, columns: Int
  ) -> [Double] {
    if columns == 1 {
      return (0..<rows).map { row in
        (0..<inner).reduce(0) { $0 + a[row * inner + $1] * b[$1] }
      }
    }
    precondition(a.count == rows * inner && b.count == inner * columns, "the sizes do not fit")
    var result = [Double](repeating: 0, count: rows * columns)
    unsafe result.withUnsafeMutableBufferPointer { sums in
      unsafe b.withUnsafeBufferPointer { b in
        for i in 0..<rows {
          let row = i &* columns
          // Four rows of b at a time: a sum is loaded and stored once for four terms.
          for k in stride(from: 0, to: inner &- inner % 4, by: 4) {
            let (p, q) = (a[i &* inner &+ k], a[i &* inner &+ k &+ 1])
            let (r, s) = (a[i &* inner &+ k &+ 2], a[i &* inner &+ k &+ 3])
            let (x, y) = (k &* columns, (k &+ 1) &* columns)
            let (z, w) = ((k &+ 2) &* columns, (k &+ 3) &* columns)
            for j in 0..<columns {
              var sum = unsafe sums[row &+ j] + p * b[x &+ j]
              sum = unsafe sum + q * b[y &+ j]
              sum = unsafe sum + r * b[z &+ j]
              unsafe sums[row &+ j] = unsafe sum + s * b[w &+ j]
            }
          }
          for k in inner &- inner % 4..<inner {
            let factor = a[i &* inner &+ k]
            for j in 0..<columns {
              unsafe sums[row &+ j] += factor * b[k &* columns &+ j]
            }
          }
        }
      }
    }
    return result
  }

  private static func exactProduct(
    _ a: [Rational], _ b: [Rational], rows: Int, inner: Int, columns: Int
  ) throws(ArithmeticError) -> [Rational] {
    var result = [Rational](repeating: .zero, count: rows * columns)
    for i in 0..<rows {
      for k in 0..<inner {
        let factor = a[i * inner + k]
        if factor.isZero { continue }
        for j in 0..<columns {
          let sum = result[i * columns + j] + factor * b[k * columns + j]
          result[i * columns + j] = try sum.checked()
        }
      }
    }
    return result
  }

  private static func mixedProduct(
    _ a: [Real], _ b: [Real], rows: Int, inner: Int, columns: Int
  ) throws(ArithmeticError) -> [Real] {
    var result = [Real](repeating: .zero, count: rows * columns)
    for i in 0..<rows {
      for k in 0..<inner {
        let factor = a[i * inner + k]
        for j in 0..<columns {
          let sum = result[i * columns + j] + factor * b[k * columns + j]
          result[i * columns + j] = try sum.checked()
        }
      }
    }
    return result
  }
}
