import Source

/// Makes the tree of a document from the steps of libcmark's walk and what was taken out before it.
struct TreeBuilder {
  private struct Frame {
    let kind: CmarkTree.Kind
    let place: CmarkTree.Place
    var blocks: [Block] = []
    var items: [List.Item] = []
    var task: (List.Item.Task, Span)?
    /// The footnotes whose bullets have made this list.
    var footnotes: [Footnote] = []
  }

  private let file: [UInt8]
  private var text: MaskedText
  private let buffer: MaskedBuffer
  private let cellLineCount: Int
  private var frames: [Frame] = []
  private var leaf: InlineBuilder?
  private var leafPlace = CmarkTree.Place(firstLine: 0, firstColumn: 0, lastLine: 0)
  private var cells: [Int: [Inline]] = [:]
  private var root: [Block] = []
  /// The first lines of pieces behind the first.
  private var cuts: Set<Int> = []
  /// Whether the parser has seen code or raw HTML at the end of a piece of which the scanner, which
  /// chose the end, knew nothing.
  private var isCutApart = false
  private var diagnostics: [Diagnostic] = []

  private init(_ file: [UInt8], _ text: consuming MaskedText) {
    self.file = file
    diagnostics = text.diagnostics
    var buffer = text.cells
    text.cells = MaskedBuffer()
    cellLineCount = buffer.lines.count
    buffer.append(text.main)
    // As large as the file: one of them is enough.
    text.main = MaskedBuffer()
    self.buffer = buffer
    self.text = text
  }

  /// The blocks of the file that was prepared as `text`, and the running text of every cell.
  static func build(
    _ file: [UInt8], _ text: consuming MaskedText
  ) -> (blocks: [Block], cells: [Int: [Inline]], diagnostics: [Diagnostic]) {
    let prepared = TreeBuilder(file, text)
    var builder = prepared
    if !builder.build(prepared.pieces) {
      builder = prepared
      _ = builder.build([CmarkTree.Piece(firstLine: 0, bytes: 0..<prepared.buffer.bytes.count)])
    }
    return (builder.root, builder.cells, builder.diagnostics)
  }

  /// Builds the blocks of some pieces one after the other; false if a block may go on from one into
  /// the next.
  private mutating func build(_ pieces: [CmarkTree.Piece]) -> Bool {
    cuts = Set(pieces.dropFirst().map(\.firstLine))
    guard var tree = CmarkTree(buffer.bytes, pieces) else { return true }
    while let step = tree.next() {
      take(step, tree.letters)
      if isCutApart { return false }
    }
    return true
  }

  /// What of the buffer is parsed at once: all of it where links are defined, which have to be known
  /// before they are used.
  private var pieces: [CmarkTree.Piece] {
    let starts = text.mayDefineLinks ? [] : text.cuts.map { $0 + cellLineCount }
    let ends = starts.map { buffer.lines[$0].start } + [buffer.bytes.count]
    var start = 0
    return zip([0] + starts, ends).map { line, end in
      defer { start = end }
      return CmarkTree.Piece(firstLine: line, bytes: start..<end)
    }
  }

  private mutating func take(_ step: consuming CmarkTree.Step, _ letters: [UInt8]) {
    switch consume step {
    case .enter(let kind, let place):
      switch kind {
      case .document: break
      case .quote, .list, .item: frames.append(Frame(kind: kind, place: place))
      case .paragraph, .heading: enterLeaf(kind, place)
      case .thematicBreak: add(.thematicBreak(span(of: place)))
      case .code(let literal): add(code(literal, place))
      case .htmlBlock(let literal):
        if !text.separators.contains(place.firstLine - cellLineCount) { add(html(literal, place)) }
      case .text: leaf?.addText(letters)
      case .codeSpan, .html, .softBreak, .lineBreak: leaf?.add(kind)
      case .emphasis, .strong, .link, .image, .unknown: leaf?.enter(kind)
      }
    case .leave(let kind):
      switch kind {
      case .document: break
      case .quote, .list, .item: leaveContainer()
      case .paragraph: leaveParagraph()
      case .heading(let level): leaveHeading(level)
      case .thematicBreak, .code, .htmlBlock, .text, .codeSpan, .html, .softBreak, .lineBreak: break
      case .emphasis, .strong, .link, .image, .unknown: leaf?.leave()
      }
    }
  }

  private mutating func add(_ block: Block) {
    if frames.isEmpty {
      root.append(block)
    } else {
      frames[frames.count - 1].blocks.append(block)
    }
  }

  private mutating func leaveContainer() {
    guard let frame = frames.popLast() else { return }
    let own = span(of: frame.place)
    let firstLineEnd = end(ofLine: frame.place.firstLine)
    switch frame.kind {
    case .list(let isOrdered, let start, let isTight):
      for footnote in frame.footnotes { add(.footnote(footnote)) }
      guard let end = frame.items.last?.span.end else { return }
      add(
        .list(
          List(
            isOrdered: isOrdered, start: isOrdered ? start : 1, isTight: isTight,
            items: frame.items, span: Span(own.start, end))))
    case .item:
      let end = frame.blocks.last?.span.end ?? firstLineEnd
      if let mark = footnote(at: own.start, on: frame.place.firstLine), !frames.isEmpty {
        frames[frames.count - 1].footnotes.append(
          Footnote(
            label: mark.label, labelSpan: mark.span, blocks: frame.blocks,
            span: Span(mark.span.start, max(end, mark.span.end))))
        return
      }
      let item = List.Item(
        blocks: frame.blocks, task: frame.task?.0, taskSpan: frame.task?.1,
        span: Span(own.start, max(end, frame.task?.1.end ?? end)))
      if !frames.isEmpty { frames[frames.count - 1].items.append(item) }
    case .quote:
      add(.quote(frame.blocks, Span(own.start, frame.blocks.last?.span.end ?? firstLineEnd)))
    case .document, .paragraph, .thematicBreak, .heading, .code, .htmlBlock, .text, .codeSpan,
      .html, .softBreak, .lineBreak, .emphasis, .strong, .link, .image, .unknown:
      for block in frame.blocks { add(block) }
    }
  }

  /// The mark of the footnote that the item on this line is, if it is one.
  private func footnote(at start: Int, on line: Int) -> FootnoteSyntax.Mark? {
    guard !text.footnotes.isEmpty else { return nil }
    return text.footnotes[line - cellLineCount]?.first { $0.span.start == start }
  }

  private mutating func enterLeaf(_ kind: CmarkTree.Kind, _ place: CmarkTree.Place) {
    leafPlace = place
    let isCell = place.firstLine < cellLineCount
    var mayDefine = !isCell
    // Of the headings only one with an underline is a paragraph at first.
    if case .heading = kind { mayDefine = place.lastLine > place.firstLine }
    leaf = InlineBuilder(
      LeafText(buffer, place.firstLine, place.lastLine), text.insertions,
      restoresCode: !text.hasNoncharacters, mayDefine: mayDefine, isCell: isCell)
  }

  private mutating func leaveHeading(_ level: Int) {
    guard let leaf = takeLeaf() else { return }
    // libcmark does not say where an underlined heading ends.
    let line = leafPlace.firstLine - cellLineCount
    let place = CmarkTree.Place(
      firstLine: leafPlace.firstLine, firstColumn: leafPlace.firstColumn,
      lastLine: (text.underlines[line] ?? line) + cellLineCount)
    add(
      .heading(
        Heading(
          level: level, inlines: leaf.inlines, attributes: text.attributes[line] ?? Attributes(),
          span: span(of: place))))
  }

  private mutating func leaveParagraph() {
    guard var leaf = takeLeaf() else { return }
    guard leafPlace.firstLine >= cellLineCount else {
      cells[leafPlace.firstLine / 2] = leaf.inlines
      return
    }
    if let task = leaf.task, let last = frames.indices.last { frames[last].task = task }
    var paragraph = span(of: leafPlace)
    if leaf.table != nil {
      if case .softBreak = leaf.inlines.last { leaf.inlines.removeLast() }
      if let last = leaf.inlines.last { paragraph = Span(paragraph.start, last.span.end) }
    }
    if let formulas = leaf.displays {
      for formula in formulas { add(.math(formula)) }
    } else if leaf.table == nil, let picture = picture(leaf.inlines, paragraph) {
      add(.picture(picture))
    } else if !leaf.inlines.isEmpty {
      add(.paragraph(leaf.inlines, paragraph))
    }
    if let number = leaf.table, text.tables.indices.contains(number) {
      add(.table(table(text.tables[number])))
    }
  }

  /// The image that a paragraph is with attributes behind it; nil for any other paragraph.
  private mutating func picture(_ inlines: [Inline], _ paragraph: Span) -> Picture? {
    guard inlines.count > 1, case .image(let image) = inlines[0] else { return nil }
    var second = inlines[1]
    if case .softBreak = second, inlines.count > 2 { second = inlines[2] }
    guard case .text = second else { return nil }
    let start = file.skippingBlanks(from: second.span.start, to: paragraph.end)
    guard file.at(start) == UInt8(ascii: "{"),
      AttributeReader.end(file, start, paragraph.end) == paragraph.end
    else { return nil }
    var reader = AttributeReader(file, from: start, to: paragraph.end)
    let attributes = reader.read()
    diagnostics += reader.diagnostics
    return Picture(image: image, attributes: attributes, span: paragraph)
  }

  private mutating func takeLeaf() -> InlineBuilder? {
    var leaf: InlineBuilder?
    swap(&leaf, &self.leaf)
    if let span = leaf?.tooDeep {
      diagnostics.append(Diagnostic(.error, .nestedTooDeeply, at: span))
    }
    return leaf
  }

  private func table(_ plan: MaskedText.TablePlan) -> Table {
    func cell(_ cell: MaskedText.TablePlan.Cell) -> Table.Cell {
      Table.Cell(inlines: cell.paragraph.flatMap { cells[$0] } ?? [], span: cell.span)
    }
    return Table(
      alignments: plan.alignments, header: plan.header.map(cell),
      rows: plan.rows.map { $0.map(cell) }, attributes: plan.attributes, span: plan.span)
  }

  private mutating func code(_ literal: String, _ place: CmarkTree.Place) -> Block {
    if let block = text.blocks[place.firstLine - cellLineCount] { return block }
    if cuts.contains(place.lastLine + 1) { isCutApart = true }
    let span = span(of: place)
    return .code(
      CodeBlock(
        language: "", languageSpan: Span(span.start, span.start), attributes: Attributes(),
        remark: nil, text: Excerpt(text.insertions.restored(literal), at: span.start),
        isFenced: false, span: span))
  }

  private mutating func html(_ literal: String, _ place: CmarkTree.Place) -> Block {
    if cuts.contains(place.lastLine + 1) { isCutApart = true }
    let html = text.hasNoncharacters ? literal : text.insertions.restored(literal)
    return .html(RawHTML(text: html, isComment: HTMLSyntax.isComment(html), span: span(of: place)))
  }

  /// From the first byte of a block to the end of its last line, blanks there left out.
  private func span(of place: CmarkTree.Place) -> Span {
    guard buffer.lines.indices.contains(place.firstLine) else { return Span(0, 0) }
    let start = buffer.fileOffset(of: buffer.lines[place.firstLine].start + place.firstColumn)
    return Span(start, max(start, end(ofLine: max(place.firstLine, place.lastLine))))
  }

  private func end(ofLine number: Int) -> Int {
    guard buffer.lines.indices.contains(number) else { return buffer.lines.last?.fileEnd ?? 0 }
    let line = buffer.lines[number]
    return file.trimmingWhitespace(from: line.fileStart, to: line.fileEnd)
  }
}
