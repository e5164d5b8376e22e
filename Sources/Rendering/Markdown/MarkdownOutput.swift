public import Manuscripts
import Mathematics
import Workings

/// Writes what a `dl` block gave as Markdown that GitHub shows well.
///
/// Lines end in LF and have no blanks at their end; blocks are separated by one empty line. What is
/// written reads back: `OutputText` of the drift reports takes it apart again.
public enum MarkdownOutput {
  /// The text of an output; empty when it shows nothing.
  public static func text(of output: Output) -> String {
    var paragraphs: [String] = []
    var verdicts: [String] = []
    for block in output.blocks {
      if case .verdict(let finding) = block {
        verdicts.append(VerdictMarkdown.line(finding))
        continue
      }
      if !verdicts.isEmpty { paragraphs.append(verdicts.joined(separator: "\n")) }
      verdicts = []
      paragraphs += Self.paragraphs(block)
    }
    if !verdicts.isEmpty { paragraphs.append(verdicts.joined(separator: "\n")) }
    let text = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return text.isEmpty ? "" : text.withoutTrailingBlanks + "\n"
  }

  private static func paragraphs(_ block: Document.Block) -> [String] {
    switch block {
    case .working(let shown): shown.flatMap { PassageMarkdown.paragraphs($0) }
    case .verdict(let finding): [VerdictMarkdown.line(finding)]
    case .problem(let problem): [VerdictMarkdown.quote(problem)]
    // No output of a block holds any of these.
    case .section, .paragraph, .quote, .list, .choices, .table, .listing, .formula, .figure,
      .computed,
      .rule,
      .html, .room:
      []
    }
  }
}

extension String {
  /// The text without spaces, tabs and returns in front of its line ends.
  fileprivate var withoutTrailingBlanks: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == UInt8(ascii: "\n") {
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D {
          bytes.removeLast()
        }
      }
      bytes.append(byte)
    }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D || last == 0x0A {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
