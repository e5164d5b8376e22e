import Algebra
import Workings

/// Differentiates in one evaluator's world, and writes the working.
struct Gradient {
  let evaluator: Evaluator
  /// Which of several that tie for a maximum takes the derivative.
  let ties: TieRule

  init(_ evaluator: Evaluator, ties: TieRule = .first) {
    self.evaluator = evaluator
    self.ties = ties
  }

  /// The derivatives of a scalar by quantities, with the chain that led to them.
  struct Chain {
    let evaluator: Evaluator
    let root: Node
    let ties: TieRule
    let variables: [Quantity.ID]
    let steps: [ChainStep]
    /// What was taken for true on the way, such as Σy = 1.
    let conditions: [Fact]
    /// Results before these were used, by what was simplified.
    let unconditional: [Node: Node]
    /// Whether a derivative is left as the rules give it.
    let gaveUp: Bool

    /// The derivative by a variable, in its shape; zero where the root does not depend on it.
    func result(by id: Quantity.ID) -> Node {
      if let step = steps.first(where: { $0.quantity == id }) { return step.result }
      let graph = evaluator.graph
      return graph.spread(graph.number(0), to: graph[id].sort.shape ?? .scalar)
    }

    /// The derivative by the only variable.
    func single() throws(Failure) -> Node {
      guard variables.count == 1 else {
        throw Failure("argument-count", "a higher derivative takes one name")
      }
      return result(by: variables[0])
    }

    /// The same by its name, ∂L/∂w, where it is not simply zero.
    func singleName() throws(Failure) -> Node {
      let result = try single()
      let step = steps.first { $0.quantity == variables[0] }
      return step.map { evaluator.graph.name($0.derivative) } ?? result
    }

    /// One derivative as it is; several as a vector, or as a list where their shapes differ.
    func stacked() throws(Failure) -> Node {
      guard variables.count != 1 else { return result(by: variables[0]) }
      let results = variables.map { result(by: $0) }
      let graph = evaluator.graph
      guard results.allSatisfy({ graph.shape(of: $0).isScalar }) else {
        return graph.make(.list, results, sort: .data(.list))
      }
      return try graph.stack(results)
    }
  }

  /// The chain of a scalar by quantities.
  ///
  /// - Throws: `not-scalar`, `not-differentiable`.
  func chain(of root: Node, by variables: [Quantity.ID]) throws(Failure) -> Chain {
    let evaluator = evaluator
    let writer = ConditionalSimplifier(evaluator)
    let differentiation = Differentiation(
      in: evaluator.graph, ties: ties,
      expand: { node throws(Failure) in
        try evaluator.unfolded(node, varying: Set(variables))
      },
      simplify: { node in writer.simplified(node) })
    let steps = try differentiation.chain(of: root, by: variables)
    return Chain(
      evaluator: evaluator, root: root, ties: ties, variables: variables, steps: steps,
      conditions: writer.conditions, unconditional: writer.unconditional, gaveUp: writer.gaveUp)
  }
}

extension Gradient.Chain {
  /// Every factor as a formula and, where numbers exist, as a number.
  var working: [Step] {
    var steps: [Step] = []
    var shown: Set<[Quantity.ID?]> = []
    var isSoftmaxNew = true
    for step in inReadingOrder {
      for factor in step.factors where step.chained != factor.raw && step.chained != factor.result {
        // What the root hands down itself is a part of the total, not a factor.
        guard factor.of != top(of: step), shown.insert([factor.of, factor.by]).inserted else {
          continue
        }
        steps.append(.chain(rule: Self.words(factor.rules), links(of: factor)))
      }
      if step.rules.contains("softmax"), isSoftmaxNew, let jacobian = softmax(by: step.quantity) {
        isSoftmaxNew = false
        steps += jacobian
      }
      let isMeeting = !step.factors.isEmpty && step.chained != step.factors[0].raw
      let rule = isMeeting ? "chain rule" : Self.words(step.rules)
      steps.append(.chain(rule: rule, links(of: step)))
    }
    for id in variables where !self.steps.contains(where: { $0.quantity == id }) {
      steps.append(zero(by: id))
    }
    let kinks = Kinks(
      evaluator: evaluator, ties: ties, results: variables.map { result(by: $0) })
    if gaveUp {
      steps.append(
        .sentence([
          .words(
            "Left as the rules give it, where a shorter form needs more work than its limit allows."
          )
        ]))
    }
    return steps + assumptions + kinks.notes(below: root)
  }

  /// ∂f/∂y = 0 where y does not occur, or moves f in jumps alone.
  private func zero(by id: Quantity.ID) -> Step {
    let name = evaluator.graph[id].name.spelling
    let rule =
      evaluator.graph.reaches([id], from: root)
      ? "\(name) changes it in jumps alone" : "no \(name) in it"
    return .chain(rule: rule, [Link(.equal, zeroName(by: id)), Link(.equal, result(by: id))])
  }

  /// The name ∂f/∂y of the zero that a derivative by what does not occur is.
  func zeroName(by id: Quantity.ID) -> Node {
    let graph = evaluator.graph
    var top: Quantity.ID?
    if case .name(let name) = graph.operation(of: root) { top = name }
    let result = result(by: id)
    return graph.name(
      graph.define(
        Name("∂/∂"), as: .formula(result), sort: graph.sort(of: result),
        role: .derivative(of: top, by: id)))
  }

  /// The Jacobian of a named softmax of a quantity, entry by entry and as a matrix; nil where there is
  /// none below the root.
  private func softmax(by scores: Quantity.ID) -> [Step]? {
    let graph = evaluator.graph
    let names = graph.postorder(from: [root]) { node in
      guard case .name(let id) = graph.operation(of: node) else { return graph.operands(of: node) }
      return graph.definition(of: id).map { [$0] } ?? []
    }
    for node in names {
      guard case .name = graph.operation(of: node),
        let jacobian = try? SoftmaxJacobian(of: node, by: [scores], graph)
      else { continue }
      return jacobian.steps
    }
    return nil
  }

  /// From the root down; variables that nothing further hangs on come in the order asked for.
  private var inReadingOrder: [ChainStep] {
    var (between, last): ([ChainStep], [ChainStep]) = ([], [])
    let places = Dictionary(variables.enumerated().map { ($1, $0) }) { first, _ in first }
    for step in steps {
      if places[step.quantity] == nil { between.append(step) } else { last.append(step) }
    }
    // A variable whose derivative another step builds on stays where it is needed.
    let used = Set(steps.flatMap { evaluator.graph.names(in: $0.chained) })
    guard last.allSatisfy({ !used.contains($0.derivative) }) else { return steps }
    return between + last.sorted { (places[$0.quantity] ?? 0) < (places[$1.quantity] ?? 0) }
  }

  private static func words(_ rules: [String]) -> String? {
    rules.isEmpty ? nil : rules.joined(separator: ", ")
  }

  /// What was taken for true on the way.
  private var assumptions: [Step] {
    guard !conditions.isEmpty else { return [] }
    var phrases: [Phrase] = [.words("Here ")]
    for (place, fact) in conditions.enumerated() {
      if place > 0 { phrases.append(.words(place == conditions.count - 1 ? " and " : ", ")) }
      phrases.append(.formula(Link(.equal, fact.condition)))
    }
    return [.sentence(phrases + [.words(" was used.")])]
  }

  /// What is differentiated; nil where it has no name.
  private func top(of step: ChainStep) -> Quantity.ID? {
    guard case .derivative(let top, _) = evaluator.graph[step.derivative].role else { return nil }
    return top
  }

  private func links(of factor: ChainStep.Factor) -> [Link] {
    let graph = evaluator.graph
    let name = graph.define(
      Name("∂/∂"), as: .formula(factor.result), sort: graph.sort(of: factor.result),
      role: .derivative(of: factor.of, by: factor.by))
    return valued([graph.name(name), factor.raw, factor.result], factor.result)
  }

  private func links(of step: ChainStep) -> [Link] {
    let name = evaluator.graph.name(step.derivative)
    var formulas = [name, step.chained, step.inlined]
    if let before = unconditional[step.inlined] { formulas.append(before) }
    return valued(formulas + [step.result], step.result)
  }

  /// The formulas that differ, then their value where it is a number.
  private func valued(_ nodes: [Node], _ result: Node) -> [Link] {
    var links: [Link] = []
    let explainer = Explainer(evaluator, rounding: .significant(4))
    for node in nodes where !links.contains(where: { $0.node == node }) {
      links.append(Link(explainer.relation(of: node), node))
    }
    guard let value = try? evaluator.value(of: result) else { return links }
    let values = explainer.valueLinks(value)
    // A tensor of numbers is its own value.
    let isExact = values.allSatisfy { $0.relation == .equal }
    if case .stack = evaluator.graph.operation(of: result), isExact,
      evaluator.graph.names(in: result).isEmpty
    {
      return links
    }
    return links
      + values.filter { link in
        switch link.view {
        case .value: !links.contains { $0.node == link.node }
        case .decimal: true
        case .names, .numbers: false
        }
      }
  }
}
