import Source

/// How what a test found is told.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text, github, junit, tap, json

  /// The report on notebooks; ends in LF.
  public func report(_ tests: [NotebookTest]) -> String {
    switch self {
    case .text: TextReport.text(of: tests)
    case .github: GitHubReport.text(of: tests)
    case .junit: JUnitReport.text(of: tests)
    case .tap: TAPReport.text(of: tests)
    case .json: JSONReport.text(of: tests)
    }
  }
}

extension NotebookTest.Entry {
  /// What reports call it.
  var title: String { name.isEmpty ? "the rest of the file" : name }

  /// Whether it passed.
  var hasPassed: Bool { status == .passed }

  /// What is wrong in lines, values first, then the lines of the file.
  func details(_ source: SourceText) -> [String] {
    var lines: [String] = []
    if !diagnostics.isEmpty {
      let drawn = DiagnosticPrinter(source, showsCodes: true).text(for: diagnostics)
      lines += drawn.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map(String.init)
    }
    switch status {
    case .missing: lines.append("nothing is stored for it; 'notebook update' writes it")
    case .orphaned: lines.append("it belongs to no block; 'notebook update' removes it")
    case .passed, .drifted, .failedExpectation, .failed: break
    }
    if isEdited { lines.append("what is stored was edited by hand") }
    guard let drift else { return lines }
    lines += drift.values.prefix(Self.valueLimit).map(\.description)
    let rest = drift.values.count - Self.valueLimit
    if rest > 0 { lines.append("… and \(rest) more") }
    return lines + drift.diff.lines
  }

  /// So many values are told.
  private static let valueLimit = 20
}

extension [NotebookTest] {
  /// `8 blocks: 7 passed, 1 drifted`.
  var summary: String {
    let entries = flatMap(\.entries)
    let counts = NotebookTest.Status.allCases.compactMap { status -> String? in
      let count = entries.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    let blocks = "\(entries.count) block\(entries.count == 1 ? "" : "s")"
    return entries.isEmpty ? "no blocks" : blocks + ": " + counts.joined(separator: ", ")
  }
}
