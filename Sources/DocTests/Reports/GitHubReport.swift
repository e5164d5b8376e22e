import Source

/// Annotations for a GitHub workflow: a line for whatever did not pass.
enum GitHubReport {
  static func text(of tests: [NotebookTest]) -> String {
    var text = ""
    for test in tests {
      for entry in test.entries where !entry.hasPassed {
        let title = property("\(entry.title): \(entry.status.rawValue)")
        let message = data(entry.details(test.source).joined(separator: "\n"))
        text += "::error file=\(property(test.source.name)),line=\(entry.line),title=\(title)::"
        text += (message.isEmpty ? data(entry.status.rawValue) : message) + "\n"
      }
    }
    return text + "::notice title=notebook test::\(data(tests.summary))\n"
  }

  private static func data(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case "\r\n": escaped += "%0D%0A"
      case _: escaped.append(character)
      }
    }
  }

  private static func property(_ text: String) -> String {
    data(text).reduce(into: "") { escaped, character in
      switch character {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      case _: escaped.append(character)
      }
    }
  }
}
