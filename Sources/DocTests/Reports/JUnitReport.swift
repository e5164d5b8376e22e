import Source

/// The XML of JUnit: a suite a notebook, a case a block.
enum JUnitReport {
  static func text(of tests: [NotebookTest]) -> String {
    let all = tests.flatMap(\.entries)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"notebook test\"\(counts(all))>",
    ]
    for test in tests {
      lines.append("  <testsuite name=\"\(escaped(test.source.name))\"\(counts(test.entries))>")
      for entry in test.entries {
        let head =
          "    <testcase classname=\"\(escaped(test.source.name))\" name=\"\(escaped(entry.title))\""
          + " file=\"\(escaped(test.source.name))\" line=\"\(entry.line)\" time=\"0\""
        guard !entry.hasPassed else {
          lines.append(head + "/>")
          continue
        }
        let kind = entry.status == .failed ? "error" : "failure"
        let details = entry.details(test.source).joined(separator: "\n")
        lines.append(head + ">")
        lines.append(
          "      <\(kind) type=\"\(entry.status.rawValue)\" "
            + "message=\"\(escaped(message(entry)))\">\(escaped(details))</\(kind)>")
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).map { $0 + "\n" }.joined()
  }

  private static func message(_ entry: NotebookTest.Entry) -> String {
    entry.drift?.values.first?.description ?? entry.diagnostics.first?.message.text
      ?? entry.status.rawValue
  }

  private static func counts(_ entries: [NotebookTest.Entry]) -> String {
    let errors = entries.count { $0.status == .failed }
    let failures = entries.count { !$0.hasPassed } - errors
    return " tests=\"\(entries.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
  }

  /// Text in XML; characters that XML has no place for are replaced.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      case _: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
