/// A chain of equations as TeX, cut at its relations.
struct TeXChain: Hashable {
  /// What stands before the first relation.
  let label: String
  /// What follows each relation.
  let sides: [String]

  /// The chains of a display, one a row; a row that begins with its relation goes on with the last.
  static func chains(_ lines: ArraySlice<String>) -> [TeXChain] {
    var rows: [String] = []
    for line in lines where line != "\\begin{aligned}" && line != "\\end{aligned}" {
      var row = line[...]
      if row.hasSuffix(" \\\\") { row.removeLast(3) }
      if row.hasPrefix(" &") || row.hasPrefix("&"), let last = rows.popLast() {
        rows.append(last + " " + row.drop { $0 == " " || $0 == "&" })
      } else {
        rows.append(Self.joiningColumns(row))
      }
    }
    return rows.map { TeXChain($0) }
  }

  /// Cuts a chain where no bracket and no environment is open.
  init(_ tex: String) {
    var sides = [""]
    var scanner = TeXScanner(tex)
    while let piece = scanner.next() {
      if scanner.depth == 0, Self.relations.contains(piece) {
        sides.append("")
      } else {
        sides[sides.count - 1] += piece
      }
    }
    let trimmed = sides.map(\.trimmingSpaces)
    label = trimmed[0]
    self.sides = Array(trimmed.dropFirst())
  }

  private static let relations: Set = ["=", "\\approx", "\\leftarrow"]

  /// The row without the mark of its column, which stands outside of all environments.
  private static func joiningColumns(_ row: Substring) -> String {
    var text = ""
    var scanner = TeXScanner(String(row))
    while let piece = scanner.next() {
      if scanner.depth > 0 || piece != "&" { text += piece }
    }
    return text
  }
}

/// Reads TeX piece by piece, commands as one, and counts what is open.
struct TeXScanner {
  /// How many brackets and environments are open behind the last piece.
  private(set) var depth = 0
  private let bytes: [UInt8]
  private var at = 0

  init(_ tex: String) {
    bytes = Array(tex.utf8)
  }

  /// The next command, with the name of its environment, or character; nil at the end.
  mutating func next() -> String? {
    guard at < bytes.count else { return nil }
    let start = at
    at += 1
    switch bytes[start] {
    case UInt8(ascii: "\\"):
      while at < bytes.count, bytes[at].isLetter { at += 1 }
      if at == start + 1, at < bytes.count { at += 1 }
      let command = String(decoding: bytes[start..<at], as: UTF8.self)
      if command == "\\begin" { depth += 1 }
      if command == "\\end" { depth -= 1 }
      guard command == "\\begin" || command == "\\end" else { return command }
      while at < bytes.count, bytes[at - 1] != UInt8(ascii: "}") { at += 1 }
    case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
    case 0x80...: while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    case _: break
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "z")
  }
}
