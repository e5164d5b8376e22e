/// XML as it is written: elements, attributes and escaped text in one growing buffer.
struct Markup {
  var bytes: [UInt8]

  /// Appends markup of ours as it is.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends text from anywhere with everything escaped that could end it, for elements and
  /// quoted attributes alike; what XML forbids becomes U+FFFD.
  mutating func text(_ text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: raw("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  /// Appends text in which no space may vanish.
  mutating func spacedText(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      self.text(scalar == " " || scalar == "\n" ? "\u{A0}" : String(scalar))
    }
  }

  /// Appends an element with text; `attributes` start with a space or are empty.
  mutating func element(_ name: String, _ attributes: String = "", _ text: some StringProtocol) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  mutating func open(_ name: String, _ attributes: String = "") {
    raw("<")
    raw(name)
    raw(attributes)
    raw(">")
  }

  mutating func close(_ name: String) {
    raw("</")
    raw(name)
    raw(">")
  }
}
