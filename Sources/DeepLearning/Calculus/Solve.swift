import Algebra
import Workings

/// `solve(equation, for: x)` and `solve([equations], for: [x, y])`.
enum Solve {
  static let builtIn = BuiltIn(
    "solve",
    parameters: [
      .positional("equations", .equation), .labelled("for", .names),
      .labelled("integer", .truth, or: .value(.truth(false))),
      .labelled("positive", .truth, or: .value(.truth(false))),
    ],
    summary: "the real solutions of an equation, or of a linear system",
    example: .init("symbols x; solve(2*x + 3 == 0, for: x)", gives: "-3/2")
  ) { call throws(Failure) in
    let unknowns = try call.names("for")
    let differences = try Solve.differences(try call.node("equations"), call)
    if unknowns.count == 1, differences.count == 1 {
      return try Roots(call, unknowns[0], differences[0]).expansion()
    }
    return try System(call, unknowns, differences).expansion()
  }

  /// Left minus right of each equation, with all but the unknowns worked out.
  private static func differences(_ node: Node, _ call: CallContext) throws(Failure) -> [Node] {
    let graph = call.graph
    let equations: [Node]
    switch graph.operation(of: node) {
    case .list, .stack: equations = graph.operands(of: node)
    default: equations = [node]
    }
    let unknowns = try call.names("for")
    // An unknown stands for itself here, also where it has a value.
    let free = call.evaluator.evaluator(
      overriding: Dictionary(
        unknowns.map { ($0, Value.expression(graph.name($0))) }
      ) { first, _ in first })
    var differences: [Node] = []
    for equation in equations {
      guard case .compare(.equal) = graph.operation(of: equation) else {
        throw Failure(
          "wrong-type", "'\(NodeText(graph).text(of: equation))' is no equation", at: equation,
          hint: "write left == right")
      }
      let sides = graph.operands(of: equation)
      let difference = try graph.subtract(sides[0], sides[1])
      differences.append(free.node(for: try free.value(of: difference), as: difference))
    }
    return differences
  }
}

/// The solutions of one equation, filtered as the call and the facts say.
private struct Roots {
  let call: CallContext
  let unknown: Quantity.ID
  let solutions: Solutions
  let difference: Node

  init(_ call: CallContext, _ unknown: Quantity.ID, _ difference: Node) {
    self.call = call
    self.unknown = unknown
    self.difference = difference
    var budget = Budget()
    solutions = call.graph.roots(
      of: difference, for: unknown, knowing: call.evaluator.facts, budget: &budget)
  }

  func expansion() throws(Failure) -> Expansion {
    let name = call.graph[unknown].name.spelling
    switch solutions.kind {
    case .finite: return try finite()
    case .none:
      return .value(.list([]), steps: [.sentence([.words("The equation has no solution.")])])
    case .everything:
      let text = "every value of \(name) is a solution"
      return .value(.text(text), steps: [])
    case .notPolynomial:
      throw Failure("not-solvable", "the equation is no polynomial in '\(name)'")
    case .exhausted:
      throw Failure("work-limit", "solving for '\(name)' needs more work than its limit allows")
    }
  }

  private func finite() throws(Failure) -> Expansion {
    let wantsInteger = try call.truth("integer")
    let wantsPositive = try call.truth("positive")
    var kept: [Solutions.Root] = []
    var rejected: [(Solutions.Root, String)] = []
    for root in solutions.roots {
      if let reason = try objection(root, integer: wantsInteger, positive: wantsPositive) {
        rejected.append((root, reason))
      } else {
        kept.append(root)
      }
    }
    var steps = working(kept, rejected)
    if kept.isEmpty {
      steps.append(.sentence([.words("No solution is left.")]))
      return .value(.list([]), steps: steps)
    }
    let values = kept.map { root in
      root.number.map(Value.number) ?? .expression(root.node)
    }
    guard values.count == 1 else { return .value(.list(values), steps: steps) }
    if case .expression(let node) = values[0] { return .derived(node, steps: steps) }
    return .value(values[0], steps: steps)
  }

  /// Why a root is no solution; nil when it is one.
  private func objection(
    _ root: Solutions.Root, integer: Bool, positive: Bool
  ) throws(Failure) -> String? {
    guard let number = root.number else { return nil }
    if integer, !number.isInteger { return "is not whole" }
    if positive, !(number > 0) { return "is not positive" }
    let there = call.evaluator.evaluator(overriding: [unknown: .number(number)])
    for fact in call.evaluator.facts {
      if case .truth(false)? = try? there.value(of: fact.condition) {
        return "contradicts \(NodeText(call.graph).text(of: fact.condition))"
      }
    }
    return nil
  }

  private func working(
    _ kept: [Solutions.Root], _ rejected: [(Solutions.Root, String)]
  ) -> [Step] {
    let graph = call.graph
    let zero = graph.number(0)
    func equation(_ left: Node) -> [Link] { [Link(.equal, left), Link(.equal, zero)] }
    var lines: [[Link]] = [equation(difference)]
    if let working = solutions.working {
      for node in [working.collected, working.divided, working.factorisation].compactMap({ $0 })
      where !lines.contains(equation(node)) {
        lines.append(equation(node))
      }
    }
    var steps: [Step] = [.aligned(lines)]
    if let discriminant = solutions.working?.discriminant, solutions.working?.factorisation == nil {
      steps.append(
        .sentence([
          .words("The discriminant is "), .formula(Link(.equal, discriminant)), .words("."),
        ]))
    }
    for (root, reason) in rejected {
      steps.append(.sentence([phrase(root), .words(" \(reason): rejected.")]))
    }
    if !kept.isEmpty {
      steps.append(.aligned(kept.map { chain($0) }))
    }
    return steps
  }

  private func phrase(_ root: Solutions.Root) -> Phrase {
    let graph = call.graph
    let pair = [graph.name(unknown), root.node]
    return .formula(Link(.equal, graph.make(.compare(.equal), pair, sort: .truth(.scalar))))
  }

  private func chain(_ root: Solutions.Root) -> [Link] {
    var links = [Link(.equal, call.graph.name(unknown)), Link(.equal, root.node)]
    if case .approximate(let value)? = root.number {
      let rounded = Link(.approximate, call.graph.number(.approximate(value)), .value)
      if case .number = call.graph.operation(of: root.node) {
        links[1] = rounded
      } else {
        links.append(rounded)
      }
    }
    return links
  }
}

/// The solution of a linear system.
private struct System {
  let call: CallContext
  let unknowns: [Quantity.ID]
  let differences: [Node]

  init(_ call: CallContext, _ unknowns: [Quantity.ID], _ differences: [Node]) {
    self.call = call
    self.unknowns = unknowns
    self.differences = differences
  }

  func expansion() throws(Failure) -> Expansion {
    var budget = Budget()
    let solution = call.graph.solveLinear(
      differences, for: unknowns, knowing: call.evaluator.facts, budget: &budget)
    switch solution.kind {
    case .unique, .family:
      var fields: [Record.Field] = []
      for value in solution.values {
        let result = try call.evaluator.result(of: value.node)
        fields.append(Record.Field(call.graph[value.unknown].name.spelling, result))
      }
      return .value(.record(Record(fields)), steps: steps(solution))
    case .inconsistent:
      return .value(
        .list([]),
        steps: steps(solution) + [
          .sentence([.words("The equations contradict each other: no solution.")])
        ])
    case .notLinear: throw Failure("not-solvable", "the equations are not linear in the unknowns")
    case .exhausted:
      throw Failure("work-limit", "solving the equations needs more work than its limit allows")
    }
  }

  /// The augmented matrix before and after elimination, and what stays free.
  private func steps(_ solution: LinearSolution) -> [Step] {
    var steps: [Step] = []
    if let before = matrix(solution.matrix), let after = matrix(solution.reduced) {
      steps.append(.sentence([.words("The system as a matrix, and after elimination:")]))
      steps.append(.chain(rule: "elimination", [Link(.equal, before), Link(.becomes, after)]))
    }
    if !solution.free.isEmpty {
      let names = solution.free.map { call.graph[$0].name.spelling }.joined(separator: ", ")
      steps.append(.sentence([.words("Free: \(names) may have any value.")]))
    }
    return steps
  }

  private func matrix(_ rows: [[Node]]) -> Node? {
    let graph = call.graph
    guard let stacked = try? rows.map({ row throws(Failure) in try graph.stack(row) }) else {
      return nil
    }
    return try? graph.stack(stacked)
  }
}
