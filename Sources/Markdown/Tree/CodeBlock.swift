public import Source

/// A fenced or indented code block.
public struct CodeBlock: Hashable, Sendable {
  /// The first word of the info string: `dl`; empty without one and for indented code.
  public let language: String
  /// Where that word stands; an empty span behind the fence without one.
  public let languageSpan: Span
  /// What stands in braces on the line of the fence.
  public let attributes: Attributes
  /// What else stands on that line, neither language nor braces; nil when nothing does.
  public let remark: Excerpt?
  /// The lines between the fences with LF ends, without the prefixes of containers.
  public let text: Excerpt
  /// Whether it stands between fences.
  public let isFenced: Bool
  /// From the opening fence to the end of the closing one.
  public let span: Span

  /// A code block.
  public init(
    language: String, languageSpan: Span, attributes: Attributes, remark: Excerpt?, text: Excerpt,
    isFenced: Bool, span: Span
  ) {
    self.language = language
    self.languageSpan = languageSpan
    self.attributes = attributes
    self.remark = remark
    self.text = text
    self.isFenced = isFenced
    self.span = span
  }
}
