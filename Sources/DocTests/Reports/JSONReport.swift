import Rendering
import Source

/// The report for machines.
enum JSONReport {
  static func text(of tests: [NotebookTest]) -> String {
    let entries = tests.flatMap(\.entries)
    let totals = NotebookTest.Status.allCases.map { status in
      (status.rawValue, JSON?.some(.integer(entries.count { $0.status == status })))
    }
    let json = JSON.members([
      ("notebooks", .array(tests.map { notebook($0) })), ("totals", .members(totals)),
    ])
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func notebook(_ test: NotebookTest) -> JSON {
    .members([
      ("file", .text(test.source.name)), ("passed", .truth(test.hasPassed)),
      ("blocks", .array(test.entries.map { block($0, test.source) })),
    ])
  }

  private static func block(_ entry: NotebookTest.Entry, _ source: SourceText) -> JSON {
    .members([
      ("name", .text(entry.name)), ("line", .integer(entry.line)),
      ("status", .text(entry.status.rawValue)), ("edited", entry.isEdited ? .truth(true) : nil),
      (
        "values",
        entry.drift.map { drift in
          .array(
            drift.values.map { value in
              .members([
                ("path", .text(value.path)), ("stored", value.stored.map(JSON.text) ?? .null),
                ("now", value.now.map(JSON.text) ?? .null),
              ])
            })
        }
      ),
      ("diff", entry.drift.map { .array($0.diff.lines.map(JSON.text)) }),
      (
        "diagnostics",
        entry.diagnostics.isEmpty
          ? nil : .array(entry.diagnostics.map { diagnostic($0, source) })
      ),
    ])
  }

  private static func diagnostic(_ diagnostic: Diagnostic, _ source: SourceText) -> JSON {
    let position = source.position(at: diagnostic.span.start)
    return .members([
      ("severity", .text(diagnostic.severity.rawValue)), ("line", .integer(position.line)),
      ("column", .integer(position.column)), ("code", .text(diagnostic.message.code)),
      ("message", .text(diagnostic.message.text)), ("hint", diagnostic.hint.map(JSON.text)),
    ])
  }
}
