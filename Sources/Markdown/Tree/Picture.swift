public import Source

/// An image that stands alone in its paragraph, with attributes behind it.
public struct Picture: Hashable, Sendable {
  /// The image.
  public let image: Link
  /// What stands in braces behind it or on the line below.
  public let attributes: Attributes
  /// The whole paragraph.
  public let span: Span

  /// An image with what stood in braces behind it.
  public init(image: Link, attributes: Attributes, span: Span) {
    self.image = image
    self.attributes = attributes
    self.span = span
  }
}
