import Source

/// One row of a pipe table, taken apart.
struct TableRow {
  let content: Content
  let finds: [FormulaFinder.Find]
  /// What stands between the bars, without the blanks around it; offsets in ``content``.
  private(set) var cells: [Range<Int>] = []

  init(_ file: [UInt8], _ line: Paragraph.Line) {
    content = Content(file, CollectionOfOne(line))
    finds = FormulaFinder.finds(in: content.bytes)
    split()
  }

  /// Where `range` of the content stands in the file.
  func span(_ range: Range<Int>) -> Span {
    let start = content.fileOffset(of: range.lowerBound)
    return Span(start, start + range.count)
  }

  /// The alignments of `| --- | :-: |`; nil when the line is no such thing.
  static func alignments(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [Table.Alignment]? {
    let end = bytes.trimmingWhitespace(from: start, to: end)
    var index = bytes.skippingBlanks(from: start, to: end)
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "|") { index += 1 }
    var alignments: [Table.Alignment] = []
    while index < end {
      index = bytes.skippingBlanks(from: index, to: end)
      let hasLeft = index < end && bytes[index] == UInt8(ascii: ":")
      if hasLeft { index += 1 }
      let dashes = index
      while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard index > dashes else { return nil }
      let hasRight = index < end && bytes[index] == UInt8(ascii: ":")
      if hasRight { index += 1 }
      index = bytes.skippingBlanks(from: index, to: end)
      alignments.append(
        hasLeft ? (hasRight ? .center : .left) : (hasRight ? .right : .unspecified))
      guard index < end else { break }
      guard bytes[index] == UInt8(ascii: "|") else { return nil }
      index += 1
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// Splits at bars that neither a formula holds nor a backslash escapes.
  private mutating func split() {
    let bytes = content.bytes
    let end = bytes.trimmingWhitespace(from: 0, to: bytes.count)
    var finds = finds[...]
    var index = bytes.skippingBlanks(from: 0, to: end)
    if index < end, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < end {
      if let find = finds.first, find.range.lowerBound <= index {
        finds.removeFirst()
        index = max(index, find.range.upperBound)
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "|"):
        addCell(start, index)
        index += 1
        start = index
      case _: index += 1
      }
    }
    if start < end { addCell(start, end) }
  }

  private mutating func addCell(_ start: Int, _ end: Int) {
    let first = content.bytes.skippingBlanks(from: start, to: end)
    cells.append(first..<content.bytes.trimmingWhitespace(from: first, to: end))
  }
}
