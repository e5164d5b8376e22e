import Markdown
import Source

/// Finds footnotes that nothing mentions, that are defined twice, and mentions of none.
struct FootnoteCheck {
  /// Where a label is mentioned.
  private struct Mention {
    let label: String
    let span: Span
    /// The note that it is in; nil for one in the text.
    let note: String?
  }

  /// So many mentions of nothing are compared with so many labels; the rest gets no suggestion.
  private static let suggestionLimit = 20
  private static let candidateLimit = 1000

  /// The first definition of every label, by its key.
  private(set) var definitions: [String: Footnote] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var order: [String] = []
  private var mentions: [Mention] = []
  /// The note that is being looked at.
  private var note: String?

  mutating func check(
    _ settings: Settings, _ title: Heading?, _ pieces: [Section.Piece],
    _ computations: [Int: Computation]
  ) {
    visit(settings.title)
    for block in settings.instructions.joined() { visit(block, computations) }
    if let title { visit(title.inlines) }
    visit(pieces, computations)
    reportUndefined()
    reportUnused()
  }

  // MARK: - What there is

  private mutating func visit(_ pieces: [Section.Piece], _ computations: [Int: Computation]) {
    for piece in pieces {
      switch piece {
      case .block(let block): visit(block, computations)
      case .section(let section):
        visit(section.heading.inlines)
        visit(section.pieces, computations)
      }
    }
  }

  private mutating func visit(_ block: Block, _ computations: [Int: Computation]) {
    switch block {
    case .heading(let heading): visit(heading.inlines)
    case .paragraph(let inlines, _): visit(inlines)
    case .quote(let blocks, _): for inner in blocks { visit(inner, computations) }
    case .list(let list):
      for item in list.items { for inner in item.blocks { visit(inner, computations) } }
    case .table(let table):
      visit(table.caption)
      for cell in table.header + table.rows.joined() { visit(cell.inlines) }
    case .picture(let picture):
      visit(picture.image.inlines)
      visit(picture.caption)
    case .code(let code):
      if let computation = computations[code.span.start] { visit(computation.options.caption) }
    case .footnote(let footnote):
      define(footnote)
      let outer = note
      note = footnote.label.footnoteKey
      for inner in footnote.blocks { visit(inner, computations) }
      note = outer
    case .math, .thematicBreak, .html: break
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .footnoteReference(let label, let span):
        mentions.append(Mention(label: label, span: span, note: note))
      case .emphasis(let inner, _), .strong(let inner, _): visit(inner)
      case .link(let link), .image(let link): visit(link.inlines)
      case .text, .code, .math, .softBreak, .lineBreak, .html, .reference: break
      }
    }
  }

  private mutating func define(_ footnote: Footnote) {
    let key = footnote.label.footnoteKey
    guard let first = definitions[key] else {
      definitions[key] = footnote
      order.append(key)
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, .footnoteTwice(footnote.label), at: footnote.labelSpan,
        notes: [Diagnostic.Note("the first", at: first.labelSpan)], hint: "rename one of them"))
  }

  // MARK: - What is wrong with it

  private mutating func reportUndefined() {
    let labels = order.prefix(Self.candidateLimit).compactMap { definitions[$0]?.label }
    var left = Self.suggestionLimit
    for mention in mentions where definitions[mention.label.footnoteKey] == nil {
      let near = left > 0 ? Suggestion.nearest(to: mention.label, among: labels) : nil
      left -= 1
      let hint =
        near.map { "did you mean '[^\($0)]'?" } ?? "define it by '[^\(mention.label)]: …'"
      diagnostics.append(
        Diagnostic(.error, .unknownFootnote(mention.label), at: mention.span, hint: hint))
    }
  }

  /// A note is used if the text mentions it, or another note that is used.
  private mutating func reportUnused() {
    var inner: [String: [String]] = [:]
    var open: [String] = []
    for mention in mentions {
      let key = mention.label.footnoteKey
      if let note = mention.note { inner[note, default: []].append(key) } else { open.append(key) }
    }
    var used: Set<String> = []
    while let key = open.popLast() {
      if used.insert(key).inserted { open += inner[key] ?? [] }
    }
    for key in order where !used.contains(key) {
      guard let footnote = definitions[key] else { continue }
      diagnostics.append(
        Diagnostic(
          .warning, .unusedFootnote(footnote.label), at: footnote.labelSpan,
          hint: "mention it by '[^\(footnote.label)]', or remove it"))
    }
  }
}

extension Diagnostic.Message {
  static func unknownFootnote(_ label: String) -> Self {
    Self("unknown-footnote", "there is no footnote '\(label)'")
  }

  static func unusedFootnote(_ label: String) -> Self {
    Self("unused-footnote", "nothing mentions the footnote '\(label)'")
  }

  static func footnoteTwice(_ label: String) -> Self {
    Self("footnote-twice", "the footnote '\(label)' is defined twice")
  }
}
