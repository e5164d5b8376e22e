import Markdown
import Source

/// What can be referred to, and what a reference to it reads.
struct Targets {
  /// The words of a reference by id.
  private(set) var texts: [String: String] = [:]
  /// The numbers of displays by id, with their parentheses.
  private(set) var numbers: [String: String] = [:]
  /// The numbers of captioned tables and figures by id.
  private(set) var captionNumbers: [String: String] = [:]
  /// All ids that a link may lead to, those made here included.
  private(set) var ids: Set<String> = []
  private var counts: [String: Int] = [:]
  /// Whether the audience sees what is looked at; what it does not see is counted all the same, so
  /// that a number is the same in the paper and in the key.
  private var isVisible = true

  init(_ manuscript: Manuscript, for audience: Audience) {
    add(manuscript.pieces, manuscript, audience, path: "")
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
          let title = section.heading.inlines.plainText
          if case .question = section.role {
            texts[section.id] = "Question \(inner)"
          } else {
            texts[section.id] = title
          }
        }
        add(section.pieces, manuscript, audience, path: inner)
      }
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .math(let formula): add(formula)
    case .paragraph(let inlines, _):
      for case .math(let formula) in inlines { add(formula) }
    case .table(let table):
      if let id = table.attributes.id?.text { add(id, as: "Table") }
    case .code(let code):
      guard let id = code.attributes.id?.text else { return }
      if id.hasPrefix("fig-") {
        add(id, as: "Figure")
      } else if id.hasPrefix("tbl-") {
        add(id, as: "Table")
      } else {
        name(id, code.attributes["caption"]?.value ?? id)
      }
    case .quote(let blocks, _): for inner in blocks { add(inner) }
    case .list(let list): for item in list.items { for inner in item.blocks { add(inner) } }
    case .heading, .thematicBreak, .html, .footnote: break
    }
  }

  private mutating func add(_ formula: Markdown.Formula) {
    guard let id = formula.attributes.id?.text else { return }
    let number = "(\(numbers.count + 1))"
    numbers[id] = number
    name(id, number)
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
