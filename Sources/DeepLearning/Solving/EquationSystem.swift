import Algebra
import Workings

/// The solution of a linear system, or the points at which two other equations hold.
struct EquationSystem {
  let evaluator: Evaluator
  let unknowns: [Quantity.ID]
  let differences: [Node]
  let filter: SolutionFilter

  private var graph: Graph { evaluator.graph }

  init(
    _ evaluator: Evaluator, _ unknowns: [Quantity.ID], _ differences: [Node],
    _ filter: SolutionFilter
  ) {
    self.evaluator = evaluator
    self.unknowns = unknowns
    self.differences = differences
    self.filter = filter
  }

  func expansion() throws(Failure) -> Expansion {
    var budget = Budget()
    let solution = graph.solveLinear(
      differences, for: unknowns, knowing: evaluator.facts, budget: &budget)
    switch solution.kind {
    case .unique, .family: return try linear(solution)
    case .inconsistent:
      return .value(
        .list([]),
        steps: steps(solution) + [
          .sentence([.words("The equations contradict each other: no solution.")])
        ])
    case .notLinear: return try curves()
    case .exhausted:
      throw Failure("work-limit", "solving the equations needs more work than its limit allows")
    }
  }

  private func linear(_ solution: LinearSolution) throws(Failure) -> Expansion {
    var fields: [Record.Field] = []
    var numbers: [Quantity.ID: Real] = [:]
    for value in solution.values {
      let result = try evaluator.result(of: value.node)
      if case .number(let number) = result { numbers[value.unknown] = number }
      fields.append(Record.Field(graph[value.unknown].name.spelling, result))
    }
    if let reason = filter.objection(unknowns.map { numbers[$0] }) {
      let point = solution.values.map { graph.equation(graph.name($0.unknown), $0.node) }
      return .value(
        .list([]),
        steps: steps(solution) + [rejection(of: point, reason)]
          + [.sentence([.words("No solution is left.")])])
    }
    return .value(.record(Record(fields)), steps: steps(solution))
  }

  /// Where two equations in two unknowns hold, of which not all are linear.
  private func curves() throws(Failure) -> Expansion {
    guard unknowns.count == 2, differences.count == 2 else {
      throw Failure(
        "not-solvable", "the equations are not linear in the unknowns",
        hint: "solve two equations in two unknowns, or linear ones")
    }
    let meeting = MeetingPoints(
      evaluator, (unknowns[0], unknowns[1]), differences,
      orElse: Failure("not-solvable", "the equations share whole curves of solutions"))
    let found = try meeting.found()
    var steps = found.steps
    var kept: [[Real]] = []
    let names = unknowns.map { graph[$0].name }
    for point in found.points {
      if let reason = filter.objection(point) {
        let equations = zip(unknowns, point).map { id, number in
          graph.equation(graph.name(id), graph.number(number))
        }
        steps.append(rejection(of: equations, reason))
      } else {
        kept.append(point)
      }
    }
    guard !kept.isEmpty else {
      let words =
        found.points.isEmpty
        ? "There are no real numbers for which both equations hold." : "No solution is left."
      return .value(.list([]), steps: steps + [.sentence([.words(words)])])
    }
    let records = kept.map { point in
      Value.record(
        Record(zip(names, point).map { Record.Field($0.spelling, .number($1)) }))
    }
    // One point alone is shown by its value.
    if found.points.count == 1 { return .value(records[0], steps: steps) }
    steps.append(
      .table(
        ResultTable(
          caption: kept.count == found.points.count
            ? "Where both equations hold"
            : "Where both equations hold; what is asked for is marked",
          headings: names.map { .name($0) },
          rows: found.points.map { point in
            .init(
              point.map(Value.number),
              isMarked: kept.count < found.points.count && kept.contains(point))
          })))
    return .value(records.count == 1 ? records[0] : .list(records), steps: steps)
  }

  private func rejection(of equations: [Node], _ reason: String) -> Step {
    var phrases: [Phrase] = []
    for equation in equations {
      if !phrases.isEmpty { phrases.append(.words(", ")) }
      phrases.append(.formula(Link(.equal, equation)))
    }
    return .sentence(phrases + [.words(": a value \(reason): rejected.")])
  }

  /// The augmented matrix before and after elimination, and what stays free.
  private func steps(_ solution: LinearSolution) -> [Step] {
    var steps: [Step] = []
    if let elimination = EliminationSteps(solution.matrix, graph) {
      steps += elimination.steps
    } else if let before = matrix(solution.matrix), let after = matrix(solution.reduced) {
      steps.append(.sentence([.words("The system as a matrix, and after elimination:")]))
      steps.append(.chain(rule: "elimination", [Link(.equal, before), Link(.becomes, after)]))
    }
    if !solution.free.isEmpty {
      let names = solution.free.map { graph[$0].name.spelling }.joined(separator: ", ")
      steps.append(.sentence([.words("Free: \(names) may have any value.")]))
    }
    return steps
  }

  private func matrix(_ rows: [[Node]]) -> Node? {
    guard let stacked = try? rows.map({ row throws(Failure) in try graph.stack(row) }) else {
      return nil
    }
    return try? graph.stack(stacked)
  }
}
