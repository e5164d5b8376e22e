public import Source

extension MarkdownDocument {
  /// Reads the blocks of a text that stands inside of a file, such as the front matter's
  /// `instructions: |`; all places are the file's.
  public static func blocks(of excerpt: Excerpt) -> (blocks: [Block], diagnostics: [Diagnostic]) {
    let bytes = Array(excerpt.text.utf8)
    guard !bytes.contains(0) else { return ([], [nulCharacter(in: excerpt)]) }
    let tree = TreeBuilder.build(bytes, BlockScanner.scan(bytes, from: 0))
    return (
      tree.blocks.map { $0.relocated(by: excerpt) },
      tree.diagnostics.map(excerpt.relocated).sortedByPlace()
    )
  }

  /// Reads running text that stands inside of a file, such as a title or a caption; all places are
  /// the file's.
  ///
  /// Line ends are spaces, and nothing in it starts a list or a heading.
  public static func inlines(
    of excerpt: Excerpt
  ) -> (inlines: [Inline], diagnostics: [Diagnostic]) {
    let bytes = excerpt.text.utf8.map { $0.isLineEnd ? UInt8(ascii: " ") : $0 }
    let start = bytes.skippingBlanks(from: 0, to: bytes.count)
    let end = bytes.trimmingWhitespace(from: start, to: bytes.count)
    guard !bytes.contains(0) else { return ([], [nulCharacter(in: excerpt)]) }
    guard start < end else { return ([], []) }
    var scanner = BlockScanner(bytes, from: bytes.count)
    let line = Paragraph.Line(start: 0, content: 0, end: end)
    let content = Content(bytes, CollectionOfOne(line))
    let cuts = FormulaFinder.finds(in: content.bytes).map { scanner.cut($0, in: content) }
    let cell = scanner.writeCell(start..<end, cuts, shift: 0, isInTable: false)
    let tree = TreeBuilder.build(bytes, scanner.text)
    return (
      (tree.cells[cell] ?? []).map { $0.relocated(by: excerpt) },
      tree.diagnostics.map(excerpt.relocated).sortedByPlace()
    )
  }

  /// A text of the front matter can hold what the file itself cannot: `"\0"`.
  private static func nulCharacter(in excerpt: Excerpt) -> Diagnostic {
    Diagnostic(
      .error, .init("nul-character", "there is a NUL character in the text"), at: excerpt.span,
      hint: "remove it")
  }
}
