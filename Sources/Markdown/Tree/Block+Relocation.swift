import Source

extension Block {
  /// The same block of the file that `place` is taken from.
  func relocated(by place: Excerpt) -> Block {
    switch self {
    case .heading(let heading):
      .heading(
        Heading(
          level: heading.level, inlines: heading.inlines.relocated(by: place),
          attributes: heading.attributes.relocated(by: place), span: place.span(of: heading.span)))
    case .paragraph(let inlines, let span):
      .paragraph(inlines.relocated(by: place), place.span(of: span))
    case .picture(let picture):
      .picture(
        Picture(
          image: picture.image.relocated(by: place),
          attributes: picture.attributes.relocated(by: place), span: place.span(of: picture.span)))
    case .quote(let blocks, let span):
      .quote(blocks.map { $0.relocated(by: place) }, place.span(of: span))
    case .list(let list): .list(list.relocated(by: place))
    case .code(let code): .code(code.relocated(by: place))
    case .table(let table): .table(table.relocated(by: place))
    case .math(let formula): .math(formula.relocated(by: place))
    case .thematicBreak(let span): .thematicBreak(place.span(of: span))
    case .html(let html): .html(html.relocated(by: place))
    case .footnote(let footnote):
      .footnote(
        Footnote(
          label: footnote.label, labelSpan: place.span(of: footnote.labelSpan),
          blocks: footnote.blocks.map { $0.relocated(by: place) },
          span: place.span(of: footnote.span)))
    }
  }
}

extension List {
  fileprivate func relocated(by place: Excerpt) -> List {
    List(
      isOrdered: isOrdered, start: start, isTight: isTight,
      items: items.map { item in
        Item(
          blocks: item.blocks.map { $0.relocated(by: place) }, task: item.task,
          taskSpan: item.taskSpan.map(place.span), span: place.span(of: item.span))
      }, span: place.span(of: span))
  }
}

extension CodeBlock {
  fileprivate func relocated(by place: Excerpt) -> CodeBlock {
    CodeBlock(
      language: language, languageSpan: place.span(of: languageSpan),
      attributes: attributes.relocated(by: place), remark: remark.map(place.relocated),
      text: place.relocated(text), isFenced: isFenced, span: place.span(of: span))
  }
}

extension Table {
  fileprivate func relocated(by place: Excerpt) -> Table {
    func moved(_ cell: Cell) -> Cell {
      Cell(inlines: cell.inlines.relocated(by: place), span: place.span(of: cell.span))
    }
    return Table(
      alignments: alignments, header: header.map(moved), rows: rows.map { $0.map(moved) },
      attributes: attributes.relocated(by: place), span: place.span(of: span))
  }
}

extension RawHTML {
  fileprivate func relocated(by place: Excerpt) -> RawHTML {
    RawHTML(text: text, isComment: isComment, span: place.span(of: span))
  }
}

extension Formula {
  fileprivate func relocated(by place: Excerpt) -> Formula {
    Formula(
      tex: place.relocated(tex), isDisplay: isDisplay,
      attributes: attributes.relocated(by: place), span: place.span(of: span))
  }
}

extension Attributes {
  fileprivate func relocated(by place: Excerpt) -> Attributes {
    func moved(_ name: Name) -> Name { Name(name.text, at: place.span(of: name.span)) }
    var attributes = Attributes()
    attributes.id = id.map(moved)
    attributes.classes = classes.map(moved)
    attributes.flags = flags.map(moved)
    attributes.span = span.map(place.span)
    attributes.pairs = pairs.map { pair in
      Pair(
        key: moved(pair.key), excerpt: place.relocated(pair.excerpt),
        valueSpan: place.span(of: pair.valueSpan))
    }
    return attributes
  }
}

extension [Inline] {
  fileprivate func relocated(by place: Excerpt) -> [Inline] {
    map { $0.relocated(by: place) }
  }
}

extension Inline {
  /// The same text of the file that `place` is taken from.
  func relocated(by place: Excerpt) -> Inline {
    switch self {
    case .text(let text, let span): .text(text, place.span(of: span))
    case .emphasis(let inlines, let span):
      .emphasis(inlines.relocated(by: place), place.span(of: span))
    case .strong(let inlines, let span):
      .strong(inlines.relocated(by: place), place.span(of: span))
    case .code(let text, let span): .code(place.relocated(text), place.span(of: span))
    case .link(let link): .link(link.relocated(by: place))
    case .image(let link): .image(link.relocated(by: place))
    case .math(let formula): .math(formula.relocated(by: place))
    case .softBreak(let span): .softBreak(place.span(of: span))
    case .lineBreak(let span): .lineBreak(place.span(of: span))
    case .html(let html): .html(html.relocated(by: place))
    case .footnoteReference(let label, let span):
      .footnoteReference(label: label, place.span(of: span))
    case .reference(let id, let span): .reference(id: id, place.span(of: span))
    }
  }
}

extension Link {
  fileprivate func relocated(by place: Excerpt) -> Link {
    Link(
      destination: destination, title: title, inlines: inlines.relocated(by: place),
      span: place.span(of: span))
  }
}
