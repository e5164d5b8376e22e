import Manuscripts
import Mathematics

/// Writes the blocks of a document as the body of a page.
struct HTMLWriter {
  private var passages: PassageHTML
  private let words: Wording

  /// A writer for a document with these words; sentences of workings are in `sentenceLanguage` where
  /// that is not the document's.
  init(wording: Wording, sentenceLanguage: String?) {
    words = wording
    passages = PassageHTML(sentenceLanguage: sentenceLanguage)
  }

  /// How many figures were written.
  var figureCount: Int { passages.figureCount }

  mutating func html(_ blocks: [Document.Block]) -> [HTML] {
    var written: [HTML] = []
    for block in blocks { written.append(html(block)) }
    return written
  }

  private mutating func html(_ block: Document.Block) -> HTML {
    switch block {
    case .section(let section): return html(section)
    case .paragraph(let inlines): return paragraph(inlines)
    case .quote(let blocks): return .element(.blockquote, [:], html(blocks))
    case .list(let list): return html(list)
    case .choices(let choices): return html(choices)
    case .table(let table): return Self.html(table)
    case .listing(let listing):
      return PassageHTML.listing(
        listing.text, language: listing.language, caption: listing.caption, id: listing.id)
    case .formula(let display): return MathHTML.display(display)
    case .figure(let figure): return ImageHTML.html(figure)
    case .computed(let computed):
      let blocks = html(computed.blocks)
      return .element(.div, [.class: "computed", .id: computed.id], blocks)
    case .working(let shown):
      var steps: [HTML] = []
      for step in shown {
        steps.append(passages.html(step, caption: InlineHTML.html(step.caption)))
      }
      return .element(.div, [.class: "working"], steps)
    case .verdict(let finding): return VerdictHTML.html(finding)
    case .problem(let problem): return VerdictHTML.html(problem)
    case .rule: return .element(.hr)
    case .html(let text): return .raw(text)
    case .room(let room): return Self.html(room)
    }
  }

  /// A paragraph; a display inside of it ends it, since HTML allows none there.
  private func paragraph(_ inlines: [Document.Inline]) -> HTML {
    let hasDisplay = inlines.contains { inline in
      if case .display = inline { true } else { false }
    }
    return .element(
      hasDisplay ? .div : .p, [.class: hasDisplay ? "paragraph" : nil],
      InlineHTML.html(inlines, allowsDisplay: true))
  }

  // MARK: - Sections

  private mutating func html(_ section: Document.Section) -> HTML {
    let heading = SectionHTML.heading(section, words).map { [$0] } ?? []
    return .element(
      .section, [.class: SectionHTML.classes(section), .id: section.id],
      heading + html(section.blocks))
  }

  // MARK: - Lists

  private mutating func html(_ list: Document.List) -> HTML {
    let hasBoxes = list.items.contains { $0.isDone != nil }
    let items = list.items.map { item -> HTML in
      var content = html(item.blocks)
      if list.isTight, case .element(.p, _, let inner)? = content.first {
        content.replaceSubrange(0..<1, with: inner)
      }
      if let isDone = item.isDone {
        content.insert(
          .element(
            .span, [.class: "box"], .element(.span, [.hidden: "true"], .text(isDone ? "☑" : "☐")),
            .unseen(isDone ? "done" : "open")), at: 0)
      }
      return .element(.li, [:], content)
    }
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    return .element(
      list.start == nil ? .ul : .ol, [.class: hasBoxes ? "boxes" : nil, .start: start], items)
  }

  private mutating func html(_ choices: [Document.Choice]) -> HTML {
    var items: [HTML] = []
    for choice in choices {
      let isRight = choice.isRight == true
      var parts: [HTML] = [
        .element(.span, [.class: "letter"], .text(choice.letter)),
        .element(.div, [:], html(choice.blocks)),
      ]
      if isRight {
        parts.append(
          .element(
            .span, [.class: "tick"], .element(.span, [.hidden: "true"], .text("✓")),
            .unseen("right")))
      }
      items.append(.element(.li, [.class: isRight ? "right" : nil], parts))
    }
    return .element(.ol, [.class: "choices"], items)
  }

  // MARK: - Tables and room

  private static func html(_ table: Document.Table) -> HTML {
    func alignment(_ column: Int) -> String? {
      guard table.alignments.indices.contains(column) else { return nil }
      switch table.alignments[column] {
      case .left: return nil
      case .center: return "center"
      case .right: return "right"
      }
    }
    let head = table.header.enumerated().map { column, inlines in
      HTML.element(
        inlines.isEmpty ? .td : .th,
        [.class: alignment(column), .scope: inlines.isEmpty ? nil : "col"],
        InlineHTML.html(inlines))
    }
    let rows = table.rows.map { row in
      HTML.element(
        .tr, [:],
        row.enumerated().map { column, inlines in
          .element(
            .td, [.class: alignment(column)], InlineHTML.html(inlines, allowsDisplay: true))
        })
    }
    return GridHTML.table(
      caption: InlineHTML.html(table.caption), id: table.id, head: head, rows: rows)
  }

  private static func html(_ room: Room) -> HTML {
    switch room {
    case .length(let thousandths):
      return .element(
        .div, [.class: "room", .style: "height:\(centimetres(thousandths))cm"])
    case .lines(let count):
      let line = HTML.element(.div, [.class: "line"])
      return .element(
        .div, [.class: "room lines"], [HTML](repeating: line, count: count))
    }
  }

  private static func centimetres(_ thousandths: Int) -> String {
    "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
  }
}
