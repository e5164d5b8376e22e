/// The singular value decomposition A = U diag(s) Vᵀ of a matrix of doubles.
///
/// One-sided Jacobi: columns are rotated against each other until they are orthogonal; their lengths
/// are the singular values, to full relative accuracy.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., section 8.6.3.
public struct SingularValues: Hashable, Sendable {
  /// Descending, as many as the shorter side.
  public let values: [Double]
  /// [rows, values], row by row; orthonormal columns.
  public let left: [Double]
  /// [columns, values], row by row; orthonormal columns.
  public let right: [Double]

  /// Decomposes a matrix given row by row.
  ///
  /// - Parameters:
  ///   - matrix: rows × columns entries, with at least as many rows as columns.
  ///   - m: The number of rows.
  ///   - n: The number of columns.
  public init(_ matrix: [Double], rows m: Int, columns n: Int) {
    precondition(m >= n && matrix.count == m * n, "a tall matrix is wanted")
    var a = matrix
    var v = [Double](repeating: 0, count: n * n)
    for i in 0..<n { v[i * n + i] = 1 }
    for _ in 0..<60 {
      var isDone = true
      for p in 0..<n {
        for q in stride(from: p + 1, to: n, by: 1) {
          let (alpha, beta, gamma) = SingularValues.products(a, m, n, p, q)
          guard gamma.magnitude > 1e-15 * (alpha * beta).squareRoot() else { continue }
          isDone = false
          let zeta = (beta - alpha) / (2 * gamma)
          let t = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
          let c = 1 / (1 + t * t).squareRoot()
          SingularValues.rotate(&a, m, n, p, q, c, c * t)
          SingularValues.rotate(&v, n, n, p, q, c, c * t)
        }
      }
      if isDone { break }
    }
    let lengths = (0..<n).map { SingularValues.products(a, m, n, $0, $0).0.squareRoot() }
    let order = (0..<n).sorted { lengths[$0] > lengths[$1] }
    values = order.map { lengths[$0] }
    right = (0..<n).flatMap { row in order.map { v[row * n + $0] } }
    let largest = lengths.max() ?? 0
    var columns: [[Double]] = []
    for place in order {
      let length = lengths[place]
      columns.append(
        // Below that, the direction is rounding alone.
        length > 1e-14 * largest
          ? (0..<m).map { a[$0 * n + place] / length }
          : SingularValues.complement(of: columns, size: m))
    }
    left = (0..<m).flatMap { row in columns.map { $0[row] } }
  }

  /// A unit vector at right angles to orthonormal ones, of which there are fewer than `size`.
  private static func complement(of others: [[Double]], size: Int) -> [Double] {
    var best: (length: Double, vector: [Double]) = (0, [Double](repeating: 0, count: size))
    for axis in 0..<size {
      var rest = (0..<size).map { $0 == axis ? 1.0 : 0 }
      // Twice, since one pass leaves rounding behind.
      for _ in 0..<2 {
        for other in others {
          let share = zip(rest, other).reduce(0) { $0 + $1.0 * $1.1 }
          rest = zip(rest, other).map { $0 - share * $1 }
        }
      }
      let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > best.length { best = (length, rest.map { $0 / length }) }
    }
    return best.vector
  }

  /// The inner products of columns p and p, q and q, p and q.
  private static func products(
    _ a: [Double], _ m: Int, _ n: Int, _ p: Int, _ q: Int
  ) -> (Double, Double, Double) {
    var sums = (0.0, 0.0, 0.0)
    for k in 0..<m {
      let (x, y) = (a[k * n + p], a[k * n + q])
      sums = (sums.0 + x * x, sums.1 + y * y, sums.2 + x * y)
    }
    return sums
  }

  private static func rotate(
    _ a: inout [Double], _ m: Int, _ n: Int, _ p: Int, _ q: Int, _ c: Double, _ s: Double
  ) {
    for k in 0..<m {
      let (x, y) = (a[k * n + p], a[k * n + q])
      (a[k * n + p], a[k * n + q]) = (c * x - s * y, s * x + c * y)
    }
  }
}
