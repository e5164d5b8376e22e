/// A check that a text is one well-formed XML element, for the small part of XML that we write.
struct XMLChecker {
  /// The elements in the order of their start tags.
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// The text between tags, references resolved.
  private(set) var text = ""
  /// What is wrong, or nil.
  private(set) var trouble: String?

  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
    check()
  }

  private mutating func check() {
    var open: [String] = []
    while !rest.isEmpty {
      let content = rest.prefix { $0 != "<" }
      rest = rest.dropFirst(content.count)
      let isOutside = open.isEmpty && !content.allSatisfy(\.isWhitespace)
      guard !isOutside, let plain = resolved(content) else { return fail("text: \(content)") }
      text += plain
      guard !rest.isEmpty else { break }
      guard let end = rest.firstIndex(of: ">") else { return fail("unfinished tag") }
      var tag = rest[..<end].dropFirst()
      rest = rest[end...].dropFirst()
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return fail("end tag \(tag)") }
        continue
      }
      if open.isEmpty, !elements.isEmpty { return fail("two roots") }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag = tag.dropLast() }
      guard let name = start(tag) else { return fail("start tag \(tag)") }
      if !isEmpty { open.append(name) }
    }
    if !open.isEmpty || elements.isEmpty { fail("open: \(open)") }
  }

  private mutating func start(_ tag: Substring) -> String? {
    let name = String(tag.prefix { $0.isLetter })
    var tail = tag.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while !tail.isEmpty {
      guard tail.removeFirst() == " ", let equals = tail.firstIndex(of: "=") else { return nil }
      let key = String(tail[..<equals])
      tail = tail[equals...].dropFirst()
      guard tail.first == "\"", let quote = tail.dropFirst().firstIndex(of: "\"") else {
        return nil
      }
      let value = tail[..<quote].dropFirst()
      guard attributes[key] == nil, let plain = resolved(value) else { return nil }
      attributes[key] = plain
      tail = tail[quote...].dropFirst()
    }
    guard !name.isEmpty else { return nil }
    elements.append((name, attributes))
    return name
  }

  private func resolved(_ text: Substring) -> String? {
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#xA0": "\u{A0}"]
    guard text.unicodeScalars.allSatisfy({ $0.value >= 32 || $0 == "\n" || $0 == "\t" }) else {
      return nil
    }
    var result = ""
    for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        result += part
        continue
      }
      guard let end = part.firstIndex(of: ";"), let letter = known[String(part[..<end])] else {
        return nil
      }
      result += letter + part[end...].dropFirst()
    }
    return result
  }

  private mutating func fail(_ message: String) { trouble = message }
}
