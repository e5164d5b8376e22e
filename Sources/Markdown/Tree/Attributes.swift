public import Source

/// What stands in `{#id .class key=value key="two words" flag}`, in the author's order.
///
/// This room only reads them: whoever uses a key decides whether it is known.
public struct Attributes: Hashable, Sendable {
  /// An id, a class or a flag.
  public struct Name: Hashable, Sendable {
    /// Without the leading `#` or `.`.
    public let text: String
    /// Where it stands, the leading `#` or `.` included.
    public let span: Span

    /// A name that stands at `span`.
    public init(_ text: String, at span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// One `key=value`.
  public struct Pair: Hashable, Sendable {
    /// What stands before the `=`.
    public let key: Name
    /// The value without quotes and escapes (`\"`, `\\`); its offsets lead into the file.
    public let excerpt: Excerpt
    /// Where the value stands, quotes included.
    public let valueSpan: Span

    /// The value without quotes and escapes.
    public var value: String { excerpt.text }
    /// From the key to the end of the value.
    public var span: Span { key.span.union(valueSpan) }

    /// A pair.
    public init(key: Name, excerpt: Excerpt, valueSpan: Span) {
      self.key = key
      self.excerpt = excerpt
      self.valueSpan = valueSpan
    }
  }

  /// The `#id`; a second one is a diagnostic.
  public var id: Name?
  /// The `.class`es.
  public var classes: [Name] = []
  /// The `key=value`s; a key that stands twice is a diagnostic, and its first value stays.
  public var pairs: [Pair] = []
  /// The bare words, such as `newpage`.
  public var flags: [Name] = []
  /// From `{` to `}`; nil when nothing was written.
  public var span: Span?

  /// Nothing written.
  public init() {}

  /// Whether none were given, be it by `{}` or by writing nothing.
  public var isEmpty: Bool { id == nil && classes.isEmpty && pairs.isEmpty && flags.isEmpty }

  /// The pair with this key, if there is one.
  public subscript(key: String) -> Pair? {
    pairs.first { $0.key.text == key }
  }

  /// Whether `.name` was given.
  public func hasClass(_ name: String) -> Bool {
    classes.contains { $0.text == name }
  }

  /// Whether the bare word `name` was given.
  public func hasFlag(_ name: String) -> Bool {
    flags.contains { $0.text == name }
  }
}
