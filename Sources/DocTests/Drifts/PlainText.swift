import Mathematics

/// Markdown and TeX of an output as people say them in one line.
enum PlainText {
  /// A formula; its TeX where it cannot be read.
  static func of(tex: String) -> String {
    guard let formula = try? Formula(tex: tex, macros: Macros()) else { return tex }
    return formula.plainText
  }

  /// Words with formulas between dollars; a number gets the minus sign of print.
  static func of(markdown: String) -> String {
    var text = ""
    var rest = markdown[...]
    while let character = rest.first {
      rest.removeFirst()
      if character == "\\", let escaped = rest.first {
        text.append(escaped)
        rest.removeFirst()
      } else if character == "$", let end = rest.firstIndex(of: "$") {
        text += of(tex: String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else if character == "*" || character == "`" {
        continue
      } else if character == "-", rest.first?.isNumber == true, text.last?.isLetter != true {
        text.append("−")
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// Both texts with what they share at either end cut down, so that what differs is seen.
  static func focused(_ stored: String, _ now: String) -> (stored: String, now: String) {
    let (a, b) = (Array(stored), Array(now))
    guard max(a.count, b.count) > limit else { return (stored, now) }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    func cut(_ text: [Character]) -> String {
      let low = max(0, start - limit / 4)
      let high = min(text.count, low + limit)
      return (low > 0 ? "…" : "") + String(text[low..<high]) + (high < text.count ? "…" : "")
    }
    return (cut(a), cut(b))
  }

  /// The most characters of a value in a report.
  private static let limit = 80
}
