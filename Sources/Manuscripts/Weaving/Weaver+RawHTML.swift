import Markdown
import Source

extension Weaver {
  /// Raw HTML without the author's notes, if it is to be kept; nil, and a warning, if not.
  mutating func kept(_ html: RawHTML) -> String? {
    guard !html.isComment else { return nil }
    guard options.keepsRawHTML else {
      report(
        .rawHTML, at: html.span, hint: "write Markdown, or give --unsafe-html to keep it",
        severity: .warning)
      return nil
    }
    return html.text.withoutComments
  }
}

extension String {
  /// The text without `<!-- … -->`; a comment that is not closed goes to the end.
  fileprivate var withoutComments: String {
    var kept: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.first {
      guard rest.starts(with: "<!--".utf8) else {
        kept.append(byte)
        rest.removeFirst()
        continue
      }
      rest = rest.dropFirst(4)
      while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest.removeFirst() }
      rest = rest.dropFirst(3)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension Diagnostic.Message {
  static let rawHTML = Self("raw-html", "raw HTML is left out")
}
