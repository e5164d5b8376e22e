import Mathematics
import Source

extension Weaver {
  /// Tells of what was meant to open a formula in running text, and is only text.
  ///
  /// A price, `$5`, is none; a dollar in front of a letter, a backslash or another dollar is, unless a
  /// backslash stands before it. Bracket and parenthesis behind a backslash, environments, `\ref` and
  /// `\eqref` are TeX too.
  mutating func reportUnclosedFormulas(at span: Span) {
    let bytes = manuscript.source.bytes
    guard span.start >= 0, span.end <= bytes.count, span.start < span.end else { return }
    var index = span.start
    while index < span.end {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        reportTeX(at: index)
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

  /// Tells of TeX that the backslash at `start` begins outside of all formulas.
  private mutating func reportTeX(at start: Int) {
    let bytes = manuscript.source.bytes
    let rest = bytes[(start + 1)...]
    // Behind a bracket, the backslash keeps a link from being one.
    if rest.first == UInt8(ascii: "("), start == 0 || bytes[start - 1] != UInt8(ascii: "]") {
      report(
        .unclosedBracket("\\("), at: Span(start, start + 2),
        hint: "close it by '\\)' in the same paragraph, or write '(' alone", severity: .warning)
    } else if rest.first == UInt8(ascii: "["), bytes.startsLine(at: start),
      !bytes.paragraph(from: start).contains(UInt8(ascii: "]"))
    {
      report(
        .unclosedBracket("\\["), at: Span(start, start + 2),
        hint: "close it by '\\]' at the end of a line of the same paragraph", severity: .warning)
    } else if let name = rest.argument(of: "begin") {
      reportEnvironment(name, in: bytes.paragraph(from: start))
    } else if let command = ["eqref", "ref"].first(where: { rest.argument(of: $0) != nil }),
      let label = rest.argument(of: command)
    {
      let hint =
        targets.texts[label] == nil
        ? "write '$\\\(command){\(label)}$'" : "write '@\(label)', or '$\\\(command){\(label)}$'"
      report(
        .commandInText(command),
        at: Span(start, start + command.utf8.count + label.utf8.count + 3), hint: hint,
        severity: .warning)
    }
  }

  /// Tells of an environment; `text` begins with its `\begin`.
  private mutating func reportEnvironment(_ name: String, in text: ArraySlice<UInt8>) {
    let span = Span(text.startIndex, text.startIndex + name.utf8.count + 8)
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    if !Self.displays.contains(plain) {
      report(
        .environmentInText(name), at: span, hint: "put it between '$$' and '$$'",
        severity: .warning)
    } else if text.holds("\\end{\(name)}") {
      report(
        .environmentInLine, at: span, hint: "put it on lines of its own, behind an empty line",
        severity: .warning)
    } else {
      report(
        .unclosedEnvironment, at: span, hint: "end it, in the same paragraph", severity: .warning)
    }
  }

  /// The environments that are formulas without dollars around them.
  private static let displays: Set<String> = [
    "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign", "subequations",
  ]
}

extension [UInt8] {
  /// So many bytes of a paragraph are looked through for the end of something.
  private static let reach = 2048

  /// The bytes from `start` to the next empty line.
  fileprivate func paragraph(from start: Int) -> ArraySlice<UInt8> {
    let limit = Swift.min(start + Self.reach, count)
    var line = start
    while let end = self[line..<limit].firstIndex(of: 0x0A) {
      var next = end + 1
      while next < limit, self[next] == 0x20 || self[next] == 0x09 || self[next] == 0x0D {
        next += 1
      }
      if next < limit, self[next] == 0x0A { return self[start..<end] }
      line = end + 1
    }
    return self[start..<limit]
  }

  /// Whether nothing but the prefixes of quotes and lists stands before `index` on its line.
  fileprivate func startsLine(at index: Int) -> Bool {
    let line = self[..<index].suffix(80)
    return line.reversed().prefix { $0 != 0x0A }.allSatisfy { " \t>-*+".utf8.contains($0) }
  }
}

extension ArraySlice<UInt8> {
  /// What stands in braces behind `command` at the start: letters, digits and what labels hold.
  fileprivate func argument(of command: String) -> String? {
    guard starts(with: "\(command){".utf8) else { return nil }
    let text = dropFirst(command.utf8.count + 1).prefix(80)
    guard let end = text.firstIndex(of: UInt8(ascii: "}")), end > text.startIndex else {
      return nil
    }
    return String(validating: text[..<end], as: UTF8.self).flatMap {
      $0.contains(where: \.isWhitespace) ? nil : $0
    }
  }

  /// Whether `text` stands in it.
  fileprivate func holds(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    guard let first = letters.first else { return true }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: letters) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Diagnostic.Message {
  static let unclosedFormula = Self("unclosed-formula", "this dollar opens or closes no formula")
  static let unclosedEnvironment = Self("unclosed-formula", "this environment is not ended")
  static let environmentInLine = Self(
    "unclosed-formula", "this environment stands in the middle of a paragraph")

  static func unclosedBracket(_ bracket: String) -> Self {
    Self("unclosed-formula", "this '\(bracket)' opens no formula")
  }

  static func environmentInText(_ name: String) -> Self {
    Self("unclosed-formula", "'\\begin{\(name)}' stands in no formula")
  }

  static func commandInText(_ command: String) -> Self {
    Self("unclosed-formula", "'\\\(command)' stands in no formula")
  }
}
