import Algebra
import Figures
import Workings

/// Columns of traces as series of points over the trace's first column.
struct TraceSeries {
  /// More rows than this are drawn without a dot for each.
  private static let dottedRows = 40

  private let call: CallContext
  private let traces: [(name: String?, trace: Trace)]
  private let columns: [String]

  init(_ traces: [(name: String?, trace: Trace)], columns: [String], in call: CallContext) {
    self.call = call
    self.traces = traces
    self.columns = columns
  }

  /// What the horizontal axis counts: the first column's name.
  var axisName: String? { traces.first?.trace.columns.first }

  /// One series a column of each trace, named after what tells them apart.
  func series() throws(Failure) -> [Plot.Series] {
    var series: [Plot.Series] = []
    for (index, (name, trace)) in traces.enumerated() {
      for column in columns {
        let values = try cells(column, of: trace)
        let places = TraceSeries.places(of: trace)
        let points = zip(places, values).map { Plot.Datum($0, $1) }
        let style: Plot.Series.Style = points.count <= TraceSeries.dottedRows ? .both : .line
        let label = label(column, name ?? "series \(index + 1)")
        series.append(Plot.Series(label, points, style: style))
      }
    }
    return series
  }

  private func label(_ column: String, _ trace: String) -> Figure.Label {
    if traces.count == 1 { return FigureText.label(of: column) }
    if columns.count == 1 { return FigureText.label(of: trace) }
    return FigureText.label(of: trace) + ", " + FigureText.label(of: column)
  }

  /// The numbers of a column; a cell of words is a gap.
  private func cells(_ name: String, of trace: Trace) throws(Failure) -> [Double] {
    guard let column = trace.column(name) else {
      throw Failure(
        "unknown-field", "the trace has no column '\(name)'",
        at: call.operand("columns"),
        hint: "it has \(trace.columns.joined(separator: ", "))")
    }
    var numbers: [Double] = []
    for cell in column {
      switch cell {
      case .number(let number): numbers.append(number.double)
      case .text: numbers.append(.nan)
      case .truth(let truth): numbers.append(truth ? 1 : 0)
      case .tensor, .expression, .interval, .sample, .dataSet, .record, .list, .function, .trace,
        .network, .figure, .listing, .names:
        throw Failure(
          "wrong-type",
          "the column '\(name)' holds \(cell.description), and '\(call.builtIn.name)' needs numbers",
          at: call.operand("columns"))
      }
    }
    return numbers
  }

  /// The first column where it holds rising numbers, else the numbers of the rows.
  private static func places(of trace: Trace) -> [Double] {
    let first = trace.rows.compactMap { row -> Double? in
      guard case .number(let number)? = row.first else { return nil }
      return number.double
    }
    let rises = zip(first, first.dropFirst()).allSatisfy { $0 < $1 }
    guard first.count == trace.rows.count, rises else {
      return trace.rows.indices.map { Double($0 + 1) }
    }
    return first
  }
}
