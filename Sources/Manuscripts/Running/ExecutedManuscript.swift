public import DeepLearning
public import Language
public import Source
public import Workings

/// A notebook after all of its blocks ran, ready to be woven for any audience.
public struct ExecutedManuscript {
  /// What a piece of inline code gave.
  struct InlineResult {
    /// Its value; nil when it failed.
    let value: Value?
    /// What is wrong with it, in the file.
    let diagnostics: [Diagnostic]
  }

  /// What was executed.
  public let manuscript: Manuscript
  /// The run: its graph holds the nodes that steps and values name.
  public let run: Run
  /// What the `dl` blocks gave, by where they start in the file; spans count in the block's text.
  public let results: [Int: BlockResult]
  /// What inline code gave, by where it starts in the file.
  let inlineResults: [Int: InlineResult]
  /// Code outside of solutions that names something from a solution, by where it starts.
  let revealing: [Int: Revelation]
  /// All that is wrong, reading included, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Code that would give away what a solution worked out.
  struct Revelation {
    /// The name that is defined in a solution.
    let name: String
    /// The code, in the file.
    let span: Span
  }

  /// Checks against literals that were left out, since a parameter was overridden.
  public var skippedChecks: Int { results.values.reduce(0) { $0 + $1.skippedChecks } }

  /// Whether an error or a failed `expect` is among its results.
  public var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Manuscript {
  /// Executes every block in the author's order; what is wrong is in the result's diagnostics.
  ///
  /// - Parameters:
  ///   - overrides: Values in place of the defaults of parameters, by name.
  ///   - builtIns: The functions of the language; tests hand in damaged ones.
  ///   - depth: How much is worked out.
  /// - Returns: What everything gave, ready to be woven.
  public func execute(
    overriding overrides: [String: Value] = [:], builtIns: BuiltInTable = .standard,
    _ depth: Run.Depth = .everything
  ) -> ExecutedManuscript {
    var execution = Execution(self, overrides, builtIns, depth)
    execution.execute()
    return ExecutedManuscript(
      manuscript: self, run: execution.run, results: execution.results,
      inlineResults: execution.inlineResults, revealing: execution.revealing,
      diagnostics: (diagnostics + execution.diagnostics).sortedByPlace())
  }
}
