import Algebra
import Mathematics
import Workings

/// `table`: functions at chosen places, some columns and rows of a trace, or the samples of a data set.
struct TableCall {
  static let builtIn = BuiltIn(
    "table",
    parameters: [
      .positional("what", .expression), .positional("range", .binder, or: .none),
      .labelled("columns", .anything, or: .none), .labelled("rows", .anything, or: .none),
      .labelled("headings", .record, or: .none), .labelled("caption", .text, or: .none),
    ],
    summary: "functions at chosen places, a part of a trace, or a data set, as a table",
    example: .init("table([x^2, abs(x)], x in [-3, 0, 2])[1].x", gives: "-3")
  ) { call throws(Failure) in
    .value(.trace(try TableCall(call: call).trace()))
  }

  /// More rows than this say less than a plot.
  private static let rowLimit = 1000

  let call: CallContext

  private func trace() throws(Failure) -> Trace {
    let whole = try self.whole()
    let columns = try chosenColumns(of: whole)
    let rows = try chosenRows(of: whole)
    var layout = whole.layout
    if call.operand("caption") != nil { layout.caption = try call.text("caption") }
    for (name, heading) in try headings(of: columns) { layout.headings[name] = heading }
    if let group = layout.groupedBy, !columns.contains(group) { layout.groupedBy = nil }
    // What a call asks for is shown, even what the working shows as well.
    layout.hidden.subtract(columns)
    let places = columns.compactMap { whole.columns.firstIndex(of: $0) }
    var cells: [[Value]] = []
    for row in rows { cells.append(places.map { whole.rows[row][$0] }) }
    return Trace(columns: columns, rows: cells, fields: whole.fields, layout: layout)
  }

  /// The table before columns and rows are chosen.
  private func whole() throws(Failure) -> Trace {
    let what = try call.node("what")
    if let name = call.boundName("range") { return try tabulated(what, along: name) }
    switch try call.evaluator.value(of: what) {
    case .trace(let trace): return trace
    case .dataSet(let samples): return Self.trace(of: samples)
    case let other:
      let text = NodeText(call.graph).text(of: what)
      throw Failure(
        "wrong-type",
        "'table' needs a trace, a data set or functions, and '\(text)' is \(other.description)",
        at: what, hint: "say at which places, as in table(\(text), x in [-1, 0, 1])")
    }
  }

  /// One row a place, one column a function; a place without a value says why in its cell.
  private func tabulated(_ what: Node, along name: BoundName) throws(Failure) -> Trace {
    let graph = call.graph
    let spelling = graph[name.quantity].name.spelling
    var columns = [spelling]
    var bodies: [Node] = []
    var layout = Trace.Layout()
    for part in call.parts(of: what) {
      let text = NodeText(graph).text(of: part)
      guard !columns.contains(text) else { continue }
      columns.append(text)
      layout.headings[text] = NodeFormula(graph).formula(of: part).tex
      bodies.append(part)
    }
    var rows: [[Value]] = []
    for place in try places(of: name) {
      var overrides: [Quantity.ID: Value] = [:]
      for id in call.namesMeant(by: name, below: what) { overrides[id] = place }
      let there = call.evaluator.evaluator(overriding: overrides)
      var row = [place]
      for body in bodies {
        do throws(Failure) {
          row.append(try there.result(of: body))
        } catch {
          guard Self.isUndefined(error) else { throw error }
          row.append(.text("undefined"))
        }
      }
      rows.append(row)
    }
    return Trace(columns: columns, rows: rows, fields: Record([]), layout: layout)
  }

  private static func isUndefined(_ error: Failure) -> Bool {
    ["division-by-zero", "log-of-zero", "log-of-negative", "root-of-negative"].contains(error.code)
  }

  /// The whole numbers of a range, or the entries of a list.
  private func places(of name: BoundName) throws(Failure) -> [Value] {
    let spelling = call.graph[name.quantity].name.spelling
    switch try call.evaluator.value(of: name.domain) {
    case .interval(let low, let high):
      guard low.isInteger, high.isInteger, let first = low.exactValue?.integer,
        let last = high.exactValue?.integer, first <= last
      else {
        throw Failure(
          "range-not-whole", "the range of '\(spelling)' has no whole ends in rising order",
          at: name.domain, hint: "list the places, as in \(spelling) in [0, 1/2, 1]")
      }
      let (span, overflow) = last.subtractingReportingOverflow(first)
      guard !overflow, span < Self.rowLimit else { throw tooMany(name.domain) }
      return (first...last).map { .number(Real($0)) }
    case .tensor(let tensor) where tensor.rank == 1:
      guard tensor.count <= Self.rowLimit else { throw tooMany(name.domain) }
      return tensor.entries.map { .number($0) }
    case .tensor(let tensor) where tensor.rank == 2:
      guard tensor.shape[0] <= Self.rowLimit else { throw tooMany(name.domain) }
      return (0..<tensor.shape[0]).map { .tensor(tensor.row($0)) }
    case .list(let items): return items
    case .expression(let node):
      return try call.parts(of: node).map { (part) throws(Failure) in
        try call.evaluator.value(of: part)
      }
    case let other:
      throw Failure(
        "wrong-type", "'\(spelling)' runs through a range or a list, not \(other.description)",
        at: name.domain)
    }
  }

  private func tooMany(_ node: Node) -> Failure {
    Failure("range-too-large", "a table has at most \(Self.rowLimit) rows", at: node)
  }

  /// Samples as rows: the entries of the inputs, then the targets.
  private static func trace(of samples: [Sample]) -> Trace {
    let width = samples.map { entries(of: $0.input).count }.max() ?? 1
    let isUniform = samples.allSatisfy { entries(of: $0.input).count == width }
    let inputs = isUniform && width > 1 ? (1...width).map { "x\($0)" } : ["x"]
    let rows = samples.map { sample in
      (isUniform && width > 1 ? entries(of: sample.input) : [sample.input]) + [sample.target]
    }
    return Trace(columns: inputs + ["y"], rows: rows, fields: Record([]))
  }

  private static func entries(of value: Value) -> [Value] {
    guard case .tensor(let tensor) = value, tensor.rank == 1 else { return [value] }
    return tensor.entries.map { .number($0) }
  }
}

extension TableCall {
  private func chosenColumns(of whole: Trace) throws(Failure) -> [String] {
    guard let node = call.operand("columns") else { return whole.columns }
    let names: [Value]
    switch try call.evaluator.value(of: node) {
    case .list(let items): names = items
    case let item: names = [item]
    }
    var columns: [String] = []
    for name in names {
      guard case .text(let text) = name else {
        throw Failure("wrong-type", "'columns' takes the names of columns as texts", at: node)
      }
      guard whole.columns.contains(text) else {
        throw Failure(
          "unknown-field", "the table has no column '\(text)'", at: node,
          hint: "it has \(whole.columns.joined(separator: ", "))")
      }
      if !columns.contains(text) { columns.append(text) }
    }
    return columns
  }

  /// Positions from 0 of the rows that `rows:` chooses, counted there from 1.
  private func chosenRows(of whole: Trace) throws(Failure) -> [Int] {
    guard let node = call.operand("rows") else { return Array(whole.rows.indices) }
    let numbers: [Real]
    switch try call.evaluator.value(of: node) {
    case .interval(let low, let high):
      guard let first = low.exactValue?.integer, let last = high.exactValue?.integer,
        first >= 1, first <= last, last <= whole.rows.count
      else { throw outOfRange("\(low)...\(high)", whole, node) }
      numbers = (first...last).map { Real($0) }
    case .number(let number): numbers = [number]
    case .tensor(let tensor) where tensor.rank == 1: numbers = tensor.entries
    case let other:
      throw Failure(
        "wrong-type", "'rows' takes a range or a list of positions, not \(other.description)",
        at: node)
    }
    var rows: [Int] = []
    for number in numbers {
      guard number.isInteger, let row = number.exactValue?.integer, row >= 1,
        row <= whole.rows.count
      else { throw outOfRange("\(number)", whole, node) }
      rows.append(row - 1)
    }
    return rows
  }

  private func outOfRange(_ text: String, _ whole: Trace, _ node: Node) -> Failure {
    Failure(
      "index-out-of-range",
      "the rows \(text) are out of range: the table has the rows 1...\(whole.rows.count)", at: node)
  }

  private func headings(of columns: [String]) throws(Failure) -> [(String, String)] {
    guard let node = call.operand("headings"),
      case .record(let record)? = try call.option("headings")
    else { return [] }
    var headings: [(String, String)] = []
    for field in record.fields {
      guard columns.contains(field.name) else {
        throw Failure(
          "unknown-field", "the table has no column '\(field.name)'", at: node,
          hint: "it has \(columns.joined(separator: ", "))")
      }
      guard case .text(let tex) = field.value else {
        throw Failure("wrong-type", "the heading of '\(field.name)' is a text", at: node)
      }
      headings.append((field.name, tex))
    }
    return headings
  }
}
