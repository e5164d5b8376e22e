import Algebra
import Workings

/// The points at which two expressions in two unknowns are zero together, with the way to them.
///
/// Where one of them is linear in an unknown, that unknown is put into the other one; two other
/// polynomials are taken to their resultants.
struct MeetingPoints {
  private let evaluator: Evaluator
  private let unknowns: (Quantity.ID, Quantity.ID)
  private let differences: [Node]
  /// What is wrong where they share whole curves.
  private let curves: Failure

  private var graph: Graph { evaluator.graph }

  /// - Parameters:
  ///   - evaluator: Works out what the names are worth.
  ///   - unknowns: Two.
  ///   - differences: Two scalars.
  ///   - curves: What is thrown where they share whole curves.
  init(
    _ evaluator: Evaluator, _ unknowns: (Quantity.ID, Quantity.ID), _ differences: [Node],
    orElse curves: Failure
  ) {
    self.curves = curves
    self.evaluator = evaluator
    self.unknowns = unknowns
    self.differences = differences
  }

  /// All points, ascending, and the steps.
  ///
  /// - Throws: `not-solvable`, `work-limit`, and the failure for whole curves.
  func found() throws(Failure) -> (points: [[Real]], steps: [Step]) {
    if let found = try substituted() { return found }
    var budget = Budget()
    let roots = graph.commonRoots(
      of: differences[0], differences[1], for: unknowns, budget: &budget)
    switch roots.kind {
    case .finite: return (roots.points, eliminated(roots))
    case .notPolynomial:
      throw Failure(
        "not-solvable",
        "neither are both equations polynomials with numbers, nor is one of them linear in an unknown",
        hint: "solve one equation for one unknown, and put it into the other one")
    case .notIsolated: throw curves
    case .exhausted:
      throw Failure("work-limit", "solving the equations needs more work than its limit allows")
    }
  }

  /// One unknown from one equation, put into the other one; nil where neither gives it as a formula.
  private func substituted() throws(Failure) -> (points: [[Real]], steps: [Step])? {
    let ids = [unknowns.0, unknowns.1]
    for (place, difference) in differences.enumerated() {
      for position in [1, 0] {
        guard let formula = formula(for: ids[position], from: difference) else { continue }
        let other = differences[1 - place]
        let put = graph.rebuilding(other) { $0 == graph.name(ids[position]) ? formula : nil }
        let left = evaluator.simplified(put)
        guard graph.occurs(ids[1 - position], in: left),
          graph.names(in: left).allSatisfy({
            $0 == ids[1 - position] || graph.definition(of: $0) != nil
          })
        else { continue }
        var steps = SolvingSteps(graph)
        steps.sentence([.words("The \(place == 0 ? "first" : "second") equation gives")])
        steps.equation(graph.name(ids[position]), formula)
        steps.sentence([.words("Put into the other one:")])
        if NodeFormula(graph).formula(of: put) != NodeFormula(graph).formula(of: left) {
          steps.zero(put)
        }
        let zero = graph.number(0)
        let one = OneUnknown(
          evaluator, ids[1 - position],
          Solve.Equation(left: left, right: zero, difference: left), .nothing(evaluator))
        guard let answer = try one.answer(), answer.stretches.isEmpty, answer.period == nil else {
          return nil
        }
        var points: [[Real]] = []
        for root in answer.roots {
          guard let number = root.number else { return nil }
          let there = evaluator.evaluator(overriding: [ids[1 - position]: .number(number)])
          guard case .number(let value)? = try? there.value(of: formula) else { continue }
          points.append(position == 1 ? [number, value] : [value, number])
        }
        return (ascending(points), steps.all + answer.steps + one.shown(answer.roots))
      }
    }
    return nil
  }

  /// What an equation says of an unknown in which it is linear, times a number.
  private func formula(for id: Quantity.ID, from difference: Node) -> Node? {
    var budget = Budget()
    let solutions = graph.roots(
      of: difference, for: id, knowing: evaluator.facts, budget: &budget)
    guard solutions.kind == .finite, solutions.roots.count == 1,
      let working = solutions.working, working.coefficients.count == 2, working.nonzero.isEmpty,
      graph.names(in: working.coefficients[1]).isEmpty
    else { return nil }
    return solutions.roots[0].node
  }

  /// The equations in one unknown that are left when the other one is eliminated.
  private func eliminated(_ roots: CommonRoots) -> [Step] {
    guard let (first, second) = roots.resultants else { return [] }
    var steps = SolvingSteps(graph)
    let names = [graph[unknowns.0].name.spelling, graph[unknowns.1].name.spelling]
    steps.sentence([
      .words(
        "Eliminating \(names[1]), and eliminating \(names[0]), leaves one equation each (the resultants):"
      )
    ])
    steps.zero(graph.polynomial(first, in: graph.name(unknowns.0)))
    steps.zero(graph.polynomial(second, in: graph.name(unknowns.1)))
    steps.sentence([
      .words("Of the pairs of their roots, those that satisfy both equations are kept.")
    ])
    return steps.all
  }

  private func ascending(_ points: [[Real]]) -> [[Real]] {
    points.sorted { a, b in a[0].isEqual(to: b[0]) ? a[1] < b[1] : a[0] < b[0] }
  }
}

extension SolutionFilter {
  /// A filter that asks for nothing.
  static func nothing(_ evaluator: Evaluator) -> SolutionFilter {
    SolutionFilter(
      evaluator: evaluator, unknowns: [], wantsIntegers: false, wantsPositive: false)
  }
}
