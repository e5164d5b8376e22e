extension Tensor {
  /// The determinant of a square matrix: exact for an exact one, else by LU with partial pivoting.
  ///
  /// - Returns: The determinant; 1 of the empty matrix.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func determinant(_ matrix: Tensor) throws(ArithmeticError) -> Real {
    let n = squareSize(matrix)
    guard case .exact = matrix.storage else {
      return .approximate(LUDecomposition(matrix.doubles, size: n).determinant)
    }
    return .exact(try Elimination(exactRows(matrix), columns: n).determinant)
  }

  /// The inverse of a square matrix, exact for an exact one.
  ///
  /// - Returns: The matrix of the same shape whose product with `matrix` is the identity.
  /// - Throws: ``ArithmeticError/singular``, ``ArithmeticError/tooLarge(digits:)``.
  public static func inverse(_ matrix: Tensor) throws(ArithmeticError) -> Tensor {
    try solve(matrix, identity(squareSize(matrix)))
  }

  /// The only x with `matrix`·x = `right`: [n, n] with [n] gives [n], with [n, m] gives [n, m].
  ///
  /// - Returns: Exact where both are; else by LU with partial pivoting.
  /// - Throws: ``ArithmeticError/singular`` when there is none or many,
  ///   ``ArithmeticError/tooLarge(digits:)``.
  public static func solve(_ matrix: Tensor, _ right: Tensor) throws(ArithmeticError) -> Tensor {
    let n = squareSize(matrix)
    precondition(
      (1...2).contains(right.rank) && right.shape[0] == n,
      "no right side of shape \(right.shape) for \(matrix.shape)")
    let columns = right.rank == 2 ? right.shape[1] : 1
    guard case .exact = matrix.storage, case .exact(let sides) = right.storage else {
      let decomposition = LUDecomposition(matrix.doubles, size: n)
      guard !decomposition.isSingular else { throw .singular }
      return Tensor(
        shape: right.shape, approximate: decomposition.solve(right.doubles, columns: columns))
    }
    let rows = exactRows(matrix).enumerated().map { index, row in
      row + sides[index * columns..<(index + 1) * columns]
    }
    let result = try Elimination(rows, columns: n)
    guard result.pivots.count == n else { throw .singular }
    let solutions = (n..<n + columns).map { result.reduced($0) }
    return Tensor(
      shape: right.shape, exact: (0..<n).flatMap { row in solutions.map { $0[row] } })
  }

  /// The number of linearly independent rows: exact for an exact matrix, else of the pivots above
  /// max(n, m)·ulp(1) times the largest entry, with complete pivoting.
  ///
  /// - Returns: The rank.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func matrixRank(_ matrix: Tensor) throws(ArithmeticError) -> Int {
    precondition(matrix.rank == 2, "only a matrix has this rank")
    guard case .exact = matrix.storage else {
      return numericalRank(matrix.doubles, rows: matrix.shape[0], columns: matrix.shape[1])
    }
    return try Elimination(exactRows(matrix), columns: matrix.shape[1]).pivots.count
  }

  /// The reduced row echelon form of an exact matrix.
  ///
  /// - Returns: The matrix of the same shape and the columns of its pivots, from 0; `nil` for a
  ///   matrix with doubles.
  /// - Throws: ``ArithmeticError/tooLarge(digits:)``.
  public static func reducedRowEchelon(
    _ matrix: Tensor
  ) throws(ArithmeticError) -> (matrix: Tensor, pivots: [Int])? {
    precondition(matrix.rank == 2, "only a matrix has an echelon form")
    guard case .exact = matrix.storage else { return nil }
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let result = try Elimination(exactRows(matrix), columns: columns)
    let reduced = (0..<columns).map { result.reduced($0) }
    let entries = (0..<rows).flatMap { row in
      reduced.map { row < result.pivots.count ? $0[row] : .zero }
    }
    return (Tensor(shape: matrix.shape, exact: entries), result.pivots)
  }

  private static func squareSize(_ matrix: Tensor) -> Int {
    precondition(
      matrix.rank == 2 && matrix.shape[0] == matrix.shape[1], "\(matrix.shape) is not square")
    return matrix.shape[0]
  }

  private static func exactRows(_ matrix: Tensor) -> [[Rational]] {
    guard case .exact(let entries) = matrix.storage else { return [] }
    let columns = matrix.shape[1]
    return (0..<matrix.shape[0]).map { [Rational](entries[$0 * columns..<($0 + 1) * columns]) }
  }

  private static func numericalRank(_ entries: [Double], rows: Int, columns: Int) -> Int {
    var rest = (0..<rows).map { [Double](entries[$0 * columns..<($0 + 1) * columns]) }
    let largest = entries.reduce(0) { Swift.max($0, $1.magnitude) }
    let threshold = Double(Swift.max(rows, columns)) * Double.ulpOfOne * largest
    var free = [Int](0..<columns)
    var rank = 0
    while rank < rows, !free.isEmpty {
      var best = (row: rank, column: 0, value: -1.0)
      for row in rank..<rows {
        for (column, place) in free.enumerated() where rest[row][place].magnitude > best.value {
          best = (row, column, rest[row][place].magnitude)
        }
      }
      guard best.value > threshold else { break }
      rest.swapAt(rank, best.row)
      let place = free.remove(at: best.column)
      for row in rank + 1..<rows {
        let factor = rest[row][place] / rest[rank][place]
        for other in free { rest[row][other] -= factor * rest[rank][other] }
      }
      rank += 1
    }
    return rank
  }
}
