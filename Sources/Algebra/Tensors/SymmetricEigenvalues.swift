/// Eigenvalues and eigenvectors of a symmetric matrix of doubles, for sizes at which rotations of the
/// whole matrix take too long: reflections to a tridiagonal one, then QL steps with implicit shifts.
///
/// Within about 1e-14 of the largest entry times the size.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., section 8.3.
public struct SymmetricEigenvalues: Hashable, Sendable {
  /// Ascending.
  public private(set) var values: [Double]
  /// The eigenvectors as columns, row by row, in the order of the values; orthonormal.
  public private(set) var vectors: [Double]

  private static let stepLimit = 60

  /// Takes a symmetric n×n matrix, given row by row; nil for entries that are not finite, or where the
  /// steps do not converge.
  public init?(_ matrix: [Double], size n: Int) {
    let scale = matrix.map(\.magnitude).max() ?? 0
    guard matrix.count == n * n, scale.isFinite, matrix.allSatisfy({ !$0.isNaN }) else {
      return nil
    }
    let scaled = scale > 0 ? matrix.map { $0 / scale } : matrix
    let reduction = HouseholderReduction(scaled, size: n, keepsVectors: true)
    values = (0..<n).map { reduction.reduced[$0 * n + $0] }
    vectors = reduction.vectors
    var beside = (0..<n).map { $0 + 1 < n ? reduction.reduced[($0 + 1) * n + $0] : 0 }
    let largest = zip(values, beside).map { $0.magnitude + $1.magnitude }.max() ?? 0
    for first in 0..<n {
      var steps = 0
      while let last = coupled(from: first, beside, largest) {
        steps += 1
        guard steps <= Self.stepLimit else { return nil }
        step(first, last, &beside)
      }
    }
    let order = (0..<n).sorted { values[$0] < values[$1] }
    let unsorted = vectors
    vectors = (0..<n * n).map { unsorted[$0 / n * n + order[$0 % n]] }
    values = order.map { values[$0] * scale }
  }

  /// The end of the block that starts there; nil where the first row stands alone.
  private func coupled(from first: Int, _ beside: [Double], _ scale: Double) -> Int? {
    var last = first
    while last < values.count - 1 {
      // Where only rounding is left, as in a matrix of low rank, both sides are as small.
      let size = max(values[last].magnitude + values[last + 1].magnitude, scale / 4)
      if beside[last].magnitude <= 0x1p-52 * size { break }
      last += 1
    }
    return last == first ? nil : last
  }

  /// One QL step on the block, with Wilkinson's shift.
  private mutating func step(_ first: Int, _ last: Int, _ beside: inout [Double]) {
    let n = values.count
    var g = (values[first + 1] - values[first]) / (2 * beside[first])
    let root = (g * g + 1).squareRoot()
    g = values[last] - values[first] + beside[first] / (g + (g < 0 ? -root : root))
    var (s, c, p) = (1.0, 1.0, 0.0)
    for i in (first..<last).reversed() {
      let (f, b) = (s * beside[i], c * beside[i])
      let r = (f * f + g * g).squareRoot()
      beside[i + 1] = r
      guard r != 0 else {
        values[i + 1] -= p
        beside[last] = 0
        return
      }
      (s, c) = (f / r, g / r)
      g = values[i + 1] - p
      let t = (values[i] - g) * s + 2 * c * b
      p = s * t
      values[i + 1] = g + p
      g = c * t - b
      for k in 0..<n {
        let (x, y) = (vectors[k * n + i], vectors[k * n + i + 1])
        vectors[k * n + i + 1] = s * x + c * y
        vectors[k * n + i] = c * x - s * y
      }
    }
    values[first] -= p
    beside[first] = g
    beside[last] = 0
  }
}
