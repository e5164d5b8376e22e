import Language
public import Manuscripts
import Markdown
import Rendering
public import Source
public import Workings

/// A notebook executed anew, each block beside what is stored under it.
public struct Inspection {
  /// One `dl` block.
  public struct Block {
    /// The block.
    public let computation: Computation
    /// What is stored under it; nil for nothing.
    public let stored: StoredOutput?
    /// What is to be stored under it now; empty for a block that shows nothing.
    public let fresh: String
    /// Whether a statement failed, or a block that was to fail did not.
    public let isBroken: Bool
    /// Whether an `expect` does not hold.
    public let hasFailedExpectation: Bool
    /// What is wrong with it.
    public internal(set) var diagnostics: [Diagnostic]
  }

  /// The notebook's file.
  public let source: SourceText
  /// The blocks in the order of the file.
  public private(set) var blocks: [Block] = []
  /// Stored outputs that belong to no block.
  public let orphans: [StoredOutput]
  /// What is wrong with the rest of the file.
  public private(set) var otherDiagnostics: [Diagnostic] = []
  private let executed: ExecutedManuscript?

  /// Reads and executes a notebook.
  ///
  /// - Parameters:
  ///   - source: The file; of one that is no text only its problems are told.
  ///   - builtIns: The functions of the language; tests hand in damaged ones.
  public init(_ source: SourceText, builtIns: BuiltInTable? = nil) {
    self.source = source
    guard source.problems.isEmpty else {
      orphans = []
      executed = nil
      otherDiagnostics = source.problems
      return
    }
    let manuscript = Manuscript.read(source)
    let executed = builtIns.map { manuscript.execute(builtIns: $0) } ?? manuscript.execute()
    self.executed = executed
    let owned = Dictionary(
      manuscript.storedOutputs.compactMap { output in output.block.map { ($0, output) } }
    ) { first, _ in first }
    orphans = manuscript.storedOutputs.filter { $0.block == nil }
    var weaver = OutputWeaver(executed)
    for computation in manuscript.computations.values.sorted(by: { $0.number < $1.number }) {
      let output = weaver.output(of: computation)
      blocks.append(
        Block(
          computation: computation, stored: owned[computation.code.span.start],
          fresh: MarkdownOutput.text(of: output), isBroken: output.isBroken,
          hasFailedExpectation: output.hasFailedExpectation, diagnostics: []))
    }
    place(executed.diagnostics)
  }

  /// Whether anything is stored: if not, the notebook is tested by its expectations alone.
  public var hasStoredOutputs: Bool {
    !orphans.isEmpty || blocks.contains { $0.stored != nil }
  }

  /// What a block gives with more digits than are stored, for comparing with slack.
  func preciseText(of block: Block, digits: Int) -> String? {
    guard let executed else { return nil }
    var weaver = OutputWeaver(executed)
    return MarkdownOutput.text(of: weaver.output(of: block.computation, digits: digits))
  }

  /// Puts findings to the blocks that they are about; both are sorted by place.
  private mutating func place(_ diagnostics: [Diagnostic]) {
    var number = 0
    for diagnostic in diagnostics {
      while number < blocks.count, blocks[number].span.end <= diagnostic.span.start { number += 1 }
      if number < blocks.count, blocks[number].span.start <= diagnostic.span.start {
        blocks[number].diagnostics.append(diagnostic)
      } else {
        otherDiagnostics.append(diagnostic)
      }
    }
  }
}

extension Inspection.Block {
  /// From the opening fence to the end of the closing one.
  var span: Span { computation.code.span }

  /// Whether what is stored was edited by hand.
  public var isEdited: Bool { stored?.isEdited ?? false }

  /// Whether what is stored is what the block gives now, to the letter.
  public var isCurrent: Bool { (stored?.content ?? "") == fresh }
}

extension StoredOutput {
  /// The lines between the comments without empty ones at either end.
  public var content: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return lines[first...last].joined(separator: "\n") + "\n"
  }

  /// The line of the file, from 1, on which ``content`` begins.
  var contentLine: Int {
    firstLine + text.prefix { $0 == "\n" }.count
  }

  /// Whether the checksum is not that of what stands there.
  public var isEdited: Bool { Checksum.text(of: content) != sum }
}
