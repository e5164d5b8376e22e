import Source

/// A fence that has been opened, and the lines since.
struct OpenFence {
  let fence: BlockStart.Fence
  /// The line of the prepared text that it starts on.
  let line: Int
  /// Where the fence itself stands.
  let span: Span
  /// What follows it on its line.
  let info: Span
  var lines = CodeLines()
}

/// Indented code so far.
struct IndentedCode {
  /// The line of the prepared text that it starts on.
  let line: Int
  let start: Int
  var lines: CodeLines
}

extension BlockScanner {
  mutating func openFence(_ mark: BlockStart.Fence, _ start: LineStart) {
    let opening = Span(start.cursor.textOffset, start.cursor.textOffset + mark.length)
    fence = OpenFence(
      fence: mark, line: text.main.lines.count, span: opening,
      info: Span(opening.end, start.cursor.end))
    leaf = .fence
    copyLine(start.line, content: start.cursor.textOffset)
  }

  mutating func continueFence(_ cursor: LineCursor, _ line: Span) {
    guard let open = fence?.fence else { return }
    var cursor = cursor
    copyLine(line, content: cursor.offset)
    if cursor.indent < 4, BlockStart.closes(open, bytes, cursor.textOffset, cursor.end) {
      finishFence(end: bytes.trimmingWhitespace(from: cursor.textOffset, to: cursor.end))
      leaf = .none
      return
    }
    cursor.advance(columns: min(open.indent, cursor.indent))
    fence?.lines.add(cursor)
  }

  /// Notes the block that a fence makes; `end` is behind the closing fence, nil without one.
  mutating func finishFence(end: Int?) {
    guard let open = fence else { return }
    fence = nil
    if end == nil {
      let marks = String(
        repeating: String(UnicodeScalar(open.fence.mark)), count: open.fence.length)
      text.diagnostics.append(
        Diagnostic(
          .error, .unterminatedFence, at: open.span,
          hint: "close the block with a line that holds only \(marks)"))
    }
    let code = open.lines.excerpt(of: bytes, at: open.info.end)
    let span = Span(open.span.start, end ?? open.lines.end ?? open.info.end)
    let info = FenceInfo(bytes, open.info, diagnostics: &text.diagnostics)
    if info.language == "math" {
      if let remark = info.remark {
        text.diagnostics.append(
          Diagnostic(
            .error, .notAnAttribute(remark.text), at: remark.span,
            hint: "put attributes of the formula in braces"))
      }
      text.blocks[open.line] = .math(
        Formula(tex: code, isDisplay: true, attributes: info.attributes, span: span))
    } else {
      text.blocks[open.line] = .code(
        CodeBlock(
          language: info.language, languageSpan: info.languageSpan, attributes: info.attributes,
          remark: info.remark, text: code, isFenced: true, span: span))
    }
  }

  mutating func finishIndented() {
    guard var code = indented else { return }
    indented = nil
    code.lines.dropBlankLines(in: bytes)
    let place = Span(code.start, code.start)
    text.blocks[code.line] = .code(
      CodeBlock(
        language: "", languageSpan: place, attributes: Attributes(), remark: nil,
        text: code.lines.excerpt(of: bytes, at: code.start), isFenced: false,
        span: Span(code.start, code.lines.end ?? code.start)))
  }
}

/// What stands behind an opening fence: a language, attributes, and perhaps a remark.
struct FenceInfo {
  let language: String
  let languageSpan: Span
  var attributes = Attributes()
  /// What else stands there, in front of the braces or behind them.
  let remark: Excerpt?

  init(_ bytes: [UInt8], _ span: Span, diagnostics: inout [Diagnostic]) {
    let start = bytes.skippingBlanks(from: span.start, to: span.end)
    let end = bytes.trimmingWhitespace(from: start, to: span.end)
    var index = start
    while index < end, !bytes[index].isBlank, bytes[index] != UInt8(ascii: "{") { index += 1 }
    language = bytes.text(start..<index)
    languageSpan = Span(start, index)
    let rest = bytes.skippingBlanks(from: index, to: end)
    var others = ExcerptBuilder(bytes, at: rest)
    if rest < end, let brace = bytes[rest..<end].firstIndex(of: UInt8(ascii: "{")) {
      var reader = AttributeReader(bytes, from: brace, to: end)
      attributes = reader.read()
      diagnostics += reader.diagnostics
      let before = bytes.trimmingWhitespace(from: rest, to: brace)
      let behind = bytes.skippingBlanks(from: min(reader.offset, end), to: end)
      others.add(rest, before)
      if rest < before, behind < end { others.add(" ", at: before) }
      others.add(behind, end)
    } else {
      others.add(rest, end)
    }
    let remark = others.finished()
    self.remark = remark.text.isEmpty ? nil : remark
  }
}

extension Diagnostic.Message {
  static let unterminatedFence = Self("unterminated-fence", "this block is never closed")
}
