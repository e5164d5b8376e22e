import Source

extension BlockScanner {
  /// Notes that a table starts on the line above, if the last line of the paragraph is the second of
  /// one: `| --- | :-: |` with as many cells as the line above.
  mutating func readTableStart() {
    let lines = paragraph.lines
    guard paragraph.hasPipes, paragraph.tableStart == nil, lines.count >= 2 else { return }
    let header = lines[lines.count - 2]
    let last = lines[lines.count - 1]
    guard !header.isTooDeep, let alignments = TableRow.alignments(bytes, last.content, last.end)
    else { return }
    let row = TableRow(bytes, header)
    guard row.cells.count != alignments.count else {
      paragraph.tableStart = lines.count - 2
      return
    }
    text.diagnostics.append(
      Diagnostic(
        .warning, .unequalDashes(alignments.count, row.cells.count),
        at: Span(last.content, bytes.trimmingWhitespace(from: last.content, to: last.end)),
        hint: "write as many '---' as there are cells"))
  }

  /// Takes the table in `lines` out of the text and puts its cells aside.
  mutating func writeTable(_ lines: ArraySlice<Paragraph.Line>) {
    guard let first = lines.first, let last = lines.last, lines.count >= 2 else { return }
    let second = lines[lines.startIndex + 1]
    let header = TableRow(bytes, first)
    var plan = MaskedText.TablePlan(
      alignments: TableRow.alignments(bytes, second.content, second.end) ?? [],
      header: cells(of: header, line: first),
      span: Span(first.content, bytes.trimmingWhitespace(from: last.content, to: last.end)))
    for line in lines.dropFirst(2) {
      if line.start == last.start, let attributes = attributes(under: line) {
        plan.attributes = attributes
        break
      }
      let row = TableRow(bytes, line)
      let width = plan.alignments.count
      plan.rows.append(padded(cells(of: row, line: line, limit: width), to: width, line))
      if row.cells.count > width {
        let extra = row.cells[width]
        text.diagnostics.append(
          Diagnostic(
            .warning, .extraCells(row.cells.count, width),
            at: row.span(extra.lowerBound..<row.cells[row.cells.count - 1].upperBound),
            hint: "write '\\|' for a bar inside a cell"))
      }
    }
    text.tables.append(plan)
    text.main.beginLine(at: first.start)
    text.main.copyPrefix(bytes, first.start, first.content)
    text.main.beginContent()
    text.main.insert(text.number(.table(text.tables.count - 1)), at: first.content)
    text.main.endLine(at: last.end)
  }

  private mutating func attributes(under line: Paragraph.Line) -> Attributes? {
    let end = bytes.trimmingWhitespace(from: line.content, to: line.end)
    guard bytes.at(line.content) == UInt8(ascii: "{"),
      AttributeReader.end(bytes, line.content, end) == end
    else { return nil }
    var reader = AttributeReader(bytes, from: line.content, to: end)
    let attributes = reader.read()
    text.diagnostics += reader.diagnostics
    return attributes
  }

  private func padded(
    _ cells: [MaskedText.TablePlan.Cell], to count: Int, _ line: Paragraph.Line
  ) -> [MaskedText.TablePlan.Cell] {
    let missing = max(0, count - cells.count)
    let empty = MaskedText.TablePlan.Cell(paragraph: nil, span: Span(line.end, line.end))
    return cells + Array(repeating: empty, count: missing)
  }

  /// Writes the cells of a row, at most `limit`, as paragraphs of their own.
  private mutating func cells(
    of row: TableRow, line: Paragraph.Line, limit: Int = .max
  ) -> [MaskedText.TablePlan.Cell] {
    var finds = row.finds[...]
    var cells: [MaskedText.TablePlan.Cell] = []
    for range in row.cells.prefix(limit) {
      guard !range.isEmpty else {
        cells.append(.init(paragraph: nil, span: row.span(range)))
        continue
      }
      var cuts: [Cut] = []
      while let find = finds.first, find.range.lowerBound < range.upperBound {
        cuts.append(cut(find, in: row.content))
        finds.removeFirst()
      }
      let paragraph = writeCell(range, cuts, shift: line.content, isInTable: true)
      cells.append(.init(paragraph: paragraph, span: row.span(range)))
    }
    return cells
  }

  /// Writes one cell behind a bar, which keeps it from being taken for a list or a heading; says
  /// which paragraph it is.
  mutating func writeCell(
    _ range: Range<Int>, _ cuts: [Cut], shift: Int, isInTable: Bool
  ) -> Int {
    var cuts = cuts[...]
    text.cells.beginLine(at: range.lowerBound + shift)
    text.cells.write(UInt8(ascii: "|"), at: range.lowerBound + shift)
    text.cells.beginContent()
    var index = range.lowerBound
    var copied = index
    while index < range.upperBound {
      if let cut = cuts.first, cut.range.lowerBound <= index {
        cuts.removeFirst()
        text.cells.copy(bytes, copied + shift, index + shift)
        text.cells.insert(cut.number, at: index + shift)
        index = cut.range.upperBound
        copied = index
      } else if bytes[index + shift] == UInt8(ascii: "\\") {
        if isInTable, bytes.at(index + 1 + shift) == UInt8(ascii: "|") {
          text.cells.copy(bytes, copied + shift, index + shift)
          copied = index + 1
        }
        index += 2
      } else {
        index += 1
      }
    }
    text.cells.copy(bytes, copied + shift, range.upperBound + shift)
    text.cells.endLine(at: range.upperBound + shift)
    text.cells.beginLine(at: range.upperBound + shift)
    text.cells.endLine(at: range.upperBound + shift)
    text.cellCount += 1
    return text.cellCount - 1
  }
}

extension Diagnostic.Message {
  static func unequalDashes(_ count: Int, _ width: Int) -> Self {
    Self(
      "table-cells",
      "the row of dashes has \(count) cell\(count == 1 ? "" : "s"), the header \(width): this is no table"
    )
  }

  static func extraCells(_ count: Int, _ width: Int) -> Self {
    Self("table-cells", "this row has \(count) cells, the header has \(width)")
  }
}
