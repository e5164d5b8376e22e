internal import Source

/// Reads one formula.
struct TeXReader {
  var stream: TokenStream
  var depth = 0
  /// The brackets that the row being read is in, which decide whether a `]` or a `$` ends it.
  var ending = Ending.brace

  /// What ends a row besides the things that end every row.
  enum Ending {
    case brace, bracket, dollar
  }

  init(_ tex: String, macros: Macros) throws(TeXError) {
    stream = try TokenStream(tex, macros: macros)
  }

  /// Reads everything.
  mutating func formula() throws(TeXError) -> Formula {
    let formula = try lines()
    if let token = try stream.peekSolid() { throw misplaced(token) }
    return formula
  }

  /// The error of a token that ends a row but not this one.
  @inline(never)
  func misplaced(_ token: TeXToken) -> TeXError {
    let reason: TeXError.Reason =
      switch token.kind {
      case .character("}"): .unexpectedBrace
      case .character("&"): .unexpectedAmpersand
      case .character("$"): .unexpectedDollar
      case .character("#"), .parameter: .unexpectedParameter
      case .character(let scalar): .unexpectedBracket(String(scalar))
      case .command(let name): .unexpectedCommand(name)
      case .space: .unexpectedBracket(" ")
      }
    return stream.error(reason, at: token)
  }

  /// The error of a command without the argument it needs.
  @inline(never)
  func missingArgument(of command: TeXToken) -> TeXError {
    stream.error(.missingArgument(of: TeXToken.source(of: [command])), at: command)
  }

  /// Rows with bare line ends between them, or one row.
  mutating func lines() throws(TeXError) -> Formula {
    let first = try row()
    guard let token = try stream.peekSolid(), isLineEnd(token) else { return first }
    var rows = [Formula.Table.Row(cells: [first], gap: try lineEnd())]
    while true {
      let next = try row()
      let isEnd = try stream.peekSolid().map(isLineEnd) ?? false
      if !isEnd {
        if next != .empty { rows.append(Formula.Table.Row(cells: [next])) }
        break
      }
      rows.append(Formula.Table.Row(cells: [next], gap: try lineEnd()))
      guard rows.count <= TeXLimits.rows else { throw stream.error(.tooManyCells, at: nil) }
    }
    if rows.count == 1 { return first }
    return .table(Formula.Table(kind: .lines, columns: [], rows: rows, rulesBelow: .none))
  }

  func isLineEnd(_ token: TeXToken) -> Bool {
    token.isCommand("\\") || token.isCommand("cr") || token.isCommand("newline")
  }

  /// Formulas up to something that ends a row, which is left for the caller to judge.
  mutating func row() throws(TeXError) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= TeXLimits.depth else { throw stream.error(.tooDeep, at: nil) }
    var items: [Formula] = []
    items.reserveCapacity(8)
    var infix: (form: Formula.Fraction.Form, numerator: Formula)?
    while let token = try stream.peekSolid() {
      if isRowEnd(token) { break }
      if case .command(let name) = token.kind, let command = Command.named(name) {
        if let form = try infixForm(command, name: name, token: token) {
          guard infix == nil else { throw stream.error(.ambiguousFraction, at: token) }
          infix = (form, .row(items))
          items = []
          continue
        }
        if let rest = try switched(command, token: token) {
          items.append(rest)
          continue
        }
      }
      if let item = try scripted() { items.append(item) }
    }
    let content = Formula.row(items)
    guard let infix else { return content }
    return .ratio(
      Formula.Fraction(numerator: infix.numerator, denominator: content, form: infix.form))
  }

  private func isRowEnd(_ token: TeXToken) -> Bool {
    switch token.kind {
    case .character("}"), .character("&"), .character("#"), .parameter: true
    case .character("]"): ending == .bracket
    case .character("$"): true
    case .command("\\"), .command("cr"), .command("newline"), .command("end"), .command("right"),
      .command("middle"):
      true
    case .command(")"): true
    case .character, .command, .space: false
    }
  }

  /// The rest of the row in the style, colour or alphabet that a switch turns on.
  @inline(never)
  private mutating func switched(
    _ command: Command, token: TeXToken
  ) throws(TeXError) -> Formula? {
    if case .style(let style) = command {
      stream.advance()
      return .styled(style, try row())
    }
    if case .alphabetSwitch(let alphabet) = command {
      stream.advance()
      return .lettered(alphabet, try row())
    }
    guard case .colourSwitch = command else { return nil }
    stream.advance()
    let colour = try colour(of: token)
    return .colored(colour, try row())
  }

  /// The content between two braces, the first of which was just passed.
  mutating func braced(from opening: TeXToken) throws(TeXError) -> Formula {
    let outer = ending
    ending = .brace
    let content = try lines()
    ending = outer
    guard let token = try stream.peekSolid() else { throw stream.error(.missingBrace, at: opening) }
    guard token.isCharacter("}") else { throw misplaced(token) }
    stream.advance()
    return content
  }

  /// One argument of a command: the content of braces, or one atom.
  ///
  /// An argument in braces counts as two levels of nesting, because it costs the stack of two: the
  /// deepest formula takes less than 400 KB, so that a thread of 512 KB reads it.
  mutating func argument(of command: TeXToken) throws(TeXError) -> Formula {
    guard let token = try stream.peekSolid(), !isRowEnd(token) else {
      throw missingArgument(of: command)
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= TeXLimits.depth else { throw stream.error(.tooDeep, at: token) }
    switch token.kind {
    case .character("{"):
      stream.advance()
      return try braced(from: token)
    case .character(let scalar) where ("0"..."9").contains(scalar):
      stream.advance()
      return Formula.ascii[Int(scalar.value)]
    case .character("^"), .character("_"):
      throw missingArgument(of: command)
    case .character, .command, .space, .parameter:
      guard let atom = try atom() else { throw missingArgument(of: command) }
      return atom
    }
  }

  /// The content between brackets, if a bracket is next.
  mutating func optionalArgument() throws(TeXError) -> Formula? {
    guard let token = try stream.peekSolid(), token.isCharacter("[") else { return nil }
    stream.advance()
    let outer = ending
    ending = .bracket
    let content = try row()
    ending = outer
    guard let close = try stream.peekSolid(), close.isCharacter("]") else {
      throw stream.error(.unexpectedBracket("["), at: token)
    }
    stream.advance()
    return content.withoutBraces
  }
}
