/// A half-open range of UTF-8 byte offsets in one text.
///
/// Every word of a file has one, so it is kept small: no text is longer than
/// ``SourceText/sizeLimit``.
public struct Span: Hashable, Sendable {
  @usableFromInline let first: Int32
  @usableFromInline let next: Int32

  /// The offset of the first byte.
  @inlinable public var start: Int { Int(first) }
  /// The offset behind the last byte; equal to `start` for a place between two bytes.
  @inlinable public var end: Int { Int(next) }

  /// The bytes from `start` up to, not including, `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    first = Int32(clamping: start)
    next = Int32(clamping: max(start, end))
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
