import Manuscripts
import Markdown
public import Source

/// What a test of one notebook found, block by block.
public struct NotebookTest: Sendable {
  /// How a block does.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case passed, drifted, missing, orphaned
    case failedExpectation = "failed expectation"
    case failed
  }

  /// One block, or a stored output without one, or the rest of the file.
  public struct Entry: Sendable {
    /// The id or number of the block.
    public let name: String
    /// The line of its fence, from 1.
    public let line: Int
    /// How it does.
    public let status: Status
    /// How it differs from what is stored.
    public let drift: Drift?
    /// Whether what is stored was edited by hand.
    public let isEdited: Bool
    /// What is wrong with it.
    public let diagnostics: [Diagnostic]
  }

  /// The notebook's file.
  public let source: SourceText
  /// In the order of the file; the last may be about what no block holds.
  public let entries: [Entry]

  /// Tests a notebook that was executed anew.
  ///
  /// - Parameters:
  ///   - inspection: The notebook.
  ///   - selects: Which blocks are tested, by name.
  public init(_ inspection: Inspection, selects: (String) -> Bool = { _ in true }) {
    source = inspection.source
    let source = source
    var entries: [Entry] = []
    for block in inspection.blocks where selects(block.computation.name) {
      entries.append(Self.entry(block, in: inspection))
    }
    for orphan in inspection.orphans where selects(orphan.name) {
      entries.append(
        Entry(
          name: orphan.name, line: source.line(at: orphan.markSpan.start), status: .orphaned,
          drift: nil, isEdited: orphan.isEdited, diagnostics: []))
    }
    entries.sort { $0.line < $1.line }
    let others = inspection.otherDiagnostics
    if let first = others.first(where: { $0.severity == .error }), selects("") {
      entries.append(
        Entry(
          name: "", line: source.line(at: first.span.start), status: .failed, drift: nil,
          isEdited: false, diagnostics: others))
    }
    self.entries = entries
  }

  /// Whether every block passed.
  public var hasPassed: Bool { entries.allSatisfy { $0.status == .passed } }

  private static func entry(_ block: Inspection.Block, in inspection: Inspection) -> Entry {
    let drift = block.isBroken ? nil : Drift(block, in: inspection)
    let isMissing =
      block.stored == nil && !block.fresh.isEmpty && inspection.hasStoredOutputs
    let hasError = block.diagnostics.contains { $0.severity == .error }
    let status: Status
    if block.isBroken || hasError && !block.hasFailedExpectation {
      status = .failed
    } else if block.hasFailedExpectation {
      status = .failedExpectation
    } else if drift != nil {
      status = .drifted
    } else {
      status = isMissing ? .missing : .passed
    }
    return Entry(
      name: block.computation.name, line: inspection.source.line(at: block.span.start),
      status: status, drift: drift, isEdited: drift != nil && block.isEdited,
      diagnostics: block.diagnostics)
  }
}
