import Source

extension BlockScanner {
  /// Opens the block that starts at the cursor; false when none does or the line is done.
  mutating func openBlock(_ start: inout LineStart) -> Bool {
    let cursor = start.cursor
    let (offset, end) = (cursor.textOffset, cursor.end)
    if cursor.indent >= 4 {
      guard !start.mayBeLazy, !cursor.isBlank else { return false }
      openIndentedCode(&start)
      return false
    }
    guard cursor.first.mayStartBlock else { return false }
    if cursor.first == UInt8(ascii: ">") {
      guard canNest(start) else { return false }
      openContainer(.quote, &start)
      start.cursor.advanceToText(andOver: 1)
      start.cursor.skipOneBlank()
      return true
    }
    if cursor.first == UInt8(ascii: "["), let mark = FootnoteSyntax.definition(bytes, offset, end) {
      guard canNest(start) else { return false }
      return openFootnote(mark, &start)
    }
    if let level = BlockStart.heading(bytes, offset, end) {
      prepareLeaf(&start)
      writeHeading(start, level: level)
    } else if let fence = BlockStart.fence(bytes, offset, end, indent: cursor.indent) {
      prepareLeaf(&start)
      openFence(fence, start)
    } else if let kind = HTMLSyntax.block(
      bytes, offset, end, interruptsParagraph: start.isInParagraph)
    {
      prepareLeaf(&start)
      copyLine(start.line, content: cursor.offset)
      if !HTMLSyntax.ends(kind, bytes, offset, end) { leaf = .html(kind) }
    } else if start.isInParagraph, BlockStart.isUnderline(bytes, offset, end) {
      writeParagraph(underline: start.line)
      leaf = .none
    } else if BlockStart.isThematicBreak(bytes, offset, end) {
      prepareLeaf(&start)
      copyLine(start.line, content: offset)
    } else if let length = BlockStart.marker(
      bytes, offset, end, interruptsParagraph: start.isInParagraph)
    {
      guard canNest(start) else { return false }
      openItem(length: length, &start)
      return true
    } else {
      return false
    }
    start.isDone = true
    return false
  }

  /// Adds what is left of a line to a paragraph, or starts one with it.
  mutating func addText(_ start: LineStart) {
    let cursor = start.cursor
    guard !cursor.isBlank else {
      // A blank line ends a paragraph and belongs to the containers it has prefixes of.
      close(to: start.matched)
      paragraph.startsItem = false
      copyLine(start.line, content: cursor.textOffset)
      return
    }
    let isContinuation = start.mayBeLazy && !start.hasOpened
    if !isContinuation {
      close(to: start.matched)
      noteContent()
      leaf = .paragraph
    }
    let line = Paragraph.Line(
      start: start.line.start, content: cursor.textOffset, end: start.line.end,
      isTooDeep: start.isTooDeep(cursor.first))
    paragraph.add(line, in: bytes)
    readTableStart()
    if paragraph.tableStart == nil, start.matched == containers.count { readDisplay(line) }
  }

  /// Closes what the line does not belong to, to start a leaf.
  private mutating func prepareLeaf(_ start: inout LineStart) {
    close(to: start.matched)
    noteContent()
    paragraph.startsItem = false
    start.hasOpened = true
  }

  mutating func openContainer(_ container: Container, _ start: inout LineStart) {
    close(to: start.matched)
    noteContent()
    paragraph.startsItem = false
    containers.append(container)
    start.matched = containers.count
    start.hasOpened = true
    start.mayBeLazy = false
    start.isInParagraph = false
  }

  private mutating func openItem(length: Int, _ start: inout LineStart) {
    var cursor = start.cursor
    let markerIndent = cursor.indent
    cursor.advanceToText(andOver: length)
    let isEmpty = cursor.isBlank
    // Five columns of space and more belong to indented code: one is the marker's then.
    let padding = isEmpty || cursor.indent >= 5 ? 1 : cursor.indent
    if startsList(behindFootnote: start) { writeSeparator(start) }
    openContainer(.item(indent: markerIndent + length + padding, hasContent: false), &start)
    if isEmpty || cursor.indent >= 5 {
      cursor.skipOneBlank()
    } else {
      cursor.advance(columns: padding)
    }
    start.cursor = cursor
    paragraph.startsItem = true
  }

  private mutating func openIndentedCode(_ start: inout LineStart) {
    prepareLeaf(&start)
    start.cursor.advance(columns: 4)
    var lines = CodeLines()
    lines.add(start.cursor)
    indented = IndentedCode(
      line: text.main.lines.count, start: start.cursor.offset, lines: lines)
    leaf = .indented
    copyLine(start.line, content: start.cursor.offset)
    start.isDone = true
  }

  /// Notes that the innermost item is not empty: a blank line does not end it any more.
  private mutating func noteContent() {
    if let last = containers.indices.last, case .item(let indent, false) = containers[last] {
      containers[last] = .item(indent: indent, hasContent: true)
    }
  }

  /// Whether one more container fits; says so once when not.
  mutating func canNest(_ start: LineStart) -> Bool {
    guard start.matched >= Self.nestingLimit else { return true }
    if !isTooDeep {
      let offset = start.cursor.textOffset
      text.diagnostics.append(
        Diagnostic(
          .error, .nestedTooDeeply, at: Span(offset, offset + 1),
          hint: "at most \(Self.nestingLimit) quotes and items fit into each other"))
    }
    isTooDeep = true
    return false
  }
}

extension BlockScanner.LineStart {
  /// Whether the text would open one more container than allowed.
  fileprivate func isTooDeep(_ first: UInt8) -> Bool {
    matched >= BlockScanner.nestingLimit && first.mayStartBlock
  }
}

extension UInt8 {
  /// Whether some block other than a paragraph may start with it.
  fileprivate var mayStartBlock: Bool {
    switch self {
    case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "-"),
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "["), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case _: false
    }
  }
}

extension Diagnostic.Message {
  static let nestedTooDeeply = Self("nested-too-deeply", "this is nested too deeply")
}
