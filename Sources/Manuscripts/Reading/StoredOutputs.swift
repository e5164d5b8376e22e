import Markdown
import Source

/// The results that an update wrote under their blocks, between two comments.
enum StoredOutputs {
  /// The blocks without stored outputs; a comment without its partner is a diagnostic and hides
  /// nothing.
  static func removing(from blocks: [Block], _ diagnostics: inout [Diagnostic]) -> [Block] {
    var kept: [Block] = []
    var start: (index: Int, span: Span)?
    for block in blocks {
      switch Mark(block) {
      case .output(let span):
        if let start { diagnostics.append(Diagnostic(.error, .openOutput, at: start.span)) }
        start = (kept.count, span)
        kept.append(block)
      case .end(let span):
        if let opened = start {
          kept.removeSubrange(opened.index...)
        } else {
          diagnostics.append(Diagnostic(.error, .strayOutputEnd, at: span, hint: "remove it"))
        }
        start = nil
      case nil: kept.append(block)
      }
    }
    if let start {
      diagnostics.append(
        Diagnostic(
          .error, .openOutput, at: start.span, hint: "put '<!-- dl:end -->' behind the output"))
    }
    return kept
  }

  /// One of the two comments.
  private enum Mark {
    case output(Span)
    case end(Span)

    init?(_ block: Block) {
      guard case .html(let html) = block, html.isComment else { return nil }
      if html.text.hasPrefix("<!-- dl:output ") {
        self = .output(html.span)
      } else if html.text.hasPrefix("<!-- dl:end ") {
        self = .end(html.span)
      } else {
        return nil
      }
    }
  }
}

extension Diagnostic.Message {
  static let openOutput = Self("open-output", "a stored output has no end")
  static let strayOutputEnd = Self("stray-output-end", "the end of a stored output has no start")
}
