import Algebra
import Workings

/// Kinds of points of a function of several variables, by its gradient and Hessian.
struct PointKind {
  let value: Value
  let gradient: Value
  let hessian: Value
  let eigenvalues: Value
  let kind: String

  /// What a function does at a point.
  ///
  /// - Parameters:
  ///   - f: The function.
  ///   - hessian: Its second derivatives, with the gradient's entries.
  ///   - evaluator: The world in which the variables have the point's values.
  /// - Throws: `needs-value` where other names have no value.
  init(of f: Node, _ hessian: Hessian, in evaluator: Evaluator) throws(Failure) {
    let graph = evaluator.graph
    let slopes = try graph.stack(hessian.slopes)
    value = try evaluator.result(of: f)
    gradient = try evaluator.result(of: slopes)
    self.hessian = try evaluator.result(of: hessian.node)
    guard case .tensor(let slope) = gradient, case .tensor(let matrix) = self.hessian else {
      throw Failure(
        "needs-value", "the kind of a point needs numbers: other names have no value", at: f)
    }
    var budget = Budget()
    guard let found = Tensor.eigenvalues(matrix, budget: &budget) else {
      throw Failure("work-limit", "the eigenvalues need more work than their limit allows")
    }
    let values = found.entries.flatMap { Array(repeating: $0.value, count: $0.multiplicity) }
    eigenvalues = .tensor(Tensor(values))
    kind = PointKind.name(slope, values, matrix)
  }

  private static func name(_ slope: Tensor, _ eigenvalues: [Real], _ matrix: Tensor) -> String {
    let scale = matrix.doubles.reduce(0) { max($0, $1.magnitude) }
    let tolerance = 1e-9 * max(scale, 1)
    func isZero(_ real: Real) -> Bool {
      real.isExact ? real.isZero : real.double.magnitude <= tolerance
    }
    guard slope.entries.allSatisfy(isZero) else { return "regular" }
    let hasPositive = eigenvalues.contains { !isZero($0) && $0 > .zero }
    let hasNegative = eigenvalues.contains { !isZero($0) && $0 < .zero }
    if hasPositive, hasNegative { return "saddle" }
    if eigenvalues.contains(where: isZero) { return "degenerate" }
    return hasPositive ? "minimum" : "maximum"
  }
}

extension Calculus {
  static let points: [BuiltIn] = [classify, criticalPoints]

  private static let classify = BuiltIn(
    "classify",
    parameters: [
      .positional("f", .expression), .labelled("wrt", .names), .labelled("at", .anything),
    ],
    summary: "minimum, maximum, saddle, degenerate or regular, by gradient and Hessian",
    example: .init(
      "symbols x, y; kinds = classify(x^2 - y^2, wrt: [x, y], at: [(0, 0)]); kinds[1].kind",
      gives: "saddle")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let f = try call.node("f")
    let second = try Hessian(of: f, by: ids, Gradient(call.evaluator))
    var rows: [[Value]] = []
    for point in try call.points(of: ids) {
      let there = call.evaluator.evaluator(overriding: try call.point(point, of: ids))
      let found = try PointKind(of: f, second, in: there)
      rows.append([point, found.gradient, found.hessian, found.eigenvalues, .text(found.kind)])
    }
    var layout = Trace.Layout()
    layout.caption = "The gradient is 0 at critical points; there the eigenvalues' signs decide"
    let trace = Trace(
      columns: ["point", "gradient", "hessian", "eigenvalues", "kind"], rows: rows,
      fields: Record([]), layout: layout)
    return .value(.trace(trace), steps: second.steps)
  }

  private static let criticalPoints = BuiltIn(
    "critical_points",
    parameters: [.positional("f", .expression), .labelled("wrt", .names)],
    summary: "all real points with gradient 0 of a polynomial in one or two variables",
    example: .init(
      "symbols x; all = critical_points(x^3 - 3*x, wrt: x); all[2].kind", gives: "minimum")
  ) { call throws(Failure) in
    let ids = try call.names("wrt")
    let f = try call.node("f")
    let free = call.evaluator.evaluator(
      overriding: Dictionary(ids.map { ($0, Value.expression(call.graph.name($0))) }) { a, _ in a })
    guard (1...2).contains(ids.count), ids.allSatisfy({ call.graph[$0].sort == .scalar }) else {
      throw Failure(
        "argument-count", "'critical_points' takes one or two scalar names for 'wrt'",
        at: call.operand("wrt"))
    }
    guard case .expression(let body) = try free.value(of: f) else {
      throw Failure(
        "not-isolated", "the function is constant: every point is critical", at: f)
    }
    let second = try Hessian(of: body, by: ids, Gradient(call.evaluator))
    let (places, working) = try places(
      second.slopes.map { call.evaluator.scalarWrittenOut($0) }, ids, call)
    var rows: [[Value]] = []
    for place in places {
      let values = place.map(Value.number)
      let there = call.evaluator.evaluator(
        overriding: Dictionary(zip(ids, values)) { first, _ in first })
      let found = try PointKind(of: body, second, in: there)
      rows.append(values + [found.value, .text(found.kind)])
    }
    let names = ids.map { call.graph[$0].name.spelling }
    var layout = Trace.Layout()
    layout.caption = "Where the gradient is 0; the signs of the Hessian's eigenvalues give the kind"
    let trace = Trace(
      columns: names + ["value", "kind"], rows: rows, fields: Record([]), layout: layout)
    var steps = second.steps
    let zero = call.graph.number(0)
    steps.append(.aligned(second.slopes.map { [Link(.equal, $0), Link(.equal, zero)] }))
    steps += working
    if places.isEmpty { steps.append(.sentence([.words("There is no real solution.")])) }
    return .value(.trace(trace), steps: steps)
  }

  /// Where all slopes are 0, and how that was found.
  private static func places(
    _ slopes: [Node], _ ids: [Quantity.ID], _ call: CallContext
  ) throws(Failure) -> (places: [[Real]], steps: [Step]) {
    let graph = call.graph
    if ids.count == 1 {
      var budget = Budget()
      let solutions = graph.roots(of: slopes[0], for: ids[0], budget: &budget)
      switch solutions.kind {
      case .finite, .none:
        var steps = SolvingSteps(graph)
        steps.zero(slopes[0])
        steps.polynomial(solutions)
        return (solutions.roots.compactMap { $0.number.map { [$0] } }, steps.all)
      case .everything: throw .notIsolated
      case .notPolynomial:
        throw Failure("not-solvable", "the gradient is no polynomial with numbers as coefficients")
      case .exhausted: throw .criticalWork
      }
    }
    let found = try MeetingPoints(
      call.evaluator, (ids[0], ids[1]), slopes, orElse: .notIsolated
    ).found()
    return (found.points, found.steps)
  }
}

extension CallContext {
  /// The points of `at:`, one or several.
  fileprivate func points(of ids: [Quantity.ID]) throws(Failure) -> [Value] {
    let value = try evaluator.value(of: try node("at"))
    let isOneScalar = ids.count == 1 && graph[ids[0]].sort == .scalar
    if case .list(let items) = value { return items }
    guard case .tensor(let tensor) = value, tensor.rank == 2 || (isOneScalar && tensor.rank == 1)
    else { return [value] }
    return (0..<tensor.shape[0]).map { place in
      let row = tensor.row(place)
      return row.rank == 0 ? .number(row[flat: 0]) : .tensor(row)
    }
  }
}

extension Failure {
  fileprivate static let notIsolated = Failure(
    "not-isolated", "the critical points are not isolated: they fill whole curves")

  fileprivate static let criticalWork = Failure(
    "work-limit", "the critical points need more work than their limit allows")
}
