import Source

/// Reads `{#id .class key=value key="two words" flag}` on one line.
struct AttributeReader {
  private let bytes: [UInt8]
  private let end: Int
  /// What has to be added to an offset to get the one in the file.
  private let shift: Int
  /// Behind the closing brace once it has been read.
  private(set) var offset: Int
  private(set) var diagnostics: [Diagnostic] = []
  private var attributes = Attributes()
  private var isQuoteOpen = false

  /// A reader at the `{` at `start`; nothing at `end` or behind it is looked at.
  init(_ bytes: [UInt8], from start: Int, to end: Int, shift: Int = 0) {
    self.bytes = bytes
    self.end = end
    self.shift = shift
    offset = start
  }

  /// The offset behind the `}` that closes the `{` at `start`, braces in quotes left aside.
  static func end(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "}"): return index + 1
      case UInt8(ascii: "{"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "\"") where bytes[index - 1] == UInt8(ascii: "="):
        index += 1
        while index < end, bytes[index] != UInt8(ascii: "\""), !bytes[index].isLineEnd {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if index >= end || bytes[index].isLineEnd { return nil }
      case _: break
      }
      index += 1
    }
    return nil
  }

  /// Whether what follows the `{` at `start` is the start of attributes rather than of a set: an id, a
  /// class, or a key with its value.
  static func seemsToStart(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = bytes.skippingBlanks(from: start + 1, to: end)
    guard index < end else { return false }
    if bytes[index] == UInt8(ascii: "#") || bytes[index] == UInt8(ascii: ".") {
      return bytes.at(index + 1).isLetter && index + 1 < end
    }
    let name = index
    while index < end, bytes[index].isName { index += 1 }
    guard index - name > 1, bytes[name].isLetter else { return false }
    index = bytes.skippingBlanks(from: index, to: end)
    return index < end && bytes[index] == UInt8(ascii: "=")
  }

  /// What stands in the braces; `offset` is behind them afterwards, or at the end if they stay open.
  mutating func read() -> Attributes {
    let start = offset
    offset += 1
    while true {
      while offset < end, bytes[offset].isWhitespace { offset += 1 }
      guard offset < end else {
        // An open quote has swallowed the brace, and has been reported.
        if !isQuoteOpen {
          report(.unclosedBraces, start, start + 1, hint: "end the line with '}'")
          // What follows may be words of the text.
          attributes.flags = []
        }
        break
      }
      if bytes[offset] == UInt8(ascii: "}") {
        offset += 1
        break
      }
      readOne()
    }
    attributes.span = Span(start + shift, offset + shift)
    return attributes
  }

  private mutating func readOne() {
    let start = offset
    let mark = bytes[offset]
    if mark == UInt8(ascii: "#") || mark == UInt8(ascii: ".") { offset += 1 }
    let nameStart = offset
    // Keys and flags start like words; ids and classes may be numbers.
    let isWord = !bytes.at(offset).isDigit || nameStart > start
    while isWord, offset < end, bytes[offset].isName { offset += 1 }
    let name = Attributes.Name(
      bytes.text(nameStart..<offset), at: Span(start + shift, offset + shift))
    guard offset > nameStart else {
      skipWord()
      report(.notAnAttribute(bytes.text(start..<offset)), start, offset, hint: Self.form)
      return
    }
    switch mark {
    case UInt8(ascii: "#"): addID(name)
    case UInt8(ascii: "."): attributes.classes.append(name)
    case _ where startsValue(of: name.text):
      readValue(name)
    case _: attributes.flags.append(name)
    }
    guard offset < end, !bytes[offset].isWhitespace, bytes[offset] != UInt8(ascii: "}") else {
      return
    }
    skipWord()
    report(.notAnAttribute(bytes.text(start..<offset)), start, offset, hint: Self.form)
  }

  /// Moves behind the `=` that follows a key; blanks around it are told and passed over.
  private mutating func startsValue(of key: String) -> Bool {
    let equals = bytes.skippingBlanks(from: offset, to: end)
    guard equals < end, bytes[equals] == UInt8(ascii: "=") else { return false }
    let value = bytes.skippingBlanks(from: equals + 1, to: end)
    let hasValue = value < end && bytes[value] != UInt8(ascii: "}")
    if equals > offset || value > equals + 1 && hasValue {
      report(.blankAroundEquals, offset, value, hint: "write '\(key)=' and its value at once")
    }
    offset = hasValue ? value : equals + 1
    return true
  }

  private mutating func addID(_ name: Attributes.Name) {
    if let first = attributes.id {
      diagnostics.append(
        Diagnostic(
          .error, .secondID, at: name.span, notes: [.init("the first is here", at: first.span)]))
    } else {
      attributes.id = name
    }
  }

  private mutating func readValue(_ key: Attributes.Name) {
    let start = offset
    var value = ExcerptBuilder(bytes, at: start)
    let quote = bytes.at(offset)
    if offset < end, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      offset += 1
      while offset < end, bytes[offset] != quote {
        let isEscape =
          bytes[offset] == UInt8(ascii: "\\")
          && (bytes.at(offset + 1) == quote || bytes.at(offset + 1) == UInt8(ascii: "\\"))
        if isEscape { offset += 1 }
        guard offset < end else { break }
        value.add(offset, offset + 1)
        offset += 1
      }
      if offset < end {
        offset += 1
      } else {
        isQuoteOpen = true
        report(.unclosedQuote, start, start + 1, hint: nil)
      }
    } else {
      while offset < end, !bytes[offset].isWhitespace, bytes[offset] != UInt8(ascii: "}") {
        offset += 1
      }
      value.add(start, offset)
      if offset == start {
        report(.noValue(key.text), start - 1, start, hint: "write \(key.text)=\"\" for none")
      }
    }
    add(
      Attributes.Pair(
        key: key, excerpt: value.finished().shifted(by: shift),
        valueSpan: Span(start + shift, offset + shift)))
  }

  private mutating func add(_ pair: Attributes.Pair) {
    guard let first = attributes[pair.key.text] else {
      attributes.pairs.append(pair)
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, .secondValue(pair.key.text), at: pair.key.span,
        notes: [.init("the first is here", at: first.key.span)]))
  }

  private mutating func skipWord() {
    while offset < end, !bytes[offset].isWhitespace, bytes[offset] != UInt8(ascii: "}") {
      offset += 1
    }
  }

  private mutating func report(
    _ message: Diagnostic.Message, _ start: Int, _ end: Int, hint: String?
  ) {
    diagnostics.append(
      Diagnostic(.error, message, at: Span(start + shift, end + shift), hint: hint))
  }

  private static let form =
    "write #id, .class, key=value, key=\"two words\" or a flag; '\\{' is a plain brace"
}

extension UInt8 {
  fileprivate var isName: Bool {
    isAlphanumeric || self >= 0x80 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ":") || self == UInt8(ascii: ".") || self == UInt8(ascii: "'")
  }
}

extension Diagnostic.Message {
  static let unclosedBraces = Self("attribute-syntax", "the attributes are never closed")
  static let unclosedQuote = Self("attribute-syntax", "the quoted value is never closed")
  static let secondID = Self("attribute-syntax", "there is more than one id")

  static let blankAroundEquals = Self("attribute-syntax", "no blank may stand around '='")

  static func noValue(_ key: String) -> Self {
    Self("attribute-syntax", "there is no value behind '\(key)='")
  }

  static func secondValue(_ key: String) -> Self {
    Self("attribute-syntax", "'\(key)' is given twice")
  }

  static func notAnAttribute(_ text: String) -> Self {
    Self("attribute-syntax", "'\(text)' is not an attribute")
  }
}
