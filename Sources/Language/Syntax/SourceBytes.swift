import Source

/// A text as UTF-8, and its pieces as strings.
struct SourceBytes: Sendable {
  /// All bytes of the text.
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The text of a span of this text.
  subscript(span: Span) -> String {
    String(decoding: bytes[clamped(span)], as: UTF8.self)
  }

  private func clamped(_ span: Span) -> Range<Int> {
    (span.start..<span.end).clamped(to: bytes.indices)
  }
}
