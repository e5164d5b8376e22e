import Source

/// Finds formulas and references to footnotes in running text, by the rules people know from other
/// Markdown.
///
/// Code spans, raw HTML, comments, autolinks and the destinations of links win when they open first;
/// a formula wins over everything else. Linear: a closer that is missing is looked for once.
struct FormulaFinder {
  /// Something that the parser of CommonMark must not see.
  struct Find {
    let range: Range<Int>
    /// The TeX in it; nil for a character that could be mistaken for a placeholder.
    let tex: Range<Int>?
    var isDisplay = false
    /// The label of the footnote that it refers to.
    var label: Range<Int>?
    /// The attributes behind it, braces included.
    var attributes: Range<Int>?
  }

  private let bytes: [UInt8]
  private let end: Int
  private var offset = 0
  private var finds: [Find] = []
  private var spans: CodeSpans?
  private var braces: BraceGroups?
  private var openBrackets = 0
  /// Openers that stand before these offsets are known to open nothing, by their closers.
  private var hopeless: [String: Int] = [:]

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  /// All finds in `bytes`, ascending and apart.
  static func finds(in bytes: [UInt8]) -> [Find] {
    var finder = FormulaFinder(bytes)
    finder.finds.reserveCapacity(8)
    finder.readDisplayAtLineStart(startsParagraph: true)
    while finder.offset < finder.end { finder.step() }
    return finder.finds
  }

  /// The formulas and code spans of one line, ascending, as offsets in `bytes`.
  static func opaque(in bytes: [UInt8], _ start: Int, _ end: Int) -> [Range<Int>] {
    let line = Array(bytes[start..<end])
    var ranges = finds(in: line).map(\.range)
    let spans = CodeSpans(line)
    var index = 0
    while let tick = line.first(UInt8(ascii: "`"), from: index, to: line.count) {
      let length = CodeSpans.run(line, tick, line.count)
      let close = spans.end(openedAt: tick, length: length)
      if let close { ranges.append(tick..<close) }
      index = close ?? tick + length
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.map {
      $0.lowerBound + start..<$0.upperBound + start
    }
  }

  private mutating func step() {
    switch bytes[offset] {
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "\\"): readBackslash()
    case UInt8(ascii: "`"):
      let length = CodeSpans.run(bytes, offset, end)
      offset = codeSpanEnd(at: offset, length: length) ?? offset + length
    case UInt8(ascii: "<"): offset = angleEnd() ?? offset + 1
    case UInt8(ascii: "["):
      if readFootnote() { break }
      openBrackets += 1
      offset += 1
    case UInt8(ascii: "]"):
      offset += 1
      guard openBrackets > 0 else { break }
      openBrackets -= 1
      if bytes.at(offset) == UInt8(ascii: "("), let tail = LinkSyntax.tail(bytes, offset, end) {
        offset = tail.end
      }
    case 0xEF where bytes.at(offset + 1) == 0xB7 && (0x90...0x91).contains(bytes.at(offset + 2)):
      finds.append(Find(range: offset..<(offset + 3), tex: nil))
      offset += 3
    case 0x0A:
      offset += 1
      readDisplayAtLineStart(startsParagraph: false)
    case _:
      offset = opener(from: offset + 1)
    }
  }

  /// The first byte from `start` on that something may start with.
  private func opener(from start: Int) -> Int {
    let letters = bytes.span
    var index = start
    while index < letters.count, !letters[index].mayOpen { index += 1 }
    return index
  }

  /// Reads `[^label]`; false when it is none, or the text of a link.
  private mutating func readFootnote() -> Bool {
    guard let label = FootnoteSyntax.label(bytes, offset, end) else { return false }
    let next = label.upperBound + 1
    if bytes.at(next) == UInt8(ascii: "("), LinkSyntax.tail(bytes, next, end) != nil {
      return false
    }
    finds.append(Find(range: offset..<next, tex: nil, label: label))
    offset = next
    return true
  }

  private mutating func readDollar() {
    if bytes.at(offset + 1) == UInt8(ascii: "$") {
      if !readDisplay(.dollars, length: 2) { offset += 2 }
      return
    }
    let start = offset
    offset += 1
    let next = bytes.at(offset)
    guard offset < end, !next.isWhitespace else { return }
    if start > 0, bytes[start - 1].isDigit, next.endsPrice { return }
    guard let closer = dollar(from: offset), !bytes[closer - 1].isWhitespace,
      !bytes.at(closer + 1).isDigit
    else { return }
    add(start..<(closer + 1), tex: (start + 1)..<closer)
  }

  private mutating func readBackslash() {
    let start = offset
    offset += bytes.at(offset + 1).isPunctuation ? 2 : 1
    guard bytes.at(start + 1) == UInt8(ascii: "("), start >= hopeless["\\)", default: 0] else {
      return
    }
    var index = offset
    while index < end {
      if bytes[index] == UInt8(ascii: "\\") {
        if bytes.at(index + 1) == UInt8(ascii: ")") { break }
        index += 2
      } else if bytes[index] == UInt8(ascii: "`") {
        let length = CodeSpans.run(bytes, index, end)
        if codeSpanEnd(at: index, length: length) != nil { break }
        index += length
      } else {
        index += 1
      }
    }
    guard index < end, bytes[index] == UInt8(ascii: "\\") else {
      hopeless["\\)"] = index
      return
    }
    if !isBlank(offset..<index) { add(start..<(index + 2), tex: offset..<index) }
  }

  private mutating func readDisplayAtLineStart(startsParagraph: Bool) {
    guard offset < end, bytes[offset] == UInt8(ascii: "\\"),
      let (kind, length) = DisplayMath.opener(
        bytes, offset, end, startsParagraph: startsParagraph)
    else { return }
    _ = readDisplay(kind, length: length)
  }

  /// Reads the displayed formula that opens here; false when nothing closes it.
  private mutating func readDisplay(_ kind: DisplayMath.Kind, length: Int) -> Bool {
    let key: String
    switch kind {
    case .dollars: key = "$$"
    case .brackets: key = "\\]"
    case .environment: key = "\\end"
    }
    let start = offset
    guard start >= hopeless[key, default: 0] else { return false }
    guard let closer = DisplayMath.closer(of: kind, bytes, start + length, end) else {
      hopeless[key] = end
      return false
    }
    let inner = (start + length)..<closer.offset
    if let span = codeSpan(in: inner) {
      hopeless[key] = span
      return false
    }
    guard !isBlank(inner) else { return false }
    let range = start..<(closer.offset + closer.length)
    if case .environment = kind {
      add(range, tex: range, isDisplay: true)
    } else {
      add(range, tex: inner, isDisplay: true)
    }
    return true
  }

  private mutating func add(_ range: Range<Int>, tex: Range<Int>, isDisplay: Bool = false) {
    var find = Find(range: range, tex: tex, isDisplay: isDisplay)
    if isDisplay {
      let brace = bytes.skippingBlanks(from: range.upperBound, to: end)
      let next = bytes.at(brace + 1)
      let isAttribute =
        bytes.at(brace) == UInt8(ascii: "{")
        && (next == UInt8(ascii: "#") || next == UInt8(ascii: ".") || next == UInt8(ascii: "}")
          || next.isLetter)
      if isAttribute, let close = AttributeReader.end(bytes, brace, end) {
        find.attributes = brace..<close
      }
    }
    finds.append(find)
    offset = find.attributes?.upperBound ?? range.upperBound
  }

  /// The next dollar that could close a formula; nil if there is none or a code span comes first.
  private mutating func dollar(from start: Int) -> Int? {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "$"): return index
      case UInt8(ascii: "\\"):
        if braces == nil, BraceGroups.isTextCommand(bytes, index) { braces = BraceGroups(bytes) }
        index = braces?.end(ofTextCommandAt: index) ?? index + 2
      case UInt8(ascii: "`"):
        let length = CodeSpans.run(bytes, index, end)
        if codeSpanEnd(at: index, length: length) != nil { return nil }
        index += length
      case _: index += 1
      }
    }
    return nil
  }

  private mutating func codeSpanEnd(at start: Int, length: Int) -> Int? {
    let known = spans ?? CodeSpans(bytes)
    spans = known
    return known.end(openedAt: start, length: length)
  }

  /// Where the first code span in `range` opens.
  private mutating func codeSpan(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let length = CodeSpans.run(bytes, index, end)
      if codeSpanEnd(at: index, length: length) != nil { return index }
      index += length
    }
    return nil
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(\.isWhitespace)
  }

  /// The offset behind the raw HTML or autolink that starts here.
  private mutating func angleEnd() -> Int? {
    for (opener, closer) in [("!--", "-->"), ("?", "?>"), ("![CDATA[", "]]>")] as [Pair]
    where bytes.hasText(opener, at: offset + 1) {
      let key = closer.description
      guard offset >= hopeless[key, default: 0] else { return nil }
      let start = offset + 1 + opener.utf8CodeUnitCount
      guard let found = HTMLSyntax.find(closer, bytes, start, end) else {
        hopeless[key] = end
        return nil
      }
      return found
    }
    return HTMLSyntax.tagEnd(bytes, offset, end) ?? LinkSyntax.autolinkEnd(bytes, offset, end)
  }

  private typealias Pair = (StaticString, StaticString)
}

extension UInt8 {
  /// Whether anything that the finder looks for may start with it.
  fileprivate var mayOpen: Bool {
    switch self {
    case UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "<"),
      UInt8(ascii: "["), UInt8(ascii: "]"), 0xEF, 0x0A:
      true
    case _: false
    }
  }

  /// Whether a dollar between a digit and this byte ends a price (`20$, … 15$`).
  fileprivate var endsPrice: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"),
      UInt8(ascii: "*"), UInt8(ascii: "_"):
      true
    case _: false
    }
  }
}
