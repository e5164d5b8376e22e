import Manuscripts
import Source

/// The lines that an update writes for one block, and where they go.
struct Region {
  /// What the reader sees in the first comment.
  let name: String
  /// What the block gives; ends in LF.
  let content: String

  /// The lines from the first comment to the last, each behind the prefix of the block's container,
  /// with `lineEnd` between them.
  func text(prefix: String, lineEnd: String) -> String {
    let lines =
      ["<!-- dl:output \(name) sum=\(Checksum.text(of: content)) -->", ""]
      + content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      + ["<!-- dl:end -->"]
    let bare = String(prefix.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    return lines.map { $0.isEmpty ? bare : prefix + $0 }.joined(separator: lineEnd)
  }
}

extension SourceText {
  /// What ends the line: CRLF, CR or LF; of the last line what ends the first one, LF for one line.
  func lineEnd(ofLine line: Int) -> String {
    let end = span(ofLine: line).end
    guard end < bytes.count else { return line == 1 ? "\n" : lineEnd(ofLine: 1) }
    if bytes[end] == 0x0A { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// Where the line after this one starts; the end of the file for the last one.
  func start(behindLine line: Int) -> Int {
    line < lineCount ? span(ofLine: line + 1).start : bytes.count
  }

  /// What stands before the closing fence of a block on its line; nil for a block that is not closed.
  func prefix(ofFenced span: Span) -> (text: String, line: Int)? {
    let last = line(at: max(span.start, span.end - 1))
    guard last > line(at: span.start) else { return nil }
    let text = text(ofLine: last)
    let fence = text.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    guard let mark = fence.first, mark == "`" || mark == "~",
      fence.drop(while: { $0 == mark }).allSatisfy({ $0 == " " || $0 == "\t" }),
      fence.prefix(while: { $0 == mark }).count > 2
    else { return nil }
    return (String(text[..<fence.startIndex]), last)
  }
}
