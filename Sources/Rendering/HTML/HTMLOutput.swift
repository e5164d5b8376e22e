import Manuscripts
import Mathematics
import Source

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
    case .words(let inlines, let allowsDisplay):
      InlineHTML.write(inlines, allowsDisplay: allowsDisplay, into: &self)
    case .formula(let typeset): write(typeset)
    case .markup(let markup): bytes.append(contentsOf: markup)
    case .raw(let text): bytes.append(text)
    case .element(let tag, let attributes, let content):
      bytes.append(UInt8(ascii: "<"))
      bytes.append(tag.rawValue)
      for pair in attributes.pairs {
        bytes.append(UInt8(ascii: " "))
        bytes.append(pair.name.rawValue)
        bytes.append("=\"")
        write(escaping: pair.value)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
      if !tag.isVoid {
        write(content)
        bytes.append("</")
        bytes.append(tag.rawValue)
        bytes.append(UInt8(ascii: ">"))
      }
      if tag.endsLine { bytes.append(UInt8(ascii: "\n")) }
    }
  }

  /// Appends a formula in the form of the page.
  mutating func write(_ typeset: HTML.Typeset) {
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
  mutating func write(raw text: String) {
    bytes.append(text)
  }

  /// Puts markup of ours in front of what was written from `start` on.
  mutating func insert(raw text: String, at start: Int) {
    bytes.insert(contentsOf: text.utf8, at: start)
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(bytes.count + count)
  }

  /// Appends words so that they mean themselves, between tags and in quoted attributes alike.
  ///
  /// Control characters, which no page may hold, become U+FFFD.
  mutating func write(escaping text: String) {
    write(escaping: text.utf8.span)
  }

  /// The same for letters that need not be all of a text.
  mutating func write(escaping letters: Swift.Span<UInt8>) {
    bytes.append(letters) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      case 0x09, 0x0A, 0x20...0x7E, 0x80...: nil
      case 0x0D: "\n"
      default: "\u{FFFD}"
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
