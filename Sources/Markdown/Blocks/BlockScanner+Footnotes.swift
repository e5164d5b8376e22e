import Source

// CommonMark knows no footnotes. To its parser a definition is an item of a list of its own, whose
// bullet is as wide as a footnote's lines are indented; the line says later which item it was.
extension BlockScanner {
  /// Opens a footnote; false when its first line is done.
  mutating func openFootnote(_ mark: FootnoteSyntax.Mark, _ start: inout LineStart) -> Bool {
    if !start.hasOpened { writeSeparator(start) }
    var cursor = start.cursor
    // What is left of a tab is needed by the containers around.
    let from = cursor.leftOfTab > 0 ? cursor.textOffset : cursor.offset
    cursor.advanceToText(andOver: mark.end - cursor.textOffset)
    openContainer(.footnote, &start)
    // Blanks behind the colon go with it: a note does not start with code.
    let bullet = MaskedBuffer.Bullet(
      range: from..<(cursor.isBlank ? mark.end : cursor.textOffset), place: mark.span.start)
    text.main.put(bullet, inLineAt: start.line.start)
    let line = text.main.lines.count
    text.footnotes[line, default: []].append(mark)
    if cursor.isBlank {
      // An item that starts with nothing would be indented less.
      text.main.beginLine(at: start.line.start)
      text.main.copyPrefix(bytes, start.line.start, mark.end)
      writeComment(at: mark.end)
      start.isDone = true
      return false
    }
    cursor.advanceToText()
    start.cursor = cursor
    return true
  }

  /// Whether the item that starts here would continue the list that a footnote is to the parser.
  func startsList(behindFootnote start: LineStart) -> Bool {
    guard !start.hasOpened, start.matched < containers.count else { return false }
    if case .footnote = containers[start.matched] { return true }
    return false
  }

  /// Writes a comment that ends every list and paragraph before this line.
  mutating func writeSeparator(_ start: LineStart) {
    close(to: start.matched)
    text.main.beginLine(at: start.line.start)
    text.main.copy(bytes, start.line.start, start.cursor.offset)
    writeComment(at: start.cursor.offset)
  }

  private mutating func writeComment(at offset: Int) {
    text.separators.insert(text.main.lines.count - 1)
    text.main.beginContent()
    for byte in "<!-- -->".utf8 { text.main.write(byte, at: offset) }
    text.main.endLine(at: offset)
  }
}
