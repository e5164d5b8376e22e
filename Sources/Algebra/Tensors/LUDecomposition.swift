/// A square matrix of doubles as L·U with its rows exchanged: partial pivoting, row-major.
struct LUDecomposition {
  private let size: Int
  /// L below the diagonal (whose own diagonal is 1), U on and above it.
  private var rows: MatrixRows
  /// The row of the matrix that stands in each row.
  private var order: [Int]
  private var sign = 1.0

  /// Whether a pivot is exactly zero, or not a number.
  private(set) var isSingular = false

  init(_ matrix: [Double], size n: Int) {
    size = n
    rows = MatrixRows(matrix, columns: n)
    order = [Int](0..<n)
    for column in 0..<n {
      var pivot = column
      for row in column..<n
      where rows[row, column].magnitude > rows[pivot, column].magnitude {
        pivot = row
      }
      if pivot != column {
        rows.exchange(pivot, column)
        order.swapAt(pivot, column)
        sign = -sign
      }
      let divisor = rows[column, column]
      guard divisor.magnitude > 0 else {
        isSingular = true
        continue
      }
      for row in column + 1..<max(n, column + 1) {
        let factor = rows[row, column] / divisor
        rows[row, column] = factor
        rows.subtract(factor, times: column, from: row, columns: column + 1..<n)
      }
    }
  }

  /// The product of the pivots with the sign of the exchanges.
  var determinant: Double {
    (0..<size).reduce(sign) { $0 * rows[$1, $1] } + 0
  }

  /// The solutions for right sides [size, columns], in the same layout.
  func solve(_ right: [Double], columns: Int) -> [Double] {
    var result = MatrixRows(
      order.flatMap { right[$0 * columns..<($0 + 1) * columns] }, columns: columns)
    for row in 0..<size {
      for place in 0..<row {
        result.subtract(rows[row, place], times: place, from: row, columns: 0..<columns)
      }
    }
    for row in (0..<size).reversed() {
      for place in row + 1..<max(size, row + 1) {
        result.subtract(rows[row, place], times: place, from: row, columns: 0..<columns)
      }
      for column in 0..<columns {
        result[row, column] = result[row, column] / rows[row, row] + 0
      }
    }
    return result.entries
  }
}
