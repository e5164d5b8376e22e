import Mathematics

/// HTML as bytes that grow at their end; the only place where it becomes text.
struct HTMLOutput {
  private(set) var bytes: [UInt8] = []
  /// How formulas are written.
  let math: MathForm

  init(math: MathForm = .mathml) {
    self.math = math
  }

  /// Appends a tree, which is as deep as its document: that is bounded.
  mutating func write(_ html: HTML) {
    switch html {
    case .text(let text): write(escaping: text)
    case .formula(let typeset): write(typeset)
    case .markup(let markup): bytes.append(contentsOf: markup)
    case .raw(let text): bytes.append(contentsOf: text.utf8)
    case .element(let tag, let attributes, let content):
      bytes.append(UInt8(ascii: "<"))
      bytes.append(contentsOf: tag.rawValue.utf8)
      for pair in attributes.pairs {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: pair.name.rawValue.utf8)
        bytes.append(contentsOf: "=\"".utf8)
        write(escaping: pair.value)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
      if !tag.isVoid {
        write(content)
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: tag.rawValue.utf8)
        bytes.append(UInt8(ascii: ">"))
      }
      if tag.endsLine { bytes.append(UInt8(ascii: "\n")) }
    }
  }

  private mutating func write(_ typeset: HTML.Typeset) {
    switch math {
    case .mathml:
      typeset.formula.writeHTML(
        display: typeset.isDisplay, source: typeset.tex, number: typeset.number, into: &bytes)
    case .tex: write(MathHTML.source(of: typeset))
    }
  }

  /// Appends trees one after the other.
  mutating func write(_ content: [HTML]) {
    for html in content { write(html) }
  }

  /// Appends markup of ours as it is.
  mutating func write(raw text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends words so that they mean themselves, between tags and in quoted attributes alike.
  ///
  /// Control characters, which no page may hold, become U+FFFD.
  mutating func write(escaping text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0x09, 0x0A, 0x20...0x7E, 0x80...: bytes.append(byte)
      case 0x0D: bytes.append(0x0A)
      default: bytes.append(contentsOf: "\u{FFFD}".utf8)
      }
    }
  }
}

extension [HTML] {
  /// The bytes of these trees with their formulas in MathML.
  var bytes: [UInt8] { bytes(math: .mathml) }

  /// The bytes of these trees.
  func bytes(math: MathForm) -> [UInt8] {
    var output = HTMLOutput(math: math)
    output.write(self)
    return output.bytes
  }
}
