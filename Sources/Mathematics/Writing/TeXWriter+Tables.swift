extension TeXWriter {
  mutating func table(_ table: Formula.Table) {
    let outer = isCompact
    isCompact = false
    defer { isCompact = outer }
    if table.kind == .lines { return rows(of: table) }
    if table.kind == .substack {
      write("\\substack{")
      rows(of: table)
      return write("}")
    }
    let isStarredMatrix = !table.columns.isEmpty && table.kind.argument == .none
    let name = table.kind.rawValue + (isStarredMatrix ? "*" : "")
    write("\\begin{\(name)}")
    switch table.kind.argument {
    case .columns: write("{" + columns(of: table) + "}")
    case .count: write("{\(((table.rows.map(\.cells.count).max() ?? 1) + 1) / 2)}")
    case .none: if isStarredMatrix { write("[" + columns(of: table) + "]") }
    }
    write(" ")
    rows(of: table)
    space()
    write("\\end{\(name)}")
  }

  private func columns(of table: Formula.Table) -> String {
    table.columns.map { Self.source(of: $0) }.joined()
  }

  private static func source(of column: Formula.Table.Column) -> String {
    String(repeating: "|", count: column.rulesBefore) + (column.isTightBefore ? "@{}" : "")
      + column.alignment.rawValue + String(repeating: "|", count: column.rulesAfter)
      + (column.isTightAfter ? "@{}" : "")
  }

  private mutating func spanning(_ spanning: Formula.Table.Spanning, _ cell: Formula) {
    guard let column = spanning.column else { return write("\\hdotsfor{\(spanning.columns)}") }
    write("\\multicolumn{\(spanning.columns)}{" + Self.source(of: column) + "}")
    argument(cell)
  }

  private mutating func rules(_ rules: Formula.Table.Rules) {
    for _ in 0..<rules.count { write("\\hline ") }
    for part in rules.parts { write("\\cline{\(part.lowerBound)-\(part.upperBound)} ") }
  }

  private mutating func rows(of table: Formula.Table) {
    for (index, row) in table.rows.enumerated() {
      rules(row.rulesAbove)
      if row.isInterlude, case .prose(let text)? = row.cells.first {
        write(command: "intertext")
        write("{")
        pieces(of: text)
        write("} ")
        continue
      }
      for place in row.places {
        let (cell, column) = (place.cell, place.columns.lowerBound)
        if column > 0 {
          space()
          write("&")
          if !cell.startsWithOperator { write(" ") }
          continuesRow = table.kind.isAlignment && column % 2 == 1
        }
        if let spanning = place.spanning {
          self.spanning(spanning, cell)
        } else if table.kind.hasTextCells, column > 0, case .prose(let text) = cell {
          pieces(of: text)
        } else {
          write(cell)
        }
        continuesRow = false
      }
      let isLast = index == table.rows.count - 1
      guard !isLast || row.gap != nil || row.cells == [.empty] || table.rulesBelow != .none else {
        break
      }
      space()
      write("\\\\")
      if let gap = row.gap {
        write("[\(gap.ems)em]")
      } else if !isLast, let first = table.rows[index + 1].cells.first, first.startsWithBracket {
        write("[0pt]")
      }
      write(" ")
    }
    rules(table.rulesBelow)
  }
}

extension Formula {
  /// Whether the source of the formula starts with `[`, which would be read as a length.
  var startsWithBracket: Bool {
    if case .glyph(let name) = self { return name == "[" }
    if case .sequence(let items) = self { return items.first?.startsWithBracket ?? false }
    if case .scripted(let scripts) = self { return scripts.base.startsWithBracket }
    return false
  }
}

extension Formula {
  /// Whether the formula starts with a relation or a binary operator.
  var startsWithOperator: Bool {
    if case .sequence(let items) = self { return items.first?.startsWithOperator ?? false }
    return atomClass == .relation || atomClass == .binary
  }

  /// The formula as LaTeX source without delimiters, using amsmath, amssymb, mathtools and xcolor.
  ///
  /// Reading it gives an equal formula. Macros are expanded.
  public var tex: String {
    var writer = TeXWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
