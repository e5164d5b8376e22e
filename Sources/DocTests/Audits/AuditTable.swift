import Language
import Manuscripts
import Markdown
import Mathematics
public import Rendering
public import Source
import Workings

/// Every `published` value of some notebooks: what somebody printed, and what was worked out here.
public struct AuditTable: Sendable {
  /// One `published`.
  public struct Row: Hashable, Sendable {
    /// The notebook.
    public let file: String
    /// The line of the statement, from 1.
    public let line: Int
    /// What was published, as written.
    public let statement: String
    /// Who printed it.
    public let source: String
    /// What was printed, as plain text.
    public let printed: String
    /// What was worked out, as plain text.
    public let recomputed: String
    /// What was found.
    public let verdict: String
    /// The convention, or why it is not compared; empty for nothing.
    public let note: String
  }

  /// In the order of the files.
  public private(set) var rows: [Row] = []

  /// An empty table.
  public init() {}

  /// All verdicts, from agreement to the lack of it.
  public static let verdicts: [String] = [
    Verdict.Finding.agrees, .agreesAfterRounding, .agreesUnderConvention, .followsFromSlip,
    .disagrees, .notCompared,
  ].map(\.rawValue)

  /// Adds the published values of a notebook.
  ///
  /// - Returns: What is wrong with the notebook, failed `expect`s included, sorted by place.
  public mutating func add(_ source: SourceText) -> [Diagnostic] {
    guard source.problems.isEmpty else { return source.problems }
    let executed = Manuscript.read(source).execute()
    let computations = executed.manuscript.computations.values.sorted { $0.number < $1.number }
    for computation in computations {
      let typesetter = Typesetter(executed.run.graph, rounding: computation.options.rounding)
      let text = computation.code.text
      for check in executed.results[computation.code.span.start]?.checks ?? [] {
        let verdict = check.verdict
        guard !verdict.finding.isCheck else { continue }
        func shown(_ value: Value?) -> String {
          value.map { typesetter.formula(of: $0).plainText } ?? ""
        }
        rows.append(
          Row(
            file: source.name, line: source.line(at: text.offset(of: check.span.start)),
            statement: verdict.statement, source: verdict.source ?? "",
            printed: shown(verdict.theirs), recomputed: shown(verdict.ours),
            verdict: verdict.finding.rawValue, note: verdict.remark ?? ""))
      }
    }
    return executed.diagnostics
  }

  /// How many rows have each verdict, those that none has left out.
  public var totals: [(verdict: String, count: Int)] {
    Self.verdicts.map { verdict in (verdict, rows.count { $0.verdict == verdict }) }
      .filter { $0.count > 0 }
  }

  /// The table for machines.
  public var json: JSON {
    .members([
      (
        "rows",
        .array(
          rows.map { row in
            .members([
              ("file", .text(row.file)), ("line", .integer(row.line)),
              ("statement", .text(row.statement)), ("source", .text(row.source)),
              ("printed", .text(row.printed)), ("recomputed", .text(row.recomputed)),
              ("verdict", .text(row.verdict)), ("note", .text(row.note)),
            ])
          })
      ), ("totals", .members(totals.map { ($0.verdict, .integer($0.count)) })),
    ])
  }

  /// The table for people: columns under each other, then the totals.
  public var text: String {
    guard !rows.isEmpty else { return "nothing is published\n" }
    let heads = ["where", "what", "source", "printed", "recomputed", "verdict", "note"]
    let cells = rows.map { row in
      [
        "\(row.file):\(row.line)", row.statement, row.source, row.printed, row.recomputed,
        row.verdict, row.note,
      ].map { Self.cut($0) }
    }
    let widths = heads.indices.map { column in
      ([heads] + cells).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (cell, width) in zip(cells, widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    let sums = totals.map { "\($0.count) \($0.verdict)" }.joined(separator: ", ")
    let lines = [line(heads), line(rule)] + cells.map { line($0) }
    return lines.map { $0 + "\n" }.joined() + "\n\(rows.count) published: \(sums)\n"
  }

  /// The most characters of a cell.
  private static let limit = 60

  private static func cut(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}
