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
    unknown(attributes.pairs.map(\.key), known: keys, kind: "option")
      + unknown(attributes.flags, known: flags, kind: "option")
      + unknown(attributes.classes, known: classes, kind: "class")
  }

  private func unknown(
    _ names: [Attributes.Name], known: [String], kind: String
  ) -> [Diagnostic] {
    names.filter { !known.contains($0.text) }.map { name in
      let candidates = kind == "class" ? known : keys + flags
      let near = Suggestion.nearest(to: name.text, among: candidates)
      let hint =
        if let near { "did you mean '\(near)'?" } else if candidates.isEmpty {
          "remove it"
        } else { "use \(candidates.quotedList)" }
      return Diagnostic(
        .error, .unknownAttribute(name.text, kind: kind, of: place), at: name.span, hint: hint)
    }
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

  static func badOption(_ key: String, _ value: String, _ expected: String) -> Self {
    Self("bad-option", "'\(key)' is '\(value)', expected \(expected)")
  }
}
