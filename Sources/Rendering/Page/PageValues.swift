import Manuscripts
import Mathematics

/// What the places of a page's template are filled with.
enum PageValues {
  /// Everything that a template may ask for.
  ///
  /// `mathFont` is a WOFF2 file in base 64, of which only pages with formulas take notice.
  static func values(
    of document: Document, styleSheet: String, mathFont: String?, math: MathForm = .mathml
  ) -> [String: Template.Value] {
    let words = document.wording
    var writer = HTMLWriter(wording: words, sentenceLanguage: document.sentenceLanguage)
    let head = document.head
    let body = writer.html(document.blocks)
    let notes = document.notes.enumerated().map { index, note in
      HTML.element(
        .li, [.id: "note-\(index + 1)"],
        writer.html(note.blocks) + backlinks(index + 1, note.mentionCount))
    }
    let instructions = head.instructions.map { blocks -> [String: Template.Value] in
      ["instruction": .markup(writer.html(blocks).bytes(math: math))]
    }
    var values: [String: Template.Value] = [
      "language": .text(document.language),
      "title": .text(title(of: document)),
      "heading": .markup(InlineHTML.html(head.title).bytes(math: math)),
      "headingID": .text(head.id ?? ""),
      "audience": .text(document.audience.rawValue),
      "edition": .text(edition(of: document)),
      "course": .text(head.course ?? ""),
      "institution": .text(head.institution ?? ""),
      "facts": items(facts(head, words), as: "fact"),
      "authors": .text(head.authors.joined(separator: ", ")),
      "instructions": items(instructions),
      "fields": items(head.fields, as: "field"),
      "totals": .markup(totals(head.totals, words).bytes),
      "contentsLabel": .text(words.contents),
      "instructionsLabel": .text(words.instructions),
      "contents": .markup(contents(document.contents, words).bytes(math: math)),
      "body": .markup(body.bytes(math: math)),
      "notes": .markup(notes.bytes(math: math)),
    ]
    var styles = HTMLOutput()
    styles.write(raw: styleSheet)
    styles.write(raw: MathStyleSheet.css)
    if writer.figureCount > 0 { styles.write(raw: SVGWriter.styleSheet + "\n") }
    if let mathFont, values.values.contains(where: \.hasMath) {
      MathFontFace.write(mathFont, into: &styles)
    }
    values["styles"] = .markup(styles.bytes)
    return values
  }

  /// The ways back from a footnote to each of its mentions.
  private static func backlinks(_ number: Int, _ count: Int) -> [HTML] {
    (1...max(count, 1)).map { mention in
      let words = mention == 1 ? "back to the text" : "back to mention \(mention)"
      let target = "#" + InlineHTML.noteMark(number, mention)
      return .element(
        .a, [.href: target, .label: words], .text(mention == 1 ? "↩" : "↩\(mention)"))
    }
  }

  /// A list whose frame shows once, and only where it has items.
  private static func items(_ items: [[String: Template.Value]]) -> Template.Value {
    .list(items.isEmpty ? [] : [["items": .list(items)]])
  }

  private static func items(_ texts: [String], as name: String) -> Template.Value {
    items(texts.map { [name: .text($0)] })
  }

  /// What the window is called.
  private static func title(of document: Document) -> String {
    let title = document.head.plainTitle
    let name = title.isEmpty ? document.head.course ?? "Notebook" : title
    let edition = edition(of: document)
    return edition.isEmpty ? name : "\(name) · \(edition)"
  }

  /// What sets the document apart from that of another audience, where they differ.
  private static func edition(of document: Document) -> String {
    guard document.isExam else { return "" }
    return switch document.audience {
    case .paper: ""
    case .key: document.wording.solutions
    case .answers: document.wording.answers
    case .marking: document.wording.markingGuide
    }
  }

  private static func facts(_ head: Document.Head, _ words: Wording) -> [String] {
    [head.date, head.duration, head.marks.map { words.text(of: $0) }].compactMap { $0 }
  }

  // MARK: - Lists of questions

  /// The contents list; nothing where there is little to choose from.
  private static func contents(_ entries: [Document.Entry], _ words: Wording) -> [HTML] {
    guard entries.count > 1 else { return [] }
    var items: [HTML] = []
    var index = 0
    while index < entries.count {
      let entry = entries[index]
      let inner = entries[(index + 1)...].prefix { $0.depth > 0 }
      var parts = [line(of: entry, words)]
      if !inner.isEmpty {
        parts.append(.element(.ol, [:], inner.map { .element(.li, [:], line(of: $0, words)) }))
      }
      items.append(.element(.li, [:], parts))
      index += 1 + inner.count
    }
    return [.element(.ol, [:], items)]
  }

  private static func line(of entry: Document.Entry, _ wording: Wording) -> HTML {
    var title: [HTML] = []
    if let number = entry.number {
      title += [.element(.span, [.class: "number"], .text(number)), .text(" ")]
    }
    let words =
      entry.title.isEmpty ? [.text(wording.question)] : InlineHTML.html(entry.title.unlinked)
    title.append(.element(.span, [.class: "title"], words))
    var parts: [HTML] = [.element(.a, [.href: "#" + entry.id], title)]
    if let marks = entry.marks {
      parts += [.text(" "), .element(.span, [.class: "marks"], .text(wording.text(of: marks)))]
    }
    return .element(.div, [.class: "entry"], parts)
  }

  /// The table to note marks in.
  private static func totals(_ totals: [Document.Total], _ words: Wording) -> [HTML] {
    guard !totals.isEmpty else { return [] }
    let sum = Marks(halves: totals.reduce(0) { $0 + $1.marks.halves })
    func row(_ name: String, _ cells: [String]) -> HTML {
      .element(
        .tr, [:],
        [.element(.th, [.scope: "row"], .text(name))]
          + cells.map { .element(.td, [:], .text($0)) })
    }
    let head =
      [HTML.element(.th, [.scope: "col"], .text(words.question))]
      + (totals.map(\.number) + [words.total]).map { .element(.th, [.scope: "col"], .text($0)) }
    return [
      .element(
        .div, [.class: "totals"],
        GridHTML.table(
          caption: [], id: nil, head: head,
          rows: [
            row(words.marksRow, totals.map(\.marks.description) + [sum.description]),
            row(words.reachedRow, totals.map { _ in "" } + [""]),
          ]))
    ]
  }
}

extension [Document.Inline] {
  /// The same words without links and notes, which cannot stand inside of a link.
  var unlinked: [Document.Inline] {
    flatMap { inline -> [Document.Inline] in
      switch inline {
      case .link(let inner, _), .reference(let inner, _): inner.unlinked
      case .emphasis(let inner): [.emphasis(inner.unlinked)]
      case .strong(let inner): [.strong(inner.unlinked)]
      case .note, .html: []
      case .display(let display): [.math(display.math)]
      case .text, .code, .image, .math, .blank, .answer, .problem, .softBreak, .lineBreak: [inline]
      }
    }
  }
}
