extension TeXReader {
  /// `\begin{…} … \end{…}`.
  mutating func environment(command: TeXToken) throws(TeXError) -> Formula {
    let (name, kind, columns) = try heading(command: command)
    // A level of tables costs the reader twice the stack of a level of braces.
    depth += 1
    defer { depth -= 1 }
    let table = try rows(kind: kind, columns: columns, command: command)
    try close(name, command: command)
    return .table(table)
  }

  /// Passes `\end{name}`.
  @inline(never)
  private mutating func close(_ name: String, command: TeXToken) throws(TeXError) {
    guard let end = try stream.peekSolid(), end.isCommand("end") else {
      throw stream.error(.missingEnd(of: name), at: command)
    }
    stream.advance()
    guard try environmentName(command: end) == name else {
      throw stream.error(.missingEnd(of: name), at: command)
    }
  }

  /// What follows `\begin`: the name of the environment and its arguments.
  @inline(never)
  private mutating func heading(
    command: TeXToken
  ) throws(TeXError) -> (String, Formula.Table.Kind, [ColumnReader.ArrayColumn]) {
    let name = try environmentName(command: command)
    let bare = name.hasSuffix("*") ? String(name.dropLast()) : name
    let starred = Self.starredMatrix(bare, isStarred: bare != name)
    let known = Formula.Table.Kind(rawValue: name) ?? starred ?? Self.otherNames[name]
    guard let kind = known, kind != .lines else {
      throw stream.error(.unknownEnvironment(name), at: command)
    }
    var columns: [ColumnReader.ArrayColumn] = []
    switch kind.argument {
    case .columns where name == "CD": try stream.layOutDiagram(command: command)
    case .columns:
      if let token = stream.rawToken, token.isCharacter("[") { _ = try stream.rawBracketed() }
      stream.skipSpaces()
      if stream.rawToken?.isCharacter("{") == true, let argument = try stream.rawArgument() {
        columns = ColumnReader(argument).columns
      }
    case .count:
      stream.skipSpaces()
      if stream.rawToken?.isCharacter("{") == true { _ = try stream.rawArgument() }
    case .none:
      if starred != nil, let argument = try stream.rawBracketed() {
        columns = ColumnReader(argument).columns
      } else if kind.takesPosition {
        _ = try stream.rawBracketed()
        _ = try stream.rawBracketed()
      } else if kind.family == .equations, kind.rawValue != name {
        // The columns of an IEEEeqnarray.
        _ = try stream.rawArgument()
      }
    }
    return (name, kind, columns)
  }

  /// Environments of other packages that are read as one of amsmath.
  private static let otherNames: [String: Formula.Table.Kind] = [
    "xalignat": .alignat, "xxalignat": .alignatStarred, "tabular": .array,
    "crampedsubarray": .subarray, "dmath": .equation, "dmath*": .equationStarred,
    "IEEEeqnarray": .eqnarray, "IEEEeqnarray*": .eqnarrayStarred, "CD": .array,
  ]

  private static func starredMatrix(_ name: String, isStarred: Bool) -> Formula.Table.Kind? {
    guard isStarred, name.hasSuffix("matrix") else { return nil }
    return Formula.Table.Kind(rawValue: name)
  }

  private mutating func environmentName(command: TeXToken) throws(TeXError) -> String {
    guard let argument = try stream.rawArgument() else {
      throw missingArgument(of: command)
    }
    return TeXToken.source(of: argument.filter { !$0.isSpace })
  }

  /// The rows up to `\end` or another thing that ends a row.
  mutating func rows(
    kind: Formula.Table.Kind, columns: [ColumnReader.ArrayColumn], command: TeXToken
  ) throws(TeXError) -> Formula.Table {
    var rows: [Formula.Table.Row] = []
    var rules = try rowRules()
    let outer = ending
    ending = .brace
    defer { ending = outer }
    while true {
      try readInterludes(into: &rows, of: kind)
      var row = try row(of: kind, columns: columns, command: command)
      row.rulesAbove = rules
      guard let token = try stream.peekSolid(), isLineEnd(token) else {
        if row.cells != [.empty] || rules != .none && rows.isEmpty {
          rows.append(row)
          rules = .none
        }
        let plain = columns.map(\.column)
        let filled = plain.isEmpty && kind.argument == .columns ? Self.centred(rows) : plain
        return Formula.Table(kind: kind, columns: filled, rows: rows, rulesBelow: rules)
      }
      row.gap = stretched(try lineEnd(), in: kind)
      rows.append(row)
      guard rows.count < TeXLimits.rows else { throw stream.error(.tooManyCells, at: token) }
      rules = try rowRules()
    }
  }

  /// The space below a row with what `\arraystretch` adds: 1.2 em is the height of a line.
  private func stretched(
    _ gap: Formula.Length?, in kind: Formula.Table.Kind
  ) -> Formula.Length? {
    guard stream.rowStretch != 1_000 else { return gap }
    switch kind.family {
    case .matrix, .array, .cases:
      let more = (stream.rowStretch - 1_000) * 12 / 10
      return Formula.Length(thousandths: (gap?.thousandths ?? 0) + more)
    case .smallMatrix, .stack, .alignment, .gathering, .multline, .equations, .single, .lines:
      return gap
    }
  }

  /// Centred columns for the longest row.
  private static func centred(_ rows: [Formula.Table.Row]) -> [Formula.Table.Column] {
    let count = rows.map(\.columnCount).max() ?? 1
    return Array(repeating: Formula.Table.Column(alignment: .centre), count: count)
  }

  /// `\intertext{…}` between two rows.
  @inline(never)
  private mutating func readInterludes(
    into rows: inout [Formula.Table.Row], of kind: Formula.Table.Kind
  ) throws(TeXError) {
    while kind.takesInterludes, let token = try stream.peekSolid(),
      case .command(let name) = token.kind,
      case .interlude? = Command.named(name)
    {
      stream.advance()
      rows.append(Formula.Table.Row(cells: [try prose(.plain, command: token)], isInterlude: true))
      guard rows.count < TeXLimits.rows else { throw stream.error(.tooManyCells, at: token) }
    }
  }

  /// Passes `\\`, its star and its length.
  @inline(never)
  mutating func lineEnd() throws(TeXError) -> Formula.Length? {
    guard let token = stream.rawToken else { return nil }
    stream.advance()
    if stream.rawToken?.isCharacter("*") == true { stream.advance() }
    guard stream.rawToken?.isCharacter("[") == true, let text = stream.bracketedAhead(),
      Formula.Length.thousandths(of: text) != nil
    else { return nil }
    _ = try stream.rawBracketed()
    let gap = try length(text, isMath: false, at: token)
    return gap == .zero ? nil : gap
  }

  /// `\substack{a \\ b}`.
  mutating func substack(command: TeXToken) throws(TeXError) -> Formula {
    guard let token = try stream.peekSolid(), token.isCharacter("{") else {
      throw stream.error(.missingArgument(of: "\\substack"), at: command)
    }
    stream.advance()
    let table = try rows(kind: .substack, columns: [], command: command)
    guard let end = try stream.peekSolid() else { throw stream.error(.missingBrace, at: token) }
    guard end.isCharacter("}") else { throw misplaced(end) }
    stream.advance()
    return .table(table)
  }
}

extension Formula.Table.Kind {
  /// Whether a vertical position in brackets may follow the name.
  var takesPosition: Bool {
    [.aligned, .gathered, .split, .lgathered, .rgathered, .multlined].contains(self)
  }
}

extension TokenStream {
  /// The source between the bracket that is next and the one that closes it; nothing is passed.
  func bracketedAhead() -> String? {
    var found: [TeXToken] = []
    for distance in 1...20 {
      guard let token = token(at: distance) else { return nil }
      if token.isCharacter("]") { return TeXToken.source(of: found) }
      found.append(token)
    }
    return nil
  }
}
