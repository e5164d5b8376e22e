/// A square matrix of doubles as L·U with its rows exchanged: partial pivoting, row-major.
struct LUDecomposition {
  private let size: Int
  /// L below the diagonal (whose own diagonal is 1), U on and above it.
  private var entries: [Double]
  /// The row of the matrix that stands in each row.
  private var order: [Int]
  private var sign = 1.0

  /// Whether a pivot is exactly zero, or not a number.
  private(set) var isSingular = false

  init(_ matrix: [Double], size n: Int) {
    size = n
    entries = matrix
    order = [Int](0..<n)
    for column in 0..<n {
      var pivot = column
      for row in column..<n
      where entries[row * n + column].magnitude > entries[pivot * n + column].magnitude {
        pivot = row
      }
      if pivot != column {
        for place in 0..<n { entries.swapAt(pivot * n + place, column * n + place) }
        order.swapAt(pivot, column)
        sign = -sign
      }
      let divisor = entries[column * n + column]
      guard divisor.magnitude > 0 else {
        isSingular = true
        continue
      }
      for row in column + 1..<max(n, column + 1) {
        let factor = entries[row * n + column] / divisor
        entries[row * n + column] = factor
        for place in column + 1..<n {
          entries[row * n + place] -= factor * entries[column * n + place]
        }
      }
    }
  }

  /// The product of the pivots with the sign of the exchanges.
  var determinant: Double {
    (0..<size).reduce(sign) { $0 * entries[$1 * (size + 1)] } + 0
  }

  /// The solutions for right sides [size, columns], in the same layout.
  func solve(_ right: [Double], columns: Int) -> [Double] {
    var result = [Double](repeating: 0, count: right.count)
    for column in 0..<columns {
      for row in 0..<size {
        var value = right[order[row] * columns + column]
        for place in 0..<row {
          value -= entries[row * size + place] * result[place * columns + column]
        }
        result[row * columns + column] = value
      }
      for row in (0..<size).reversed() {
        var value = result[row * columns + column]
        for place in row + 1..<max(size, row + 1) {
          value -= entries[row * size + place] * result[place * columns + column]
        }
        result[row * columns + column] = value / entries[row * size + row] + 0
      }
    }
    return result
  }
}
