import Source

/// Where the statements of a text begin and end, found from newlines, `;` and brackets alone.
///
/// A statement with a mistake inside never takes the next one with it: a bracket that is still
/// open when a line looks like a new statement, not indented further, is taken as forgotten.
struct Layout {
  /// The tokens of one statement.
  struct Piece: Hashable, Sendable {
    /// Indices of tokens; never empty.
    let tokens: Range<Int>
    /// The first opening bracket that is never closed.
    let unclosed: Int?
    /// The first closing bracket that closes nothing.
    let stray: Int?
  }

  /// The statements in order; the separators belong to none.
  private(set) var pieces: [Piece] = []
  /// For each token that is a bracket the index of its partner, -1 for the others.
  private(set) var partners: [Int]

  private let tokens: [Token]
  private var open: [Int] = []
  private var openCount: [Mark: Int] = [:]
  private var start = 0
  private var statementIndent = 0
  private var lineIndent = 0
  private var unclosed: Int?
  private var stray: Int?

  /// Splits tokens into statements, or takes them all as one where newlines mean nothing.
  init(_ tokens: [Token], asOneStatement: Bool = false) {
    self.tokens = tokens
    partners = Array(repeating: -1, count: tokens.count)
    for (index, token) in tokens.enumerated() {
      if let indent = token.indent { lineIndent = indent }
      if !asOneStatement, endsStatement(before: index) { finish(at: index) }
      if index == start { statementIndent = lineIndent }
      guard case .mark(let mark) = token.kind else { continue }
      switch mark.role {
      case .opening: open(mark, at: index)
      case .closing: close(mark, at: index)
      case .separator, .infix:
        if mark == .semicolon, !asOneStatement, endsStatement(withSemicolonAt: index) {
          finish(at: index)
          start = index + 1
        }
      }
    }
    finish(at: tokens.count)
  }

  private mutating func open(_ mark: Mark, at index: Int) {
    guard let closing = mark.closing else { return }
    open.append(index)
    openCount[closing, default: 0] += 1
  }

  private mutating func close(_ mark: Mark, at index: Int) {
    guard openCount[mark, default: 0] > 0 else {
      stray = stray ?? index
      return
    }
    while let last = open.popLast() {
      guard case .mark(let opening) = tokens[last].kind, let closing = opening.closing else {
        continue
      }
      openCount[closing, default: 1] -= 1
      if closing == mark {
        partners[last] = index
        partners[index] = last
        return
      }
      unclosed = min(unclosed ?? last, last)
    }
  }

  /// Ends the statement before the token at `index`.
  private mutating func finish(at index: Int) {
    if let first = open.first {
      unclosed = min(unclosed ?? first, first)
      open = []
      openCount = [:]
    }
    if index > start {
      pieces.append(Piece(tokens: start..<index, unclosed: unclosed, stray: stray))
    }
    start = index
    unclosed = nil
    stray = nil
  }

  private func endsStatement(before index: Int) -> Bool {
    let token = tokens[index]
    guard index > start, let indent = token.indent else { return false }
    let previous = tokens[index - 1]
    if open.isEmpty {
      let isIndented = indent > statementIndent
      if tokens.looksLikeStatement(at: index) { return !(previous.wantsMore && isIndented) }
      return !previous.wantsMore && !tokens.continuesStatement(at: index)
    }
    guard indent <= statementIndent else { return false }
    return tokens.looksLikeStatement(at: index) || (previous.endsOperand && token.beginsAnew)
  }

  private func endsStatement(withSemicolonAt index: Int) -> Bool {
    open.isEmpty || tokens.looksLikeStatement(at: index + 1)
  }
}

extension [Token] {
  /// Whether a statement that is no expression begins here: `x =`, `x as`, `f(a, b) =`, `show`.
  func looksLikeStatement(at index: Int) -> Bool {
    guard index < count else { return false }
    let next = index + 1 < count ? self[index + 1].kind : .end
    switch self[index].kind {
    case .keyword(let keyword):
      return keyword.beginsStatement && next != .mark(.colon)
    case .name:
      if next == .mark(.openParenthesis) { return isFunctionHead(from: index + 2) }
      return next == .mark(.assign) || next == .keyword(.as)
    case .number, .text, .mark, .invalid, .end:
      return false
    }
  }

  /// Whether a line that begins here goes on with the statement before: `|>`, and the words that
  /// no statement begins with, such as `then`.
  func continuesStatement(at index: Int) -> Bool {
    guard index < count else { return false }
    if self[index].kind == .mark(.pipe) { return true }
    guard case .keyword(let keyword) = self[index].kind, keyword.isInfix else { return false }
    return index + 1 == count || self[index + 1].kind != .mark(.assign)
  }

  /// Whether names, a `)` and a `=` follow on the same line; reads no further than the line.
  private func isFunctionHead(from start: Int) -> Bool {
    for index in start..<Swift.max(start, count) {
      let token = self[index]
      if token.indent != nil { return false }
      switch token.kind {
      case .name, .mark(.comma): continue
      case .mark(.closeParenthesis):
        return index + 1 < count && self[index + 1].kind == .mark(.assign)
      case .number, .text, .keyword, .mark, .invalid, .end: return false
      }
    }
    return false
  }
}
