import Markdown
import Source

/// Finds braces in running text that look like attributes, but give nothing an id or an option.
enum StrayAttributes {
  /// One warning for each.
  static func problems(in inlines: [Inline]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for (index, inline) in inlines.enumerated() {
      guard case .text(let text, let span) = inline, text.utf8.contains(UInt8(ascii: "{")),
        text.utf8.count == span.end - span.start
      else { continue }
      let before = index > 0 ? inlines[index - 1] : nil
      let after = index + 1 < inlines.count ? inlines[index + 1] : nil
      for range in groups(of: Array(text.utf8), startsLine: breaks(before), endsLine: breaks(after))
      {
        problems.append(
          Diagnostic(
            .warning, .strayAttributes,
            at: Span(span.start + range.lowerBound, span.start + range.upperBound),
            hint: "remove them, or write '\\{' for a plain brace"))
      }
    }
    return problems
  }

  private static func breaks(_ inline: Inline?) -> Bool {
    switch inline {
    case .softBreak, .lineBreak, nil: true
    case .text, .emphasis, .strong, .code, .link, .image, .math, .html, .footnoteReference,
      .reference:
      false
    }
  }

  /// The braces of a stretch of text that were meant as attributes.
  private static func groups(
    of bytes: [UInt8], startsLine: Bool, endsLine: Bool
  ) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") { open = index }
      guard byte == UInt8(ascii: "}"), let start = open else { continue }
      open = nil
      let isFirst = bytes[..<start].allSatisfy { $0 == 0x20 }
      let isLast = bytes[(index + 1)...].allSatisfy { $0 == 0x20 }
      let words = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
      let isMeant =
        switch Kind(of: words) {
        // In the middle of a sentence, `{x=1}` is a set.
        case .options: isFirst && !startsLine || isLast && endsLine
        case .names: true
        case .flags: isFirst && startsLine && isLast && endsLine
        case nil: false
        }
      if isMeant { groups.append(start..<(index + 1)) }
    }
    return groups
  }

  /// What stands in braces.
  private enum Kind {
    /// An id or a class.
    case names
    /// Keys with values, and nothing but known words beside them.
    case options
    /// Known words alone.
    case flags

    private static let known: Set<Substring> = ["newpage", "bonus", "echo", "fails"]

    init?(of text: String) {
      var kind: Kind?
      for word in Self.withoutQuotes(text).split(separator: " ") {
        let name = word.drop { $0 == "#" || $0 == "." }
        guard name.first?.isLetter == true else { return nil }
        if name.utf8.count + 1 == word.utf8.count {
          kind = .names
        } else if let equals = word.firstIndex(of: "="), equals > word.startIndex,
          word.index(after: equals) < word.endIndex, word.last != ","
        {
          if kind == nil { kind = .options }
        } else if !Self.known.contains(word) {
          return nil
        }
      }
      guard text.contains(where: { $0 != " " }) else { return nil }
      self = kind ?? .flags
    }

    /// The text with a letter for every value in quotes.
    private static func withoutQuotes(_ text: String) -> String {
      let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
      return parts.enumerated().map { $0 % 2 == 0 ? String($1) : "q" }.joined()
    }
  }
}

extension Diagnostic.Message {
  static let strayAttributes = Self("stray-attributes", "attributes mean nothing here")
}
