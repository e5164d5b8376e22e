/// XML that grows at its end; the only place where text and attributes are escaped.
struct XMLText {
  private var bytes: [UInt8] = []
  private var isInTag = false

  /// What was written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins an element; attributes may follow, then content or the end.
  mutating func open(_ name: String) {
    endTag()
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    isInTag = true
  }

  /// An attribute of the element that was just begun.
  mutating func attribute(_ name: String, _ value: String) {
    attribute(name) { $0.escape(value) }
  }

  /// An attribute with a number.
  mutating func attribute(_ name: String, _ value: Double) {
    attribute(name) { $0.append(value) }
  }

  /// An attribute with numbers between which stand spaces.
  mutating func attribute(_ name: String, _ values: [Double]) {
    attribute(name) { xml in
      for (index, value) in values.enumerated() {
        if index > 0 { xml.append(" ") }
        xml.append(value)
      }
    }
  }

  /// An attribute whose value is written by `body`, piece by piece.
  mutating func attribute(_ name: String, _ body: (inout XMLText) -> Void) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "=\"".utf8)
    body(&self)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the element; one without content gets no end tag.
  mutating func close(_ name: String) {
    if isInTag {
      isInTag = false
      bytes.append(contentsOf: "/>".utf8)
      return
    }
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Text between tags.
  mutating func write(_ content: String) {
    endTag()
    escape(content)
  }

  /// A line end between tags, for the reader of the source.
  mutating func line() {
    endTag()
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Characters that mean themselves everywhere, inside a value.
  mutating func append(_ plain: StaticString) {
    bytes.append(contentsOf: plain.description.utf8)
  }

  /// A number with at most two decimals, without trailing zeros and never `-0`.
  ///
  /// What is not finite becomes 0; what is larger than ten million is cut off there.
  mutating func append(_ value: Double) {
    guard value.isFinite else { return bytes.append(UInt8(ascii: "0")) }
    let hundredths = Int((min(max(value, -1e7), 1e7) * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    bytes.append(contentsOf: String(whole).utf8)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if !rest.isMultiple(of: 10) { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  private mutating func endTag() {
    guard isInTag else { return }
    isInTag = false
    bytes.append(UInt8(ascii: ">"))
  }

  /// Text that means itself, between tags and in double quotes.
  ///
  /// What XML 1.0 forbids even as a reference, such as NUL, becomes U+FFFD.
  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "\r": bytes.append(UInt8(ascii: "\n"))
      case "\t", "\n", "\u{20}"..."\u{7E}": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\u{A0}"..."\u{FFFD}", "\u{10000}"...: bytes.append(contentsOf: String(scalar).utf8)
      default: bytes.append(contentsOf: "\u{FFFD}".utf8)
      }
    }
  }
}
