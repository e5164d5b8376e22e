import Source

extension InlineBuilder {
  /// Adds the text of a node while reading the source along: what libcmark made of escapes and
  /// entities is in `letters`, where it came from is in the source.
  mutating func addText(_ letters: [UInt8]) {
    let start = offset
    if !isCell, skipPlain(letters.span) {
      inlines.append(.text(letters.text(0..<letters.count), leaf.span(start, offset)))
    } else {
      readAlong(letters)
    }
  }

  private mutating func readAlong(_ letters: [UInt8]) {
    var index = 0
    if isCell {
      isCell = false
      if letters.first == UInt8(ascii: "|") { index = 1 }
    }
    // What has not been added yet starts here, in the letters and in the source.
    var pending = index
    var start = offset
    func add() {
      if pending < index {
        inlines.append(.text(letters.text(pending..<index), leaf.span(start, offset)))
      }
    }
    while true {
      let count = plainCount(letters.span, from: index)
      index += count
      offset += count
      guard index < letters.count else { break }
      let letter = letters[index]
      let byte = at(offset)
      if byte == 0xEF, letter == 0xEF, let placeholder = insertions.placeholder(bytes, offset) {
        add()
        let isTask = insert(placeholder.number)
        index += placeholder.end - offset
        offset = placeholder.end
        while isTask, at(offset).isBlank, index < letters.count {
          offset += 1
          index += 1
        }
        (pending, start) = (index, offset)
      } else if byte == UInt8(ascii: "\\"), !isAutolink, at(offset + 1).isPunctuation,
        at(offset + 1) == letter
      {
        offset += 2
        index += 1
      } else if byte == UInt8(ascii: "&"), let end = entityEnd(),
        letter != UInt8(ascii: "&") || Entity.isAmpersand(bytes[offset..<end])
      {
        index += Entity.decodedCount(letters, at: index, next: at(end))
        offset = end
      } else if byte == UInt8(ascii: "@"), letter == byte, let end = referenceEnd() {
        add()
        let id = bytes.text((offset + 1)..<end)
        inlines.append(.reference(id: id, leaf.span(offset, end)))
        index += end - offset
        offset = end
        (pending, start) = (index, offset)
      } else {
        index += 1
        // A byte that differs is not to be lost, whatever its place.
        if byte == letter { offset += 1 }
      }
    }
    index = letters.count
    add()
  }

  /// Moves over all of `letters` if they stand in the source just like that.
  private mutating func skipPlain(_ letters: Swift.Span<UInt8>) -> Bool {
    guard plainCount(letters, from: 0) == letters.count else { return false }
    offset += letters.count
    return true
  }

  /// How many bytes of `letters` from `index` on stand in the source just like that.
  private func plainCount(_ letters: Swift.Span<UInt8>, from index: Int) -> Int {
    let bytes = leaf.bytes.span
    let start = offset
    let limit = min(letters.count - index, leaf.end - start)
    var count = 0
    // Eight bytes at once as long as they can be nothing but themselves.
    while count + 8 <= limit {
      let word = unsafe bytes.bytes.word(at: start + count)
      guard unsafe word == letters.bytes.word(at: index + count), word.meansItself else { break }
      count += 8
    }
    while count < limit {
      let byte = bytes[start + count]
      guard byte == letters[index + count], byte.meansItself else { break }
      count += 1
    }
    return count
  }

  /// Puts back what was taken out; true for a box to tick.
  private mutating func insert(_ number: Int) -> Bool {
    switch insertions[number] {
    case .formula(let formula): inlines.append(formula)
    case .verbatim(let text, let span): if !text.isEmpty { inlines.append(.text(text, span)) }
    case .table(let number): table = number
    case .footnote(let label, let span):
      // A link in a link leads nowhere.
      inlines.append(
        linkDepth > 0 ? .text("[^\(label)]", span) : .footnoteReference(label: label, span))
    case .task(let task, let span):
      self.task = (task, span)
      return true
    }
    return false
  }

  /// The end of the entity or character reference at the offset.
  private func entityEnd() -> Int? {
    var index = offset + 1
    if at(index) == UInt8(ascii: "#") { index += 1 }
    while at(index).isAlphanumeric, index - offset < 34 { index += 1 }
    return at(index) == UInt8(ascii: ";") && index > offset + 1 ? index + 1 : nil
  }

  /// The end of the `@id` at the offset.
  ///
  /// Not inside a link, not behind a letter or digit (`me@host`), and full stops, colons and hyphens
  /// at the end belong to the sentence.
  private func referenceEnd() -> Int? {
    guard linkDepth == 0, !at(offset - 1).isAlphanumeric, at(offset - 1) < 0x80 else { return nil }
    guard at(offset + 1).isLetter || at(offset + 1) >= 0x80 else { return nil }
    var index = offset + 1
    while true {
      let byte = at(index)
      if byte >= 0xC0 {
        var next = index + 1
        while at(next) & 0xC0 == 0x80 { next += 1 }
        let scalar = bytes.text(index..<next).unicodeScalars.first
        guard scalar?.properties.isAlphabetic == true else { break }
        index = next
      } else if byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
      {
        index += 1
      } else {
        break
      }
    }
    while index > offset + 1, at(index - 1).isPunctuation { index -= 1 }
    return index > offset + 1 ? index : nil
  }
}

extension UInt8 {
  /// Whether the byte can be nothing but itself, wherever it stands in running text.
  fileprivate var meansItself: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "@"), 0xEF: false
    case _: true
    }
  }
}

extension UInt64 {
  /// Whether each of its bytes does.
  fileprivate var meansItself: Bool {
    !has(UInt8(ascii: "\\")) && !has(UInt8(ascii: "&")) && !has(UInt8(ascii: "@")) && !has(0xEF)
  }
}

/// What is to be known about entities without a table of their names.
private enum Entity {
  /// Whether `&…;` is one of the ways to write `&`.
  static func isAmpersand(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.dropFirst().dropLast()
    guard name.first == UInt8(ascii: "#") else {
      return name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8)
    }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    return (isHexadecimal ? Int(digits.dropFirst(), radix: 16) : Int(digits)) == 0x26
  }

  /// How many bytes of `letters` from `index` on an entity has become; `next` follows in the source.
  ///
  /// One character, and for a few a combining one or, for `&fjlig;`, another letter.
  static func decodedCount(_ letters: [UInt8], at index: Int, next: UInt8) -> Int {
    let first = scalarCount(letters, index)
    guard index + first < letters.count else { return first }
    let rest = letters[(index + first)...]
    let isCombining = combining.contains { rest.starts(with: $0.utf8) }
    guard isCombining, rest.first != next else { return first }
    return first + scalarCount(letters, index + first)
  }

  private static func scalarCount(_ letters: [UInt8], _ index: Int) -> Int {
    var end = index + 1
    while end < letters.count, letters[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }

  private static let combining = [
    "\u{0338}", "\u{20D2}", "\u{20E5}", "\u{0331}", "\u{0333}", "\u{FE00}", "\u{200A}", "j",
  ]
}

extension InlineBuilder {
  /// The displayed formulas, if the text consists of nothing else.
  var displays: [Formula]? {
    var formulas: [Formula] = []
    for inline in inlines {
      switch inline {
      case .math(let formula) where formula.isDisplay: formulas.append(formula)
      case .softBreak: break
      case .text(let text, _) where text.allSatisfy(\.isWhitespace): break
      case .text, .emphasis, .strong, .code, .link, .image, .math, .lineBreak, .html,
        .footnoteReference, .reference:
        return nil
      }
    }
    return formulas.isEmpty ? nil : formulas
  }
}
