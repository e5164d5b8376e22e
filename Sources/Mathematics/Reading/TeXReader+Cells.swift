extension TeXReader {
  /// The cells of one row, without what ends it.
  mutating func row(
    of kind: Formula.Table.Kind, columns: [ColumnReader.ArrayColumn], command: TeXToken
  ) throws(TeXError) -> Formula.Table.Row {
    var row = Formula.Table.Row(cells: [])
    var column = 0
    var opening = command
    while true {
      if let spanning = try spanning() {
        row.spanning[row.cells.count] = spanning
        row.cells.append(try content(of: spanning))
        column += spanning.columns
      } else {
        let described = columns.indices.contains(column) ? columns[column] : nil
        let isText = kind.hasTextCells && column > 0
        row.cells.append(
          try isText
            ? textCell(opening: opening)
            : cell(described, isFirst: column == 0, command: command))
        column += 1
      }
      guard let token = try stream.peekSolid(), token.isCharacter("&") else { return row }
      stream.advance()
      opening = token
      guard column < TeXLimits.columns else { throw stream.error(.tooManyCells, at: token) }
    }
  }

  /// One cell, between what its column puts before and behind it.
  private mutating func cell(
    _ column: ColumnReader.ArrayColumn?, isFirst: Bool, command: TeXToken
  ) throws(TeXError) -> Formula {
    guard let column, !column.prefix.isEmpty || !column.suffix.isEmpty else { return try row() }
    // A row that ends at once, behind the last line end, is none.
    if isFirst, let token = try stream.peekSolid(), token.isCommand("end") { return .empty }
    try stream.repeating(column.prefix, at: command)
    let content = try row()
    guard !column.suffix.isEmpty else { return content }
    try stream.repeating(column.suffix, at: command)
    return .row([content, try row()])
  }

  /// `\multicolumn{2}{c}` or `\hdotsfor{2}` at the start of a cell; nil for other cells.
  @inline(never)
  private mutating func spanning() throws(TeXError) -> Formula.Table.Spanning? {
    guard let token = try stream.peekSolid(), case .command(let name) = token.kind,
      case .spanning(let isDots)? = Command.named(name)
    else { return nil }
    stream.advance()
    if isDots { _ = try stream.rawBracketed() }
    guard let argument = try stream.rawArgument() else { throw missingArgument(of: token) }
    let text = TeXToken.source(of: argument.filter { !$0.isSpace })
    guard let count = Int(text), (1...TeXLimits.columns).contains(count) else {
      throw stream.error(.badColumns(text), at: token)
    }
    if isDots { return Formula.Table.Spanning(columns: count, column: nil) }
    guard let list = try stream.rawArgument() else { throw missingArgument(of: token) }
    guard let column = ColumnReader(list).columns.first?.column else {
      throw stream.error(.badColumns(TeXToken.source(of: list)), at: token)
    }
    return Formula.Table.Spanning(columns: count, column: column)
  }

  private mutating func content(of spanning: Formula.Table.Spanning) throws(TeXError) -> Formula {
    guard spanning.column != nil else {
      return .row(Array(repeating: .glyph("cdots"), count: spanning.columns))
    }
    return try row().withoutBraces
  }

  /// The rules in front of a row or at the end of a table.
  @inline(never)
  mutating func rowRules() throws(TeXError) -> Formula.Table.Rules {
    var rules = Formula.Table.Rules.none
    while let token = try stream.peekSolid(), case .command(let name) = token.kind {
      if case .rowRule? = Command.named(name) {
        stream.advance()
        rules.count = min(2, rules.count + 1)
      } else if case .partialRule? = Command.named(name) {
        stream.advance()
        // `\cmidrule` says at which ends it is shortened.
        if stream.rawToken?.isCharacter("(") == true { stream.skip(through: ")") }
        rules.parts.append(try ruledColumns(command: token))
      } else {
        break
      }
      guard rules.parts.count <= TeXLimits.columns else {
        throw stream.error(.tooManyCells, at: token)
      }
    }
    return rules
  }

  /// `{2-3}` behind `\cline`.
  private mutating func ruledColumns(command: TeXToken) throws(TeXError) -> ClosedRange<Int> {
    guard let argument = try stream.rawArgument() else { throw missingArgument(of: command) }
    let text = TeXToken.source(of: argument.filter { !$0.isSpace })
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, first <= last,
      last <= TeXLimits.columns
    else { throw stream.error(.badColumns(text), at: command) }
    return first...last
  }
}

extension TokenStream {
  /// Passes everything up to a character, and that.
  fileprivate mutating func skip(through end: Unicode.Scalar) {
    while let token = rawToken {
      advance()
      if token.isCharacter(end) { return }
    }
  }
}
