import Algebra
import Workings

/// The solutions of one equation: by a formula, by undoing functions, else numerically.
struct OneUnknown {
  /// Solutions with the way to them.
  struct Answer {
    var roots: [Solutions.Root] = []
    /// Whole stretches of solutions.
    var stretches: [Stretch] = []
    var steps: [Step] = []
    /// Numbers that came up and solve nothing, and why.
    var rejected: [(root: Solutions.Root, reason: String)] = []
    /// How far apart the solutions repeat; nil where they do not.
    var period: Node?
    /// What must hold of other names.
    var conditions: [Node] = []
    /// What is said where nothing is left.
    var emptyWords = "No solution is left."
  }

  let evaluator: Evaluator
  let unknown: Quantity.ID
  let equation: Solve.Equation
  let filter: SolutionFilter

  private var graph: Graph { evaluator.graph }

  init(
    _ evaluator: Evaluator, _ unknown: Quantity.ID, _ equation: Solve.Equation,
    _ filter: SolutionFilter
  ) {
    self.evaluator = evaluator
    self.unknown = unknown
    self.equation = equation
    self.filter = filter
  }

  func expansion() throws(Failure) -> Expansion {
    let name = graph[unknown].name.spelling
    var budget = Budget()
    let solutions = graph.roots(
      of: equation.difference, for: unknown, knowing: evaluator.facts, budget: &budget)
    switch solutions.kind {
    case .finite, .notPolynomial: return try filtered(try answer(solutions))
    case .none:
      try checkOccurrence()
      return .value(
        .list([]),
        steps: [.aligned(lines), .sentence([.words("The equation has no solution.")])])
    case .everything:
      return .value(.text("every value of \(name) is a solution"), steps: [])
    case .exhausted:
      throw Failure("work-limit", "solving for '\(name)' needs more work than its limit allows")
    }
  }

  /// A line for each root.
  func shown(_ roots: [Solutions.Root]) -> [Step] {
    roots.isEmpty ? [] : [.aligned(roots.map { chain($0) })]
  }

  /// All real solutions, before anything is asked of them; nil where every number is one.
  func answer() throws(Failure) -> Answer? {
    var budget = Budget()
    let solutions = graph.roots(
      of: equation.difference, for: unknown, knowing: evaluator.facts, budget: &budget)
    switch solutions.kind {
    case .finite, .notPolynomial: return try answer(solutions)
    case .none: return Answer(steps: [.aligned(lines)])
    case .everything, .exhausted: return nil
    }
  }

  private func answer(_ solutions: Solutions) throws(Failure) -> Answer {
    if solutions.kind == .finite { return polynomial(solutions) }
    if let found = inverted() { return found }
    return try numeric()
  }

  /// An equation without its unknown says nothing about it, unless it is about numbers alone.
  private func checkOccurrence() throws(Failure) {
    let sides = [equation.left, equation.right]
    guard !sides.contains(where: { graph.occurs(unknown, in: $0) }),
      let other = sides.lazy.flatMap({ graph.names(in: $0) }).first
    else { return }
    throw Failure(
      "missing-unknown", "the equation does not contain '\(graph[unknown].name.spelling)'",
      hint: "solve it for '\(graph[other].name.spelling)'")
  }

  // Where the roots come from

  private func polynomial(_ solutions: Solutions) -> Answer {
    var steps = SolvingSteps(graph)
    for line in lines.prefix(1) { steps.line(line) }
    steps.polynomial(solutions)
    if solutions.roots.contains(where: \.isByCardano) {
      steps.sentence([.words("Cardano's formula gives the only real root of the cubic.")])
    } else if let method = methodWords(solutions) {
      steps.sentence([.words(method)])
    }
    var answer = Answer(roots: sorted(solutions.roots.map { valued($0) }), steps: steps.all)
    answer.rejected = solutions.rejected.map { ($0, "makes a denominator 0") }
    if solutions.roots.isEmpty, solutions.rejected.isEmpty {
      answer.emptyWords = "The equation has no real solution."
    }
    return answer
  }

  /// A root of constants such as √π with its value.
  private func valued(_ root: Solutions.Root) -> Solutions.Root {
    guard root.number == nil, case .number(let number)? = try? evaluator.value(of: root.node) else {
      return root
    }
    return Solutions.Root(node: root.node, number: number, multiplicity: root.multiplicity)
  }

  /// How roots without a closed form were found; nil where there are none.
  private func methodWords(_ solutions: Solutions) -> String? {
    let open = solutions.roots.count { root in
      guard let number = root.number, !number.isExact else { return false }
      if case .number = graph.operation(of: root.node) { return true }
      return false
    }
    guard open > 0, let degree = solutions.working.map({ $0.coefficients.count - 1 }), degree > 2
    else { return nil }
    let which = open == solutions.roots.count ? "The" : "The other"
    return
      "\(which) real roots have no short closed form: Sturm's theorem counts them, bisection finds them."
  }

  /// Roots by undoing functions; nil where that does not lead to an end.
  private func inverted() -> Answer? {
    var inversion = RootInversion(evaluator, unknown)
    guard let found = inversion.roots(of: equation.left, equation.right) else { return nil }
    var answer = Answer(period: inversion.period)
    for root in sorted(found) {
      if let number = root.number, !holds(at: number) {
        answer.rejected.append((root, "does not satisfy the equation"))
      } else {
        answer.roots.append(root)
      }
    }
    answer.steps = inversion.steps.all
    answer.conditions = inversion.conditions
    if found.isEmpty { answer.emptyWords = "The equation has no real solution." }
    return answer
  }

  /// In ascending order, each once.
  private func sorted(_ roots: [Solutions.Root]) -> [Solutions.Root] {
    var kept: [Solutions.Root] = []
    for root in roots {
      let isKnown = kept.contains { other in
        if other.node == root.node { return true }
        guard let a = other.number, let b = root.number else { return false }
        return abs(a.double - b.double) <= 1e-14 * max(1, abs(a.double))
      }
      if !isKnown { kept.append(root) }
    }
    guard kept.allSatisfy({ $0.number != nil }) else { return kept }
    return kept.sorted { ($0.number ?? .zero) < ($1.number ?? .zero) }
  }

  /// Whether both sides agree at a number, exactly or as doubles.
  private func holds(at number: Real) -> Bool {
    let there = evaluator.evaluator(overriding: [unknown: .number(number)])
    guard case .number(let a)? = try? there.value(of: equation.left),
      case .number(let b)? = try? there.value(of: equation.right)
    else { return false }
    if a.isExact, b.isExact { return a.isEqual(to: b) }
    return abs(a.double - b.double) <= 1e-9 * max(1, abs(a.double), abs(b.double))
  }

  /// Roots found by a scan, where no formula gives them.
  private func numeric() throws(Failure) -> Answer {
    let name = graph[unknown].name.spelling
    let others = graph.names(in: equation.difference).filter { id in
      if id == unknown { return false }
      return graph.definition(of: id) == nil
    }
    guard others.isEmpty else {
      throw Failure(
        "not-solvable",
        "no formula solves the equation for '\(name)', and without values for its other names it "
          + "cannot be solved numerically")
    }
    let found = RootScan(evaluator, equation, unknown).findings()
    var answer = Answer(stretches: found.stretches)
    answer.roots = found.points.map { Solutions.Root(node: graph.number($0), number: $0) }
    let (low, high) = (RootScan.text(found.low), RootScan.text(found.high))
    var words =
      "No formula gives the roots: looked for between \(low) and \(high), then bisected."
    if found.isCut {
      words =
        "No formula gives the roots, and there are many, maybe without an end: those between \(low) and \(high), bisected."
    }
    answer.steps = [.aligned([lines[0]]), .sentence([.words(words)])]
    answer.emptyWords = "None was found there."
    return answer
  }

  /// The equation as it stands, then with 0 on its right side.
  private var lines: [[Link]] {
    let zero = graph.number(0)
    let written = [Link(.equal, equation.left), Link(.equal, equation.right)]
    let moved = [Link(.equal, equation.difference), Link(.equal, zero)]
    return equation.difference == equation.left ? [moved] : [written, moved]
  }

  // What is left of them

  private func filtered(_ answer: Answer) throws(Failure) -> Expansion {
    var (kept, rejected) = ([Solutions.Root](), answer.rejected)
    let repeated = try repetition(of: answer)
    for root in repeated ?? answer.roots {
      if let reason = filter.objection([root.number]) {
        if repeated == nil { rejected.append((root, reason)) }
      } else {
        kept.append(root)
      }
    }
    var steps = answer.steps
    for (root, reason) in rejected {
      steps.append(
        .sentence([
          .equation(graph.name(unknown), root.node, graph), .words(" \(reason): rejected."),
        ]))
    }
    let stretches = answer.stretches.compactMap { $0.restricted(by: filter) }
    if kept.isEmpty, stretches.isEmpty {
      steps.append(
        .sentence([.words(rejected.isEmpty ? answer.emptyWords : "No solution is left.")]))
      return .value(.list([]), steps: steps)
    }
    if let period = answer.period, repeated == nil { steps.append(repeats(every: period)) }
    // A stretch that is the whole answer is said by its value.
    if kept.count + stretches.count > 1 || stretches.contains(where: \.isBounded) {
      for stretch in stretches {
        steps.append(.sentence(stretch.phrases(of: graph.name(unknown), graph)))
      }
    }
    for condition in answer.conditions {
      steps.append(
        .sentence([.words("This needs "), .formula(Link(.equal, condition)), .words(".")]))
    }
    steps += shown(kept)
    return result(kept, stretches, steps)
  }

  private func result(
    _ kept: [Solutions.Root], _ stretches: [Stretch], _ steps: [Step]
  ) -> Expansion {
    let name = graph[unknown].name.spelling
    let values = kept.map { $0.number.map(Value.number) ?? .expression($0.node) }
    let all = values + stretches.map { $0.value(named: name) }
    guard all.count == 1 else { return .value(.list(all), steps: steps) }
    if case .expression(let node) = all[0] { return .derived(node, steps: steps) }
    return .value(all[0], steps: steps)
  }

  /// The solutions of a periodic equation that what is asked lets through, where these are few.
  private func repetition(of answer: Answer) throws(Failure) -> [Solutions.Root]? {
    guard let period = answer.period, filter.restricts(unknown),
      case .number(let length) = try evaluator.value(of: period)
    else { return nil }
    let reach = 50
    var found: [(turn: Int, root: Solutions.Root)] = []
    for turn in -reach...reach {
      for root in answer.roots {
        guard let number = root.number else { return nil }
        let place = turn == 0 ? number : number + Real(turn) * length
        guard filter.objection([place]) == nil else { continue }
        let shift = try graph.multiply(graph.number(turn), period)
        let node =
          turn == 0 ? root.node : evaluator.simplified(try graph.add(root.node, shift))
        found.append((turn, Solutions.Root(node: node, number: place)))
      }
    }
    // Let through at the last turns, they go on without an end.
    guard found.allSatisfy({ abs($0.turn) < reach }) else { return nil }
    return found.map(\.root)
  }

  private func repeats(every period: Node) -> Step {
    .sentence([
      .words("Infinitely many solutions: each of these, and "),
      .formula(Link(.equal, period)),
      .words(" times any whole number away from it. Those of one period:"),
    ])
  }

  private func chain(_ root: Solutions.Root) -> [Link] {
    var links = [Link(.equal, graph.name(unknown)), Link(.equal, root.node)]
    guard let number = root.number else { return links }
    let value = Link(number.isExact ? .equal : .approximate, graph.number(number), .value)
    if number.isExact {
      links[1] = value
    } else if case .number = graph.operation(of: root.node) {
      links[1] = value
    } else {
      links.append(value)
    }
    return links
  }
}
