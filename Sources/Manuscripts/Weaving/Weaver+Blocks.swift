import Markdown
import Source

extension Weaver {
  mutating func blocks(_ blocks: [Block]) -> [Document.Block] {
    blocks.flatMap { block($0) }
  }

  /// What a block becomes: nothing for notes of the author, several blocks for a computation.
  mutating func block(_ block: Block) -> [Document.Block] {
    switch block {
    case .heading(let heading): return [.paragraph([.strong(inlines(heading.inlines))])]
    case .paragraph(let inlines, _): return [.paragraph(self.inlines(withoutTicks(inlines)))]
    case .quote(let blocks, _): return [.quote(self.blocks(blocks))]
    case .list(let list): return [self.list(list)]
    case .code(let code): return self.code(code)
    case .table(let table): return [.table(self.table(table))]
    case .math(let formula): return [.formula(display(formula))]
    case .picture(let picture): return [.figure(figure(picture))]
    case .thematicBreak: return [.rule]
    case .html(let html): return kept(html).map { [.html($0)] } ?? []
    case .footnote: return []
    }
  }

  /// An image with an id, a width or a caption.
  private mutating func figure(_ picture: Picture) -> Document.Figure {
    let id = picture.attributes.id?.text
    return Document.Figure(
      image: image(picture.image),
      width: picture.attributes["width"].flatMap { PictureWidth($0.value) },
      caption: caption(picture.caption, of: id), id: id)
  }

  // MARK: - Tables

  private mutating func table(_ table: Table) -> Document.Table {
    var header: [[Document.Inline]] = []
    for cell in table.header { header.append(inlines(cell.inlines)) }
    var rows: [[[Document.Inline]]] = []
    for row in table.rows {
      var cells: [[Document.Inline]] = []
      for cell in row { cells.append(inlines(cell.inlines)) }
      rows.append(cells)
    }
    let id = table.attributes.id?.text
    return Document.Table(
      caption: caption(table.caption, of: id), id: id,
      alignments: table.alignments.map { alignment in
        switch alignment {
        case .unspecified, .left: .left
        case .center: .center
        case .right: .right
        }
      }, header: header, rows: rows)
  }

  /// A caption behind the number that its id is referred to by.
  mutating func caption(_ words: [Inline], of id: String?) -> [Document.Inline] {
    let words = inlines(words)
    guard numbersCaptions, let id, let number = targets.captionNumbers[id] else { return words }
    return [.strong([.text(number)])] + (words.isEmpty ? [] : [.text(". ")] + words)
  }

  // MARK: - Code

  private mutating func code(_ code: CodeBlock) -> [Document.Block] {
    if let computation = manuscript.computations[code.span.start] {
      return self.computation(computation)
    }
    if code.isFenced, code.language == "math" {
      return [.formula(display(code))]
    }
    return [
      .listing(
        Document.Listing(
          language: code.language, text: code.text.text,
          caption: code.attributes["caption"]?.value ?? "", id: code.attributes.id?.text))
    ]
  }
}
