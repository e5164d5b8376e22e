import BigInt

extension RealVector {
  /// The weights w with (ΦᵀΦ + λI)w = Φᵀy, which make ‖Φw − y‖² + λ‖w‖² least.
  ///
  /// - Parameters:
  ///   - columns: The columns of Φ, all of one length.
  ///   - targets: y, of the same length.
  ///   - ridge: λ, not negative.
  /// - Returns: As many weights as columns, exact where all numbers are.
  /// - Throws: ``ArithmeticError/singular``, ``ArithmeticError/tooLarge(digits:)``.
  public static func ridgeWeights(
    _ columns: [RealVector], _ targets: RealVector, ridge: Real
  ) throws(ArithmeticError) -> [Real] {
    if let weights = try exactRidgeWeights(columns, targets, ridge: ridge) { return weights }
    let count = columns.count
    var matrix = [Real](repeating: .zero, count: count * count)
    for i in 0..<count {
      for j in i..<count {
        let product = inner(columns[i], columns[j])
        matrix[i * count + j] = i == j ? product + ridge : product
        matrix[j * count + i] = matrix[i * count + j]
      }
    }
    let right = columns.map { inner($0, targets) }
    return try Tensor.solve(Tensor(shape: [count, count], entries: matrix), Tensor(right)).entries
  }

  /// The same in integers; nil where a number is a double.
  ///
  /// With columns nⱼ/pⱼ, targets t/q and λ = a/b, the weights are wⱼ = vⱼ·pⱼ/q, where
  /// Σ b(nᵢ·nⱼ)vⱼ + a·pᵢ²·vᵢ = b(nᵢ·t).
  private static func exactRidgeWeights(
    _ columns: [RealVector], _ targets: RealVector, ridge: Real
  ) throws(ArithmeticError) -> [Real]? {
    guard case .exact(let ridge) = ridge, let (t, q) = targets.integers else { return nil }
    let parts = columns.compactMap(\.integers)
    guard parts.count == columns.count else { return nil }
    let below = ridge.denominator
    var rows = parts.map { _ in [BigInt](repeating: 0, count: parts.count + 1) }
    for (i, row) in parts.enumerated() {
      for j in i..<parts.count {
        rows[i][j] = below * Integers.inner(row.numerators, parts[j].numerators)
        rows[j][i] = rows[i][j]
      }
      rows[i][i] += ridge.numerator * row.denominator * row.denominator
      rows[i][parts.count] = below * Integers.inner(row.numerators, t)
    }
    let elimination = try Elimination(rows, columns: parts.count)
    guard elimination.pivots.count == parts.count else { throw .singular }
    return zip(elimination.reduced(parts.count), parts).map { value, part in
      .exact(Rational(value.numerator * part.denominator, value.denominator * q))
    }
  }
}
