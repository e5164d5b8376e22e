import Source

extension Weaver {
  /// Tells of what was meant to open a formula in running text, and is only text.
  ///
  /// A price, `$5`, is none; a dollar in front of a letter, a backslash or another dollar is, unless a
  /// backslash stands before it.
  mutating func reportUnclosedFormulas(at span: Span) {
    let bytes = manuscript.source.bytes
    guard span.start >= 0, span.end <= bytes.count, span.start < span.end else { return }
    var index = span.start
    while index < span.end {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        let name = bytes[(index + 1)..<span.end].prefix { $0 != UInt8(ascii: "}") }
        if name.starts(with: "begin{".utf8), isEnvironment(name.dropFirst(6)) {
          let end = min(index + name.count + 2, span.end)
          report(
            .unclosedEnvironment, at: Span(index, end), hint: "end it, in the same paragraph",
            severity: .warning)
        }
        index += 2
      case UInt8(ascii: "$"):
        let isDouble = next == UInt8(ascii: "$")
        let before = index > 0 ? bytes[index - 1] : 0
        if isDouble || opensTeX(next) || before == UInt8(ascii: "$") {
          report(
            .unclosedFormula, at: Span(index, index + (isDouble ? 2 : 1)),
            hint: "close it in the same paragraph, or write '\\$' for a dollar", severity: .warning)
        }
        index += isDouble ? 2 : 1
      default: index += 1
      }
    }
  }

  private func opensTeX(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "\\")
  }

  /// The environments that are formulas without dollars around them.
  private func isEnvironment(_ name: ArraySlice<UInt8>) -> Bool {
    let name = name.last == UInt8(ascii: "*") ? Array(name.dropLast(1)) : Array(name)
    return [
      "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign",
      "subequations",
    ].contains(String(decoding: name, as: UTF8.self))
  }
}

extension Diagnostic.Message {
  static let unclosedFormula = Self("unclosed-formula", "this dollar opens or closes no formula")
  static let unclosedEnvironment = Self("unclosed-formula", "this environment is not ended")
}
