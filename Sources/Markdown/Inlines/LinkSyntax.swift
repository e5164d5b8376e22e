/// The parts of links that the parser of CommonMark reports without their places.
enum LinkSyntax {
  /// `(destination "title")` behind the text of a link.
  static func tail(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Range<Int>, end: Int)? {
    var index = skippingWhitespace(bytes, start + 1, end)
    let destination = destinationEnd(bytes, index, end) ?? index
    let range = index..<destination
    index = skippingWhitespace(bytes, destination, end)
    if index > destination, let title = titleEnd(bytes, index, end) {
      index = skippingWhitespace(bytes, title, end)
    }
    guard index < end, bytes[index] == UInt8(ascii: ")") else { return nil }
    return (range, index + 1)
  }

  /// The offset behind `[label]`; labels hold no bare brackets and at most 999 bytes.
  static func labelEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    while index < end, index - start <= 1000 {
      switch bytes[index] {
      case UInt8(ascii: "]"): return index + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += bytes.at(index + 1).isPunctuation ? 2 : 1
      case _: index += 1
      }
    }
    return nil
  }

  /// The offset behind the reference definition that starts here, its line end included.
  static func definitionEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard let label = labelEnd(bytes, start, end), label < end, bytes[label] == UInt8(ascii: ":"),
      label - start > 2
    else { return nil }
    let index = skippingWhitespace(bytes, label + 1, end)
    guard let destination = destinationEnd(bytes, index, end), destination > index else {
      return nil
    }
    let titleStart = skippingWhitespace(bytes, destination, end)
    if titleStart > destination, let title = titleEnd(bytes, titleStart, end),
      let lineEnd = lineEnd(bytes, title, end)
    {
      return lineEnd
    }
    return lineEnd(bytes, destination, end)
  }

  /// The offset behind `<https://…>` or `<name@host>`.
  static func autolinkEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    guard index < end, bytes[index].isAlphanumeric else { return nil }
    var isLink = false
    while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: ">") { return isLink ? index + 1 : nil }
      if bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "@") { isLink = true }
      index += 1
    }
    return nil
  }

  private static func destinationEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    var index = start
    if bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < end {
        switch bytes[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "<"), 0x0A, 0x0D: return nil
        case UInt8(ascii: "\\"): index += 2
        case _: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < end, bytes[index] > 0x20 {
      switch bytes[index] {
      case UInt8(ascii: "\\") where bytes.at(index + 1).isPunctuation: index += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      case _: break
      }
      index += 1
    }
    return depth == 0 ? index : nil
  }

  private static func titleEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let opener = bytes[start]
    guard opener == UInt8(ascii: "\"") || opener == UInt8(ascii: "'") || opener == UInt8(ascii: "(")
    else { return nil }
    let closer = opener == UInt8(ascii: "(") ? UInt8(ascii: ")") : opener
    var index = start + 1
    while index < end {
      if bytes[index] == closer { return index + 1 }
      if bytes[index] == UInt8(ascii: "("), opener == UInt8(ascii: "(") { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The offset of the next line if nothing else stands on this one.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let index = bytes.skippingBlanks(from: start, to: end)
    if index >= end { return end }
    return bytes[index] == 0x0A ? index + 1 : nil
  }

  private static func skippingWhitespace(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index].isWhitespace { index += 1 }
    return index
  }
}
