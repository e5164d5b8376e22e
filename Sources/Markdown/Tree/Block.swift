public import Source

/// A block of a Markdown file.
public indirect enum Block: Hashable, Sendable {
  /// `# Title {#id marks=4}` or an underlined title.
  case heading(Heading)
  /// Running text.
  case paragraph([Inline], Span)
  /// An image alone in its paragraph, with attributes behind it.
  case picture(Picture)
  /// Lines behind `>`.
  case quote([Block], Span)
  /// Bullets or numbers.
  case list(List)
  /// A fence or indented lines, `dl` blocks among them.
  case code(CodeBlock)
  /// A pipe table.
  case table(Table)
  /// A displayed formula with no other text in its paragraph.
  case math(Formula)
  /// A rule across the page.
  case thematicBreak(Span)
  /// Raw HTML or a comment.
  case html(RawHTML)
  /// `[^label]: text`.
  case footnote(Footnote)

  /// Where the block stands, from its first byte behind the prefixes of its container to the end of
  /// its last line.
  public var span: Span {
    switch self {
    case .heading(let heading): heading.span
    case .paragraph(_, let span), .quote(_, let span), .thematicBreak(let span): span
    case .picture(let picture): picture.span
    case .list(let list): list.span
    case .code(let code): code.span
    case .table(let table): table.span
    case .math(let formula): formula.span
    case .html(let html): html.span
    case .footnote(let footnote): footnote.span
    }
  }
}

/// A heading and its attributes.
public struct Heading: Hashable, Sendable {
  /// 1 for `#`, 6 for `######`.
  public let level: Int
  /// The title; empty for a heading that has only attributes.
  public let inlines: [Inline]
  /// What stood in braces at its end.
  public let attributes: Attributes
  /// The whole heading, attributes and underline included.
  public let span: Span

  /// A heading.
  public init(level: Int, inlines: [Inline], attributes: Attributes = Attributes(), span: Span) {
    self.level = level
    self.inlines = inlines
    self.attributes = attributes
    self.span = span
  }
}

/// Raw HTML, or an HTML comment.
public struct RawHTML: Hashable, Sendable {
  /// The bytes as written, without the prefixes of containers.
  public let text: String
  /// Whether it consists of comments only: the author's notes, which are silent.
  public let isComment: Bool
  /// Where it stands.
  public let span: Span

  /// Raw HTML that stands at `span`.
  public init(text: String, isComment: Bool, span: Span) {
    self.text = text
    self.isComment = isComment
    self.span = span
  }
}

/// What a footnote says.
public struct Footnote: Hashable, Sendable {
  /// What stands between `[^` and `]`.
  public let label: String
  /// Where the label stands, brackets included.
  public let labelSpan: Span
  /// What the note says.
  public let blocks: [Block]
  /// The whole definition.
  public let span: Span

  /// A definition.
  public init(label: String, labelSpan: Span, blocks: [Block], span: Span) {
    self.label = label
    self.labelSpan = labelSpan
    self.blocks = blocks
    self.span = span
  }
}
