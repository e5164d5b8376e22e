import Markdown
import Source

/// Takes the results that an update wrote under their blocks out of a tree of blocks.
struct StoredOutputs {
  /// In the order of the file.
  private(set) var found: [StoredOutput] = []
  /// A comment without its partner is told, and hides nothing.
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// The blocks without stored outputs, in containers too, which nest no deeper than 256.
  mutating func removing(from blocks: [Block]) -> [Block] {
    var kept: [Block] = []
    var start: (index: Int, mark: Mark)?
    for block in blocks {
      switch Mark(block) {
      case .some(let mark) where mark.isStart:
        if let start { diagnostics.append(Diagnostic(.error, .openOutput, at: start.mark.span)) }
        start = (kept.count, mark)
        kept.append(block)
      case .some(let mark):
        if let opened = start {
          kept.removeSubrange(opened.index...)
          note(from: opened.mark, to: mark, behind: kept.last)
        } else {
          diagnostics.append(
            Diagnostic(.error, .strayOutputEnd, at: mark.span, hint: "remove it"))
        }
        start = nil
      case nil: kept.append(start == nil ? removing(inside: block) : block)
      }
    }
    if let start {
      diagnostics.append(
        Diagnostic(
          .error, .openOutput, at: start.mark.span, hint: "put '<!-- dl:end -->' behind the output")
      )
    }
    return kept
  }

  /// Findings that are about none of what was taken out.
  func outside(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !found.isEmpty else { return diagnostics }
    let inside = found.sorted { $0.span.start < $1.span.start }
    return diagnostics.filter { diagnostic in
      var (low, high) = (0, inside.count)
      while low < high {
        let middle = (low + high) / 2
        if inside[middle].span.start <= diagnostic.span.start {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low == 0 || inside[low - 1].span.end <= diagnostic.span.start
    }
  }

  private mutating func removing(inside block: Block) -> Block {
    switch block {
    case .quote(let blocks, let span): return .quote(removing(from: blocks), span)
    case .list(let list):
      let countBefore = found.count
      var items: [List.Item] = []
      for item in list.items {
        items.append(
          List.Item(
            blocks: removing(from: item.blocks), task: item.task, taskSpan: item.taskSpan,
            span: item.span))
      }
      return .list(
        List(
          isOrdered: list.isOrdered, start: list.start,
          isTight: list.isTight || isTight(items, without: found[countBefore...]), items: items,
          span: list.span))
    case .footnote(let note):
      return .footnote(
        Footnote(
          label: note.label, labelSpan: note.labelSpan, blocks: removing(from: note.blocks),
          span: note.span))
    case .heading, .paragraph, .picture, .code, .table, .math, .thematicBreak, .html: return block
    }
  }

  /// Whether no empty line stands between what is left of the items; an output is full of them.
  private func isTight(
    _ items: [List.Item], without outputs: ArraySlice<StoredOutput>
  ) -> Bool {
    guard !outputs.isEmpty else { return false }
    let hidden = Set(
      outputs.flatMap { source.line(at: $0.span.start)...source.line(at: $0.span.end) })
    let blocks = items.flatMap(\.blocks)
    return zip(blocks, blocks.dropFirst()).allSatisfy { block, next in
      let last = source.line(at: max(block.span.start, block.span.end - 1))
      let first = source.line(at: next.span.start)
      return (last..<max(last, first)).dropFirst().allSatisfy { line in
        hidden.contains(line)
          || source.text(ofLine: line).contains { $0 != " " && $0 != "\t" && $0 != ">" }
      }
    }
  }

  private mutating func note(from start: Mark, to end: Mark, behind block: Block?) {
    let first = source.line(at: start.span.start)
    let last = source.line(at: max(end.span.start, end.span.end - 1))
    let lineStart = source.span(ofLine: first).start
    let prefix = source.text(in: Span(lineStart, start.span.start))
    let lines = first + 1 < last ? (first + 1)..<last : last..<last
    // Behind the bullet of a list stands no line of its own.
    let isWhole = prefix.allSatisfy { $0 == " " || $0 == "\t" || $0 == ">" }
    found.append(
      StoredOutput(
        name: start.name, sum: start.sum,
        text: text(of: lines, without: prefix),
        firstLine: first + 1,
        span: Span(
          isWhole ? lineStart : start.span.start, source.span(ofLine: last).end),
        markSpan: start.span, block: block.flatMap { owner($0) }))
  }

  /// The text of lines with LF ends.
  private func text(of lines: Range<Int>, without prefix: String) -> String {
    guard !lines.isEmpty else { return "" }
    let whole = source.text(
      in: Span(
        source.span(ofLine: lines.lowerBound).start, source.span(ofLine: lines.upperBound).start))
    if prefix.isEmpty, !whole.utf8.contains(0x0D) { return whole }
    return lines.map { source.text(ofLine: $0).without(prefix) + "\n" }.joined()
  }

  /// Where a `dl` block starts that has no stored output yet.
  private func owner(_ block: Block) -> Int? {
    guard case .code(let code) = block, code.isComputation, found.last?.block != code.span.start
    else { return nil }
    return code.span.start
  }

  /// One of the two comments.
  private struct Mark {
    let isStart: Bool
    let span: Span
    var name = ""
    var sum = ""

    private static let opening = Array("<!--".utf8)[...]
    private static let closing = Array("-->".utf8)[...]
    private static let output = Array("dl:output".utf8)[...]
    private static let end = Array("dl:end".utf8)[...]
    private static let sum = Array("sum=".utf8)[...]

    init?(_ block: Block) {
      guard case .html(let html) = block, html.isComment else { return nil }
      let words = Array(html.text.utf8).split { $0 <= 0x20 }
      guard words.count > 2, words[0] == Self.opening,
        words[1].startIndex == words[0].endIndex + 1
      else { return nil }
      switch words[1] {
      case Self.output: isStart = true
      case Self.end: isStart = false
      default: return nil
      }
      span = html.span
      for word in words[2...] {
        if word == Self.closing { break }
        if word.starts(with: Self.sum) {
          sum = String(decoding: word.dropFirst(Self.sum.count), as: UTF8.self)
        } else if name.isEmpty {
          name = String(decoding: word, as: UTF8.self)
        }
      }
    }
  }
}

extension String {
  /// The text without the prefix that a container puts before its lines; empty lines may lack the
  /// spaces at its end.
  fileprivate func without(_ prefix: String) -> String {
    if prefix.isEmpty { return self }
    if hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
    let bare = prefix.trimmingEnd
    return trimmingEnd == bare ? "" : self
  }

  private var trimmingEnd: Substring {
    var text = self[...]
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}

extension Diagnostic.Message {
  static let openOutput = Self("open-output", "a stored output has no end")
  static let strayOutputEnd = Self("stray-output-end", "the end of a stored output has no start")
}
