import Figures
import Manuscripts
import Mathematics
import Workings

/// Writes the passages of a working as Markdown.
enum PassageMarkdown {
  /// The widest chain that stays on one line, in thousandths of an em.
  private static let width = 34_000

  static func paragraphs(_ shown: Document.Shown) -> [String] {
    switch shown.passage {
    case .sentence(let runs): [sentence(runs)]
    case .display(let lines, let rule):
      (rule.map { $0.isEmpty ? [] : ["*\(MarkdownText.escaped($0))*"] } ?? []) + [display(lines)]
    case .table(let grid): caption(shown.caption, or: grid.caption) + [table(grid)]
    case .figure(let figure): FigureMarkdown.paragraphs(figure, shown)
    case .listing(let language, let source): [listing(source, language: language)]
    case .verdict(let finding): [VerdictMarkdown.line(finding)]
    }
  }

  /// The author's caption, else the table's own one.
  private static func caption(_ words: [Document.Inline], or own: String) -> [String] {
    if !words.isEmpty { return ["*\(MarkdownText.text(of: words))*"] }
    return own.isEmpty ? [] : ["*\(MarkdownText.escaped(own))*"]
  }

  private static func sentence(_ runs: [Passage.Run]) -> String {
    let text = runs.map { run in
      switch run {
      case .words(let words): MarkdownText.escaped(words)
      case .formula(let formula): MarkdownText.inline(formula)
      }
    }.joined()
    return MarkdownText.asParagraph(text)
  }

  // MARK: - Displays

  /// One row a chain; a chain too wide for a page gets a row for each of its relations.
  private static func display(_ lines: [Passage.Line]) -> String {
    let rows = lines.flatMap { self.rows($0) }
    guard rows.count > 1 else {
      return "$$\n" + (lines.first.map { MarkdownText.tex($0.formula) } ?? "") + "\n$$"
    }
    return "$$\n\\begin{aligned}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{aligned}\n$$"
  }

  private static func rows(_ line: Passage.Line) -> [String] {
    let sides = line.right.map { "\(MarkdownText.tex($0.sign)) \(MarkdownText.tex($0.formula))" }
    let left = MarkdownText.tex(line.left)
    guard line.formula.estimatedWidth > width, sides.count > 1 else {
      return [left + " &" + sides.joined(separator: " ")]
    }
    return sides.enumerated().map { ($0 == 0 ? left : "") + " &" + $1 }
  }

  // MARK: - Tables

  /// A pipe table; marked rows have a sign in front.
  private static func table(_ grid: Passage.Grid) -> String {
    let hasMarks = grid.rows.contains(where: \.isMarked)
    var lines = [row(grid.headings.map { cell($0) }, mark: hasMarks ? "" : nil)]
    let rules = grid.headings.indices.map { column in
      grid.isNumeric.indices.contains(column) && grid.isNumeric[column] ? "---:" : "---"
    }
    lines.append(row(rules, mark: hasMarks ? "---" : nil))
    for row in grid.rows {
      let mark = hasMarks ? (row.isMarked ? "●" : "") : nil
      lines.append(self.row(row.cells.map { cell($0) }, mark: mark))
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String], mark: String?) -> String {
    "| " + ((mark.map { [$0] } ?? []) + cells).joined(separator: " | ") + " |"
  }

  private static func cell(_ cell: Passage.Grid.Cell) -> String {
    switch cell {
    case .words(let words): MarkdownText.escaped(words)
    case .formula(let formula): MarkdownText.cell(formula)
    case .mark(true): "✓"
    case .mark(false): "–"
    }
  }

  // MARK: - Listings

  /// A fence that is longer than any in the source.
  static func listing(_ source: String, language: String) -> String {
    var run = 0
    var longest = 2
    for byte in source.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return fence + language + "\n" + source + (source.hasSuffix("\n") ? "" : "\n") + fence
  }
}
