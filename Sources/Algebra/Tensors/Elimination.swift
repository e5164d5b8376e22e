import BigInt

/// Fraction-free Gaussian elimination of an exact matrix, [rows, columns].
///
/// Every row is first multiplied by its common denominator and every column divided by its common
/// divisor. Then all entries stay integers (minors of the matrix, so that they grow as slowly as
/// they can), on the way down as on the way back. Bareiss, Mathematics of Computation 22 (1968),
/// 565–578.
struct Elimination {
  /// The rows in echelon form, as integers; below and left of a pivot stand zeros.
  private var rows: [[BigInt]] = []
  /// The columns that hold a pivot, in ascending order; pivot i stands in row i.
  private(set) var pivots: [Int] = []
  /// The last pivot: the minor of the pivot rows and columns.
  private var minor: BigInt = 1
  /// −1 after an odd number of exchanged rows.
  private var sign = 1
  /// The product of the numbers that the rows were multiplied by.
  private var scale: BigInt = 1
  /// What each column was divided by; 1 for those that are only carried along.
  private var divisors: [BigInt]

  /// Eliminates the first `columns` columns; later ones are carried along.
  ///
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  init(_ matrix: [[Rational]], columns: Int) throws(ArithmeticError) {
    divisors = Array(repeating: 1, count: matrix.first?.count ?? 0)
    for row in matrix {
      let multiple = BigInt.commonMultiple(row.map(\.denominator))
      scale *= multiple
      rows.append(row.map { $0.numerator * (multiple / $0.denominator) })
    }
    for column in 0..<columns { divideByCommonDivisor(column) }
    for column in 0..<columns where pivots.count < rows.count {
      try eliminate(column)
    }
  }

  /// The determinant of a square matrix.
  var determinant: Rational {
    guard pivots.count == rows.count else { return .zero }
    return Rational(divisors.reduce(minor * BigInt(sign), *), scale)
  }

  /// The entries of the reduced row echelon form in one column, a row for each pivot.
  ///
  /// On the way back x = X / minor with integers X, by Cramer's rule.
  func reduced(_ column: Int) -> [Rational] {
    if let row = pivots.firstIndex(of: column) {
      return pivots.indices.map { $0 == row ? .one : .zero }
    }
    var solution = [BigInt](repeating: 0, count: pivots.count)
    for index in pivots.indices.reversed() {
      var value = minor * rows[index][column]
      for later in index + 1..<max(pivots.count, index + 1) where !solution[later].isZero {
        value -= rows[index][pivots[later]] * solution[later]
      }
      solution[index] = value / rows[index][pivots[index]]
    }
    return pivots.indices.map { index in
      Rational(solution[index] * divisors[column], minor * divisors[pivots[index]])
    }
  }

  private mutating func divideByCommonDivisor(_ column: Int) {
    let divisor = BigInt.commonDivisor(rows.map { $0[column] })
    guard !divisor.isZero, !divisor.isOne else { return }
    divisors[column] = divisor
    for index in rows.indices { rows[index][column] /= divisor }
  }

  private mutating func eliminate(_ column: Int) throws(ArithmeticError) {
    let target = pivots.count
    guard let found = (target..<rows.count).first(where: { !rows[$0][column].isZero }) else {
      return
    }
    if found != target {
      rows.swapAt(found, target)
      sign = -sign
    }
    let pivotRow = rows[target]
    let pivot = pivotRow[column]
    _ = try Rational(pivot).checked()
    var division = ExactDivision(by: minor)
    for index in target + 1..<max(rows.count, target + 1) {
      let factor = rows[index][column]
      rows[index][column] = 0
      for position in column + 1..<max(pivotRow.count, column + 1) {
        rows[index][position] = division.quotient(
          rows[index][position], pivot, minus: pivotRow[position], factor)
      }
    }
    minor = pivot
    pivots.append(column)
  }
}
