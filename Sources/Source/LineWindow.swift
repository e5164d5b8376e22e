/// The part of an author's line that is shown around a span, and where its caret goes.
struct LineWindow {
  /// What is shown, with `…` where a long line was cut.
  let text: String
  /// The columns left of the caret.
  let caretColumn: Int
  /// The columns that the caret and its tildes take, at least 1.
  let caretWidth: Int

  /// The window of at most `width` columns on the line with the number `line`, where `span` starts.
  init(_ source: SourceText, span: Span, line: Int, width: Int) {
    let whole = source.span(ofLine: line)
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    // A column rarely takes more than 4 bytes: enough is read to fill the window, never a megabyte.
    let reach = width * 4
    let low = Self.boundary(source, max(whole.start, start - reach), whole)
    let middle = Self.boundary(source, min(end, start + reach), whole)
    let high = Self.boundary(source, min(whole.end, middle + reach), whole)
    var before = DisplayWidth.shown(source.text(in: Span(low, start)))
    let column = DisplayWidth.of(before)
    var marked = DisplayWidth.shown(source.text(in: Span(start, middle)), from: column)
    var after = DisplayWidth.shown(
      source.text(in: Span(middle, high)), from: column + DisplayWidth.of(marked))
    var room = width
    let isLong = DisplayWidth.of(before + marked + after) > width
    // A third of the window stays in front of the caret, the rest goes to what it marks.
    let isCutBefore = Self.cut(&before, to: isLong ? width / 3 : width, fromStart: true)
    room -= DisplayWidth.of(before)
    let isCutInside = Self.cut(&marked, to: room, fromStart: false)
    room -= DisplayWidth.of(marked)
    let isCutAfter = Self.cut(&after, to: room, fromStart: false)
    var shown = before + marked + after
    if isCutBefore || low > whole.start { shown.insert("…", at: 0) }
    if isCutInside || isCutAfter || high < whole.end { shown.append("…") }
    text = String(shown).trimmedAtEnd()
    caretColumn = DisplayWidth.of(before) + (isCutBefore || low > whole.start ? 1 : 0)
    caretWidth = max(DisplayWidth.of(marked), 1)
  }

  /// Drops characters at one end until `characters` takes at most `width` columns.
  private static func cut(
    _ characters: inout [Character], to width: Int, fromStart: Bool
  ) -> Bool {
    let all = DisplayWidth.of(characters)
    guard all > width else { return false }
    var left = all
    var count = 0
    for character in fromStart ? characters : characters.reversed() {
      guard left > max(width, 0) else { break }
      left -= DisplayWidth.of(character)
      count += 1
    }
    if fromStart { characters.removeFirst(count) } else { characters.removeLast(count) }
    return true
  }

  /// The start of the scalar that the byte at `offset` belongs to.
  private static func boundary(_ source: SourceText, _ offset: Int, _ line: Span) -> Int {
    var offset = offset
    while offset > line.start, offset < line.end, source.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }
}

extension String {
  fileprivate func trimmedAtEnd() -> String {
    var view = self[...]
    while view.last == " " { view = view.dropLast() }
    return String(view)
  }
}
