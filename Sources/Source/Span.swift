/// A half-open range of UTF-8 byte offsets in one text.
public struct Span: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset behind the last byte; equal to `start` for a place between two bytes.
  public let end: Int

  /// The bytes from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  /// The same span, `distance` bytes later.
  public func shifted(by distance: Int) -> Span {
    Span(start + distance, end + distance)
  }
}
