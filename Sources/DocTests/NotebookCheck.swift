import Manuscripts
public import Source

/// All that is wrong with a notebook: reading, names, shapes, marks, options, references.
public struct NotebookCheck {
  /// What is wrong, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Checks a notebook as it would be rendered for those who mark, who see all of it.
  public init(_ source: SourceText) {
    guard source.problems.isEmpty else {
      diagnostics = source.problems
      return
    }
    let executed = Manuscript.read(source).execute()
    let document = executed.weave(for: .marking)
    diagnostics = (executed.diagnostics + document.diagnostics).sortedByPlace()
  }

  /// Whether an error is among them.
  public var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }
}
