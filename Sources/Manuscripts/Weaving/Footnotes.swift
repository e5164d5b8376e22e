import Markdown

/// The footnotes that are defined where an audience sees them; of two with one label the first.
struct Footnotes {
  /// By the keys of their labels.
  private(set) var definitions: [String: Footnote] = [:]

  init(_ manuscript: Manuscript, for audience: Audience) {
    for block in manuscript.settings.instructions.joined() { add(block) }
    add(manuscript.pieces, audience)
  }

  private mutating func add(_ pieces: [Section.Piece], _ audience: Audience) {
    for piece in pieces {
      switch piece {
      case .block(let block): add(block)
      case .section(let section):
        if audience.sees(section.role) { add(section.pieces, audience) }
      }
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .footnote(let footnote):
      let key = footnote.label.footnoteKey
      if definitions[key] == nil { definitions[key] = footnote }
      for inner in footnote.blocks { add(inner) }
    case .quote(let blocks, _): for inner in blocks { add(inner) }
    case .list(let list): for item in list.items { for inner in item.blocks { add(inner) } }
    case .heading, .paragraph, .picture, .code, .table, .math, .thematicBreak, .html: break
    }
  }
}

extension String {
  /// The form in which labels of footnotes are compared: as on GitHub, case does not matter.
  var footnoteKey: String { lowercased() }
}
