import BigInt

/// Fraction-free Gaussian elimination of an exact matrix, [rows, columns].
///
/// Every row is first multiplied by its common denominator and every column divided by its common
/// divisor. Then all entries stay integers (minors of the matrix, so that they grow as slowly as
/// they can), on the way down as on the way back. Bareiss, Mathematics of Computation 22 (1968),
/// 565–578.
struct Elimination {
  /// The rows in echelon form, as integers; below and left of a pivot stand zeros.
  private var rows: [Integers] = []
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
    var numbers: [[BigInt]] = []
    var scale: BigInt = 1
    for row in matrix {
      let multiple = BigInt.commonMultiple(row.map(\.denominator))
      scale *= multiple
      numbers.append(row.map { $0.numerator * (multiple / $0.denominator) })
    }
    try self.init(numbers, columns: columns)
    self.scale = scale
  }

  /// Eliminates the first `columns` columns of a matrix of integers; later ones are carried along.
  ///
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  init(_ matrix: [[BigInt]], columns: Int) throws(ArithmeticError) {
    var numbers = matrix
    divisors = Array(repeating: 1, count: matrix.first?.count ?? 0)
    for column in 0..<columns { divisors[column] = Elimination.divideOut(column, of: &numbers) }
    rows = numbers.map { Integers($0) }
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
    let side = Integers(rows.prefix(pivots.count).map { $0[column] }).times(minor)
    var solution = [BigInt](repeating: 0, count: pivots.count)
    for index in pivots.indices.reversed() {
      let later = Integers(Array(solution[(index + 1)...]))
      let room = max(side.longest, rows[index].longest + later.longest) + 1
      let value = Integers(count: 1, room: room) { _, sum in
        sum.add(side, index)
        for place in 0..<later.count {
          sum.add(rows[index], pivots[index + 1 + place], times: later, place, isNegative: true)
        }
      }
      solution[index] = value.divided(by: rows[index][pivots[index]])[0]
    }
    return pivots.indices.map { index in
      Rational(solution[index] * divisors[column], minor * divisors[pivots[index]])
    }
  }

  /// Divides a column by its greatest common divisor, which it returns; 1 for zeros.
  private static func divideOut(_ column: Int, of rows: inout [[BigInt]]) -> BigInt {
    let divisor = BigInt.commonDivisor(rows.lazy.map { $0[column] })
    guard !divisor.isZero, !divisor.isOne else { return 1 }
    for index in rows.indices { rows[index][column] /= divisor }
    return divisor
  }

  private mutating func eliminate(_ column: Int) throws(ArithmeticError) {
    let target = pivots.count
    guard let found = (target..<rows.count).first(where: { !rows[$0].isZero(column) }) else {
      return
    }
    if found != target {
      rows.swapAt(found, target)
      sign = -sign
    }
    let pivot = rows[target][column]
    _ = try Rational(pivot).checked()
    let division = ExactDivision(by: minor)
    for index in target + 1..<max(rows.count, target + 1) {
      rows[index] = Elimination.reduced(rows[index], by: rows[target], column, division)
    }
    minor = pivot
    pivots.append(column)
  }

  /// The row times the pivot, less the pivot's row times the row's entry there, divided exactly.
  private static func reduced(
    _ row: Integers, by pivotRow: Integers, _ column: Int, _ division: ExactDivision
  ) -> Integers {
    let (pivot, factor) = (pivotRow.bitWidth(column), row.bitWidth(column))
    let bits = max(row.longest * 64 + pivot, pivotRow.longest * 64 + factor) + 1
    let count = division.room(dividendBits: bits)
    return Integers(count: row.count, room: division.dividendRoom(quotient: count)) { place, sum in
      guard place > column, !row.isZero(place) || !pivotRow.isZero(place) && factor > 0 else {
        return
      }
      sum.add(row, place, times: pivotRow, column)
      sum.add(pivotRow, place, times: row, column, isNegative: true)
      division.divide(&sum, quotient: count)
    }
  }
}
