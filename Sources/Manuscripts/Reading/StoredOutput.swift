public import Source

/// What an update wrote under a block, between two comments of the author's file.
///
/// The region goes from the line of the first comment to the line of the last one; containers, such
/// as a list around the block, put their prefix before each of its lines.
public struct StoredOutput: Hashable, Sendable {
  /// What the first comment calls the block; for the reader alone.
  public let name: String
  /// The checksum that the first comment states; empty without one.
  public let sum: String
  /// The lines between the comments with LF ends and without the prefix of containers.
  public let text: String
  /// The number of the first of these lines in the file, from 1.
  public let firstLine: Int
  /// From the start of the first comment's line to the end of the last one's, its line end left out.
  public let span: Span
  /// The first comment.
  public let markSpan: Span
  /// Where the block right before it starts; nil for an orphan.
  public let block: Int?
}
