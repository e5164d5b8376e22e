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
    summary: "the real solutions of an equation, of a linear system, or of two polynomials",
    example: .init("symbols x; solve(2*x + 3 == 0, for: x)", gives: "-3/2")
  ) { call throws(Failure) in
    let unknowns = try call.names("for")
    if let tensor = try TensorUnknown(call, unknowns) {
      return try tensor.expansion(of: try call.node("equations"))
    }
    let equations = try Solve.equations(try call.node("equations"), call)
    if unknowns.count == 1, equations.count == 1 {
      return try Roots(call, unknowns[0], equations[0]).expansion()
    }
    return try System(call, unknowns, equations.map(\.difference)).expansion()
  }

  /// An equation with all but the unknowns worked out.
  struct Equation {
    let left: Node
    let right: Node
    /// Left minus right; the left side alone where the right one is 0.
    let difference: Node
  }

  /// Each equation, with all but the unknowns worked out.
  private static func equations(_ node: Node, _ call: CallContext) throws(Failure) -> [Equation] {
    let graph = call.graph
    let unknowns = try call.names("for")
    // An unknown stands for itself here, also where it has a value.
    let free = call.evaluator.evaluator(
      overriding: Dictionary(
        unknowns.map { ($0, Value.expression(graph.name($0))) }
      ) { first, _ in first })
    var equations: [Equation] = []
    for sides in try sides(node, call) {
      let left = free.node(for: try free.value(of: sides.left), as: sides.left)
      let right = free.node(for: try free.value(of: sides.right), as: sides.right)
      let difference = graph.isNumberZero(right) ? left : try graph.subtract(left, right)
      equations.append(
        Equation(left: left, right: right, difference: free.scalarWrittenOut(difference)))
    }
    return equations
  }

  /// The two sides of each equation.
  ///
  /// - Throws: `wrong-type` for what is no equation.
  static func sides(
    _ node: Node, _ call: CallContext
  ) throws(Failure) -> [(left: Node, right: Node)] {
    let graph = call.graph
    let parts = graph.operation(of: node).isList ? graph.operands(of: node) : [node]
    return try parts.map { part throws(Failure) in
      guard case .compare(.equal) = graph.operation(of: part) else {
        throw Failure(
          "wrong-type", "'\(NodeText(graph).text(of: part))' is no equation", at: part,
          hint: "write left == right")
      }
      let sides = graph.operands(of: part)
      return (sides[0], sides[1])
    }
  }
}

extension Graph {
  /// Whether a node is the number 0.
  fileprivate func isNumberZero(_ node: Node) -> Bool {
    guard case .number(let literal) = operation(of: node) else { return false }
    return literal.value.isZero
  }
}

/// The solutions of one equation, filtered as the call and the facts say.
private struct Roots {
  let call: CallContext
  let unknown: Quantity.ID
  let solutions: Solutions
  let equation: Solve.Equation

  init(_ call: CallContext, _ unknown: Quantity.ID, _ equation: Solve.Equation) {
    self.call = call
    self.unknown = unknown
    self.equation = equation
    var budget = Budget()
    solutions = call.graph.roots(
      of: equation.difference, for: unknown, knowing: call.evaluator.facts, budget: &budget)
  }

  func expansion() throws(Failure) -> Expansion {
    let name = call.graph[unknown].name.spelling
    switch solutions.kind {
    case .finite: return try filtered(solutions.roots) { kept, rejected in working(kept, rejected) }
    case .none:
      return .value(.list([]), steps: [.sentence([.words("The equation has no solution.")])])
    case .everything:
      let text = "every value of \(name) is a solution"
      return .value(.text(text), steps: [])
    case .notPolynomial: return try numeric()
    case .exhausted:
      throw Failure("work-limit", "solving for '\(name)' needs more work than its limit allows")
    }
  }

  /// Roots found by a scan, where no formula gives them.
  private func numeric() throws(Failure) -> Expansion {
    let graph = call.graph
    let name = graph[unknown].name.spelling
    let others = graph.names(in: equation.difference).filter { $0 != unknown }
    guard others.isEmpty else {
      throw Failure(
        "not-solvable",
        "the equation is no polynomial in '\(name)', and without values for its other names it "
          + "cannot be solved numerically")
    }
    let places = RootScan.roots(of: equation.difference, for: unknown, call.evaluator)
    let roots = places.map { place in
      Solutions.Root(node: graph.number(place), number: place)
    }
    return try filtered(roots) { kept, rejected in
      let range = "\(Int(RootScan.reach))"
      let found = Step.sentence([
        .words(
          "No formula gives the roots: changes of sign between −\(range) and \(range), bisected.")
      ])
      var steps: [Step] = [.aligned([lines[0]]), found]
      for (root, reason) in rejected {
        steps.append(.sentence([phrase(root), .words(" \(reason): rejected.")]))
      }
      if !kept.isEmpty { steps.append(.aligned(kept.map { chain($0) })) }
      return steps
    }
  }

  /// The equation as it stands, then with 0 on its right side.
  private var lines: [[Link]] {
    let zero = call.graph.number(0)
    let written = [Link(.equal, equation.left), Link(.equal, equation.right)]
    let moved = [Link(.equal, equation.difference), Link(.equal, zero)]
    return equation.difference == equation.left ? [moved] : [written, moved]
  }

  private func filtered(
    _ roots: [Solutions.Root],
    _ working: ([Solutions.Root], [(Solutions.Root, String)]) -> [Step]
  ) throws(Failure) -> Expansion {
    let wantsInteger = try call.truth("integer")
    let wantsPositive = try call.truth("positive")
    var kept: [Solutions.Root] = []
    var rejected: [(Solutions.Root, String)] = []
    for root in roots {
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
    var lines = [self.lines[0]]
    if let working = solutions.working {
      for node in [working.collected, working.divided, working.factorisation].compactMap({ $0 })
      where !lines.contains(where: { isSame($0, equation(node)) }) {
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
    if kept.contains(where: \.isByCardano) {
      steps.append(.sentence([.words("Cardano's formula gives the only real root of the cubic.")]))
    }
    if !kept.isEmpty {
      steps.append(.aligned(kept.map { chain($0) }))
    }
    return steps
  }

  /// Whether two lines look the same.
  private func isSame(_ left: [Link], _ right: [Link]) -> Bool {
    let formulas = [left, right].map { $0.map { NodeFormula(call.graph).formula(of: $0.node) } }
    return formulas[0] == formulas[1]
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

extension Solve {
  /// The solution of a linear system.
  struct System {
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
      case .notLinear: return try curves()
      case .exhausted:
        throw Failure("work-limit", "solving the equations needs more work than its limit allows")
      }
    }

    /// Where two polynomials in two unknowns meet.
    private func curves() throws(Failure) -> Expansion {
      let graph = call.graph
      guard unknowns.count == 2, differences.count == 2 else {
        throw Failure("not-solvable", "the equations are not linear in the unknowns")
      }
      var budget = Budget()
      let found = graph.commonRoots(
        of: differences[0], differences[1], for: (unknowns[0], unknowns[1]), budget: &budget)
      switch found.kind {
      case .finite: break
      case .notPolynomial:
        throw Failure(
          "not-solvable", "the equations are neither linear nor polynomials with numbers")
      case .notIsolated:
        throw Failure("not-solvable", "the equations share whole curves of solutions")
      case .exhausted:
        throw Failure("work-limit", "solving the equations needs more work than its limit allows")
      }
      let (integer, positive) = (try call.truth("integer"), try call.truth("positive"))
      let kept = found.points.filter { point in
        let there = call.evaluator.evaluator(
          overriding: Dictionary(
            zip(unknowns, point.map(Value.number))
          ) { first, _ in first })
        return point.allSatisfy { (!integer || $0.isInteger) && (!positive || $0 > 0) }
          && call.evaluator.facts.allSatisfy { fact in
            (try? there.value(of: fact.condition)) != .truth(false)
          }
      }
      let names = unknowns.map { graph[$0].name }
      let table = ResultTable(
        caption: "Where both equations hold; what is asked for is marked",
        headings: names.map { .name($0) },
        rows: found.points.map { .init($0.map(Value.number), isMarked: kept.contains($0)) })
      let records = kept.map { point in
        Value.record(
          Record(zip(names, point).map { Record.Field($0.spelling, .number($1)) }))
      }
      guard records.count == 1 else { return .value(.list(records), steps: [.table(table)]) }
      return .value(records[0], steps: [.table(table)])
    }

    /// The augmented matrix before and after elimination, and what stays free.
    private func steps(_ solution: LinearSolution) -> [Step] {
      var steps: [Step] = []
      if let elimination = EliminationSteps(solution.matrix, call.graph) {
        steps += elimination.steps
      } else if let before = matrix(solution.matrix), let after = matrix(solution.reduced) {
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
}
