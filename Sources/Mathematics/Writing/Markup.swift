internal import Source

/// XML as it is written: elements, attributes and escaped text in one growing buffer.
struct Markup {
  var bytes: [UInt8]

  /// Appends markup of ours as it is.
  mutating func raw(_ text: String) {
    bytes.append(text)
  }

  /// Appends text from anywhere with everything escaped that could end it, for elements and
  /// quoted attributes alike; what XML forbids becomes U+FFFD.
  mutating func text(_ text: String) {
    bytes.append(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: "\u{FFFD}"
      default: nil
      }
    }
  }

  /// Appends text in which no space may vanish.
  mutating func spacedText(_ text: String) {
    for scalar in text.unicodeScalars {
      self.text(scalar == " " || scalar == "\n" ? "\u{A0}" : String(scalar))
    }
  }

  /// Appends an element with text; `attributes` start with a space or are empty.
  mutating func element(_ tag: Tag, _ attributes: String = "", _ text: String) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }

  mutating func open(_ tag: Tag, _ attributes: String = "") {
    let closing = tag.rawValue.utf8.span
    bytes.append(UInt8(ascii: "<"))
    if attributes.isEmpty {
      bytes.append(closing.extracting(2..<closing.count))
    } else {
      bytes.append(closing.extracting(2..<(closing.count - 1)))
      raw(attributes)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  mutating func close(_ tag: Tag) {
    raw(tag.rawValue)
  }

  /// The elements that formulas use, as what closes them: that is written in one piece.
  enum Tag: String {
    case mfrac = "</mfrac>"
    case mi = "</mi>"
    case mn = "</mn>"
    case mo = "</mo>"
    case mover = "</mover>"
    case mpadded = "</mpadded>"
    case mphantom = "</mphantom>"
    case mroot = "</mroot>"
    case mrow = "</mrow>"
    case msqrt = "</msqrt>"
    case mstyle = "</mstyle>"
    case msub = "</msub>"
    case msubsup = "</msubsup>"
    case msup = "</msup>"
    case mtable = "</mtable>"
    case mtd = "</mtd>"
    case mtext = "</mtext>"
    case mtr = "</mtr>"
    case munder = "</munder>"
    case munderover = "</munderover>"
    case span = "</span>"
  }
}
