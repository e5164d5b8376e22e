import Algebra

/// The tables that show a trace: one, or one for each value of the column it is grouped by.
struct TraceTables {
  private let trace: Trace

  init(_ trace: Trace) {
    self.trace = trace
  }

  var steps: [Step] {
    var steps: [Step] = []
    for group in groups() {
      steps.append(.table(table(of: group.rows, caption: group.caption)))
    }
    if !trace.layout.summary.isEmpty { steps.append(.sentence(trace.layout.summary)) }
    return steps
  }

  private func groups() -> [(caption: String, rows: ArraySlice<[Value]>)] {
    guard let name = trace.layout.groupedBy, let column = trace.columns.firstIndex(of: name),
      !trace.rows.isEmpty
    else { return [(trace.layout.caption, trace.rows[...])] }
    var groups: [(caption: String, rows: ArraySlice<[Value]>)] = []
    var start = 0
    for row in trace.rows.indices
    where row + 1 == trace.rows.count || trace.rows[row + 1][column] != trace.rows[row][column] {
      var caption = trace.layout.caption
      if case .number(let number) = trace.rows[row][column] {
        caption += caption.isEmpty ? name.capitalizedFirst : ", \(name)"
        caption += " \(number)"
      }
      groups.append((caption, trace.rows[start...row]))
      start = row + 1
    }
    return groups
  }

  private func table(of rows: ArraySlice<[Value]>, caption: String) -> ResultTable {
    let hidden = trace.layout.groupedBy
    let shown = trace.columns.indices.filter {
      trace.columns[$0] != hidden && !trace.layout.hidden.contains(trace.columns[$0])
    }
    let mark = trace.layout.markedBy.flatMap { trace.columns.firstIndex(of: $0) }
    return ResultTable(
      caption: caption,
      headings: shown.map { heading(trace.columns[$0]) },
      rows: rows.map { row in
        ResultTable.Row(
          shown.map { row[$0] }, isMarked: mark.map { row[$0] == .truth(true) } ?? false)
      })
  }

  private func heading(_ column: String) -> ResultTable.Heading {
    if let tex = trace.layout.headings[column] { return .tex(tex) }
    return .name(Name(column))
  }
}

extension String {
  /// With its first letter in upper case.
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
