import Source

/// The Test Anything Protocol, version 13.
enum TAPReport {
  static func text(of tests: [NotebookTest]) -> String {
    var lines: [String] = []
    var number = 0
    for test in tests {
      for entry in test.entries {
        number += 1
        let name = "\(test.source.name):\(entry.line) \(entry.title)"
        lines.append(
          (entry.hasPassed ? "ok" : "not ok") + " \(number) - " + escaped(name)
            + (entry.hasPassed ? "" : " (\(entry.status.rawValue))"))
        guard !entry.hasPassed else { continue }
        lines += entry.details(test.source).map { "# " + $0 }
      }
    }
    return (["TAP version 13", "1..\(number)"] + lines).map { $0 + "\n" }.joined()
  }

  /// A `#` would begin a directive.
  private static func escaped(_ text: String) -> String {
    text.map { $0 == "#" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
