/// Raw HTML as CommonMark 0.30 recognises it, in blocks and in running text.
enum HTMLSyntax {
  /// What ends a block of raw HTML.
  enum BlockEnd: Hashable {
    case rawTag, comment, instruction, declaration, cdata, blankLine
  }

  /// The kind of HTML block that starts with the `<` at `start`; `end` is the end of its line.
  static func block(
    _ bytes: [UInt8], _ start: Int, _ end: Int, interruptsParagraph: Bool
  ) -> BlockEnd? {
    guard start + 1 < end, bytes[start] == UInt8(ascii: "<") else { return nil }
    if bytes.hasText("!--", at: start + 1) { return .comment }
    if bytes[start + 1] == UInt8(ascii: "?") { return .instruction }
    if bytes.hasText("![CDATA[", at: start + 1) { return .cdata }
    if bytes[start + 1] == UInt8(ascii: "!") {
      return bytes.at(start + 2).isLetter ? .declaration : nil
    }
    var nameStart = start + 1
    let isClosing = bytes[nameStart] == UInt8(ascii: "/")
    if isClosing { nameStart += 1 }
    var index = nameStart
    while index < end, index - nameStart < 12, bytes[index].isAlphanumeric { index += 1 }
    let name = String(decoding: bytes[nameStart..<index].map(\.lowercased), as: UTF8.self)
    let next = index < end ? bytes[index] : 0x0A
    let isNameEnd = next.isWhitespace || next == UInt8(ascii: ">")
    if !isClosing, isNameEnd, rawTags.contains(name) { return .rawTag }
    let isTagEnd =
      isNameEnd || (next == UInt8(ascii: "/") && bytes.at(index + 1) == UInt8(ascii: ">"))
    if isTagEnd, blockTags.contains(name) { return .blankLine }
    guard !interruptsParagraph, let tag = tagEnd(bytes, start, end) else { return nil }
    return bytes.skippingBlanks(from: tag, to: end) == end ? .blankLine : nil
  }

  /// Whether the line `start..<end` is the last of a block of this kind.
  static func ends(_ kind: BlockEnd, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    switch kind {
    case .blankLine: false
    case .comment: find("-->", bytes, start, end) != nil
    case .instruction: find("?>", bytes, start, end) != nil
    case .declaration: find(">", bytes, start, end) != nil
    case .cdata: find("]]>", bytes, start, end) != nil
    case .rawTag:
      rawTags.contains { tag in
        var index = start
        let closing = Array("</\(tag)>".utf8)
        while index + closing.count <= end {
          if bytes[index] == UInt8(ascii: "<"),
            bytes[index..<(index + closing.count)].map(\.lowercased) == closing
          {
            return true
          }
          index += 1
        }
        return false
      }
    }
  }

  /// The offset behind the opening or closing tag that starts with the `<` at `start`.
  static func tagEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    guard index < end else { return nil }
    let isClosing = bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < end, bytes[index].isLetter else { return nil }
    while index < end, bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    while !isClosing {
      guard let next = attributeEnd(bytes, index, end) else { break }
      index = next
    }
    index = skippingWhitespace(bytes, index, end)
    if !isClosing, index < end, bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: ">") else { return nil }
    return index + 1
  }

  /// Whether `text` consists of comments and white space only.
  static func isComment(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var index = skippingWhitespace(bytes, 0, bytes.count)
    guard index < bytes.count else { return false }
    while index < bytes.count {
      guard bytes.hasText("<!--", at: index) else { return false }
      // A comment that never ends reaches to the end of the file.
      guard let end = find("-->", bytes, index + 4, bytes.count) else { return true }
      index = skippingWhitespace(bytes, end, bytes.count)
    }
    return true
  }

  /// The offset behind the first `text` in `start..<end`.
  static func find(_ text: StaticString, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var index = start
    while index + length <= end {
      if bytes.hasText(text, at: index) { return index + length }
      index += 1
    }
    return nil
  }

  private static func attributeEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = skippingWhitespace(bytes, start, end)
    guard index > start, index < end else { return nil }
    let first = bytes[index]
    guard first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":") else {
      return nil
    }
    while index < end, bytes[index].isAttributeName { index += 1 }
    let equals = skippingWhitespace(bytes, index, end)
    guard equals < end, bytes[equals] == UInt8(ascii: "=") else { return index }
    index = skippingWhitespace(bytes, equals + 1, end)
    guard index < end else { return nil }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < end, bytes[index] != quote { index += 1 }
      return index < end ? index + 1 : nil
    }
    let valueStart = index
    while index < end, bytes[index].isUnquotedValue { index += 1 }
    return index > valueStart ? index : nil
  }

  private static func skippingWhitespace(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index].isWhitespace { index += 1 }
    return index
  }

  private static let rawTags: Set<String> = ["script", "pre", "style", "textarea"]

  private static let blockTags = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p \
    param section source summary table tbody td tfoot th thead title tr track ul
    """.split(separator: " ").map(String.init))
}

extension UInt8 {
  fileprivate var isAttributeName: Bool {
    isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
      || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "-")
  }

  fileprivate var isUnquotedValue: Bool {
    switch self {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "`"):
      false
    case _: true
    }
  }
}
