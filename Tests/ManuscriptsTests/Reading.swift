import Manuscripts
import Source

/// A notebook read from lines in a test.
func read(_ text: String) -> Manuscript {
  Manuscript.read(SourceText(name: "test.md", text))
}

/// A notebook read, executed and woven.
func weave(_ text: String, for audience: Audience = .key) -> Document {
  read(text).execute().weave(for: audience)
}

extension Manuscript {
  /// `line:column code` of each diagnostic.
  var findings: [String] { diagnostics.map { $0.place(in: source) } }
}

extension ExecutedManuscript {
  /// `line:column code` of each diagnostic.
  var findings: [String] { diagnostics.map { $0.place(in: manuscript.source) } }
}

extension Diagnostic {
  /// `line:column code`.
  func place(in source: SourceText) -> String {
    let position = source.position(at: span.start)
    return "\(position.line):\(position.column) \(message.code)"
  }
}

extension Document {
  /// All sections from the outside in: number, title and marks, indented by their depth.
  var outline: String { Self.outline(blocks, indent: "") }

  private static func outline(_ blocks: [Block], indent: String) -> String {
    blocks.map { block in
      guard case .section(let section) = block else { return "" }
      let words = [section.number, section.title.words, section.marks?.description]
      let line = words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      return indent + line + "\n" + outline(section.blocks, indent: indent + "  ")
    }.joined()
  }

  /// Everything in it as Swift describes it, to look for what must not be there.
  var everything: String { "\(self)" }
}
