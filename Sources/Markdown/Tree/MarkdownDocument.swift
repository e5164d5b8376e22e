public import Source

/// A Markdown file as a tree of values: front matter, then blocks in the author's order.
///
/// Every node carries its ``Span`` in bytes of the author's file, front matter included. Nesting is
/// at most 256 deep, so a pass over the tree may recurse.
public struct MarkdownDocument: Hashable, Sendable {
  /// What stands between the `---` lines at the very start; nil without such lines.
  public let frontMatter: FrontMatter?
  /// The blocks behind the front matter.
  public let blocks: [Block]

  /// A document of these blocks.
  public init(frontMatter: FrontMatter? = nil, blocks: [Block]) {
    self.frontMatter = frontMatter
    self.blocks = blocks
  }
}

/// The YAML at the start of a file.
public struct FrontMatter: Hashable, Sendable {
  /// The mapping between the `---` lines; empty when nothing stands there or it could not be read.
  public let entries: [YAML.Entry]
  /// From the first `---` to the end of the last.
  public let span: Span

  /// Front matter with these entries.
  public init(entries: [YAML.Entry], span: Span) {
    self.entries = entries
    self.span = span
  }
}
