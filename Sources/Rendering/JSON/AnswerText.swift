public import Language
import Mathematics
import Workings

/// What `notebook eval` shows on a terminal: every output's steps and every check, as plain text.
public struct AnswerText {
  private let typesetter: Typesetter

  /// Answers for blocks executed in `run`.
  public init(run: Run, options: Run.Options) {
    typesetter = Typesetter(run.graph, rounding: options.rounding)
  }

  /// The text of one block's events, a line each; empty when it shows nothing.
  public func text(_ result: BlockResult) -> String {
    var text = ""
    for event in result.events {
      switch event {
      case .output(let output):
        for step in output.steps { text += StepText(typesetter).text(of: step) + "\n" }
      case .check(let check): text += line(check.verdict) + "\n"
      }
    }
    return text
  }

  private func line(_ verdict: Verdict) -> String {
    var text = "\(verdict.finding.rawValue): \(verdict.statement)"
    if let remark = verdict.remark { text += " (\(remark))" }
    return text
  }
}
