public import Source

/// A formula as the author wrote it, not yet read by anybody.
public struct Formula: Hashable, Sendable {
  /// The TeX without its delimiters and without the prefixes of containers; a bare
  /// `\begin{align}…\end{align}` keeps both, since they are the formula.
  public let tex: Excerpt
  /// Whether it is set on a line of its own.
  public let isDisplay: Bool
  /// What stood in braces behind a displayed formula.
  public let attributes: Attributes
  /// From the opening delimiter to the end of the closing one, or of the attributes.
  public let span: Span

  /// A formula.
  public init(tex: Excerpt, isDisplay: Bool, attributes: Attributes = Attributes(), span: Span) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.attributes = attributes
    self.span = span
  }
}
