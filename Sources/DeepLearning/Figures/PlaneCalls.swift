import Algebra
import Figures
import Workings

/// Figures of the plane: `heatmap`, `contour` and `boundary`.
enum PlaneCalls {
  static let all: [BuiltIn] = [heatmap, contour, boundary]

  /// Cells along each axis of a contour or a boundary.
  private static let cells = 72

  private static let heatmap = BuiltIn(
    "heatmap", parameters: [.positional("M", .numbers), .labelled("title", .text, or: .none)],
    summary: "a matrix as a table of tinted cells",
    example: .init("heatmap([[1, 2], [3, 4]])", gives: "a figure")
  ) { call throws(Failure) in
    guard case .tensor(let tensor) = try call.value("M"), (1...2).contains(tensor.rank) else {
      throw Failure(
        "wrong-type", "'heatmap' needs a matrix of numbers", at: try call.node("M"))
    }
    let width = tensor.rank == 1 ? tensor.count : tensor.shape[1]
    let numbers = tensor.doubles
    let rows = stride(from: 0, to: numbers.count, by: max(width, 1)).map { start in
      numbers[start..<(start + width)].map { Optional($0) }
    }
    return .value(.figure(Heatmap(rows, title: try call.label("title")).figure()))
  }

  private static let contour = BuiltIn(
    "contour",
    parameters: [
      .positional("f", .expression), .positional("x", .binder), .positional("y", .binder),
      .labelled("path", .trace, or: .none), .labelled("levels", .numbers, or: .none),
      .labelled("title", .text, or: .none), .labelled("x_label", .text, or: .none),
      .labelled("y_label", .text, or: .none),
    ],
    summary: "lines of equal value over the plane, with a trace's path on them",
    example: .init("contour(x^2 + y^2, x in -1...1, y in -1...1)", gives: "a figure")
  ) { call throws(Failure) in
    guard let x = call.boundName("x"), let y = call.boundName("y") else {
      throw Failure(
        "wrong-type", "'contour' needs two ranges, as in contour(f, x in -1...1, y in -1...1)")
    }
    let surface = try Surface(try call.node("f"), x, y, in: call)
    let (xs, ys) = (try call.ends(of: x), try call.ends(of: y))
    try surface.check(xs, ys)
    let grid = Plot.Grid<Double?>(x: xs, y: ys, columns: cells, rows: cells) { x, y in
      surface.value(x, y)
    }
    var plot = Plot(
      try path(call, x, y), xLabel: FigureText.label(of: call.graph[x.quantity].name.spelling),
      yLabel: FigureText.label(of: call.graph[y.quantity].name.spelling))
    plot.title = "Contours of " + FigureText.label(of: try call.node("f"), in: call.graph)
    plot.backdrop = .contours(grid, levels: try levels(call, grid.values.compactMap(\.self)))
    (plot.xRange, plot.yRange) = (xs, ys)
    try name(&plot, call)
    return .value(.figure(plot.figure()))
  }

  private static let boundary = BuiltIn(
    "boundary",
    parameters: [
      .positional("f", .function), .positional("data", .data),
      .labelled("title", .text, or: .none), .labelled("x_label", .text, or: .none),
      .labelled("y_label", .text, or: .none),
    ],
    summary: "the classes that a function gives to the plane, with the samples on it",
    example: .init(
      "f(x) = step(x[1]); boundary(f, [(-1, 0) -> 0, (1, 1) -> 1])", gives: "a figure")
  ) { call throws(Failure) in
    let map = try ClassMap(call)
    var plot = try map.plot(cells: cells)
    try name(&plot, call)
    return .value(.figure(plot.figure()))
  }

  private static func name(_ plot: inout Plot, _ call: CallContext) throws(Failure) {
    if let title = try call.label("title") { plot.title = title }
    if let label = try call.label("x_label") { plot.xLabel = label }
    if let label = try call.label("y_label") { plot.yLabel = label }
  }

  /// The columns of a trace that are called as the two bound names are.
  private static func path(
    _ call: CallContext, _ x: BoundName, _ y: BoundName
  ) throws(Failure) -> [Plot.Series] {
    guard call.operand("path") != nil, case .trace(let trace)? = try call.option("path") else {
      return []
    }
    var columns: [[Double]] = []
    for name in [x, y] {
      let spelling = call.graph[name.quantity].name.spelling
      guard let cells = trace.column(spelling) else {
        throw Failure(
          "unknown-field", "the path has no column '\(spelling)'", at: call.operand("path"),
          hint: "it has \(trace.columns.joined(separator: ", "))")
      }
      columns.append(
        cells.map { cell in
          if case .number(let number) = cell { return number.double }
          return .nan
        })
    }
    let points = zip(columns[0], columns[1]).map { Plot.Datum($0, $1) }
    return [Plot.Series("path", points, style: .both)]
  }

  /// Given levels, or ten at equal distances in rank, so that flat and steep parts both show.
  private static func levels(
    _ call: CallContext, _ values: [Double]
  ) throws(Failure) -> [Double] {
    if call.operand("levels") != nil {
      switch try call.value("levels") {
      case .number(let level): return [level.double]
      case .tensor(let tensor): return tensor.doubles
      case let other:
        throw Failure(
          "wrong-type", "'levels' takes numbers, not \(other.description)",
          at: call.operand("levels"))
      }
    }
    let sorted = values.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last, low < high else { return [] }
    let ranks = (1...10).map { sorted[(sorted.count - 1) * $0 / 11] }
    return Set(ranks.filter { $0 > low && $0 < high }).sorted()
  }
}
