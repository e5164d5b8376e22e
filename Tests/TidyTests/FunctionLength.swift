/// A function, initialiser, subscript or computed property, and how many lines it takes.
struct FunctionLength: Hashable {
  /// The line of its keyword, from 1.
  let line: Int
  /// Lines from its keyword to its closing brace, both included.
  let count: Int

  /// Every body in `code`, nested ones as well.
  static func all(in code: SwiftCode) -> [FunctionLength] {
    let bytes = code.bytes
    var lengths: [FunctionLength] = []
    var at = 0
    var line = 1
    while at < bytes.count {
      let word = bytes[at...].prefix(while: isWordByte)
      if word.isEmpty {
        if bytes[at] == newline { line += 1 }
        at += 1
        continue
      }
      let isMember = at > 0 && (bytes[at - 1] == UInt8(ascii: ".") || bytes[at - 1] == backtick)
      at = word.endIndex
      let keyword = String(decoding: word, as: UTF8.self)
      guard !isMember, openers.contains(keyword),
        let body = body(in: bytes, from: at, sameLine: keyword == "var")
      else { continue }
      lengths.append(
        FunctionLength(line: line, count: bytes[at..<body].count { $0 == newline } + 1))
    }
    return lengths
  }

  private static let newline = UInt8(ascii: "\n")
  private static let backtick = UInt8(ascii: "`")
  private static let openers: Set = ["func", "init", "deinit", "subscript", "var"]
  /// What can only stand behind a declaration that has no body.
  private static let strangers: Set = [
    "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "enum", "class", "actor",
    "extension", "protocol", "typealias", "associatedtype", "import", "static", "public", "package",
    "private", "internal", "fileprivate", "mutating",
  ]

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// The place of the closing brace of the body that begins behind `start`, if one does.
  private static func body(in bytes: [UInt8], from start: Int, sameLine: Bool) -> Int? {
    var at = start
    var nesting = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): nesting += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): nesting -= 1
      case UInt8(ascii: "{") where nesting == 0: return closingBrace(in: bytes, from: at)
      case UInt8(ascii: "}") where nesting == 0, UInt8(ascii: ";") where nesting == 0: return nil
      case newline where sameLine: return nil
      default: break
      }
      if nesting < 0 { return nil }
      let word = bytes[at...].prefix(while: isWordByte)
      if nesting == 0, strangers.contains(String(decoding: word, as: UTF8.self)) { return nil }
      at += max(word.count, 1)
    }
    return nil
  }

  private static func closingBrace(in bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    for at in start..<bytes.count {
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }
}
