public import Language
public import Source
import Workings

/// The answer of `notebook eval --json`.
public struct AnswerJSON {
  private let values: ValueJSON
  private let source: SourceText

  /// Answers for blocks of `source` executed in `run`.
  public init(run: Run, source: SourceText, options: Run.Options) {
    values = ValueJSON(run, rounding: options.rounding)
    self.source = source
  }

  /// Bindings, outputs, checks and diagnostics of one block whose text is the source.
  public func json(_ result: BlockResult) -> JSON {
    .members([
      ("bindings", .members(result.bindings.map { ($0.name, values.json($0.value)) })),
      ("outputs", .array(result.outputs.map { output($0) })),
      ("checks", .array(result.checks.map { check($0) })),
      ("diagnostics", .array(result.diagnostics.sortedByPlace().map { diagnostic($0) })),
    ])
  }

  /// The answer for a source that is no text: what is wrong with it, and nothing else.
  public func json(unread problems: [Diagnostic]) -> JSON {
    .members([
      ("bindings", .members([])), ("outputs", .array([])), ("checks", .array([])),
      ("diagnostics", .array(problems.map { diagnostic($0) })),
    ])
  }

  private func output(_ output: BlockResult.Output) -> JSON {
    .members([
      ("line", .integer(source.position(at: output.span.start).line)),
      ("source", .text(output.source)),
      ("steps", .array(output.steps.map { values.json($0) })),
      ("value", values.json(output.value)),
    ])
  }

  private func check(_ check: BlockResult.Check) -> JSON {
    let verdict = check.verdict
    let isCheck = verdict.finding.isCheck
    return .members([
      ("line", .integer(source.position(at: check.span.start).line)),
      ("kind", .text(isCheck ? "expect" : "published")),
      ("passed", isCheck ? .truth(verdict.finding == .passed) : nil),
      ("verdict", isCheck ? nil : .text(verdict.finding.rawValue)),
      ("source", verdict.source.map(JSON.text)),
      ("convention", verdict.remark.map(JSON.text)),
      ("statement", .text(verdict.statement)),
      ("left", verdict.ours.map { values.json($0) }),
      ("right", verdict.theirs.map { values.json($0) }),
    ])
  }

  private func diagnostic(_ diagnostic: Diagnostic) -> JSON {
    let position = source.position(at: diagnostic.span.start)
    return .members([
      ("severity", .text(diagnostic.severity.rawValue)), ("line", .integer(position.line)),
      ("column", .integer(position.column)), ("code", .text(diagnostic.message.code)),
      ("message", .text(diagnostic.message.text)), ("hint", diagnostic.hint.map(JSON.text)),
    ])
  }
}
