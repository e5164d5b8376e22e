import Markdown
import Source

/// What inline code says: `` `dl expression` ``, `` `blank expression` ``, or only itself.
enum InlineCode {
  case value(Phrase)
  case blank(Phrase)
  case plain

  /// An expression inside of an excerpt.
  struct Phrase {
    let text: String
    /// Where it starts in the excerpt, in bytes.
    let offset: Int
    let excerpt: Excerpt

    /// A finding about the expression as a finding about the file.
    func relocated(_ diagnostic: Diagnostic) -> Diagnostic {
      diagnostic.relocated { excerpt.offset(of: $0 + offset) }
    }
  }

  init(_ excerpt: Excerpt) {
    if let phrase = Self.phrase(excerpt, behind: "dl ") {
      self = .value(phrase)
    } else if let phrase = Self.phrase(excerpt, behind: "blank ") {
      self = .blank(phrase)
    } else {
      self = .plain
    }
  }

  private static func phrase(_ excerpt: Excerpt, behind word: String) -> Phrase? {
    guard excerpt.text.utf8.first == word.utf8.first, excerpt.text.hasPrefix(word) else {
      return nil
    }
    let rest = String(excerpt.text.dropFirst(word.count))
    guard rest.contains(where: { $0 != " " }) else { return nil }
    return Phrase(text: rest, offset: word.utf8.count, excerpt: excerpt)
  }
}

/// A `\dl{expression}` in a formula.
struct Hole {
  /// The whole of it, in bytes of the formula's TeX.
  let range: Range<Int>
  let phrase: InlineCode.Phrase
  /// Where it starts in the file: what its value is found by.
  var key: Int { phrase.excerpt.offset(of: range.lowerBound) }

  /// All holes of a formula; braces inside of them are balanced.
  static func all(in excerpt: Excerpt) -> [Hole] {
    guard mayStand(in: excerpt.text.utf8.span) else { return [] }
    let bytes = Array(excerpt.text.utf8)
    let mark = Array("\\dl".utf8)
    var holes: [Hole] = []
    var at = 0
    while at + mark.count < bytes.count {
      guard bytes[at] == mark[0] else {
        at += 1
        continue
      }
      guard bytes[at..<(at + mark.count)].elementsEqual(mark),
        let end = closingBrace(in: bytes, openedAt: at + mark.count)
      else {
        at += 2
        continue
      }
      let start = at + mark.count + 1
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      let phrase = InlineCode.Phrase(text: text, offset: start, excerpt: excerpt)
      holes.append(Hole(range: at..<(end + 1), phrase: phrase))
      at = end + 1
    }
    return holes
  }

  /// Whether one may be in TeX; quick, and wrong only by saying yes.
  private static func mayStand(in tex: Swift.Span<UInt8>) -> Bool {
    for index in tex.indices where tex[index] == UInt8(ascii: "\\") {
      if tex.hasText("dl", at: index + 1) { return true }
    }
    return false
  }

  private static func closingBrace(in bytes: [UInt8], openedAt start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    for at in start..<bytes.count {
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }
}
