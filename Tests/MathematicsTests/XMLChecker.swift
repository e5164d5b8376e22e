/// A reader of XML that knows just enough to tell whether markup is well-formed.
struct XMLChecker {
  /// One element with its children and the text directly inside.
  struct Element {
    var name: String
    var attributes: [String: String]
    var children: [Element] = []
    var text = ""

    /// Every element below this one, depth first.
    var descendants: [Element] {
      children.flatMap { [$0] + $0.descendants }
    }

    /// The first element of that name, this one included.
    func first(_ name: String) -> Element? {
      self.name == name ? self : children.lazy.compactMap { $0.first(name) }.first
    }

    /// The text of the element and of everything inside it.
    var allText: String {
      text + children.map(\.allText).joined()
    }
  }

  /// What is not well-formed, and at which byte.
  struct Failure: Error {
    let reason: String
    let position: Int
  }

  private let bytes: [UInt8]
  private var position = 0

  /// The one element that `markup` consists of.
  static func element(_ markup: String) throws -> Element {
    var checker = XMLChecker(bytes: Array(markup.utf8))
    var root = Element(name: "", attributes: [:])
    try checker.content(of: &root)
    guard checker.position == checker.bytes.count else { throw checker.failure("stray end tag") }
    guard let only = root.children.first, root.children.count == 1, root.text.isEmpty else {
      throw checker.failure("not one element")
    }
    return only
  }

  private func failure(_ reason: String) -> Failure {
    Failure(reason: reason, position: position)
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func content(of element: inout Element) throws {
    var text: [UInt8] = []
    while let byte {
      if byte == UInt8(ascii: "<") {
        if bytes[position...].starts(with: "</".utf8) { break }
        position += 1
        element.children.append(try child())
      } else {
        text += try character(byte)
      }
    }
    element.text += String(decoding: text, as: UTF8.self)
  }

  private mutating func character(_ byte: UInt8) throws -> [UInt8] {
    if byte == UInt8(ascii: "&") {
      for (name, value) in [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
        ("&#xA0;", "\u{A0}"),
      ] where take(name) {
        return Array(value.utf8)
      }
      throw failure("unknown reference")
    }
    guard byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 else {
      throw failure("control character")
    }
    position += 1
    return [byte]
  }

  private mutating func name() throws -> String {
    let start = position
    while let byte, byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "-") {
      position += 1
    }
    guard position > start else { throw failure("no name") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func child() throws -> Element {
    var element = Element(name: try name(), attributes: [:])
    while take(" ") {
      let key = try name()
      guard take("=\"") else { throw failure("attribute without value") }
      var value: [UInt8] = []
      while let byte, byte != UInt8(ascii: "\"") {
        guard byte != UInt8(ascii: "<") else { throw failure("'<' in an attribute") }
        value += try character(byte)
      }
      guard take("\"") else { throw failure("open attribute") }
      guard element.attributes[key] == nil else { throw failure("attribute \(key) twice") }
      element.attributes[key] = String(decoding: value, as: UTF8.self)
    }
    if take("/>") { return element }
    guard take(">") else { throw failure("open tag") }
    try content(of: &element)
    guard take("</\(element.name)>") else { throw failure("\(element.name) is not closed") }
    return element
  }
}

/// How many children the elements of fixed arity take.
let arities = [
  "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2,
  "munderover": 3, "semantics": 2,
]

/// The elements of MathML Core that the writer may use.
let coreElements: Set<String> = [
  "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt",
  "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd",
  "mstyle", "mpadded", "mphantom",
]
