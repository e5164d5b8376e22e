import Figures
import Mathematics
import Workings

extension ValueJSON {
  /// A step with its plain text and, for formulas, its TeX.
  func json(_ step: Step) -> JSON {
    switch typesetter.passage(for: step) {
    case .sentence(let runs): return sentence(runs)
    case .display(let lines, let rule):
      if lines.count == 1 {
        return object(
          "formula",
          [
            ("text", .text(lines[0].formula.plainText)), ("tex", .text(lines[0].formula.tex)),
            ("rule", rule.map(JSON.text)),
          ])
      }
      let texts = lines.map(\.formula.plainText).joined(separator: "\n")
      return object(
        "chain",
        [
          ("text", .text(texts)), ("lines", .array(lines.map { .text($0.formula.tex) })),
          ("rule", rule.map(JSON.text)),
        ])
    case .table(let grid): return table(grid)
    case .figure(let figure): return object("figure", [("text", .text(figure.alternativeText))])
    case .listing(let language, let source):
      return object("listing", [("text", .text(source)), ("language", .text(language))])
    case .verdict(let finding):
      return object("verdict", [("text", .text(finding.verdict.finding.rawValue))])
    }
  }

  private func sentence(_ runs: [Passage.Run]) -> JSON {
    object("sentence", [("text", .text(StepText.text(of: runs)))])
  }

  private func table(_ grid: Passage.Grid) -> JSON {
    let rows = StepText.rows(of: grid)
    let text = rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")
    return object(
      "table",
      [
        ("text", .text(text)), ("caption", .text(grid.caption)),
        ("headings", .array(rows[0].map(JSON.text))),
        ("rows", .array(rows.dropFirst().map { .array($0.map(JSON.text)) })),
        ("marked", .array(grid.rows.map { .truth($0.isMarked) })),
      ])
  }
}
