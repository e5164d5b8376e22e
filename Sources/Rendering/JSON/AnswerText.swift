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
    var lines: [String] = []
    for event in result.events {
      switch event {
      case .output(let output): lines += output.steps.flatMap { self.lines($0) }
      case .check(let check): lines.append(line(check.verdict))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ step: Step) -> [String] {
    let text = StepText(typesetter).text(of: step)
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  private func line(_ verdict: Verdict) -> String {
    var text = "\(verdict.finding.rawValue): \(verdict.statement)"
    if let remark = verdict.remark { text += " (\(remark))" }
    return text
  }
}
