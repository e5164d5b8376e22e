extension Plot {
  /// What covers the plane behind the series.
  public enum Backdrop: Hashable, Sendable {
    /// The classes that a classifier gives to the middles of a grid's cells, counted from 1; nil
    /// where it gives none.
    case territories(Grid<Int?>, names: [Figure.Label])
    /// Lines where a function, known at the middles of a grid's cells, takes the given values.
    case contours(Grid<Double?>, levels: [Double])
  }

  /// One value for every cell of a rectangle of the plane.
  public struct Grid<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Where the grid lies horizontally.
    public let xRange: ClosedRange<Double>
    /// Where the grid lies vertically.
    public let yRange: ClosedRange<Double>
    /// How many cells stand side by side; ≥ 1.
    public let columns: Int
    /// How many cells stand one above the other; ≥ 1.
    public let rows: Int
    /// The values row by row, the lowest y first.
    public let values: [Value]

    /// The values of `value` at the middles of `columns` × `rows` cells, at most 400 each way.
    public init(
      x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 96, rows: Int = 96,
      value: (Double, Double) -> Value
    ) {
      let columns = min(max(columns, 1), 400)
      let rows = min(max(rows, 1), 400)
      self.xRange = x
      self.yRange = y
      self.columns = columns
      self.rows = rows
      let places = Self.middles(of: x, columns)
      values = Self.middles(of: y, rows).flatMap { v in places.map { value($0, v) } }
    }

    /// The value of a cell; both indices count from 0.
    subscript(column column: Int, row row: Int) -> Value { values[row * columns + column] }

    private static func middles(of range: ClosedRange<Double>, _ count: Int) -> [Double] {
      let width = range.upperBound - range.lowerBound
      return (0..<count).map { range.lowerBound + width * ((Double($0) + 0.5) / Double(count)) }
    }
  }
}

extension Plot.Backdrop {
  /// What it shows, in one sentence; nil where there is nothing to say.
  var description: String? {
    switch self {
    case .contours(_, let levels):
      return levels.isEmpty
        ? nil
        : "Lines of equal value at " + levels.map(\.shortText).joinedInWords + "."
    case .territories(let grid, let names):
      let classes = Set(grid.values.compactMap(\.self)).sorted()
      let shares = classes.map { number in
        let count = grid.values.count { $0 == number }
        let share = (100 * Double(count) / Double(grid.values.count)).rounded()
        let name =
          names.indices.contains(number - 1) ? names[number - 1].plainText : "class \(number)"
        return "\(name) on \(Int(share)) % of the plane"
      }
      return shares.isEmpty ? nil : "The classifier gives " + shares.joinedInWords + "."
    }
  }

  /// The part of the plane that it covers.
  var ranges: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    switch self {
    case .territories(let grid, names: _): (grid.xRange, grid.yRange)
    case .contours(let grid, levels: _): (grid.xRange, grid.yRange)
    }
  }
}
