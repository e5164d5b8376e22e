import Source

extension Parser {
  /// Reads what follows `symbols`.
  mutating func symbols() throws(Diagnostic) -> [SymbolDeclaration] {
    var declarations: [SymbolDeclaration] = []
    repeat {
      declarations.append(try symbol())
    } while take(.comma) && current.kind != .end
    return declarations
  }

  private mutating func symbol() throws(Diagnostic) -> SymbolDeclaration {
    let name = try definedName("a symbol")
    let parameters = current.kind == .mark(.openParenthesis) ? try self.parameters() : nil
    let tex = try displayName()
    var shape: [Expression] = []
    var kind: Name?
    if take(.colon) {
      if current.kind == .name, SymbolDeclaration.kinds.contains(text(of: current)) {
        kind = word()
      } else {
        shape = try sizes()
      }
    }
    let span = name.span.union(previous?.span ?? name.span)
    return SymbolDeclaration(
      name: name, tex: tex, parameters: parameters, shape: shape, kind: kind, span: span)
  }

  /// Reads `3×4`, `3x4`, `n`, `n × (m + 1)`.
  private mutating func sizes() throws(Diagnostic) -> [Expression] {
    var sizes: [Expression] = []
    repeat {
      sizes += try size()
    } while take(.cross) || takeLetterX()
    return sizes
  }

  /// Reads one size, or the several that were written in one word: `3x4x5` is `3` and `x4x5`.
  private mutating func size() throws(Diagnostic) -> [Expression] {
    let start = current.span.start
    switch current.kind {
    case .name:
      return [try Parser.node(.name(text(of: advance())), at: since(start))]
    case .number:
      let number = advance()
      let size = try Parser.node(.number(text(of: number)), at: since(start))
      let isGlued = current.kind == .name && current.span.start == number.span.end
      return try isGlued && text(of: current) != "x" ? [size] + gluedSizes() : [size]
    case .mark(.openParenthesis):
      let size = try nested(.postfix)
      guard case .parenthesised = size.kind else { throw shapeAsTuple(size) }
      return [size]
    case .text, .keyword, .mark, .invalid, .end:
      throw unexpected("a size such as 3, n or 3×4, or a kind such as integer")
    }
  }

  /// Reads the sizes in `x4x5` or `xn`, glued to a number: a name takes all that is left.
  private mutating func gluedSizes() throws(Diagnostic) -> [Expression] {
    let word = current.span
    guard source.bytes[word.start] == UInt8(ascii: "x") else {
      throw unexpected("'×' and the next size")
    }
    var sizes: [Expression] = []
    var start = word.start + 1
    repeat {
      let rest = source.bytes[start..<word.end]
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let isLast = digits.isEmpty || digits.endIndex == word.end
      guard !rest.isEmpty, isLast || source.bytes[digits.endIndex] == UInt8(ascii: "x") else {
        throw unexpected("'×' and the next size")
      }
      let span = Span(start, digits.isEmpty ? word.end : digits.endIndex)
      sizes.append(
        Expression(digits.isEmpty ? .name(source[span]) : .number(source[span]), at: span))
      start = span.end + 1
    } while start <= word.end
    advance()
    return sizes
  }

  private mutating func takeLetterX() -> Bool {
    guard current.kind == .name, text(of: current) == "x" else { return false }
    advance()
    return true
  }
}
