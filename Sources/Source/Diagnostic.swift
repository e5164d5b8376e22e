/// One finding about an author's text, from whatever stage; collected, never thrown.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How bad it is: an error makes the exit code 1, a warning does not.
  public enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// What is said: a stable kebab-case code and a lower-case clause without a full stop.
  public struct Message: Hashable, Sendable {
    /// The stable code, such as `unknown-name`.
    public let code: String
    /// The clause, quoting the author in single quotes.
    public let text: String

    /// A message with its stable code.
    public init(_ code: String, _ text: String) {
      self.code = code
      self.text = text
    }
  }

  /// A second place that belongs to the finding.
  public struct Note: Hashable, Sendable {
    /// A lower-case clause.
    public let text: String
    /// Where it points, in the same text as the diagnostic.
    public let span: Span

    /// A remark about another place of the same text.
    public init(_ text: String, at span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// What is said.
  public let message: Message
  /// Where, in bytes of the text that the collector knows.
  public let span: Span
  /// Other places that explain it.
  public let notes: [Note]
  /// One imperative that helps, such as "did you mean 'sigmoid'?".
  public let hint: String?

  /// A finding; `hint` is an imperative or a question, at most one.
  public init(
    _ severity: Severity, _ message: Message, at span: Span, notes: [Note] = [], hint: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.hint = hint
  }

  /// The same finding in the text that encloses this one; `place` maps an offset of the inner text.
  public func relocated(by place: (Int) -> Int) -> Diagnostic {
    func moved(_ span: Span) -> Span {
      // The last byte is mapped, not the end: the end may already belong to the next piece.
      let start = place(span.start)
      return span.end > span.start ? Span(start, place(span.end - 1) + 1) : Span(start, start)
    }
    return Diagnostic(
      severity, message, at: moved(span),
      notes: notes.map { Note($0.text, at: moved($0.span)) }, hint: hint)
  }
}
