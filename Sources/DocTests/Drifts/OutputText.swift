/// A stored or fresh output taken apart again: what `MarkdownOutput` wrote, as tables, chains and words.
struct OutputText {
  /// A part of it.
  enum Part: Hashable {
    /// Headings and rows of cells, as Markdown.
    case table([String], [[String]])
    /// Chains of equations.
    case display([TeXChain])
    /// Lines of source code.
    case listing([String])
    /// Verdicts: what was found, and the statement.
    case verdicts([Verdict])
    /// Words.
    case words(String)
  }

  /// One line of a check or an audit.
  struct Verdict: Hashable {
    /// What was found: `✓ agrees`.
    let finding: String
    /// The statement in its code span.
    let statement: String
    /// What follows: both values, the source, a remark.
    let details: [String]
  }

  private(set) var parts: [Part] = []

  /// Reads lines; what fits no form is words.
  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var at = 0
    while at < lines.count {
      let line = lines[at]
      if line.isEmpty {
        at += 1
      } else if line == "$$" {
        let end = Self.end(lines, from: at + 1) { $0 == "$$" }
        parts.append(.display(TeXChain.chains(lines[(at + 1)..<end])))
        at = end + 1
      } else if line.hasPrefix("```") {
        let fence = String(line.prefix { $0 == "`" })
        let end = Self.end(lines, from: at + 1) { $0 == fence }
        parts.append(.listing(Array(lines[(at + 1)..<end])))
        at = end + 1
      } else {
        let end = Self.end(lines, from: at + 1) { $0.isEmpty || $0 == "$$" || $0.hasPrefix("```") }
        parts.append(Self.part(lines[at..<end]))
        at = end
      }
    }
  }

  private static func end(
    _ lines: [String], from start: Int, _ stops: (String) -> Bool
  ) -> Int {
    guard start < lines.count else { return lines.count }
    return lines[start...].firstIndex(where: stops) ?? lines.count
  }

  private static func part(_ lines: ArraySlice<String>) -> Part {
    guard let first = lines.first else { return .words("") }
    if first.hasPrefix("| "), lines.count > 1, lines.allSatisfy({ $0.hasPrefix("|") }) {
      let rows = lines.map { cells($0) }
      return .table(rows[0], Array(rows.dropFirst(2)))
    }
    if first.hasPrefix("- ") {
      let verdicts = lines.compactMap { verdict($0) }
      if verdicts.count == lines.count { return .verdicts(verdicts) }
    }
    return .words(lines.joined(separator: " "))
  }

  /// The cells of a row; an escaped bar ends none.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell.trimmingSpaces)
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cell.trimmingSpaces.isEmpty ? cells : cells + [cell.trimmingSpaces]
  }

  private static func verdict(_ line: String) -> Verdict? {
    guard line.hasPrefix("- "), let tick = line.firstIndex(of: "`") else { return nil }
    let finding = line[..<tick].dropFirst(2).filter { $0 != "*" && $0 != ":" }
    let fence = line[tick...].prefix { $0 == "`" }
    let rest = line[fence.endIndex...]
    guard let close = rest.firstRange(of: fence) else { return nil }
    let details = rest[close.upperBound...].split(separator: " · ").map {
      String($0).trimmingSpaces
    }
    return Verdict(
      finding: String(finding).trimmingSpaces,
      statement: String(rest[..<close.lowerBound]).trimmingSpaces,
      details: details.filter { !$0.isEmpty })
  }
}

extension String {
  /// The text without spaces at either end.
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
