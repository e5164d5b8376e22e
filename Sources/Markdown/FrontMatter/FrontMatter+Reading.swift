import Source

extension FrontMatter {
  /// Reads the front matter of a text that starts at `start`; nil when there is none.
  ///
  /// `next` is where the text behind it starts.
  static func read(
    _ bytes: [UInt8], from start: Int, _ diagnostics: inout [Diagnostic]
  ) -> (frontMatter: FrontMatter, next: Int)? {
    guard let (first, yaml) = bytes.line(at: start), isFence(bytes, first, "---") else {
      return nil
    }
    var offset = yaml
    while let (line, next) = bytes.line(at: offset) {
      guard isFence(bytes, line, "---") || isFence(bytes, line, "...") else {
        offset = next
        continue
      }
      let span = Span(start, line.start + 3)
      let entries = entries(bytes, Span(yaml, offset), &diagnostics)
      return (FrontMatter(entries: entries, span: span), next)
    }
    diagnostics.append(
      Diagnostic(
        .error, .unterminated, at: Span(start, start + 3),
        hint: "end it with a line '---', or write '***' for a rule"))
    return nil
  }

  private static func entries(
    _ bytes: [UInt8], _ span: Span, _ diagnostics: inout [Diagnostic]
  ) -> [YAML.Entry] {
    var reader = YAMLReader(bytes, span)
    let value = reader.read()
    diagnostics += reader.diagnostics
    switch value {
    case nil: return []
    case .mapping(let entries, _): return entries
    case .scalar(let scalar) where scalar.text.isEmpty && !scalar.isQuoted: return []
    case .scalar, .sequence:
      diagnostics.append(
        Diagnostic(
          .error, .noMapping, at: value?.span ?? span, hint: "write lines such as 'title: Midsem'"))
      return []
    }
  }

  private static func isFence(_ bytes: [UInt8], _ line: Span, _ fence: StaticString) -> Bool {
    bytes.hasText(fence, at: line.start)
      && bytes.trimmingWhitespace(from: line.start, to: line.end) == line.start + 3
  }
}

extension Diagnostic.Message {
  static let unterminated = Self("front-matter", "the front matter never ends")
  static let noMapping = Self("front-matter", "the front matter has to consist of keys and values")
}
