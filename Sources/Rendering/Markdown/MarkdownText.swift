import Manuscripts
import Mathematics

/// Writes words and formulas as running Markdown text.
enum MarkdownText {
  /// Words as themselves, on one line: what could mean something to Markdown, to GitHub's math, or to a
  /// table is escaped.
  static func escaped(_ words: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count + 8)
    for byte in words.utf8 {
      switch byte {
      case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x3E, 0x24, 0x7C, 0x7E, 0x26:
        bytes += [0x5C, byte]
      case 0x0A, 0x0D: bytes.append(0x20)
      case _: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line that must not begin a list, a heading or a quote.
  static func asParagraph(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let next = text.dropFirst(digits.count).first
    guard !digits.isEmpty, next == "." || next == ")" else { return text }
    return digits + "\\" + text.dropFirst(digits.count)
  }

  /// TeX that GitHub takes: it refuses `\\operatorname`.
  static func tex(_ formula: Formula) -> String {
    let tex = formula.tex
    // Few formulas hold a command that begins so, and a search for all of it takes its time.
    guard tex.holdsCommand(beginningWith: UInt8(ascii: "o")) else { return tex }
    var parts = tex.split(separator: operatorName, omittingEmptySubsequences: false)
    var text = String(parts.removeFirst())
    for part in parts {
      let name = part.prefix { $0 != "}" }
      text += "\\mathop{\\mathrm{\(name)}}" + part.dropFirst(name.count + 1)
    }
    return text
  }

  private static let operatorName = "\\operatorname{"

  /// A formula among words.
  static func inline(_ formula: Formula) -> String {
    "$" + tex(formula) + "$"
  }

  /// A formula in a cell: numbers and vectors of numbers as plain text, which stays readable.
  static func cell(_ formula: Formula) -> String {
    let tex = tex(formula)
    let isPlain = tex.utf8.allSatisfy { byte in
      UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") || "-+.,() ".utf8.contains(byte)
    }
    return isPlain ? tex : "$" + tex.replacingBars + "$"
  }

  static func text(of inlines: [Document.Inline]) -> String {
    inlines.map { text(of: $0) }.joined()
  }

  private static func text(of inline: Document.Inline) -> String {
    switch inline {
    case .text(let text): escaped(text)
    case .emphasis(let inner): "_\(text(of: inner))_"
    case .strong(let inner): "**\(text(of: inner))**"
    case .code(let code): Self.code(code)
    case .link(let inner, _), .reference(let inner, _): text(of: inner)
    case .image(let image): escaped(image.alternativeText)
    case .math(let math), .answer(let math): "$\(math.tex)$"
    case .display(let display): "$\(display.math.tex)$"
    case .note(let number, _): "\\[\(number)\\]"
    case .problem(let source, _): code(source)
    case .blank, .html: ""
    case .softBreak, .lineBreak: " "
    }
  }

  /// A code span whose fence is longer than any in the code.
  static func code(_ code: String) -> String {
    let line = String(code.map { $0.isNewline ? " " : $0 })
    guard line.contains("`") else { return "`\(line)`" }
    let longest = line.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence) \(line) \(fence)"
  }
}

extension String {
  /// Whether a backslash stands right before a byte.
  fileprivate func holdsCommand(beginningWith wanted: UInt8) -> Bool {
    var isBehindBackslash = false
    for byte in utf8 {
      if isBehindBackslash, byte == wanted { return true }
      isBehindBackslash = byte == UInt8(ascii: "\\")
    }
    return false
  }

  /// TeX whose bars do not end a cell of a table.
  fileprivate var replacingBars: String {
    utf8.contains(0x7C)
      ? split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\vert ") : self
  }
}
