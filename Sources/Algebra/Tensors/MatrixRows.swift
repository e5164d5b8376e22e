/// A matrix of doubles, row-major, for algorithms that combine rows: their inner loops run over
/// contiguous entries.
struct MatrixRows {
  /// Row by row.
  private(set) var entries: [Double]
  /// The length of a row.
  let columns: Int

  /// The matrix with these entries, which fill whole rows.
  init(_ entries: [Double], columns: Int) {
    precondition(columns == 0 || entries.count % columns == 0, "the last row is not full")
    self.entries = entries
    self.columns = columns
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * columns + column] }
    set { entries[row * columns + column] = newValue }
  }

  /// Exchanges two rows.
  mutating func exchange(_ first: Int, _ second: Int) {
    for column in 0..<columns {
      entries.swapAt(first * columns + column, second * columns + column)
    }
  }

  /// Takes `factor` times a row from another one, in some of the columns.
  mutating func subtract(
    _ factor: Double, times source: Int, from target: Int, columns range: Range<Int>
  ) {
    let (from, to) = (source * columns, target * columns)
    precondition(
      range.upperBound <= columns && max(from, to) + columns <= entries.count,
      "the rows end before their columns")
    unsafe entries.withUnsafeMutableBufferPointer { entries in
      for column in range {
        unsafe entries[to &+ column] -= factor * entries[from &+ column]
      }
    }
  }
}
