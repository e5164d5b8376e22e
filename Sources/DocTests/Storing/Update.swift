import Manuscripts
import Markdown
public import Source

/// The author's file with the stored outputs that its blocks give now; nothing else in it changes.
public struct Update {
  /// What happens to one stored output.
  public struct Change: Hashable, Sendable {
    /// The kind of it.
    public enum Kind: String, Hashable, Sendable {
      case added, changed, removed
    }

    /// The kind of it.
    public let kind: Kind
    /// What the stored output is called.
    public let name: String
    /// The line of its block, or its own one, from 1.
    public let line: Int
  }

  /// What is to be written.
  public private(set) var bytes: [UInt8]
  /// What changes, in the order of the file.
  public private(set) var changes: [Change] = []
  /// Why some is left as it is: edited by hand, a block that fails, comments without partners.
  public private(set) var refusals: [Diagnostic] = []

  private let source: SourceText
  private let isForced: Bool
  private var edits: [(span: Span, text: String)] = []

  /// The update of a notebook.
  ///
  /// - Parameters:
  ///   - inspection: The notebook executed anew.
  ///   - isForced: Whether what was edited by hand is overwritten.
  ///   - selects: Which stored outputs are updated, by name; the others stay.
  public init(
    _ inspection: Inspection, isForced: Bool = false, selects: (String) -> Bool = { _ in true }
  ) {
    source = inspection.source
    bytes = source.bytes
    self.isForced = isForced
    let broken = inspection.otherDiagnostics.filter { $0.message.isAboutStoredOutputs }
    guard source.problems.isEmpty, broken.isEmpty else {
      // Where an output ends is the author's to say.
      refusals = broken
      return
    }
    for block in inspection.blocks where selects(block.computation.name) { update(block) }
    for orphan in inspection.orphans where selects(orphan.name) { remove(orphan) }
    apply()
  }

  /// Whether the file is not what it should be.
  public var isNeeded: Bool { !changes.isEmpty }

  private mutating func update(_ block: Inspection.Block) {
    guard !block.isBroken else { return }
    let name = block.computation.name
    let line = source.line(at: block.span.start)
    guard let stored = block.stored else {
      if !block.fresh.isEmpty { insert(block, line) }
      return
    }
    // A number may change with every block put in before it; only the author's own name is kept up.
    let isNamed = block.computation.code.attributes.id != nil
    if block.isCurrent, !stored.isEdited, !isNamed || stored.name == name { return }
    guard isForced || !stored.isEdited || block.isCurrent else { return refuse(stored) }
    guard !block.fresh.isEmpty else {
      remove(stored)
      return
    }
    let first = source.line(at: stored.markSpan.start)
    let start = source.span(ofLine: first).start
    let prefix = source.text(in: Span(start, stored.markSpan.start))
    let text = Region(name: name, content: block.fresh).text(
      prefix: start == stored.span.start ? prefix : "", lineEnd: source.lineEnd(ofLine: first))
    edits.append((stored.span, text))
    changes.append(Change(kind: .changed, name: name, line: line))
  }

  private mutating func insert(_ block: Inspection.Block, _ line: Int) {
    guard let (prefix, last) = source.prefix(ofFenced: block.span) else { return }
    let lineEnd = source.lineEnd(ofLine: last)
    let text = Region(name: block.computation.name, content: block.fresh).text(
      prefix: prefix, lineEnd: lineEnd)
    let place = source.start(behindLine: last)
    let hasLineEnd = source.span(ofLine: last).end < place
    edits.append((Span(place, place), hasLineEnd ? text + lineEnd : lineEnd + text))
    changes.append(Change(kind: .added, name: block.computation.name, line: line))
  }

  private mutating func remove(_ stored: StoredOutput) {
    guard isForced || !stored.isEdited else { return refuse(stored) }
    let last = source.line(at: stored.span.end)
    edits.append((Span(stored.span.start, source.start(behindLine: last)), ""))
    changes.append(
      Change(kind: .removed, name: stored.name, line: source.line(at: stored.markSpan.start)))
  }

  private mutating func refuse(_ stored: StoredOutput) {
    refusals.append(
      Diagnostic(
        .error, .editedOutput(stored.name), at: stored.markSpan,
        hint: "undo the edit, or give --force to overwrite it"))
  }

  /// Copies what lies between the edits.
  private mutating func apply() {
    guard !edits.isEmpty else { return }
    edits.sort { $0.span.start < $1.span.start }
    changes.sort { $0.line < $1.line }
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var copied = 0
    for edit in edits {
      written += bytes[copied..<max(copied, edit.span.start)]
      written += edit.text.utf8
      copied = max(copied, edit.span.end)
    }
    bytes = written + bytes[copied...]
    edits = []
  }
}

extension Diagnostic.Message {
  static func editedOutput(_ name: String) -> Self {
    Self("edited-output", "the stored output '\(name)' was edited by hand")
  }

  /// Whether a comment of a stored output has no partner.
  var isAboutStoredOutputs: Bool { code == "open-output" || code == "stray-output-end" }
}
