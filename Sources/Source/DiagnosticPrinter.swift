/// Draws diagnostics for people: place, message, the author's line, a caret and a hint.
///
/// ```
/// midsem.md:42:5: error: unknown name 'sigmodi'
///    42 | q = sigmodi(z)
///       |     ^~~~~~~ did you mean 'sigmoid'?
/// ```
public struct DiagnosticPrinter: Sendable {
  /// The text that the spans count in.
  public let source: SourceText
  /// Whether to colour the drawing with ANSI escapes.
  public let isColored: Bool
  /// Whether the stable code stands in brackets behind each message.
  public let showsCodes: Bool

  /// The most columns of the author's line that are shown.
  private static let lineWidth = 100

  /// A printer for diagnostics about `source`.
  public init(_ source: SourceText, isColored: Bool = false, showsCodes: Bool = false) {
    self.source = source
    self.isColored = isColored
    self.showsCodes = showsCodes
  }

  /// All of `diagnostics` drawn, in the order of their places; every line ends in LF.
  public func text(for diagnostics: [Diagnostic]) -> String {
    var output = ""
    var last: Place?
    for diagnostic in diagnostics.sortedByPlace() {
      draw(diagnostic, into: &output, after: &last)
    }
    return output
  }

  /// A place whose column is known, so that the next one on its line need not count from the start.
  private struct Place {
    let offset: Int
    let position: SourceText.Position
  }

  private func draw(_ diagnostic: Diagnostic, into output: inout String, after last: inout Place?) {
    let severity = diagnostic.severity
    let message = diagnostic.message
    let style: Style = severity == .error ? .error : .warning
    let code = showsCodes ? " [\(message.code)]" : ""
    drawHead(
      severity.rawValue, message.text + code, at: diagnostic.span, style, into: &output, &last)
    drawLine(at: diagnostic.span, hint: diagnostic.hint, into: &output)
    for note in diagnostic.notes {
      drawHead("note", note.text, at: note.span, .note, into: &output, &last)
      drawLine(at: note.span, hint: nil, into: &output)
    }
  }

  private func drawHead(
    _ kind: String, _ text: String, at span: Span, _ style: Style, into output: inout String,
    _ last: inout Place?
  ) {
    let position = position(at: span.start, after: last)
    last = Place(offset: span.start, position: position)
    let name = String(DisplayWidth.shown(source.name))
    let place = "\(name):\(position.line):\(position.column):"
    output += painted(place, .place) + " " + painted(kind + ":", style) + " "
    output += String(DisplayWidth.shown(text)) + "\n"
  }

  private func position(at offset: Int, after last: Place?) -> SourceText.Position {
    guard let last, last.offset <= offset, source.line(at: offset) == last.position.line else {
      return source.position(at: offset)
    }
    let more = source.characterCount(in: Span(last.offset, offset))
    return SourceText.Position(
      line: last.position.line, column: last.position.column + more)
  }

  private func drawLine(at span: Span, hint: String?, into output: inout String) {
    let number = source.line(at: span.start)
    let window = LineWindow(source, span: span, line: number, width: Self.lineWidth)
    let label = String(number)
    let gutter = max(5, label.count)
    output += String(repeating: " ", count: gutter - label.count) + label + " |"
    output += (window.text.isEmpty ? "" : " " + window.text) + "\n"
    output += String(repeating: " ", count: gutter) + " | "
    output += String(repeating: " ", count: window.caretColumn)
    let tildes = String(repeating: "~", count: max(window.caretWidth - 1, 0))
    output += painted("^" + tildes, .caret)
    if let hint { output += " " + String(DisplayWidth.shown(hint)) }
    output += "\n"
  }

  private enum Style: String {
    case place = "1"
    case error = "1;31"
    case warning = "1;35"
    case note = "1;36"
    case caret = "1;32"
  }

  private func painted(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Sequence where Element == Diagnostic {
  /// By where they start, then by where they end; those about the same place keep their order.
  public func sortedByPlace() -> [Diagnostic] {
    let numbered = enumerated().sorted { a, b in
      (a.element.span.start, a.element.span.end, a.offset)
        < (b.element.span.start, b.element.span.end, b.offset)
    }
    return numbered.map(\.element)
  }
}
