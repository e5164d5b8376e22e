import Source

/// The font that pages with formulas carry.
enum MathFontFace {
  /// Writes the rule by which the first name in the style sheet of formulas is this font.
  ///
  /// - Parameters:
  ///   - base64: A WOFF2 file in base 64.
  ///   - styles: The style sheet so far.
  static func write(_ base64: String, into styles: inout HTMLOutput) {
    styles.write(raw: "@font-face{font-family:\"Notebook Math\";font-display:block;")
    styles.write(raw: "src:url(data:font/woff2;base64,")
    styles.write(raw: base64)
    styles.write(raw: ") format(\"woff2\")}\n")
  }
}

extension Template.Value {
  /// Whether there is a `math` element in the markup.
  var hasMath: Bool {
    switch self {
    case .text: false
    case .markup(let bytes): Self.hasMath(bytes)
    case .list(let items): items.contains { $0.values.contains(where: \.hasMath) }
    }
  }

  /// Words are escaped, so that the bytes of the tag are the tag.
  private static func hasMath(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let start = bytes.first(UInt8(ascii: "<"), from: index, to: bytes.count) {
      if bytes.span.hasText("<math", at: start) { return true }
      index = start + 1
    }
    return false
  }
}
