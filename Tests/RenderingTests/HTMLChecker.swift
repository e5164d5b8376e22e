/// A check that a page's elements are nested as HTML wants it: every tag is one of a page of ours, its
/// attributes are quoted and stand once, and every element but the void ones is closed in order.
struct HTMLChecker {
  /// What is wrong, or nil.
  private(set) var trouble: String?
  /// The values of `id`, in their order.
  private(set) var ids: [String] = []
  /// How often each element starts.
  private(set) var counts: [String: Int] = [:]

  private static let voids: Set<String> = ["meta", "br", "hr", "img", "input", "col", "link"]
  private static let raws: Set<String> = ["style", "title"]

  init(_ page: String) {
    check(Array(page.utf8)[...])
  }

  private mutating func check(_ page: ArraySlice<UInt8>) {
    var rest = page
    var open: [String] = []
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      if rest[..<start].contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) {
        return trouble = "a control character"
      }
      rest = rest[(start + 1)...]
      if rest.first == UInt8(ascii: "!") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return trouble = "<!" }
        rest = rest[(end + 1)...]
        continue
      }
      let isEnd = rest.first == UInt8(ascii: "/")
      if isEnd { rest.removeFirst() }
      let name = String(decoding: rest.prefix { $0.isNameByte }, as: UTF8.self)
      guard !name.isEmpty else { return trouble = "a bare '<'" }
      rest = rest.dropFirst(name.utf8.count)
      if isEnd {
        guard rest.popFirst() == UInt8(ascii: ">"), open.popLast() == name else {
          return trouble = "</\(name)> closes nothing"
        }
        continue
      }
      counts[name, default: 0] += 1
      guard let isClosed = attributes(of: name, &rest) else { return }
      if Self.raws.contains(name) {
        guard let end = rest.firstIndex(of: UInt8(ascii: "<")) else { return trouble = name }
        rest = rest[end...]
      }
      if !isClosed, !Self.voids.contains(name) { open.append(name) }
    }
    if !open.isEmpty { trouble = "open at the end: \(open)" }
  }

  /// Passes the attributes up to the `>`; whether the tag closes itself, or nil when it is broken.
  private mutating func attributes(of name: String, _ rest: inout ArraySlice<UInt8>) -> Bool? {
    var known: Set<String> = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: ">") { return false }
      if byte == UInt8(ascii: "/"), rest.popFirst() == UInt8(ascii: ">") { return true }
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") else { break }
      let key = String(decoding: rest.prefix { $0.isNameByte }, as: UTF8.self)
      rest = rest.dropFirst(key.utf8.count)
      guard !key.isEmpty, known.insert(key).inserted else { break }
      guard rest.first == UInt8(ascii: "=") else { continue }
      guard rest.dropFirst().first == UInt8(ascii: "\"") else { break }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != UInt8(ascii: "\"") }
      guard !value.contains(UInt8(ascii: "<")), value.endIndex < rest.endIndex else { break }
      if key == "id" { ids.append(String(decoding: value, as: UTF8.self)) }
      rest = rest[(value.endIndex + 1)...]
    }
    trouble = "the attributes of <\(name)>"
    return nil
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    case _: false
    }
  }
}
