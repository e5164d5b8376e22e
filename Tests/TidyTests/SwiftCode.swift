/// The code of a Swift text: comments and the insides of string literals are blanked.
///
/// Every byte keeps its place and every line its number; the code of an interpolation stays. Bare
/// regular expression literals are taken for code.
struct SwiftCode {
  /// As many bytes as the text has.
  let bytes: [UInt8]

  /// What the reader stands in.
  private enum Context {
    /// Code; in an interpolation the number of parentheses still open, else 0.
    case code(open: Int)
    /// A string literal with this many `#` around it.
    case string(hashes: Int, quotes: Int)
  }

  init(_ text: String) {
    var reader = Reader(Array(text.utf8))
    while reader.at < reader.bytes.count { reader.step() }
    bytes = reader.bytes
  }

  /// The code of each line, in order.
  var lines: [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private struct Reader {
    var bytes: [UInt8]
    var at = 0
    var contexts: [Context] = [.code(open: 0)]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func step() {
      switch contexts[contexts.count - 1] {
      case .code(let open): stepInCode(open: open)
      case .string(let hashes, let quotes): stepInString(hashes: hashes, quotes: quotes)
      }
    }

    private mutating func stepInCode(open: Int) {
      if found("/", "/") {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank(1) }
      } else if found("/", "*") {
        blankComment()
      } else if found("\"") || found("#") {
        let hashes = count(of: "#", from: at)
        let quotes = count(of: "\"", from: at + hashes) >= 3 ? 3 : 1
        guard found("\"", offset: hashes) else { return at += max(hashes, 1) }
        at += hashes + quotes
        contexts.append(.string(hashes: hashes, quotes: quotes))
      } else {
        if open > 0, found("(") { replaceTop(.code(open: open + 1)) }
        if open > 0, found(")") {
          if open == 1 { contexts.removeLast() } else { replaceTop(.code(open: open - 1)) }
        }
        at += 1
      }
    }

    private mutating func stepInString(hashes: Int, quotes: Int) {
      if found("\\"), count(of: "#", from: at + 1) >= hashes {
        let isInterpolation = found("(", offset: 1 + hashes)
        blank(1 + hashes)
        if isInterpolation {
          at += 1
          contexts.append(.code(open: 1))
        } else {
          blank(1)
        }
      } else if count(of: "\"", from: at) >= quotes,
        count(of: "#", from: at + quotes) >= hashes
      {
        at += quotes + hashes
        contexts.removeLast()
      } else {
        if quotes == 1, found("\n") { contexts.removeLast() }
        blank(1)
      }
    }

    private mutating func blankComment() {
      var depth = 0
      repeat {
        if found("/", "*") {
          depth += 1
          blank(2)
        } else if found("*", "/") {
          depth -= 1
          blank(2)
        } else {
          blank(1)
        }
      } while depth > 0 && at < bytes.count
    }

    private mutating func replaceTop(_ context: Context) {
      contexts[contexts.count - 1] = context
    }

    /// Blanks `count` bytes and steps over them; line ends stay.
    private mutating func blank(_ count: Int) {
      for _ in 0..<count where at < bytes.count {
        if bytes[at] != UInt8(ascii: "\n") { bytes[at] = UInt8(ascii: " ") }
        at += 1
      }
    }

    /// Whether `character` stands here, or `offset` bytes later, and `next` right behind it.
    private func found(
      _ character: Unicode.Scalar, _ next: Unicode.Scalar? = nil, offset: Int = 0
    ) -> Bool {
      guard at + offset < bytes.count, bytes[at + offset] == UInt8(ascii: character) else {
        return false
      }
      guard let next else { return true }
      return at + offset + 1 < bytes.count && bytes[at + offset + 1] == UInt8(ascii: next)
    }

    private func count(of character: Unicode.Scalar, from start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] == UInt8(ascii: character) { end += 1 }
      return end - start
    }
  }
}
