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
    let isLast = index == table.rows.count - 1
    var rules: [String] = []
    if row.rulesAbove > 0 { rules.append("ht") }
    if isLast && table.rulesBelow > 0 { rules.append("hb") }
    out.open(.mtr, rules.isEmpty ? "" : " class=\"\(rules.joined(separator: " "))\"")
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
    for (column, cell) in row.cells.enumerated() {
      inner.continuesRow = table.kind.isAlignment && column % 2 == 1
      out.open(
        .mtd,
        row.spansColumns
          ? " columnspan=\"\(table.columnCount)\""
          : attributes(row: index, column: column, of: table))
      write(cell, inner)
      out.close(.mtd)
    }
    if isWide {
      out.raw("<mtd class=\"r tag\" style=\"width:50%\">")
      if let tag = row.tag { out.element(.mtext, "", tag) }
      out.raw("</mtd>")
    }
    out.close(.mtr)
  }

  private func attributes(row: Int, column: Int, of table: Formula.Table) -> String {
    var names: [String] = []
    switch table.alignment(row: row, column: column) {
    case .left: names.append("l")
    case .right: names.append("r")
    case .centre: break
    }
    if column < table.columns.count {
      if table.columns[column].rulesBefore > 0 { names.append("vl") }
      if table.columns[column].rulesAfter > 0 { names.append("vr") }
    }
    var attributes = names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
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

  /// How many cells the longest row has.
  var columnCount: Int { rows.map(\.cells.count).max() ?? 0 }
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
