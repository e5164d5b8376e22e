import Source

/// The lines of a code block as they come in, each behind the prefixes of its containers.
struct CodeLines {
  private struct Line {
    let start: Int
    let end: Int
    /// The spaces that stand for what a container left of a tab.
    let spaces: Int
  }

  private var lines: [Line] = []

  /// The offset behind the last line; nil without lines.
  var end: Int? { lines.last?.end }

  /// Adds what is left of the line at the cursor.
  mutating func add(_ cursor: LineCursor) {
    let spaces = cursor.leftOfTab
    let start = spaces > 0 ? cursor.offset + 1 : cursor.offset
    lines.append(Line(start: start, end: max(cursor.end, start), spaces: spaces))
  }

  /// Drops blank lines at the end: they are no part of indented code.
  mutating func dropBlankLines(in bytes: [UInt8]) {
    while let last = lines.last, bytes.skippingBlanks(from: last.start, to: last.end) == last.end {
      lines.removeLast()
    }
  }

  /// All lines, each ended by LF; `place` is where it stands if there are none.
  func excerpt(of bytes: [UInt8], at place: Int) -> Excerpt {
    var builder = ExcerptBuilder(bytes, at: place)
    for line in lines {
      if line.spaces > 0 {
        builder.add(String(repeating: " ", count: line.spaces), at: line.start - 1)
      }
      builder.add(line.start, line.end)
      builder.addLineEnd(at: line.end)
    }
    return builder.finished()
  }
}

/// Puts an excerpt together from stretches of a file, as few and long as possible.
struct ExcerptBuilder {
  private let bytes: [UInt8]
  private var excerpt: Excerpt
  private var start: Int
  private var end: Int

  /// An empty excerpt that stands at `place` until something is added.
  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    excerpt = Excerpt("", at: place)
    start = place
    end = place
  }

  /// Adds the bytes of the file in `start..<end`.
  mutating func add(_ start: Int, _ end: Int) {
    guard start < end else { return }
    if start != self.end {
      flush()
      self.start = start
    }
    self.end = end
  }

  /// Adds text that does not stand in the file, where `offset` is.
  mutating func add(_ text: String, at offset: Int) {
    flush()
    excerpt.append(text, at: offset)
    start = offset
    end = offset
  }

  /// Adds LF for the line end at `offset`, whichever it is.
  mutating func addLineEnd(at offset: Int) {
    if bytes.at(offset) == 0x0A { add(offset, offset + 1) } else { add("\n", at: offset) }
  }

  /// Everything that was added.
  consuming func finished() -> Excerpt {
    flush()
    return excerpt
  }

  private mutating func flush() {
    if start < end { excerpt.append(bytes.text(start..<end), at: start) }
    start = end
  }
}
