/// The real eigenvalues of a square matrix, and what else there is.
public struct Eigenvalues: Hashable, Sendable {
  /// A real eigenvalue.
  public struct Entry: Hashable, Sendable {
    /// Exact where it is a fraction, else a double.
    public let value: Real
    /// How often it is a root of the characteristic polynomial.
    public let multiplicity: Int
  }

  /// In ascending order.
  public let entries: [Entry]
  /// How many eigenvalues are not real, with their multiplicities.
  public let complexCount: Int
  /// The characteristic polynomial det(λI − A), the constant first; empty for a symmetric matrix of
  /// doubles and for a large one, which are not worked out through it.
  public let polynomial: [Rational]

  /// Beyond so many rows every matrix is one of doubles.
  public static let exactLimit = 24

  /// An imaginary part below this share of the largest magnitude is rounding.
  fileprivate static let imaginaryShare = 1e-10

  /// Of a matrix of doubles that is too large for its polynomial; nil where the steps do not converge.
  fileprivate init?(numerically matrix: Tensor) {
    let n = matrix.shape.first ?? 0
    let found: [(real: Double, imaginary: Double)]
    if Tensor.isSymmetric(matrix) {
      guard let symmetric = SymmetricEigenvalues(matrix.doubles, size: n) else { return nil }
      found = symmetric.values.map { ($0, 0) }
    } else {
      guard let general = HessenbergQR(matrix.doubles, size: n) else { return nil }
      found = general.values
    }
    let largest = found.map { max($0.real.magnitude, $0.imaginary.magnitude) }.max() ?? 0
    let real = found.filter { $0.imaginary.magnitude <= Eigenvalues.imaginaryShare * largest }
    entries = real.map(\.real).sorted().map { Entry(value: .approximate($0), multiplicity: 1) }
    complexCount = n - real.count
    polynomial = []
  }

  fileprivate init(entries: [Entry], complexCount: Int, polynomial: [Rational]) {
    (self.entries, self.complexCount, self.polynomial) = (entries, complexCount, polynomial)
  }
}

extension Tensor {
  /// The eigenvalues of a square matrix.
  ///
  /// Of an exact matrix the characteristic polynomial is exact (Faddeev and Le Verrier), and so are the
  /// eigenvalues that are fractions; others are the nearest doubles. A symmetric matrix of doubles is
  /// rotated to a diagonal one (Jacobi), within 1e-12 of its largest entry; any other one counts with
  /// its exact binary entries. Beyond ``Eigenvalues/exactLimit`` rows all are doubles, by QL or QR
  /// steps.
  ///
  /// - Parameters:
  ///   - matrix: Square.
  ///   - budget: Work that may still be done.
  /// - Returns: All of them; nil when the budget runs out, or the steps do not converge.
  public static func eigenvalues(_ matrix: Tensor, budget: inout Budget) -> Eigenvalues? {
    let n = matrix.shape.first ?? 0
    if n > Eigenvalues.exactLimit { return Eigenvalues(numerically: matrix) }
    if !matrix.isExact, isSymmetric(matrix) {
      let values = JacobiRotation(matrix.doubles, size: n).values
      let sorted = values.sorted().map {
        Eigenvalues.Entry(value: .approximate($0), multiplicity: 1)
      }
      return Eigenvalues(entries: sorted, complexCount: 0, polynomial: [])
    }
    let rationals = matrix.entries.compactMap(\.exactValue)
    guard rationals.count == n * n,
      let polynomial = try? characteristic(rationals, n, &budget)
    else { return nil }
    var entries: [Eigenvalues.Entry] = []
    do {
      for (factor, multiplicity) in try polynomial.squarefreeFactors(&budget) {
        for root in try factor.realRoots(&budget) {
          let value = matrix.isExact ? root.value : .approximate(root.value.double)
          entries.append(Eigenvalues.Entry(value: value, multiplicity: multiplicity))
        }
      }
    } catch {
      return nil
    }
    entries.sort { $0.value < $1.value }
    let real = entries.reduce(0) { $0 + $1.multiplicity }
    return Eigenvalues(
      entries: entries, complexCount: n - real,
      polynomial: matrix.isExact ? polynomial.coefficients : [])
  }

  /// Whether a square matrix equals its transpose.
  public static func isSymmetric(_ matrix: Tensor) -> Bool {
    let n = matrix.shape.first ?? 0
    return (0..<n).allSatisfy { i in
      (0..<i).allSatisfy { j in matrix[flat: i * n + j] == matrix[flat: j * n + i] }
    }
  }

  /// det(λI − A): with M₁ = I, cₙ₋ₖ = −tr(A Mₖ)/k and Mₖ₊₁ = A Mₖ + cₙ₋ₖ I.
  private static func characteristic(
    _ a: [Rational], _ n: Int, _ budget: inout Budget
  ) throws(Exhausted) -> UnivariatePolynomial {
    var coefficients = [Rational](repeating: .zero, count: n + 1)
    coefficients[n] = .one
    var m = [Rational](repeating: .zero, count: n * n)
    for i in 0..<n { m[i * n + i] = .one }
    for k in stride(from: 1, through: n, by: 1) {
      try budget.charge(n * n * n)
      var product = [Rational](repeating: .zero, count: n * n)
      var trace = Rational.zero
      for i in 0..<n {
        for j in 0..<n {
          var sum = Rational.zero
          for l in 0..<n { sum += a[i * n + l] * m[l * n + j] }
          product[i * n + j] = sum
        }
        trace += product[i * n + i]
      }
      coefficients[n - k] = -trace / Rational(k)
      for i in 0..<n { product[i * n + i] += coefficients[n - k] }
      m = product
    }
    return UnivariatePolynomial(coefficients)
  }
}
