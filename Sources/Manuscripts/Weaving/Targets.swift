import Markdown
import Mathematics
import Source

/// What can be referred to, and what a reference to it reads.
struct Targets {
  /// The words of a reference by id.
  private(set) var texts: [String: String] = [:]
  /// The author's words for what is referred to by them, by id; it has a text too.
  private(set) var titles: [String: [Inline]] = [:]
  /// The numbers of displays by id, with their parentheses.
  private(set) var numbers: [String: String] = [:]
  /// What `\label` names in formulas that the audience sees.
  private(set) var labels: [String: Label] = [:]
  /// The ids that displays have for their labels, by where the displays start.
  private(set) var anchors: [Int: String] = [:]
  /// The number that the rows of a `subequations` share, by where it starts.
  private(set) var wholes: [Int: String] = [:]
  /// What is wrong with labels.
  private(set) var diagnostics: [Diagnostic] = []
  /// The numbers of captioned tables and figures by id.
  private(set) var captionNumbers: [String: String] = [:]
  /// All ids that a link may lead to, those made here included.
  private(set) var ids: Set<String> = []
  private var counts: [String: Int] = [:]
  private let words: Wording

  /// What a label stands for.
  struct Label {
    /// The number of its row, without parentheses.
    let number: String
    /// What a link to it leads to.
    let anchor: String
    /// Where the display stands.
    let span: Span
  }
  /// Whether the audience sees what is looked at; what it does not see is counted all the same, so
  /// that a number is the same in the paper and in the key.
  private var isVisible = true

  init(_ manuscript: Manuscript, for audience: Audience) {
    words = Wording(language: manuscript.settings.language)
    if let title = manuscript.titleHeading { name(title) }
    add(manuscript.pieces, manuscript, audience, path: "")
  }

  /// Notes a heading that is referred to by its words.
  private mutating func name(_ heading: Heading) {
    guard let id = heading.attributes.id?.text else { return }
    name(id, title: heading.inlines)
  }

  private mutating func name(_ id: String, title: [Inline]) {
    let text = title.plainText
    name(id, text.isEmpty ? id : text)
    if isVisible, !text.isEmpty { titles[id] = title }
  }

  private mutating func add(
    _ pieces: [Section.Piece], _ manuscript: Manuscript, _ audience: Audience, path: String
  ) {
    for piece in pieces {
      switch piece {
      case .block(let block): add(block)
      case .section(let section):
        let outer = isVisible
        defer { isVisible = outer }
        isVisible = outer && audience.sees(section.role)
        var inner = path
        if case .question = section.role { inner += section.number ?? "" }
        if isVisible { ids.insert(section.id) }
        if isVisible, section.heading.attributes.id != nil {
          if case .question = section.role {
            texts[section.id] = "\(words.question) \(inner)"
          } else {
            name(section.heading)
          }
        }
        add(section.pieces, manuscript, audience, path: inner)
      }
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .math(let formula):
      addDisplay(formula.tex.text, id: formula.attributes.id?.text, at: formula.span)
    case .paragraph(let inlines, _):
      for case .math(let formula) in inlines where formula.isDisplay {
        addDisplay(formula.tex.text, id: formula.attributes.id?.text, at: formula.span)
      }
    case .table(let table):
      if let id = table.attributes.id?.text { add(id, as: words.table) }
    case .code(let code) where code.isFenced && code.language == "math":
      addDisplay(code.text.text, id: code.attributes.id?.text, at: code.span)
    case .code(let code):
      guard let id = code.attributes.id?.text else { return }
      addCaptioned(
        id, code.attributes["caption"].map { MarkdownDocument.inlines(of: $0.excerpt).inlines })
    case .picture(let picture):
      guard let id = picture.attributes.id?.text else { return }
      addCaptioned(id, picture.caption.isEmpty ? picture.image.inlines : picture.caption)
    case .quote(let blocks, _): for inner in blocks { add(inner) }
    case .list(let list): for item in list.items { for inner in item.blocks { add(inner) } }
    case .heading, .thematicBreak, .html, .footnote: break
    }
  }

  /// Counts what has an id for a figure or a table; anything else is referred to by its caption.
  private mutating func addCaptioned(_ id: String, _ caption: [Inline]?) {
    if id.hasPrefix("fig-") {
      add(id, as: words.figure)
    } else if id.hasPrefix("tbl-") {
      add(id, as: words.table)
    } else {
      name(id, title: caption ?? [])
    }
  }

  /// Counts a display that can be referred to: every row with a label or an author's number, else
  /// the whole of one with an id.
  private mutating func addDisplay(_ tex: String, id: String?, at span: Span) {
    let names = EquationNumbers(tex: tex)
    let (rows, whole) = names.numbered(by: { nextNumber() }, letters: Numbering.letters)
    if let whole {
      wholes[span.start] = whole
      for label in names.wholeLabels ?? [] { add(label, whole, id: id, at: span) }
    }
    for (row, number) in rows {
      for label in row.labels { add(label, number, id: id, at: span) }
    }
    guard let id else { return }
    let known = whole ?? rows.first?.number
    let number = "(\(known ?? nextNumber()))"
    if known == nil { numbers[id] = number }
    name(id, number)
  }

  private mutating func nextNumber() -> String {
    let count = counts["", default: 0] + 1
    counts[""] = count
    return String(count)
  }

  /// Notes what a label stands for; the display's id, or else its first label, is where links lead.
  private mutating func add(_ label: String, _ number: String, id: String?, at span: Span) {
    guard isVisible else { return }
    if let earlier = labels[label] {
      diagnostics.append(
        Diagnostic(
          .error, .duplicateLabel(label), at: span,
          notes: [Diagnostic.Note("used here too", at: earlier.span)],
          hint: "give it another label"))
      return
    }
    let anchor = id ?? anchors[span.start] ?? label.filter { !$0.isWhitespace }
    if id == nil, anchors[span.start] == nil, ids.insert(anchor).inserted {
      anchors[span.start] = anchor
    }
    labels[label] = Label(number: number, anchor: anchor, span: span)
    if texts[label] == nil { texts[label] = "(\(number))" }
  }

  private mutating func add(_ id: String, as kind: String) {
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    captionNumbers[id] = "\(kind) \(count)"
    name(id, "\(kind) \(count)")
  }

  private mutating func name(_ id: String, _ text: String) {
    guard isVisible else { return }
    texts[id] = text
    ids.insert(id)
  }
}

extension Diagnostic.Message {
  static func duplicateLabel(_ label: String) -> Self {
    Self("duplicate-label", "the label '\(label)' is used twice")
  }
}
