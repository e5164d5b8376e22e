extension Formula.Table {
  /// One cell and the columns that it takes, from 0.
  struct Place {
    let cell: Formula
    let columns: Range<Int>
    let spanning: Spanning?
  }

  /// How many columns the longest row has.
  var columnCount: Int { rows.map(\.columnCount).max() ?? 0 }
}

extension Formula.Table.Row {
  /// The cells with their columns.
  var places: [Formula.Table.Place] {
    var column = 0
    return cells.enumerated().map { index, cell in
      let spanning = spanning[index]
      let columns = column..<(column + (spanning?.columns ?? 1))
      column = columns.upperBound
      return Formula.Table.Place(cell: cell, columns: columns, spanning: spanning)
    }
  }

  /// How many columns the cells take.
  var columnCount: Int { places.last?.columns.upperBound ?? 0 }
}
