extension Formula {
  /// The `<math>` element with the formula and its TeX source.
  ///
  /// - Parameters:
  ///   - display: Whether the formula stands on lines of its own.
  ///   - source: The author's TeX, kept as an annotation byte for byte.
  /// - Returns: One element, well-formed as XML too.
  public func mathML(display: Bool, source: String) -> String {
    var bytes: [UInt8] = []
    writeMathML(display: display, source: source, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what ``mathML(display:source:)`` returns.
  public func writeMathML(display: Bool, source: String, into bytes: inout [UInt8]) {
    var writer = MathMLWriter(out: Markup(bytes: []))
    swap(&writer.out.bytes, &bytes)
    writer.out.raw(
      display ? "<math display=\"block\"><semantics><mrow>" : "<math><semantics><mrow>")
    writer.write(self, MathMLWriter.Setting(isDisplay: display))
    writer.out.raw("</mrow><annotation encoding=\"application/x-tex\">")
    writer.out.text(source)
    writer.out.raw("</annotation></semantics></math>")
    swap(&writer.out.bytes, &bytes)
  }

  /// The formula as HTML: the visible MathML, and a hidden copy of its source to be selected.
  ///
  /// - Parameters:
  ///   - display: Whether the formula stands on lines of its own.
  ///   - source: The author's TeX without delimiters.
  ///   - number: The number to show beside a display, with its parentheses; a `\tag` wins over it.
  /// - Returns: A `span`, or a `div` for a display.
  public func html(display: Bool, source: String, number: String? = nil) -> String {
    var bytes: [UInt8] = []
    writeHTML(display: display, source: source, number: number, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what ``html(display:source:number:)`` returns.
  public func writeHTML(
    display: Bool, source: String, number: String? = nil, into bytes: inout [UInt8]
  ) {
    var out = Markup(bytes: [])
    swap(&out.bytes, &bytes)
    defer { swap(&out.bytes, &bytes) }
    guard display else {
      out.raw(estimatedWidth > 30_000 ? Self.longInline : "<span class=\"math math-inline\">")
      writeMathML(display: false, source: source, into: &out.bytes)
      MathMarkup.hidden(source, delimiter: "$", into: &out)
      return out.raw("</span>")
    }
    let shown = hasRowNumbers ? nil : tag ?? number
    out.raw("<div class=\"math math-display\(shown == nil ? "" : " numbered")\"><div class=\"eq\">")
    writeMathML(display: true, source: source, into: &out.bytes)
    out.raw("</div>")
    if let shown { out.element(.span, " class=\"eqno\"", shown) }
    MathMarkup.hidden(source, delimiter: isDisplayEnvironment ? "" : "$$", into: &out)
    out.raw("</div>")
  }

  private static let longInline = "<span class=\"math math-inline long\">"

  private var hasRowNumbers: Bool {
    guard case .table(let frame) = self else { return false }
    let table = frame.drawn
    return table.isWide && table.rows.contains { $0.tag != nil }
  }
}
