import Source

/// The report for people.
enum TextReport {
  static func text(of tests: [NotebookTest]) -> String {
    var lines: [String] = []
    for test in tests {
      for entry in test.entries {
        let place = "\(test.source.name):\(entry.line)"
        lines.append("\(place): \(entry.title): \(entry.status.rawValue)")
        guard !entry.hasPassed else { continue }
        lines += entry.details(test.source).map { $0.isEmpty ? "" : "  " + $0 }
      }
    }
    lines.append(tests.summary)
    return lines.map { $0 + "\n" }.joined()
  }
}
