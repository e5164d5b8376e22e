public import Markdown
public import Source

/// A notebook as a value: what its front matter says, and its sections with their blocks.
public struct Manuscript: Sendable {
  /// The author's file.
  public let source: SourceText
  /// What the front matter says.
  public let settings: Settings
  /// What stands outside of all sections, and the sections of the first level.
  public let pieces: [Section.Piece]
  /// The heading that is the title of the whole, where the front matter has none.
  public let titleHeading: Heading?
  /// The `dl` blocks by where they start in the file.
  public let computations: [Int: Computation]
  /// What an update stored under blocks, in the order of the file; it is no part of ``pieces``.
  public let storedOutputs: [StoredOutput]
  /// The labels of all footnotes that are defined, in the form in which they are compared.
  let footnoteKeys: Set<String>
  /// All that is wrong with the file, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Reads a notebook; what is wrong with it is in its diagnostics.
  public static func read(_ source: SourceText) -> Manuscript {
    let (document, problems) = MarkdownDocument.parse(source)
    return Manuscript(document: document, source: source, problems: problems)
  }

  /// The notebook that a Markdown document is.
  ///
  /// - Parameters:
  ///   - document: The document tree.
  ///   - source: The file that it was read from.
  ///   - problems: What was wrong with the Markdown.
  public init(document: MarkdownDocument, source: SourceText, problems: [Diagnostic] = []) {
    self.source = source
    var reader = SettingsReader()
    if let frontMatter = document.frontMatter { reader.read(frontMatter) }
    var stored = StoredOutputs(source)
    let blocks = stored.removing(from: document.blocks)
    storedOutputs = stored.found
    var builder = SectionBuilder(defaults: reader.settings.options)
    builder.build(blocks, mayTakeTitle: reader.settings.title.isEmpty)
    var numberer = SectionNumberer()
    numberer.number(&builder.root, blockIDs: builder.blockIDs)
    var check = MarksCheck()
    check.check(builder.root, total: reader.settings.marks, totalSpan: reader.marksSpan)
    settings = reader.settings
    pieces = builder.root
    titleHeading = builder.titleHeading
    computations = builder.computations
    var footnotes = FootnoteCheck()
    footnotes.check(settings, titleHeading, pieces, computations)
    footnoteKeys = Set(footnotes.definitions.keys)
    let found = [
      stored.outside(problems), stored.diagnostics, reader.diagnostics, builder.diagnostics,
      numberer.diagnostics, check.diagnostics, footnotes.diagnostics,
    ]
    diagnostics = Array(found.joined()).sortedByPlace()
  }

  /// Whether any section is worth marks.
  public var hasQuestions: Bool { pieces.sections.contains(where: \.hasQuestions) }
}

extension Section {
  /// Whether it or any section in it is a question.
  var hasQuestions: Bool {
    if case .question = role { return true }
    return sections.contains(where: \.hasQuestions)
  }
}
