import Source

/// A word of the author's at its place: a name, a label, a field or the inside of a text.
struct Name: Hashable, Sendable {
  /// The word as written; of a text, what stands between the quotes.
  let text: String
  /// Where it stands; of a text, with its quotes.
  let span: Span

  init(_ text: String, at span: Span) {
    self.text = text
    self.span = span
  }
}
