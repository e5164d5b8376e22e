extension TokenStream {
  /// Writes the diagram of amscd that starts here as the rows of an array, up to its `\end`.
  ///
  /// `@>a>b>`, `@<a<b<`, `@VaVbV`, `@AaAbA` are arrows with labels on either side, `@=` and `@|` double
  /// lines, and `@.` no arrow. An arrow to the side stands in a column between two objects, one up or
  /// down below an object.
  mutating func layOutDiagram(command: TeXToken) throws(TeXError) {
    var laidOut: [TeXToken] = []
    var level = 0
    while let token = rawToken {
      if token.isCommand("end") {
        if level == 0 { return prepend(Self.withoutOpenCells(laidOut)) }
        level -= 1
      }
      if token.isCommand("begin") { level += 1 }
      advance()
      if token.isCharacter("@"), level == 0 {
        laidOut += try diagramArrow(at: token)
      } else {
        laidOut.append(token)
      }
    }
    throw error(.missingEnd(of: "CD"), at: command)
  }

  /// The cells that an arrow becomes whose `@` was just passed.
  private mutating func diagramArrow(at start: TeXToken) throws(TeXError) -> [TeXToken] {
    let place = rawToken
    advance()
    let source: String
    switch place?.kind {
    case .character("="): source = #"& \xlongequal{\qquad} &"#
    case .character("|"), .command("vert"), .command("|"): source = #"\Big\Vert & &"#
    case .character("."): source = "& &"
    case .character(">"): return try sideways(">", #"& \xrightarrow[\;#2\;]{\;#1\;} &"#, start)
    case .character("<"): return try sideways("<", #"& \xleftarrow[\;#2\;]{\;#1\;} &"#, start)
    case .character("V"): return try upright("V", #"\Big\downarrow"#, start)
    case .character("A"): return try upright("A", #"\Big\uparrow"#, start)
    case .character, .command, .space, .parameter, nil:
      throw error(
        .unexpectedBracket("@" + TeXToken.source(of: place.map { [$0] } ?? [])), at: start)
    }
    return try TeXLexer.tokens(of: source).map { $0.moved(to: start) }
  }

  /// An arrow to the side with its labels above and below.
  private mutating func sideways(
    _ mark: Unicode.Scalar, _ template: String, _ start: TeXToken
  ) throws(TeXError) -> [TeXToken] {
    var labels = try self.labels(mark, start)
    if labels.allSatisfy(\.isEmpty) { labels[0] = try TeXLexer.tokens(of: #"\quad"#) }
    return try Self.filled(template, with: labels, at: start)
  }

  /// An arrow up or down with its labels on the left and on the right, and as much room on the other
  /// side, so that it stands in the middle of its column.
  private mutating func upright(
    _ mark: Unicode.Scalar, _ arrow: String, _ start: TeXToken
  ) throws(TeXError) -> [TeXToken] {
    let labels = try self.labels(mark, start)
    var (left, right) = ("", "")
    if !labels[0].isEmpty {
      left = #"{\scriptstyle #1}"#
      right = #"\hphantom{\scriptstyle #1}"#
    }
    if !labels[1].isEmpty {
      left = #"\hphantom{\scriptstyle #2}"# + left
      right = #"{\scriptstyle #2}"# + right
    }
    return try Self.filled(left + arrow + right + "& &", with: labels, at: start)
  }

  /// The two labels of an arrow, each of which ends at `mark`.
  private mutating func labels(
    _ mark: Unicode.Scalar, _ start: TeXToken
  ) throws(TeXError) -> [[TeXToken]] {
    var labels: [[TeXToken]] = []
    while labels.count < 2 {
      var label: [TeXToken] = []
      var depth = 0
      while let token = rawToken, !(depth == 0 && token.isCharacter(mark)) {
        if token.isCharacter("{") { depth += 1 }
        if token.isCharacter("}") { depth -= 1 }
        if depth < 0 || depth == 0 && (token.isCommand("end") || token.isCommand("\\")) { break }
        label.append(token)
        advance()
      }
      guard rawToken?.isCharacter(mark) == true else {
        throw error(.missingArgument(of: "@" + String(mark)), at: start)
      }
      advance()
      labels.append(label.allSatisfy(\.isSpace) ? [] : label)
    }
    return labels
  }

  private static func filled(
    _ template: String, with labels: [[TeXToken]], at start: TeXToken
  ) throws(TeXError) -> [TeXToken] {
    let body = try MacroReader.body(of: TeXLexer.tokens(of: template), name: "CD").tokens
    return body.flatMap { token -> [TeXToken] in
      if case .parameter(let number) = token.kind, labels.indices.contains(number - 1) {
        return labels[number - 1]
      }
      return [token.moved(to: start)]
    }
  }

  /// The rows without the empty cells that arrows down leave at their ends.
  private static func withoutOpenCells(_ tokens: [TeXToken]) -> [TeXToken] {
    var kept: [TeXToken] = []
    func dropCells() {
      while let last = kept.last, last.isSpace || last.isCharacter("&") { kept.removeLast() }
    }
    for token in tokens {
      if token.isCommand("\\") { dropCells() }
      kept.append(token)
    }
    dropCells()
    return kept
  }
}
