import Source

/// Displayed formulas that start a line: `$$`, `\[` and bare environments.
enum DisplayMath {
  /// What opens it, which says what closes it.
  enum Kind: Hashable {
    case dollars
    case brackets
    case environment([UInt8])
  }

  /// The opener at the start of a line and how many bytes it takes.
  ///
  /// An environment counts only where a paragraph starts.
  static func opener(
    _ bytes: [UInt8], _ start: Int, _ end: Int, startsParagraph: Bool
  ) -> (kind: Kind, length: Int)? {
    guard start + 1 < end else { return nil }
    if bytes[start] == UInt8(ascii: "$"), bytes[start + 1] == UInt8(ascii: "$") {
      return (.dollars, 2)
    }
    guard bytes[start] == UInt8(ascii: "\\") else { return nil }
    if bytes[start + 1] == UInt8(ascii: "[") { return (.brackets, 2) }
    guard startsParagraph, bytes.hasText("begin{", at: start + 1) else { return nil }
    let nameStart = start + 7
    var index = nameStart
    while index < end, index - nameStart < 12, bytes[index].isLetter { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: "*") { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "}") else { return nil }
    let name = Array(bytes[nameStart..<index])
    let plain = name.last == UInt8(ascii: "*") ? name.dropLast() : name[...]
    guard environments.contains(String(decoding: plain, as: UTF8.self)) else { return nil }
    return (.environment(name), index + 1 - start)
  }

  /// Where the closer stands in `start..<end`, and how many bytes it takes.
  static func closer(
    of kind: Kind, _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (offset: Int, length: Int)? {
    var index = start
    while index + 1 < end {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") else {
        index += 1
        continue
      }
      switch kind {
      case .dollars:
        if byte == UInt8(ascii: "$"), bytes[index + 1] == UInt8(ascii: "$") { return (index, 2) }
      case .brackets:
        if byte == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "]"),
          endsLine(bytes, index + 2, end)
        {
          return (index, 2)
        }
      case .environment(let name):
        if byte == UInt8(ascii: "\\"), bytes.hasText("end{", at: index + 1),
          bytes.at(index + 5 + name.count) == UInt8(ascii: "}"), index + 6 + name.count <= end,
          bytes[(index + 5)..<(index + 5 + name.count)].elementsEqual(name)
        {
          return (index, 6 + name.count)
        }
      }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether nothing but attributes follows on the line.
  private static func endsLine(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let next = bytes.skippingBlanks(from: start, to: end)
    return next >= end || bytes[next].isLineEnd || bytes[next] == UInt8(ascii: "{")
  }

  private static let environments: Set<String> = [
    "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign",
    "subequations",
  ]
}

extension BlockScanner {
  /// Reads ahead the lines of a displayed formula that starts with `first` and closes further down,
  /// so that nothing in them is taken for a list, a heading or raw HTML.
  mutating func readDisplay(_ first: Paragraph.Line) {
    guard
      let (kind, length) = DisplayMath.opener(
        bytes, first.content, first.end, startsParagraph: paragraph.lines.count == 1),
      DisplayMath.closer(of: kind, bytes, first.content + length, first.end) == nil,
      hopeless[kind, default: 0] <= first.content
    else { return }
    var offset = next
    var lines: [Paragraph.Line] = []
    while let (line, next) = bytes.line(at: offset) {
      var cursor = LineCursor(bytes, from: line.start, to: line.end)
      guard matchContainers(&cursor) == containers.count, !cursor.isBlank else { break }
      lines.append(
        Paragraph.Line(start: line.start, content: cursor.textOffset, end: line.end))
      offset = next
      guard DisplayMath.closer(of: kind, bytes, cursor.textOffset, line.end) == nil else {
        for line in lines { paragraph.add(line, in: bytes) }
        skip(to: offset)
        return
      }
    }
    // Whoever opens the same kind before this line finds no closer either.
    hopeless[kind] = offset
  }
}
