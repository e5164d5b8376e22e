import BigInt

/// Fraction-free Gauss–Jordan elimination of an exact matrix, [rows, columns].
///
/// Every row is first multiplied by its common denominator. Then all entries stay integers
/// (minors of the matrix, so that they grow as slowly as they can), and after the last step
/// every pivot has the same value. Bareiss, Mathematics of Computation 22 (1968), 565–578.
struct Elimination {
  /// The rows after elimination, as integers.
  private(set) var rows: [[BigInt]]
  /// The columns that hold a pivot, in ascending order; pivot i stands in row i.
  private(set) var pivots: [Int] = []
  /// The value all pivots share: the minor of the pivot rows and columns.
  private(set) var minor: BigInt = 1
  /// −1 after an odd number of exchanged rows.
  private(set) var sign = 1
  /// The product of the numbers that the rows were multiplied by.
  private(set) var scale: BigInt = 1

  /// Eliminates the first `columns` columns; later ones are carried along.
  ///
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  init(_ matrix: [[Rational]], columns: Int) throws(ArithmeticError) {
    rows = []
    for row in matrix {
      let multiple = row.reduce(BigInt(1)) { multiple, entry in
        let below = entry.denominator
        return multiple / BigInt(gcd(multiple.magnitude, below.magnitude)) * below
      }
      scale *= multiple
      rows.append(row.map { $0.numerator * (multiple / $0.denominator) })
    }
    for column in 0..<columns where pivots.count < rows.count {
      try eliminate(column)
    }
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
    for index in rows.indices where index != target {
      let factor = rows[index][column]
      for position in rows[index].indices {
        let crossed = rows[index][position] * pivot - pivotRow[position] * factor
        rows[index][position] = crossed / minor
      }
    }
    minor = pivot
    pivots.append(column)
  }
}
