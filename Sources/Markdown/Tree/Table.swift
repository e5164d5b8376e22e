public import Source

/// A pipe table; every row has as many cells as the header.
public struct Table: Hashable, Sendable {
  /// How a column is set, by the colons of the second line.
  public enum Alignment: Hashable, Sendable {
    case unspecified, left, center, right
  }

  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// What stands in it; empty when nothing does or the row was too short.
    public let inlines: [Inline]
    /// Where the content stands, without the spaces around it.
    public let span: Span

    /// A cell.
    public init(inlines: [Inline], span: Span) {
      self.inlines = inlines
      self.span = span
    }
  }

  /// One per column.
  public let alignments: [Alignment]
  /// The first line.
  public let header: [Cell]
  /// The lines below the second.
  public let rows: [[Cell]]
  /// What stood in braces on a line of its own under the last row.
  public let attributes: Attributes
  /// The whole table.
  public let span: Span

  /// A table.
  public init(
    alignments: [Alignment], header: [Cell], rows: [[Cell]], attributes: Attributes = Attributes(),
    span: Span
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.attributes = attributes
    self.span = span
  }
}
