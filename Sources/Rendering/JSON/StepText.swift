import Figures
import Mathematics
import Workings

/// Writes steps as plain text, for terminals and for the `text` of the machine interface.
struct StepText {
  private let typesetter: Typesetter

  init(_ typesetter: Typesetter) {
    self.typesetter = typesetter
  }

  /// The text of a step; lines end with LF, the last does not.
  func text(of step: Step) -> String {
    switch typesetter.passage(for: step) {
    case .sentence(let runs): StepText.text(of: runs)
    case .display(let lines, _): lines.map(\.formula.plainText).joined(separator: "\n")
    case .table(let grid):
      StepText.rows(of: grid).map { $0.joined(separator: "  ") }.joined(separator: "\n")
    case .figure(let figure): figure.alternativeText
    case .listing(_, let source): source
    case .verdict(let finding): finding.verdict.finding.rawValue
    }
  }

  /// The text of a sentence.
  static func text(of runs: [Passage.Run]) -> String {
    runs.map { run in
      switch run {
      case .words(let words): words
      case .formula(let formula): formula.plainText
      }
    }.joined()
  }

  /// The headings and the rows of a table as texts.
  static func rows(of grid: Passage.Grid) -> [[String]] {
    func cells(_ cells: [Passage.Grid.Cell]) -> [String] {
      cells.map { cell in
        switch cell {
        case .words(let words): words
        case .formula(let formula): formula.plainText
        case .mark(let holds): holds ? "yes" : "no"
        }
      }
    }
    return [cells(grid.headings)] + grid.rows.map { cells($0.cells) }
  }
}
