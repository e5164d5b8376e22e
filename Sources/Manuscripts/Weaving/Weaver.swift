import Markdown
import Mathematics
import Source
import Workings

/// Weaves an executed manuscript into a document for one audience.
struct Weaver {
  let executed: ExecutedManuscript
  let audience: Audience
  let targets: Targets
  let options: WeavingOptions
  /// The images got so far.
  var images = Images()
  /// Knows the commands of formulas defined so far.
  var formulas: FormulaReader
  var diagnostics: [Diagnostic] = []
  /// Labels of footnotes in the order of their first mention, and where that is.
  var mentioned: [(label: String, span: Span)] = []
  /// The numbers of mentioned footnotes, from 1, by the keys of their labels.
  var noteNumbers: [String: Int] = [:]
  /// How often each of ``mentioned`` is mentioned.
  var mentionCounts: [Int] = []
  /// The level of the heading above: 1 for the title, 0 without one.
  private var level = 1
  /// What the innermost section with a role is for.
  var role = Role.plain
  /// Whether captions stand behind the numbers that they are referred to by.
  var numbersCaptions = true
  /// Whether a question is around.
  var isInQuestion = false

  var manuscript: Manuscript { executed.manuscript }
  var settings: Settings { manuscript.settings }

  init(_ executed: ExecutedManuscript, for audience: Audience, options: WeavingOptions) {
    self.options = options
    self.executed = executed
    self.audience = audience
    formulas = FormulaReader(macros: executed.manuscript.settings.macros)
    targets = Targets(executed.manuscript, for: audience)
    diagnostics = targets.diagnostics
  }

  mutating func document() -> Document {
    var head = Document.Head()
    head.title = inlines(manuscript.titleHeading?.inlines ?? settings.title)
    head.id = manuscript.titleHeading?.attributes.id?.text
    head.course = settings.course
    head.institution = settings.institution
    head.date = settings.date
    head.authors = settings.authors
    head.duration = settings.duration
    head.instructions = settings.instructions.map { blocks($0) }
    let questions = manuscript.pieces.sections.flatMap(\.outermostQuestions)
    head.marks = settings.marks ?? questions.totalMarks
    if audience == .paper {
      head.fields = settings.fields
      if settings.showsTotals {
        head.totals = questions.compactMap { question in
          question.marks.map { Document.Total(number: question.number ?? "", marks: $0) }
        }
      }
    }
    if head.title.isEmpty { level = 0 }
    let body = pieces(manuscript.pieces)
    let notes = footnotes()
    return Document(
      audience: audience, language: settings.language, head: head, contents: body.entries(depth: 0),
      blocks: body, notes: notes, diagnostics: diagnostics.sortedByPlace())
  }

  // MARK: - Sections

  private mutating func pieces(_ pieces: [Section.Piece]) -> [Document.Block] {
    pieces.flatMap { piece -> [Document.Block] in
      switch piece {
      case .block(let block): self.block(block)
      case .section(let section): self.section(section).map { [.section($0)] } ?? []
      }
    }
  }

  private mutating func section(_ section: Section) -> Document.Section? {
    guard audience.sees(section.role) else { return nil }
    let outer = (level, role, isInQuestion)
    defer { (level, role, isInQuestion) = outer }
    // Headings skip no level, whatever the author did.
    level = min(level + 1, 6)
    if section.role != .plain { role = section.role }
    if case .question = section.role { isInQuestion = true }
    let level = level
    let title = inlines(section.heading.inlines)
    var blocks = pieces(section.pieces)
    if audience == .paper, let room = section.room { blocks.append(.room(room)) }
    return Document.Section(
      id: section.id, role: section.role, level: level, number: section.number, title: title,
      marks: section.marks, isBonus: section.isBonus, startsPage: section.startsPage,
      blocks: blocks)
  }

  // MARK: - Footnotes

  private mutating func footnotes() -> [Document.Note] {
    guard !mentioned.isEmpty else { return [] }
    let definitions = Footnotes(manuscript, for: audience).definitions
    var notes: [[Document.Block]] = []
    // A note may mention another one, which then comes after it.
    while notes.count < mentioned.count {
      let mention = mentioned[notes.count]
      let definition = definitions[mention.label.footnoteKey]
      if definition == nil {
        report(
          .hiddenFootnote(mention.label), at: mention.span, hint: "define it outside of solutions")
      }
      notes.append(blocks(definition?.blocks ?? []))
    }
    return zip(notes, mentionCounts).map { Document.Note(blocks: $0, mentionCount: $1) }
  }

  mutating func report(
    _ message: Diagnostic.Message, at span: Span, hint: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(Diagnostic(severity, message, at: span, hint: hint))
  }
}

extension Diagnostic.Message {
  static func hiddenFootnote(_ label: String) -> Self {
    Self("hidden-footnote", "this audience does not see the footnote '\(label)'")
  }
}

extension [Section] {
  /// What they are worth together, bonuses left out; nil when none says.
  var totalMarks: Marks? {
    let halves = filter { !$0.isBonus }.compactMap { $0.marks?.halves }
    return halves.isEmpty ? nil : Marks(halves: halves.reduce(0, +))
  }
}

extension [Document.Block] {
  /// The lines of the contents list: questions and plain sections, to the second level.
  func entries(depth: Int) -> [Document.Entry] {
    flatMap { block -> [Document.Entry] in
      guard depth < 2, case .section(let section) = block else { return [] }
      switch section.role {
      case .solution, .marking, .hint: return []
      case .plain where section.title.isEmpty: return section.blocks.entries(depth: depth)
      case .question where section.title.isEmpty && depth > 0: return []
      case .plain, .question:
        let entry = Document.Entry(
          id: section.id, depth: depth, number: section.number, title: section.title,
          marks: section.marks)
        return [entry] + section.blocks.entries(depth: depth + 1)
      }
    }
  }
}
