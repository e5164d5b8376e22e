import Markdown
import Source

/// Finds attributes that nobody reads, so that none is ignored.
struct AttributeCheck {
  /// What has the attributes, as in `a heading`.
  let place: String
  var keys: [String] = []
  var flags: [String] = []
  var classes: [String] = []

  /// One diagnostic for each attribute that is not known here.
  func problems(in attributes: Attributes) -> [Diagnostic] {
    attributes.pairs.compactMap { pair in
      guard !keys.contains(pair.key.text) else { return nil }
      guard flags.contains(pair.key.text) else { return unknown(pair.key, kind: "option") }
      return Diagnostic(
        .error, .takesNoValue(pair.key.text), at: pair.span, hint: "write '\(pair.key.text)'")
    }
      + attributes.flags.compactMap { flag in
        guard !flags.contains(flag.text) else { return nil }
        guard keys.contains(flag.text) else { return unknown(flag, kind: "option") }
        return Diagnostic(
          .error, .needsValue(flag.text), at: flag.span, hint: "write '\(flag.text)=\"…\"'")
      }
      + attributes.classes.filter { !classes.contains($0.text) }.map { unknown($0, kind: "class") }
  }

  private func unknown(_ name: Attributes.Name, kind: String) -> Diagnostic {
    let candidates =
      kind == "class" ? classes : keys + flags.filter { !keys.contains($0) }
    let near = Suggestion.nearest(to: name.text, among: candidates)
    let hint =
      if let near { "did you mean '\(near)'?" } else if candidates.isEmpty {
        "remove it"
      } else { "use \(candidates.quotedList)" }
    return Diagnostic(
      .error, .unknownAttribute(name.text, kind: kind, of: place), at: name.span, hint: hint)
  }
}

extension [String] {
  /// `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
  var quotedList: String {
    let quoted = map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Diagnostic.Message {
  static func unknownAttribute(_ name: String, kind: String, of place: String) -> Self {
    Self("unknown-\(kind)", "unknown \(kind) '\(name)' of \(place)")
  }

  static func needsValue(_ key: String) -> Self {
    Self("bad-option", "'\(key)' needs a value")
  }

  static func takesNoValue(_ flag: String) -> Self {
    Self("bad-option", "'\(flag)' takes no value")
  }

  static func badOption(_ key: String, _ value: String, _ expected: String) -> Self {
    Self("bad-option", "'\(key)' is '\(value)', expected \(expected)")
  }
}
