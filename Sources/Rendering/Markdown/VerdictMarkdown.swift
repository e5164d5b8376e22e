import Manuscripts
import Mathematics
import Source
import Workings

/// Writes what checks and audits found, and what failed, as Markdown.
enum VerdictMarkdown {
  /// An item of a list.
  static func line(_ finding: Passage.Finding) -> String {
    let verdict = finding.verdict
    var parts = ["\(sign(of: verdict.finding)): \(MarkdownText.code(verdict.statement))"]
    if verdict.finding != .passed {
      let theirs = verdict.finding.isCheck ? "expected" : "printed"
      if let formula = finding.theirs { parts.append("\(theirs) \(MarkdownText.inline(formula))") }
      if let formula = finding.ours { parts.append("here \(MarkdownText.inline(formula))") }
    }
    if let source = verdict.source { parts.append("from “\(MarkdownText.escaped(source))”") }
    if let remark = verdict.remark { parts.append(MarkdownText.escaped(remark)) }
    return "- " + parts.joined(separator: " · ")
  }

  /// What failed, without the place, which would change with every line put in before.
  static func quote(_ problem: Document.Problem) -> String {
    let word = problem.severity == .error ? "Error" : "Warning"
    return "> **\(word):** " + MarkdownText.escaped(problem.message)
  }

  private static func sign(of finding: Verdict.Finding) -> String {
    switch finding {
    case .passed: "✓ holds"
    case .failed: "✗ **does not hold**"
    case .agrees: "✓ agrees"
    case .agreesAfterRounding: "≈ agrees after rounding"
    case .agreesUnderConvention: "≈ agrees under another convention"
    case .followsFromSlip: "↪ follows from an earlier slip"
    case .disagrees: "✗ **disagrees**"
    case .notCompared: "? not compared"
    }
  }
}
