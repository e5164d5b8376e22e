public import Source

/// A value of the front matter, in the author's order; what a scalar means is for its reader to say.
public indirect enum YAML: Hashable, Sendable {
  /// A number, word, text or nothing at all: `4`, `en`, `"Midsem"`, ` `.
  case scalar(Scalar)
  /// `[a, b]` or lines with `- `.
  case sequence([YAML], Span)
  /// `{a: 1}` or lines with `key: `; no key stands in it twice.
  case mapping([Entry], Span)

  /// One scalar.
  public struct Scalar: Hashable, Sendable {
    /// The text without quotes and escapes; its offsets lead into the file wherever the text stands
    /// there literally, and near it where it does not.
    public let excerpt: Excerpt
    /// Whether it stood in quotes or in a block (`|`, `>`): such a scalar is text, never a number.
    public let isQuoted: Bool
    /// Where it stands, quotes included.
    public let span: Span

    /// The text without quotes and escapes.
    public var text: String { excerpt.text }

    /// A scalar that stands at `span`.
    public init(_ excerpt: Excerpt, isQuoted: Bool, span: Span) {
      self.excerpt = excerpt
      self.isQuoted = isQuoted
      self.span = span
    }
  }

  /// One `key: value`.
  public struct Entry: Hashable, Sendable {
    /// The key, always a scalar.
    public let key: Scalar
    /// What it maps to.
    public let value: YAML

    /// A pair.
    public init(key: Scalar, value: YAML) {
      self.key = key
      self.value = value
    }
  }

  /// Where the value stands.
  public var span: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(_, let span), .mapping(_, let span): span
    }
  }
}
