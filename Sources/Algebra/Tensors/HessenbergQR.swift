/// The eigenvalues of any square matrix of doubles: reflections to a Hessenberg matrix, then QR steps
/// with two shifts at once.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., section 7.5; the order of the steps is that
/// of Wilkinson and Reinsch, Handbook for Automatic Computation II (1971), `hqr`.
struct HessenbergQR {
  /// Real and imaginary parts, in no order.
  private(set) var values: [(real: Double, imaginary: Double)] = []
  private var h: [Double]
  private let n: Int
  /// What the diagonal was shifted by for good.
  private var offset = 0.0

  private static let stepLimit = 60

  /// Takes an n×n matrix, given row by row; nil for entries that are not finite, or where the steps do
  /// not converge.
  init?(_ matrix: [Double], size: Int) {
    let scale = matrix.map(\.magnitude).max() ?? 0
    guard matrix.count == size * size, scale.isFinite, matrix.allSatisfy({ !$0.isNaN }) else {
      return nil
    }
    n = size
    let scaled = scale > 0 ? matrix.map { $0 / scale } : matrix
    h = HouseholderReduction(scaled, size: size, keepsVectors: false).reduced
    var last = n - 1
    var steps = 0
    while last >= 0 {
      let first = start(ofBlockTo: last)
      if last - first < 2 {
        finish(first, last)
        (last, steps) = (first - 1, 0)
        continue
      }
      steps += 1
      guard steps <= Self.stepLimit else { return nil }
      step(first, last, isExceptional: steps % 11 == 10)
    }
    values = values.map { ($0.real * scale, $0.imaginary * scale) }
  }

  private subscript(i: Int, j: Int) -> Double {
    get { h[i * n + j] }
    set { h[i * n + j] = newValue }
  }

  /// The first row of the block that ends there: what stands left of it is too small to matter.
  private mutating func start(ofBlockTo last: Int) -> Int {
    var first = last
    while first > 0 {
      // The largest entry was 1: beside it, what is smaller still is rounding.
      let size = max(self[first - 1, first - 1].magnitude + self[first, first].magnitude, 0x1p-4)
      if self[first, first - 1].magnitude <= 0x1p-52 * size {
        self[first, first - 1] = 0
        break
      }
      first -= 1
    }
    return first
  }

  /// The eigenvalues of a block of one or two rows.
  private mutating func finish(_ first: Int, _ last: Int) {
    let x = self[last, last]
    guard first < last else { return values.append((x + offset, 0)) }
    let half = (self[first, first] - x) / 2
    let product = self[last, first] * self[first, last]
    let square = half * half + product
    let root = square.magnitude.squareRoot()
    guard square >= 0 else {
      values.append((x + offset + half, root))
      return values.append((x + offset + half, -root))
    }
    let sum = half + (half < 0 ? -root : root)
    values.append((x + offset + sum, 0))
    values.append((sum == 0 ? x + offset : x + offset - product / sum, 0))
  }

  /// One step on the block: a bulge is made at its top and chased down.
  private mutating func step(_ first: Int, _ last: Int, isExceptional: Bool) {
    var (x, y) = (self[last, last], self[last - 1, last - 1])
    var w = self[last, last - 1] * self[last - 1, last]
    if isExceptional {
      offset += x
      for i in 0...last { self[i, i] -= x }
      let s = self[last, last - 1].magnitude + self[last - 1, last - 2].magnitude
      (x, y, w) = (0.75 * s, 0.75 * s, -0.4375 * s * s)
    }
    var (m, p, q, r) = (last - 2, 0.0, 0.0, 0.0)
    while true {
      let z = self[m, m]
      (r, q) = (x - z, y - z)
      p = (r * q - w) / self[m + 1, m] + self[m, m + 1]
      q = self[m + 1, m + 1] - z - r - q
      r = self[m + 2, m + 1]
      let size = p.magnitude + q.magnitude + r.magnitude
      (p, q, r) = (p / size, q / size, r / size)
      if m == first { break }
      let above = self[m, m - 1].magnitude * (q.magnitude + r.magnitude)
      let beside = self[m - 1, m - 1].magnitude + z.magnitude + self[m + 1, m + 1].magnitude
      if above <= 0x1p-52 * p.magnitude * beside { break }
      m -= 1
    }
    for i in (m + 2)...last {
      self[i, i - 2] = 0
      if i > m + 2 { self[i, i - 3] = 0 }
    }
    chase((p, q, r), from: m, first, last)
  }

  private mutating func chase(
    _ top: (Double, Double, Double), from m: Int, _ first: Int, _ last: Int
  ) {
    var (p, q, r) = top
    for k in m..<last {
      let hasThree = k < last - 1
      var size = 0.0
      if k > m {
        (p, q, r) = (self[k, k - 1], self[k + 1, k - 1], hasThree ? self[k + 2, k - 1] : 0)
        size = p.magnitude + q.magnitude + r.magnitude
        if size != 0 { (p, q, r) = (p / size, q / size, r / size) }
      }
      let length = (p * p + q * q + r * r).squareRoot()
      guard length != 0 else { continue }
      let s = p < 0 ? -length : length
      if k > m {
        self[k, k - 1] = -s * size
      } else if first != m {
        self[k, k - 1] = -self[k, k - 1]
      }
      p += s
      let (x, y, z) = (p / s, q / s, r / s)
      (q, r) = (q / p, r / p)
      for j in k...last {
        let sum = self[k, j] + q * self[k + 1, j] + (hasThree ? r * self[k + 2, j] : 0)
        if hasThree { self[k + 2, j] -= sum * z }
        self[k + 1, j] -= sum * y
        self[k, j] -= sum * x
      }
      for i in first...min(last, k + 3) {
        let sum = x * self[i, k] + y * self[i, k + 1] + (hasThree ? z * self[i, k + 2] : 0)
        if hasThree { self[i, k + 2] -= sum * r }
        self[i, k + 1] -= sum * q
        self[i, k] -= sum
      }
    }
  }
}
