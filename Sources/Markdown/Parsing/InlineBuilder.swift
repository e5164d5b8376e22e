import Source

/// Makes running text from the steps of libcmark's walk, and finds out where each piece stands.
///
/// libcmark 0.30 reports wrong columns or none, so the source is read along: the nodes come in its
/// order, and what lies between them is only delimiters, escapes and entities.
struct InlineBuilder {
  /// The deepest nesting of emphasis and links.
  static let nestingLimit = 100

  private struct Frame {
    let kind: CmarkTree.Kind
    let start: Int
    let isFlat: Bool
  }

  let leaf: LeafText
  /// How far the source has been read.
  var offset: Int
  let insertions: [MaskedText.Insertion]
  /// Whether placeholders in code and raw HTML are put back.
  private let restoresCode: Bool
  /// The table that the text ends in.
  var table: Int?
  /// The box that the text starts with.
  var task: (List.Item.Task, Span)?
  /// Whether the text starts with the bar that was put in front of a cell and is still to be left
  /// out.
  var isCell: Bool
  /// Where nesting got too deep first; deeper pieces are kept without their markup.
  private(set) var tooDeep: Span?
  private var frames: [Frame] = []
  /// What stood in front of each open node that is not flat; moved, never shared.
  private var outer: [[Inline]] = []
  var inlines: [Inline] = []
  /// The open links: an `@` in one refers to nothing.
  private(set) var linkDepth = 0
  private(set) var isAutolink = false

  /// A builder for the text of a leaf; `mayDefine` for one that may start with link definitions.
  init(
    _ leaf: LeafText, _ insertions: [MaskedText.Insertion], restoresCode: Bool, mayDefine: Bool,
    isCell: Bool
  ) {
    self.leaf = leaf
    self.insertions = insertions
    self.restoresCode = restoresCode
    self.isCell = isCell
    offset = leaf.start
    // About as many as there are in prose.
    inlines.reserveCapacity((leaf.end - leaf.start) / 16 + 1)
    guard mayDefine else { return }
    while let end = LinkSyntax.definitionEnd(leaf.bytes, offset, leaf.end), end < leaf.end {
      offset = end
    }
  }

  var bytes: [UInt8] { leaf.bytes }

  /// The byte at `index`, or zero outside of the leaf.
  func at(_ index: Int) -> UInt8 {
    index >= leaf.start && index < leaf.end ? leaf.bytes[index] : 0
  }

  /// Adds a node without children, but no text.
  mutating func add(_ kind: CmarkTree.Kind) {
    switch kind {
    case .codeSpan(let literal): addCode(literal)
    case .html(let literal): addHTML(literal)
    case .softBreak: addBreak(isHard: false)
    case .lineBreak: addBreak(isHard: true)
    case .document, .quote, .item, .paragraph, .thematicBreak, .list, .heading, .code, .htmlBlock,
      .text, .emphasis, .strong, .link, .image, .unknown:
      break
    }
  }

  /// Opens a node with children.
  mutating func enter(_ kind: CmarkTree.Kind) {
    // Too deep a node is not made: its children go where it would have gone.
    let isFlat = frames.count >= Self.nestingLimit
    if isFlat, tooDeep == nil { tooDeep = leaf.span(offset, offset + 1) }
    frames.append(Frame(kind: kind, start: offset, isFlat: isFlat))
    if !isFlat {
      outer.append(inlines)
      inlines = []
    }
    switch kind {
    case .emphasis: skipDelimiters(1)
    case .strong: skipDelimiters(2)
    case .link:
      linkDepth += 1
      isAutolink = at(offset) == UInt8(ascii: "<")
      if isAutolink || at(offset) == UInt8(ascii: "[") { offset += 1 }
    case .image:
      linkDepth += 1
      if at(offset) == UInt8(ascii: "!"), at(offset + 1) == UInt8(ascii: "[") { offset += 2 }
    case .document, .quote, .item, .paragraph, .thematicBreak, .list, .heading, .code, .htmlBlock,
      .text, .codeSpan, .html, .softBreak, .lineBreak, .unknown:
      break
    }
  }

  /// Closes the innermost open node.
  mutating func leave() {
    guard let frame = frames.popLast() else { return }
    switch frame.kind {
    case .emphasis: skipDelimiters(1)
    case .strong: skipDelimiters(2)
    case .link, .image: skipLinkEnd()
    case .document, .quote, .item, .paragraph, .thematicBreak, .list, .heading, .code, .htmlBlock,
      .text, .codeSpan, .html, .softBreak, .lineBreak, .unknown:
      break
    }
    guard !frame.isFlat else { return }
    let children = inlines
    inlines = outer.popLast() ?? []
    wrap(children, frame.kind, leaf.span(frame.start, offset))
  }

  private mutating func wrap(_ children: [Inline], _ kind: CmarkTree.Kind, _ span: Span) {
    switch kind {
    case .emphasis: inlines.append(.emphasis(children, span))
    case .strong: inlines.append(.strong(children, span))
    case .link(let destination, let title):
      inlines.append(.link(link(destination, title, children, span)))
    case .image(let destination, let title):
      inlines.append(.image(link(destination, title, children, span)))
    case .document, .quote, .item, .paragraph, .thematicBreak, .list, .heading, .code, .htmlBlock,
      .text, .codeSpan, .html, .softBreak, .lineBreak, .unknown:
      inlines += children
    }
  }

  private func link(
    _ destination: String, _ title: String, _ inlines: [Inline], _ span: Span
  ) -> Link {
    Link(
      destination: insertions.restored(destination), title: insertions.restored(title),
      inlines: inlines, span: span)
  }

  private mutating func skipDelimiters(_ count: Int) {
    for _ in 0..<count where at(offset) == UInt8(ascii: "*") || at(offset) == UInt8(ascii: "_") {
      offset += 1
    }
  }

  private mutating func skipLinkEnd() {
    linkDepth -= 1
    if isAutolink {
      isAutolink = false
      if at(offset) == UInt8(ascii: ">") { offset += 1 }
      return
    }
    guard at(offset) == UInt8(ascii: "]") else { return }
    offset += 1
    if at(offset) == UInt8(ascii: "("), let tail = LinkSyntax.tail(bytes, offset, leaf.end) {
      offset = tail.end
    } else if let label = LinkSyntax.labelEnd(bytes, offset, leaf.end) {
      offset = label
    }
  }

  private mutating func addBreak(isHard: Bool) {
    var end = offset
    while at(end).isBlank { end += 1 }
    if isHard, at(end) == UInt8(ascii: "\\") { end += 1 }
    if at(end) == 0x0A { end += 1 }
    let span = leaf.span(offset, end)
    inlines.append(isHard ? .lineBreak(span) : .softBreak(span))
    offset = end
    while at(offset).isBlank { offset += 1 }
  }

  private mutating func addCode(_ literal: String) {
    let start = offset
    let length = CodeSpans.run(bytes, offset, leaf.end)
    var end = offset + length
    while end < leaf.end {
      guard bytes[end] == UInt8(ascii: "`") else {
        end += 1
        continue
      }
      let run = CodeSpans.run(bytes, end, leaf.end)
      if run == length { break }
      end += run
    }
    let text = restoresCode ? insertions.restored(literal) : literal
    // One space at each end goes if both ends have one.
    let isStripped = end - start - length > literal.utf8.count
    let excerpt = leaf.excerpt(text, at: start + length + (isStripped ? 1 : 0))
    offset = min(end + length, leaf.end)
    inlines.append(.code(excerpt, leaf.span(start, offset)))
  }

  private mutating func addHTML(_ literal: String) {
    let start = offset
    offset = min(offset + literal.utf8.count, leaf.end)
    let text = restoresCode ? insertions.restored(literal) : literal
    inlines.append(
      .html(
        RawHTML(
          text: text, isComment: HTMLSyntax.isComment(text), span: leaf.span(start, offset))))
  }
}

extension [MaskedText.Insertion] {
  /// `text` with the author's own words wherever it holds a placeholder.
  func restored(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    let bytes = [UInt8](text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let placeholder = placeholder(bytes, index) {
        output += self[placeholder.number].source.utf8
        index = placeholder.end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output.text(0..<output.count)
  }

  /// The placeholder that stands at `start`, and where it ends.
  func placeholder(_ bytes: [UInt8], _ start: Int) -> (number: Int, end: Int)? {
    guard bytes.at(start) == 0xEF, bytes.at(start + 1) == 0xB7, bytes.at(start + 2) == 0x90 else {
      return nil
    }
    var index = start + 3
    var number = 0
    while bytes.at(index).isDigit, number < count {
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard bytes.at(index) == 0xEF, bytes.at(index + 1) == 0xB7, bytes.at(index + 2) == 0x91,
      index > start + 3, number < count
    else { return nil }
    return (number, index + 3)
  }
}

extension MaskedText.Insertion {
  /// About what the author wrote.
  fileprivate var source: String {
    switch self {
    case .formula(.math(let formula)) where formula.isDisplay: "$$\(formula.tex.text)$$"
    case .formula(.math(let formula)): "$\(formula.tex.text)$"
    case .formula: ""
    case .table: ""
    case .task(.open, _): "[ ]"
    case .task(.done, _): "[x]"
    case .footnote(let label, _): "[^\(label)]"
    case .verbatim(let text, _): text
    }
  }
}
