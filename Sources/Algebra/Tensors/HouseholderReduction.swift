/// A square matrix A = Q H Qᵀ of doubles by reflections: H has nothing below its first subdiagonal, and
/// is tridiagonal where A is symmetric.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 7.4.2 and 8.3.1.
struct HouseholderReduction {
  /// H, row by row.
  private(set) var reduced: [Double]
  /// Q, row by row.
  private(set) var vectors: [Double]
  private let size: Int

  /// Reduces an n×n matrix, given row by row.
  ///
  /// - Parameters:
  ///   - matrix: n² entries.
  ///   - n: The number of rows.
  ///   - keepsVectors: Whether Q is wanted; without, it stays the identity.
  init(_ matrix: [Double], size n: Int, keepsVectors: Bool) {
    reduced = matrix
    size = n
    vectors = [Double](repeating: 0, count: n * n)
    for i in 0..<n { vectors[i * n + i] = 1 }
    for k in stride(from: 0, to: n - 2, by: 1) {
      guard let direction = direction(below: k) else { continue }
      reflectRows(direction, from: k)
      Self.reflectColumns(&reduced, n, direction)
      if keepsVectors { Self.reflectColumns(&vectors, n, direction) }
      for i in (k + 2)..<n { reduced[i * n + k] = 0 }
    }
  }

  /// The unit vector v of the reflection I − 2vvᵀ that clears column k below its subdiagonal; nil where
  /// nothing is left to clear.
  private func direction(below k: Int) -> [Double]? {
    let n = size
    var v = [Double](repeating: 0, count: n)
    var rest = 0.0
    for i in (k + 1)..<n {
      v[i] = reduced[i * n + k]
      if i > k + 1 { rest += v[i] * v[i] }
    }
    guard rest > 0 else { return nil }
    let length = (v[k + 1] * v[k + 1] + rest).squareRoot()
    v[k + 1] += v[k + 1] < 0 ? -length : length
    let norm = (v[k + 1] * v[k + 1] + rest).squareRoot()
    for i in (k + 1)..<n { v[i] /= norm }
    return v
  }

  private mutating func reflectRows(_ v: [Double], from k: Int) {
    let n = size
    var shares = [Double](repeating: 0, count: n)
    for i in (k + 1)..<n {
      for j in k..<n { shares[j] += v[i] * reduced[i * n + j] }
    }
    for i in (k + 1)..<n {
      for j in k..<n { reduced[i * n + j] -= 2 * v[i] * shares[j] }
    }
  }

  private static func reflectColumns(_ a: inout [Double], _ n: Int, _ v: [Double]) {
    for i in 0..<n {
      var share = 0.0
      for j in 0..<n { share += a[i * n + j] * v[j] }
      for j in 0..<n { a[i * n + j] -= 2 * share * v[j] }
    }
  }
}
