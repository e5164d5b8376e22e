import Algebra
import Figures
import Workings

/// `plot`: curves over a bound name, columns of traces, or the entries of a vector.
struct PlotCall {
  static let builtIn = BuiltIn(
    "plot",
    parameters: [
      .positional("what", .expression), .positional("columns", .binder, or: .none),
      .labelled("title", .text, or: .none), .labelled("x_label", .text, or: .none),
      .labelled("y_label", .text, or: .none), .labelled("log_y", .truth, or: .value(.truth(false))),
      .labelled("mark", .choice(["minimum", "maximum"]), or: .none),
      .labelled("region", .anything, or: .none),
    ],
    summary: "functions over a range, columns of traces, or the entries of vectors",
    example: .init("plot([x^2, abs(x)], x in -1...1)", gives: "a figure")
  ) { call throws(Failure) in
    .value(.figure(try PlotCall(call).plot().figure()))
  }

  private let call: CallContext

  private init(_ call: CallContext) {
    self.call = call
  }

  private func plot() throws(Failure) -> Plot {
    let what = try call.node("what")
    var plot: Plot
    if let name = call.boundName("columns") {
      plot = try curves(of: what, along: name)
    } else {
      plot = try sequences(in: what)
    }
    if let title = try call.label("title") { plot.title = title }
    if let label = try call.label("x_label") { plot.xLabel = label }
    if let label = try call.label("y_label") { plot.yLabel = label }
    plot.hasLogarithmicY = try call.truth("log_y")
    plot.marks = try marks(of: plot)
    plot.regions = try regions()
    return plot
  }

  private func curves(of what: Node, along name: BoundName) throws(Failure) -> Plot {
    let range = try call.ends(of: name)
    var series: [Plot.Series] = []
    for part in call.parts(of: what) {
      let curve = try Curve(part, along: name, in: call)
      series.append(try curve.series(FigureText.label(of: part, in: call.graph), over: range))
    }
    let spelling = call.graph[name.quantity].name.spelling
    var plot = Plot(series, xLabel: FigureText.label(of: spelling))
    plot.xRange = range
    if series.count == 1 { plot.yLabel = series[0].name }
    return plot
  }

  /// Traces with their columns, or vectors.
  private func sequences(in what: Node) throws(Failure) -> Plot {
    if let traces = try traces(in: what) {
      let columns = try columns()
      let found = TraceSeries(traces, columns: columns, in: call)
      let series = try found.series()
      let yLabel = columns.count == 1 ? FigureText.label(of: columns[0]) : nil
      return Plot(series, xLabel: found.axisName.map { FigureText.label(of: $0) }, yLabel: yLabel)
    }
    guard call.operand("columns") == nil else {
      throw Failure(
        "wrong-type", "'plot' needs a trace for columns, or a range as in x in -3...3",
        at: call.operand("columns"))
    }
    var series: [Plot.Series] = []
    for part in vectors(in: what) {
      let values = try entries(of: part)
      let points = values.enumerated().map { Plot.Datum(Double($0 + 1), $1) }
      series.append(
        Plot.Series(FigureText.label(of: part, in: call.graph), points, style: .both))
    }
    return Plot(series, xLabel: "position")
  }

  /// One vector, or the vectors of a list.
  private func vectors(in what: Node) -> [Node] {
    let parts = call.parts(of: what)
    let areNumbers = parts.allSatisfy { call.graph.shape(of: $0).isScalar }
    return areNumbers ? [what] : parts
  }

  private func traces(in what: Node) throws(Failure) -> [(name: String?, trace: Trace)]? {
    var traces: [(name: String?, trace: Trace)] = []
    for part in call.parts(of: what) {
      guard case .trace(let trace) = try call.evaluator.value(of: part) else { return nil }
      var name: String?
      if case .name(let id) = call.graph.operation(of: part) { name = call.graph[id].name.spelling }
      traces.append((name, trace))
    }
    return traces
  }

  private func entries(of node: Node) throws(Failure) -> [Double] {
    switch try call.evaluator.value(of: node) {
    case .tensor(let tensor) where tensor.rank == 1: return tensor.doubles
    case let other:
      let text = NodeText(call.graph).text(of: node)
      throw Failure(
        "wrong-type", "'plot' cannot draw '\(text)': it is \(other.description)", at: node,
        hint: "say over which range, as in plot(\(text), x in -3...3)")
    }
  }

  /// The text, or the texts, behind a trace.
  private func columns() throws(Failure) -> [String] {
    guard let node = call.operand("columns") else {
      throw Failure(
        "missing-argument", "'plot' needs to know which column of the trace to draw",
        at: call.operand("what"), hint: "name it, as in plot(run, \"loss\")")
    }
    let value = try call.evaluator.value(of: node)
    if case .text(let text) = value { return [text] }
    guard case .list(let items) = value else { throw notText(node) }
    var texts: [String] = []
    for item in items {
      guard case .text(let text) = item else { throw notText(node) }
      texts.append(text)
    }
    return texts
  }

  private func notText(_ node: Node) -> Failure {
    Failure("wrong-type", "'plot' takes the names of columns as texts", at: node)
  }

  /// The extremes to mark: those of the validation column where there is one, else of every series.
  private func marks(of plot: Plot) throws(Failure) -> [Plot.Mark] {
    guard call.operand("mark") != nil else { return [] }
    let kind: Plot.Mark.Kind = try call.text("mark") == "minimum" ? .minimum : .maximum
    let validation = plot.series.indices.filter { plot.series[$0].name.plainText == "validation" }
    let marked = validation.isEmpty ? Array(plot.series.indices) : validation
    return marked.map { Plot.Mark(kind, ofSeries: $0 + 1) }
  }

  /// `region: 4...9`, or `region: {underfitting: 0...2, overfitting: 4...9}`.
  private func regions() throws(Failure) -> [Plot.Region] {
    guard let node = call.operand("region") else { return [] }
    let value = try call.evaluator.value(of: node)
    if case .interval(let low, let high) = value {
      return [try region(low, high, label: "", node)]
    }
    guard case .record(let record) = value else { throw noRegion(node) }
    var regions: [Plot.Region] = []
    for field in record.fields {
      guard case .interval(let low, let high) = field.value else { throw noRegion(node) }
      regions.append(try region(low, high, label: FigureText.label(of: field.name), node))
    }
    return regions
  }

  private func region(
    _ low: Real, _ high: Real, label: Figure.Label, _ node: Node
  ) throws(Failure) -> Plot.Region {
    guard low <= high else {
      throw Failure("empty-range", "the region \(low)...\(high) has no extent", at: node)
    }
    return Plot.Region(low.double...high.double, label: label)
  }

  private func noRegion(_ node: Node) -> Failure {
    Failure(
      "wrong-type", "'region' is a range, or a record of ranges by name", at: node,
      hint: "as in region: {overfitting: 4...9}")
  }
}
