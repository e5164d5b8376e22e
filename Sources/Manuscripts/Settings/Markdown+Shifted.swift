import Markdown
import Source

// Markdown inside a text of the front matter is read on its own; its places then move to the file.

extension Block {
  /// The same block, `distance` bytes later.
  func shifted(by distance: Int) -> Block {
    func moved(_ span: Span) -> Span { span.shifted(by: distance) }
    switch self {
    case .heading(let heading):
      return .heading(
        Heading(
          level: heading.level, inlines: heading.inlines.shifted(by: distance),
          span: moved(heading.span)))
    case .paragraph(let inlines, let span):
      return .paragraph(inlines.shifted(by: distance), moved(span))
    case .quote(let blocks, let span):
      return .quote(blocks.map { $0.shifted(by: distance) }, moved(span))
    case .list(let list):
      let items = list.items.map { item in
        List.Item(
          blocks: item.blocks.map { $0.shifted(by: distance) }, task: item.task,
          taskSpan: item.taskSpan.map(moved), span: moved(item.span))
      }
      return .list(
        List(
          isOrdered: list.isOrdered, start: list.start, isTight: list.isTight, items: items,
          span: moved(list.span)))
    case .math(let formula): return .math(formula.shifted(by: distance))
    case .thematicBreak(let span): return .thematicBreak(moved(span))
    case .code(let code):
      return .code(
        CodeBlock(
          language: code.language, languageSpan: moved(code.languageSpan),
          attributes: Attributes(), remark: nil, text: code.text.shifted(by: distance),
          isFenced: code.isFenced, span: moved(code.span)))
    case .table, .html, .footnote: return self
    }
  }
}

extension [Inline] {
  /// The same inlines, `distance` bytes later.
  func shifted(by distance: Int) -> [Inline] {
    map { $0.shifted(by: distance) }
  }
}

extension Inline {
  fileprivate func shifted(by distance: Int) -> Inline {
    func moved(_ span: Span) -> Span { span.shifted(by: distance) }
    switch self {
    case .text(let text, let span): return .text(text, moved(span))
    case .emphasis(let inlines, let span):
      return .emphasis(inlines.shifted(by: distance), moved(span))
    case .strong(let inlines, let span): return .strong(inlines.shifted(by: distance), moved(span))
    case .code(let excerpt, let span): return .code(excerpt.shifted(by: distance), moved(span))
    case .link(let link): return .link(link.shifted(by: distance))
    case .image(let link): return .image(link.shifted(by: distance))
    case .math(let formula): return .math(formula.shifted(by: distance))
    case .softBreak(let span): return .softBreak(moved(span))
    case .lineBreak(let span): return .lineBreak(moved(span))
    case .html(let html):
      return .html(
        RawHTML(text: html.text, isComment: html.isComment, span: moved(html.span)))
    case .footnoteReference(let label, let span): return .footnoteReference(label: label, moved(span))
    case .reference(let id, let span): return .reference(id: id, moved(span))
    }
  }
}

extension Link {
  fileprivate func shifted(by distance: Int) -> Link {
    Link(
      destination: destination, title: title, inlines: inlines.shifted(by: distance),
      span: span.shifted(by: distance))
  }
}

extension Markdown.Formula {
  fileprivate func shifted(by distance: Int) -> Markdown.Formula {
    Markdown.Formula(
      tex: tex.shifted(by: distance), isDisplay: isDisplay, span: span.shifted(by: distance))
  }
}
