/// A `default:` in a switch of which a case begins with a dot, alone or in a tuple.
///
/// It would hide from the compiler that a pass knows nothing of a case that is new.
struct EnumDefault {
  /// The lines of all of them in `code`, from 1.
  static func lines(in code: SwiftCode) -> [Int] {
    var reader = EnumDefault(bytes: code.bytes)
    reader.read()
    return reader.lines
  }

  /// What a brace opened.
  private enum Block {
    case other
    case body(hasEnumCase: Bool)
  }

  private let bytes: [UInt8]
  private var lines: [Int] = []
  private var blocks: [Block] = []
  /// The parentheses open within the innermost block, and those around it.
  private var nesting = [0]
  /// At how many open parentheses the body of a switch is to begin, where one is.
  private var awaited: [Int?] = [nil]

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func read() {
    var at = 0
    var line = 1
    var last = ""
    while at < bytes.count {
      let word = bytes[at...].prefix(while: FunctionLength.isWordByte)
      guard word.isEmpty else {
        at = word.endIndex
        let keyword = String(decoding: word, as: UTF8.self)
        visit(keyword, behind: last, line: line, end: at)
        last = keyword
        continue
      }
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      if bytes[at] > UInt8(ascii: " ") { last = String(UnicodeScalar(bytes[at])) }
      visit(bytes[at])
      at += 1
    }
  }

  private mutating func visit(_ byte: UInt8) {
    let level = nesting.count - 1
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): nesting[level] += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): nesting[level] -= 1
    case UInt8(ascii: "{"):
      let isBody = awaited[level] == nesting[level]
      if isBody { awaited[level] = nil }
      blocks.append(isBody ? .body(hasEnumCase: false) : .other)
      nesting.append(0)
      awaited.append(nil)
    case UInt8(ascii: "}"):
      guard blocks.popLast() != nil else { return }
      nesting.removeLast()
      awaited.removeLast()
    default: break
    }
  }

  private mutating func visit(_ word: String, behind last: String, line: Int, end: Int) {
    guard last != ".", last != "`" else { return }
    let level = nesting.count - 1
    if word == "switch" { awaited[level] = nesting[level] }
    guard case .body(let hasEnumCase)? = blocks.last, nesting[level] == 0 else { return }
    if word == "case", !["if", "guard", "while", "for", ","].contains(last), namesCase(from: end) {
      blocks[blocks.count - 1] = .body(hasEnumCase: true)
    }
    let isLabel = bytes[end...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":")
    if word == "default", isLabel, hasEnumCase { lines.append(line) }
  }

  /// Whether a pattern of the label, or a part of a tuple there, begins with a dot.
  private func namesCase(from start: Int) -> Bool {
    let label = String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    return label.split { $0 == "," || $0 == "(" }.contains { part in
      var words = part.split(whereSeparator: \.isWhitespace)
      if words.first == "let" || words.first == "var" { words.removeFirst() }
      guard let first = words.first, first.first == "." else { return false }
      return first.dropFirst().first?.isLetter ?? false
    }
  }
}
