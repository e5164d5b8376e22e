extension MathMLWriter {
  mutating func table(_ table: Formula.Table, _ setting: Setting) {
    let table = table.drawn
    if table.isSingle, let cell = table.rows.first?.cells.first {
      var inner = setting.inner
      inner.isDisplay = setting.isDisplay || table.kind.hasDisplayCells
      out.open(.mrow)
      write(cell, inner)
      return out.close(.mrow)
    }
    let fences = table.kind.fences
    if let fences {
      out.open(.mrow)
      delimiter(Formula.Delimiter(fences.open), form: "prefix", isStretchy: true)
    }
    let isWide = table.isWide
    var attributes = table.kind.className.map { " class=\"\($0)\"" } ?? ""
    if isWide { attributes = " class=\"tagged\" style=\"width:100%\"" }
    if table.kind.hasDisplayCells { attributes += " displaystyle=\"true\"" }
    if table.kind.isSmall { attributes += " scriptlevel=\"1\"" }
    out.open(.mtable, attributes)
    for index in table.rows.indices { row(index, of: table, isWide: isWide, setting) }
    out.close(.mtable)
    if let fences {
      delimiter(Formula.Delimiter(fences.close), form: "postfix", isStretchy: true)
      out.close(.mrow)
    }
  }

  private mutating func row(
    _ index: Int, of table: Formula.Table, isWide: Bool, _ setting: Setting
  ) {
    let row = table.rows[index]
    let below = index == table.rows.count - 1 ? table.rulesBelow : .none
    var rules = ["", "ht", "htt"][min(2, row.rulesAbove.count)]
    if below.count > 0 { rules += (rules.isEmpty ? "h" : " h") + (below.count > 1 ? "bb" : "b") }
    out.open(.mtr, rules.isEmpty ? "" : " class=\"\(rules)\"")
    if row.isInterlude, let text = row.cells.first {
      let columns = table.columnCount + (isWide ? 2 : 0)
      out.open(.mtd, " class=\"l\" columnspan=\"\(columns)\"")
      write(text, setting.inner)
      out.close(.mtd)
      return out.close(.mtr)
    }
    if isWide { out.raw("<mtd style=\"width:50%\"></mtd>") }
    var inner = setting.inner
    inner.isDisplay = table.kind.hasDisplayCells
    inner.isScript = setting.isScript && !inner.isDisplay || table.kind.isSmall
    inner.trimsEnds = false
    for place in row.places {
      inner.continuesRow = table.kind.isAlignment && place.columns.lowerBound % 2 == 1
      out.open(
        .mtd,
        row.spansColumns
          ? " columnspan=\"\(table.columnCount)\""
          : attributes(of: place, row: index, below: below, in: table))
      write(place.cell, inner)
      out.close(.mtd)
    }
    if row.rulesAbove != .none || below != .none { fill(row, below: below, of: table) }
    if isWide {
      out.raw("<mtd class=\"r tag\" style=\"width:50%\">")
      if let tag = row.tag { out.element(.mtext, "", tag) }
      out.raw("</mtd>")
    }
    out.close(.mtr)
  }

  /// Empty cells up to the last column, which rules go across as well.
  private mutating func fill(
    _ row: Formula.Table.Row, below: Formula.Table.Rules, of table: Formula.Table
  ) {
    guard row.columnCount < table.columnCount else { return }
    for column in row.columnCount..<table.columnCount {
      let names = Self.rules(column, above: row.rulesAbove, below: below)
      out.open(.mtd, names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\"")
      out.close(.mtd)
    }
  }

  /// The classes of a cell that rules go across which do not go across all columns.
  private static func rules(
    _ column: Int, above: Formula.Table.Rules, below: Formula.Table.Rules
  ) -> [String] {
    (above.covers(column) ? ["ct"] : []) + (below.covers(column) ? ["cb"] : [])
  }

  private func attributes(
    of place: Formula.Table.Place, row: Int, below: Formula.Table.Rules, in table: Formula.Table
  ) -> String {
    let start = place.columns.lowerBound
    let column =
      place.spanning?.column ?? (table.columns.indices.contains(start) ? table.columns[start] : nil)
    var names: [String] = []
    if place.spanning == nil || place.spanning?.column != nil {
      switch place.spanning?.column?.alignment ?? table.alignment(row: row, column: start) {
      case .left: names.append("l")
      case .right: names.append("r")
      case .centre: break
      }
    }
    if let column {
      if column.rulesBefore > 0 { names.append(column.rulesBefore > 1 ? "vll" : "vl") }
      if column.rulesAfter > 0 { names.append(column.rulesAfter > 1 ? "vrr" : "vr") }
      if column.isTightBefore { names.append("tl") }
      let next = place.columns.upperBound
      let isTight = table.columns.indices.contains(next) && table.columns[next].isTightBefore
      if isTight || column.isTightAfter { names.append("tr") }
    }
    names += Self.rules(start, above: table.rows[row].rulesAbove, below: below)
    var attributes = names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    if place.columns.count > 1 { attributes += " columnspan=\"\(place.columns.count)\"" }
    if let gap = table.rows[row].gap, gap.thousandths > 0 {
      attributes += " style=\"padding-bottom:calc(.35ex + \(gap.ems)em)\""
    }
    return attributes
  }
}

extension Formula.Table {
  /// Whether the table is only a frame around one formula.
  var isSingle: Bool {
    kind.family == .single && rows.count == 1 && rows.first?.cells.count == 1
  }

  /// Where a cell stands.
  func alignment(row: Int, column: Int) -> Column.Alignment {
    if column < columns.count { return columns[column].alignment }
    if row < rows.count, rows[row].isInterlude { return .left }
    switch kind.family {
    case .cases, .lines, .single: return .left
    case .alignment: return column % 2 == 0 ? .right : .left
    case .equations: return [.right, .centre, .left][min(2, column)]
    case .multline:
      if row == 0 { return .left }
      return row == rows.count - 1 ? .right : .centre
    case .gathering: return kind == .lgathered ? .left : kind == .rgathered ? .right : .centre
    case .matrix, .smallMatrix, .array, .stack: return .centre
    }
  }

  /// Whether the table is as wide as the page: rows have numbers of their own, which then stand in
  /// it, or there are texts between them.
  var isWide: Bool {
    kind.isDisplay && rows.count > 1 && rows.contains { $0.tag != nil || $0.isInterlude }
  }
}

extension Formula.Table.Row {
  /// The number of the row, with its parentheses.
  var tag: String? {
    cells.lazy.compactMap(\.tag).first
  }
}

extension Formula.Table.Kind {
  /// Whether the cells are set small.
  var isSmall: Bool { family == .smallMatrix }

  /// The class that the style sheet knows.
  var className: String? {
    switch family {
    case .cases: "cases"
    case .alignment: "aligned"
    case .gathering, .multline, .lines, .single, .equations: "gathered"
    case .stack: "substack"
    case .smallMatrix: "smallmatrix"
    case .matrix, .array: nil
    }
  }
}
