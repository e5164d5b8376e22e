import Manuscripts
import Mathematics
import Source
import Workings

/// Writes what checks and audits found, and what failed.
enum VerdictHTML {
  /// The box of a check or an audit.
  static func html(_ finding: Passage.Finding) -> HTML {
    let verdict = finding.verdict
    let look = look(of: verdict.finding)
    var parts: [HTML] = [
      .element(.span, [.class: "sign", .hidden: "true"], .text(look.sign)),
      .element(.strong, [:], .text(look.words)), .text(" "),
      .element(.code, [:], .text(verdict.statement)),
    ]
    var details: [HTML] = []
    if verdict.finding != .passed {
      let isCheck = verdict.finding.isCheck
      details += side(isCheck ? "expected" : "printed", finding.theirs)
      details += side("worked out here", finding.ours)
    }
    if let source = verdict.source { details += [.text(" · from “\(source)”")] }
    if let remark = verdict.remark { details += [.text(" · \(remark)")] }
    if !details.isEmpty {
      parts.append(.element(.span, [.class: "details"], details))
    }
    return .element(.p, [.class: "verdict \(look.name)"], parts)
  }

  private static func side(_ name: String, _ formula: Formula?) -> [HTML] {
    guard let formula else { return [] }
    return [.text(" · \(name): "), MathHTML.inline(formula, tex: formula.tex)]
  }

  private static func look(
    of finding: Verdict.Finding
  ) -> (name: String, sign: String, words: String) {
    switch finding {
    case .passed: ("good", "✓", "Holds:")
    case .failed: ("bad", "✗", "Does not hold:")
    case .agrees: ("good", "✓", "Agrees:")
    case .agreesAfterRounding: ("good", "≈", "Agrees after rounding:")
    case .agreesUnderConvention: ("fair", "≈", "Agrees under another convention:")
    case .followsFromSlip: ("fair", "↪", "Follows from an earlier slip:")
    case .disagrees: ("bad", "✗", "Disagrees:")
    case .notCompared: ("fair", "?", "Not compared:")
    }
  }

  /// The box of something that failed.
  static func html(_ problem: Document.Problem) -> HTML {
    let isError = problem.severity == .error
    var parts: [HTML] = [
      .element(
        .p, [:], .element(.span, [.class: "sign", .hidden: "true"], .text(isError ? "✗" : "!")),
        .element(.strong, [:], .text(isError ? "Error" : "Warning")),
        .text(" in line \(problem.line): \(problem.message)"))
    ]
    if !problem.text.isEmpty {
      parts.append(.element(.pre, [:], .element(.code, [:], .text(problem.text))))
    }
    if let hint = problem.hint { parts.append(.element(.p, [.class: "help"], .text(hint))) }
    return .element(.div, [.class: "problem \(isError ? "bad" : "fair")"], parts)
  }
}
