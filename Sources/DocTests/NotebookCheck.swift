import Language
public import Manuscripts
public import Source

/// All that is wrong with a notebook, as far as that can be told without working it out: reading,
/// names, shapes, marks, options, references.
public struct NotebookCheck {
  /// What is wrong, sorted by place.
  public let diagnostics: [Diagnostic]
  /// Whether it holds any `dl` block.
  public let hasBlocks: Bool
  /// What was made to find it, as long as the check itself is kept.
  private let trees: (Manuscript, Document)?

  /// Checks a notebook as it would be rendered for those who mark, who see all of it.
  ///
  /// - Parameters:
  ///   - source: The notebook.
  ///   - loadsImage: Gets the image at a path that leads from the notebook's folder into it; nil looks
  ///     for none.
  public init(
    _ source: SourceText, loadsImage: (@Sendable (_ path: String) -> ImageFile)? = nil
  ) {
    guard source.problems.isEmpty else {
      diagnostics = source.problems
      hasBlocks = false
      trees = nil
      return
    }
    let manuscript = Manuscript.read(source)
    hasBlocks = !manuscript.computations.isEmpty
    let executed = manuscript.execute(.names)
    var options = WeavingOptions()
    options.loadsImage = loadsImage
    let document = executed.weave(for: .marking, options: options)
    trees = (manuscript, document)
    diagnostics = (executed.diagnostics + document.diagnostics).sortedByPlace()
  }

  /// Whether an error is among them.
  public var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a file holds `dl` blocks, so that a search through a folder is to find it.
  public static func holdsBlocks(_ source: SourceText) -> Bool {
    guard source.problems.isEmpty, source.bytes.holdsFenceOfBlock else { return false }
    return !Manuscript.read(source).computations.isEmpty
  }
}

extension [UInt8] {
  /// Whether `dl` stands behind a fence anywhere: cheap, and true of every file with a block.
  fileprivate var holdsFenceOfBlock: Bool {
    var at = 0
    while let fence = self[at...].firstIndex(where: { $0 == 0x60 || $0 == 0x7E }) {
      var next = fence
      while next < count, self[next] == self[fence] { next += 1 }
      let isFence = next - fence > 2
      while next < count, self[next] == 0x20 || self[next] == 0x09 { next += 1 }
      if isFence, self[next...].starts(with: "dl".utf8) { return true }
      at = next
    }
    return false
  }
}
