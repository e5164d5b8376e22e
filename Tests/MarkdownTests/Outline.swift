import Markdown
import Source

/// A document in one short line of text, for tables of cases.
enum Outline {
  static func of(_ markdown: String) -> String {
    let source = SourceText(name: "test.md", markdown)
    return of(MarkdownDocument.parse(source).document.blocks)
  }

  static func of(_ blocks: [Block]) -> String {
    blocks.map(of).joined(separator: " ")
  }

  static func of(_ inlines: [Inline]) -> String {
    inlines.map(of).joined()
  }

  static func of(_ attributes: Attributes) -> String {
    var words: [String] = []
    if let id = attributes.id { words.append("#\(id.text)") }
    words += attributes.classes.map { ".\($0.text)" }
    words += attributes.pairs.map { "\($0.key.text)=\($0.value)" }
    words += attributes.flags.map(\.text)
    return attributes.span == nil ? "" : "{\(words.joined(separator: " "))}"
  }

  private static func of(_ block: Block) -> String {
    switch block {
    case .heading(let heading):
      "h\(heading.level)(\(of(heading.inlines)))\(of(heading.attributes))"
    case .paragraph(let inlines, _): "p(\(of(inlines)))"
    case .picture(let picture): "picture(\(of([.image(picture.image)])))\(of(picture.attributes))"
    case .quote(let blocks, _): "quote(\(of(blocks)))"
    case .list(let list):
      "\(list.isOrdered ? "ol\(list.start)" : "ul")\(list.isTight ? "" : "!")"
        + "(\(list.items.map(of).joined(separator: " | ")))"
    case .code(let code):
      "code\(code.isFenced ? "" : "!")[\(code.language)\(of(code.attributes))]"
        + "(\(escaped(code.text.text)))"
    case .table(let table):
      "table[\(table.alignments.map(of).joined())]\(of(table.attributes))("
        + ([table.header] + table.rows).map { row in
          row.map { of($0.inlines) }.joined(separator: " | ")
        }.joined(separator: " / ") + ")"
    case .math(let formula): of(formula)
    case .thematicBreak: "rule"
    case .html(let html): "\(html.isComment ? "comment" : "html")(\(escaped(html.text)))"
    case .footnote(let footnote): "footnote[\(footnote.label)](\(of(footnote.blocks)))"
    }
  }

  private static func of(_ item: List.Item) -> String {
    let box =
      switch item.task {
      case nil: ""
      case .open: "[ ]"
      case .done: "[x]"
      }
    return box + of(item.blocks)
  }

  private static func of(_ alignment: Table.Alignment) -> String {
    switch alignment {
    case .unspecified: "-"
    case .left: "l"
    case .center: "c"
    case .right: "r"
    }
  }

  private static func of(_ inline: Inline) -> String {
    switch inline {
    case .text(let text, _): text
    case .emphasis(let inlines, _): "em(\(of(inlines)))"
    case .strong(let inlines, _): "strong(\(of(inlines)))"
    case .code(let code, _): "code(\(code.text))"
    case .link(let link): "link(\(of(link.inlines)) \(link.destination))"
    case .image(let link): "image(\(of(link.inlines)) \(link.destination))"
    case .math(let formula): of(formula)
    case .softBreak: "¬"
    case .lineBreak: "¶"
    case .html(let html): "\(html.isComment ? "comment" : "html")(\(html.text))"
    case .footnoteReference(let label, _): "note(\(label))"
    case .reference(let id, _): "ref(\(id))"
    }
  }

  private static func of(_ formula: Formula) -> String {
    (formula.isDisplay ? "math!" : "math") + "(\(escaped(formula.tex.text)))"
      + of(formula.attributes)
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "\n" ? ["¬"] : [$0] })
  }
}
