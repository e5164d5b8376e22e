import Source

extension BlockScanner {
  /// A stretch of some content that is replaced by a placeholder.
  struct Cut {
    let range: Range<Int>
    let number: Int
  }

  /// Writes the paragraph that ends here, or the heading that it is if a line underlines it.
  mutating func writeParagraph(underline: Span? = nil) {
    let paragraph = self.paragraph
    self.paragraph = Paragraph()
    guard !paragraph.lines.isEmpty else { return }
    if !text.mayDefineLinks { text.mayDefineLinks = paragraph.mayDefineLinks(in: bytes) }
    var lines = paragraph.lines[...]
    let number = text.main.lines.count
    if underline != nil, let last = lines.last,
      let cut = attributes(of: Span(last.content, last.end), on: number)
    {
      if cut == last.content, lines.count > 1 {
        lines.removeLast()
      } else {
        lines[lines.count - 1].end = cut
      }
    }
    if let table = paragraph.tableStart {
      writeRunningText(lines[..<table], isPlain: paragraph.isPlain, startsItem: false)
      writeTable(lines[table...])
    } else {
      writeRunningText(lines, isPlain: paragraph.isPlain, startsItem: paragraph.startsItem)
    }
    if let underline {
      text.underlines[number] = text.main.lines.count
      let cursor = LineCursor(bytes, from: underline.start, to: underline.end)
      copyLine(underline, content: cursor.textOffset)
    }
  }

  /// Writes a heading with leading `#`s.
  mutating func writeHeading(_ start: LineStart, level: Int) {
    let (offset, end) = (start.cursor.textOffset, start.cursor.end)
    let content = bytes.skippingBlanks(from: offset + level, to: end)
    // Indented less than any item's text, it is in none for the parser either.
    if containers.isEmpty, offset == start.line.start { text.cut() }
    let number = text.main.lines.count
    let cut = attributes(of: Span(content, end), on: number) ?? end
    let line = Paragraph.Line(start: start.line.start, content: content, end: cut)
    writeRunningText([line], isPlain: false, startsItem: false)
    text.main.extendLastLine(to: end)
  }

  /// Takes the attributes off the end of a heading: where its text ends without them.
  private mutating func attributes(of content: Span, on line: Int) -> Int? {
    var end = bytes.trimmingWhitespace(from: content.start, to: content.end)
    let behind = end
    // A heading may end in any number of `#`.
    while end > content.start, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    end = bytes.trimmingWhitespace(from: content.start, to: end)
    if bytes.at(end - 1) != UInt8(ascii: "}") { end = behind }
    guard end > content.start else { return nil }
    var opaque: ArraySlice<Range<Int>>?
    for index in content.start..<end where bytes[index] == UInt8(ascii: "{") {
      guard index == content.start || bytes[index - 1].isBlank else { continue }
      let close = AttributeReader.end(bytes, index, end)
      if close != end {
        guard AttributeReader.seemsToStart(bytes, index, end) else { continue }
        var known = opaque ?? FormulaFinder.opaque(in: bytes, content.start, end)[...]
        while let first = known.first, first.upperBound <= index { known.removeFirst() }
        opaque = known
        guard known.first.map({ $0.lowerBound > index }) ?? true else { continue }
      }
      var reader = AttributeReader(bytes, from: index, to: close ?? end)
      text.attributes[line] = reader.read()
      text.diagnostics += reader.diagnostics
      guard let close, close < end else {
        return bytes.trimmingWhitespace(from: content.start, to: index)
      }
      text.diagnostics.append(
        Diagnostic(
          .error, .attributesInside, at: Span(index, close),
          hint: "move them to its end, or write '\\{' for a plain brace"))
      return nil
    }
    return nil
  }

  /// Writes lines of running text, formulas replaced by placeholders.
  private mutating func writeRunningText(
    _ lines: ArraySlice<Paragraph.Line>, isPlain: Bool, startsItem: Bool
  ) {
    guard let first = lines.first else { return }
    let mayBeTask = startsItem && bytes.at(first.content) == UInt8(ascii: "[")
    guard !isPlain || mayBeTask else {
      for line in lines { copyLine(Span(line.start, line.end), content: line.content) }
      return
    }
    guard !lines.contains(where: \.isTooDeep) else {
      for line in lines { writeOpaque(line) }
      return
    }
    let content = Content(bytes, lines)
    var cuts: [Cut] = []
    if mayBeTask, let cut = task(content) { cuts.append(cut) }
    let finds = FormulaFinder.finds(in: content.bytes)
    cuts.reserveCapacity(cuts.count + finds.count)
    for find in finds { cuts.append(cut(find, in: content)) }
    Self.write(bytes, lines, cuts, content, to: &text.main)
  }

  /// Writes a line whose text must not open a container.
  private mutating func writeOpaque(_ line: Paragraph.Line) {
    let number = text.number(.verbatim("", Span(line.content, line.content)))
    text.main.beginLine(at: line.start)
    text.main.copyPrefix(bytes, line.start, line.content)
    text.main.beginContent()
    text.main.insert(number, at: line.content)
    text.main.copy(bytes, line.content, line.end)
    text.main.endLine(at: line.end)
  }

  /// Writes `lines` without the stretches of their content that are cut out.
  private static func write(
    _ bytes: [UInt8], _ lines: ArraySlice<Paragraph.Line>, _ cuts: [Cut], _ content: Content,
    to buffer: inout MaskedBuffer
  ) {
    var cuts = cuts[...]
    // The offset in the file up to which everything has been written or cut.
    var written = 0
    var isOpen = false
    for line in lines {
      if !isOpen {
        buffer.beginLine(at: line.start)
        buffer.copyPrefix(bytes, line.start, line.content)
        buffer.beginContent()
      }
      written = max(written, line.content)
      while let cut = cuts.first {
        let start = content.fileOffset(of: cut.range.lowerBound)
        guard start <= line.end else { break }
        cuts.removeFirst()
        buffer.copy(bytes, written, start)
        buffer.insert(cut.number, at: start)
        written = content.fileOffset(of: cut.range.upperBound - 1) + 1
      }
      // What was cut may reach into the next line, which then goes on with this one.
      isOpen = written > line.end
      guard !isOpen else { continue }
      buffer.copy(bytes, written, line.end)
      buffer.endLine(at: line.end)
    }
  }

  /// Notes what was found and says what to put in its place.
  mutating func cut(_ find: FormulaFinder.Find, in content: Content) -> Cut {
    if let label = find.label {
      let label = content.bytes.text(label)
      return Cut(
        range: find.range, number: text.number(.footnote(label, content.span(of: find.range))))
    }
    guard let tex = find.tex else {
      let excerpt = content.excerpt(find.range, of: bytes)
      return Cut(range: find.range, number: text.number(.verbatim(excerpt.text, excerpt.span)))
    }
    var attributes = Attributes()
    var range = find.range
    if let braces = find.attributes {
      let start = braces.lowerBound
      var reader = AttributeReader(
        content.bytes, from: start, to: braces.upperBound,
        shift: content.fileOffset(of: start) - start)
      attributes = reader.read()
      text.diagnostics += reader.diagnostics
      range = range.lowerBound..<braces.upperBound
    }
    let formula = Formula(
      tex: content.excerpt(tex, of: bytes), isDisplay: find.isDisplay, attributes: attributes,
      span: content.span(of: range))
    return Cut(range: range, number: text.number(.formula(.math(formula))))
  }

  /// The box to tick at the start of an item.
  private mutating func task(_ content: Content) -> Cut? {
    let mark = content.bytes.at(1)
    guard content.bytes.at(2) == UInt8(ascii: "]"), content.bytes.at(3).isWhitespace else {
      return nil
    }
    guard mark == UInt8(ascii: " ") || (mark | 0x20) == UInt8(ascii: "x") else { return nil }
    let start = content.fileOffset(of: 0)
    let task = MaskedText.Insertion.task(
      mark == UInt8(ascii: " ") ? .open : .done, Span(start, start + 3))
    return Cut(range: 0..<3, number: text.number(task))
  }
}

extension Diagnostic.Message {
  static let attributesInside = Self(
    "attribute-syntax", "attributes stand at the end of a heading")
}
