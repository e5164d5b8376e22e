/// Jacobi's rotations of a symmetric matrix of doubles to a diagonal one.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., section 8.5 (cyclic by rows).
public struct JacobiRotation: Hashable, Sendable {
  /// The diagonal that is left, in no order.
  public let values: [Double]
  /// The eigenvectors as columns, row-major, in the order of the values.
  public let vectors: [Double]

  /// Rotates a symmetric n×n matrix, given row by row.
  public init(_ matrix: [Double], size n: Int) {
    var a = matrix
    var v = [Double](repeating: 0, count: n * n)
    for i in 0..<n { v[i * n + i] = 1 }
    for _ in 0..<60 {
      var rest = 0.0
      var whole = 0.0
      for i in 0..<n {
        for j in 0..<n {
          whole = max(whole, a[i * n + j].magnitude)
          if i != j { rest = max(rest, a[i * n + j].magnitude) }
        }
      }
      if rest <= 1e-18 * whole { break }
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) where a[p * n + q] != 0 {
          let theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q])
          let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            let (x, y) = (a[k * n + p], a[k * n + q])
            (a[k * n + p], a[k * n + q]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<n {
            let (x, y) = (a[p * n + k], a[q * n + k])
            (a[p * n + k], a[q * n + k]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<n {
            let (x, y) = (v[k * n + p], v[k * n + q])
            (v[k * n + p], v[k * n + q]) = (c * x - s * y, s * x + c * y)
          }
        }
      }
    }
    values = (0..<n).map { a[$0 * n + $0] }
    vectors = v
  }
}
