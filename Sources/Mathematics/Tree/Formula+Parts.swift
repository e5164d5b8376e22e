extension Formula {
  /// The displays in a `subequations`; nil for everything else.
  var parts: [Table]? {
    guard case .table(let frame) = self, frame.kind == .subequations else { return nil }
    return frame.parts
  }

  /// The `subequations` with a number for every row that has none of its own.
  ///
  /// As in LaTeX, rows with `\nonumber` or a `\tag` and starred environments are not counted.
  ///
  /// - Parameter number: The number of the part at a position from 1, without parentheses.
  /// - Returns: The same formula; one that is no `subequations` as it is.
  public func withParts(numbered number: (Int) -> String) -> Formula {
    guard case .table(let frame) = self, frame.kind == .subequations else { return self }
    var count = 0
    let rows = frame.rows.map { row in
      var row = row
      row.cells = row.cells.map { cell in
        guard case .sequence(let items) = cell else { return cell.withPart(&count, number) }
        return .row(items.map { $0.withPart(&count, number) })
      }
      return row
    }
    return .table(
      Table(
        kind: frame.kind, columns: frame.columns, rows: rows, rulesBelow: frame.rulesBelow))
  }

  private func withPart(_ count: inout Int, _ number: (Int) -> String) -> Formula {
    guard case .table(let table) = self, table.kind.isDisplay, table.kind.numbersRows != .no else {
      return self
    }
    var rows = table.rows
    let isOne = table.kind.numbersRows == .last
    for index in rows.indices where !rows[index].isInterlude {
      if isOne, index < rows.count - 1 { continue }
      let numberings = (isOne ? rows[...] : rows[index...index]).flatMap(\.cells)
        .flatMap(\.numberings)
      if numberings.contains(where: \.standsForNoPart) { continue }
      count += 1
      let isNamed = numberings.contains { if case .label = $0 { true } else { false } }
      if !isNamed, let last = rows[index].cells.popLast() {
        rows[index].cells.append(.row([last, .numbering(.part(number(count)))]))
      }
    }
    return .table(
      Table(kind: table.kind, columns: table.columns, rows: rows, rulesBelow: table.rulesBelow))
  }
}

extension Formula.Table {
  /// The displays in a `subequations`, from the top.
  var parts: [Formula.Table] {
    rows.flatMap(\.cells).flatMap { cell -> [Formula.Table] in
      let items = if case .sequence(let items) = cell { items } else { [cell] }
      return items.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
  }

  /// The displays of a `subequations` as one, in which rows that are one formula span all columns;
  /// every other table as it is.
  var drawn: Formula.Table {
    guard kind == .subequations else { return self }
    let parts = parts
    if parts.count == 1, let only = parts.first { return only }
    let main = parts.first { $0.kind.isAlignment }?.kind ?? .gather
    let rows = parts.flatMap { part in
      part.rows.map { row in
        var row = row
        if row.cells.count == 1, part.kind.family != main.family { row.spansColumns = true }
        return row
      }
    }
    return Formula.Table(kind: main, columns: [], rows: rows, rulesBelow: .none)
  }
}

extension Formula.Table.Kind {
  /// Which rows of a display LaTeX numbers.
  enum RowNumbers {
    case no, each, last
  }

  /// Which rows of the environment LaTeX numbers.
  var numbersRows: RowNumbers { RowNumbers(environment: rawValue) }
}

extension Formula.Table.Kind.RowNumbers {
  /// Which rows of the environment of that name LaTeX numbers.
  init(environment name: String) {
    switch name {
    case "align", "alignat", "flalign", "gather", "eqnarray": self = .each
    case "equation", "multline": self = .last
    default: self = .no
    }
  }
}

extension Formula.Numbering {
  /// Whether a row with it is not counted among the parts of a `subequations`.
  fileprivate var standsForNoPart: Bool {
    switch self {
    case .tag, .none: true
    case .label, .part: false
    }
  }
}
