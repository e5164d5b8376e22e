/// Reads the text of a template into pieces.
struct TemplateReader {
  /// How many sections may stand in each other.
  static let depthLimit = 32

  private var rest: Substring
  private var line = 1
  private var depth = 0
  /// Whether only blanks stand before `rest` on its line.
  private var startsLine = true

  init(_ text: String) {
    rest = text[...]
  }

  mutating func pieces() throws(TemplateError) -> [Template.Piece] {
    try pieces(until: nil)
  }

  private struct Tag {
    enum Kind {
      case value, raw, section, inverted, end, remark
    }

    let kind: Kind
    let name: String
    let line: Int
  }

  /// The pieces up to the end of the section, or of the text.
  private mutating func pieces(until section: Tag?) throws(TemplateError) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    while let text = takeText() {
      var text = text
      let tag = try takeTag()
      if tag.kind != .value, tag.kind != .raw { text = dropLine(around: text) }
      if !text.isEmpty { pieces.append(.text(text)) }
      switch tag.kind {
      case .value, .raw:
        pieces.append(.value(tag.name, isRaw: tag.kind == .raw, line: tag.line))
        startsLine = false
      case .remark: break
      case .section, .inverted:
        depth += 1
        guard depth <= Self.depthLimit else { throw TemplateError(.tooDeep, line: tag.line) }
        let inner = try self.pieces(until: tag)
        depth -= 1
        pieces.append(
          .section(tag.name, isInverted: tag.kind == .inverted, line: tag.line, inner))
      case .end:
        guard tag.name == section?.name else {
          throw TemplateError(.unexpectedEnd(tag.name), line: tag.line)
        }
        return pieces
      }
    }
    if let section { throw TemplateError(.openSection(section.name), line: section.line) }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }

  /// The text before the next tag; nil when no tag follows.
  private mutating func takeText() -> Substring? {
    guard let open = rest.firstRange(ofBytes: "{{") else { return nil }
    let text = rest[..<open.lowerBound]
    line += text.utf8.count { $0 == 0x0A }
    rest = rest[open.upperBound...]
    return text
  }

  private mutating func takeTag() throws(TemplateError) -> Tag {
    let isTriple = rest.first == "{"
    if isTriple { rest = rest.dropFirst() }
    guard let close = rest.firstRange(ofBytes: isTriple ? "}}}" : "}}") else {
      throw TemplateError(.openTag, line: line)
    }
    var content = rest[..<close.lowerBound]
    let start = line
    line += content.utf8.count { $0 == 0x0A }
    rest = rest[close.upperBound...]
    var kind = Tag.Kind.value
    if isTriple {
      kind = .raw
    } else {
      switch content.first {
      case "#": kind = .section
      case "^": kind = .inverted
      case "/": kind = .end
      case "!": kind = .remark
      default: break
      }
      if kind != .value { content = content.dropFirst() }
    }
    content = content.drop { $0 == " " }
    while content.last == " " { content.removeLast() }
    let name = String(content)
    let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7B && $0 != 0x7D }
    guard isName || kind == .remark else { throw TemplateError(.badName(name), line: start) }
    return Tag(kind: kind, name: name, line: start)
  }

  /// For a tag alone on its line: the text without the blanks before, and the line end is taken.
  private mutating func dropLine(around text: Substring) -> Substring {
    let lineStart = text.utf8.lastIndex(of: 0x0A).map { text.utf8.index(after: $0) }
    let before = text[(lineStart ?? text.startIndex)...]
    let isFirst = lineStart != nil || startsLine
    let blanks = rest.prefix { $0 == " " }
    let after = rest[blanks.endIndex...]
    startsLine = false
    guard isFirst, before.allSatisfy({ $0 == " " }), after.isEmpty || after.first == "\n" else {
      return text
    }
    if !after.isEmpty { line += 1 }
    rest = after.dropFirst()
    startsLine = true
    return text[..<before.startIndex]
  }
}

extension Substring {
  /// Where an ASCII text stands first.
  fileprivate func firstRange(ofBytes wanted: String) -> Range<Index>? {
    var rest = utf8[...]
    while let start = wanted.utf8.first.flatMap({ rest.firstIndex(of: $0) }) {
      rest = rest[start...]
      if rest.starts(with: wanted.utf8) {
        return start..<rest.index(start, offsetBy: wanted.utf8.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
