public import Source

/// A piece of running text.
///
/// Only what is large stands apart in memory: nearly all pieces are words and ends of lines.
public enum Inline: Hashable, Sendable {
  /// Plain text, escapes and entities resolved.
  case text(String, Span)
  /// `*a*`.
  case emphasis([Inline], Span)
  /// `**a**`.
  case strong([Inline], Span)
  /// `` `a` ``; the span includes the backticks, the excerpt leads into what stands between them.
  indirect case code(Excerpt, Span)
  /// `[text](destination "title")`, a reference link or `<https://…>`.
  indirect case link(Link)
  /// `![alternative](source "title")`.
  indirect case image(Link)
  /// `$a$`, or a displayed formula inside a paragraph.
  indirect case math(Formula)
  /// The end of a line inside a paragraph.
  case softBreak(Span)
  /// The end of a line that ends in `\` or two spaces.
  case lineBreak(Span)
  /// A tag or a comment.
  indirect case html(RawHTML)
  /// `[^label]`, whether or not something defines that label.
  case footnoteReference(label: String, Span)
  /// `@id`; the id comes without the `@`.
  case reference(id: String, Span)

  /// Where it stands, delimiters included.
  public var span: Span {
    switch self {
    case .text(_, let span), .emphasis(_, let span), .strong(_, let span), .code(_, let span),
      .softBreak(let span), .lineBreak(let span), .footnoteReference(_, let span),
      .reference(_, let span):
      span
    case .link(let link), .image(let link): link.span
    case .math(let formula): formula.span
    case .html(let html): html.span
    }
  }
}

/// A link or an image.
public struct Link: Hashable, Sendable {
  /// Where it leads, or where the image is; escapes and entities resolved, nothing checked.
  public let destination: String
  /// The title; empty without one.
  public let title: String
  /// The text of the link, or the alternative text of the image.
  public let inlines: [Inline]
  /// The whole link.
  public let span: Span

  /// A link or an image.
  public init(destination: String, title: String, inlines: [Inline], span: Span) {
    self.destination = destination
    self.title = title
    self.inlines = inlines
    self.span = span
  }
}
