public import Source

extension MarkdownDocument {
  /// Reads a Markdown file; what is wrong with it comes beside it, sorted by place.
  ///
  /// There always is a document. Text that ``Source/SourceText/problems`` speaks against gives an
  /// empty one, and those problems. Linear in the size of the text.
  public static func parse(
    _ source: SourceText
  ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
    guard source.problems.isEmpty else {
      return (MarkdownDocument(blocks: []), source.problems)
    }
    var diagnostics: [Diagnostic] = []
    let front = FrontMatter.read(source.bytes, from: source.start, &diagnostics)
    let tree = TreeBuilder.build(
      source.bytes, BlockScanner.scan(source.bytes, from: front?.next ?? source.start))
    return (
      MarkdownDocument(frontMatter: front?.frontMatter, blocks: tree.blocks),
      (diagnostics + tree.diagnostics).sortedByPlace()
    )
  }
}
