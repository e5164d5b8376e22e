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

  /// What was written.
  private struct Content: Hashable, Sendable {
    var id: Name?
    var classes: [Name] = []
    var pairs: [Pair] = []
    var flags: [Name] = []
    var span: Span?
  }

  /// Stands apart in memory: every formula and heading has attributes, and nearly all have none.
  private indirect enum Writing: Hashable, Sendable {
    case nothing
    case something(Content)
  }

  private var writing = Writing.nothing

  private var content: Content {
    get { if case .something(let content) = writing { content } else { Content() } }
    set { writing = newValue == Content() ? .nothing : .something(newValue) }
  }

  /// The `#id`; a second one is a diagnostic.
  public var id: Name? {
    get { content.id }
    set { content.id = newValue }
  }

  /// The `.class`es.
  public var classes: [Name] {
    get { content.classes }
    set { content.classes = newValue }
  }

  /// The `key=value`s; a key that stands twice is a diagnostic, and its first value stays.
  public var pairs: [Pair] {
    get { content.pairs }
    set { content.pairs = newValue }
  }

  /// The bare words, such as `newpage`.
  public var flags: [Name] {
    get { content.flags }
    set { content.flags = newValue }
  }

  /// From `{` to `}`; nil when nothing was written.
  public var span: Span? {
    get { content.span }
    set { content.span = newValue }
  }

  /// Nothing written.
  public init() {}

  /// Whether none were given, be it by `{}` or by writing nothing.
  public var isEmpty: Bool {
    guard case .something(let content) = writing else { return true }
    return content.id == nil && content.classes.isEmpty && content.pairs.isEmpty
      && content.flags.isEmpty
  }

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
