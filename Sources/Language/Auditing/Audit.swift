import Algebra
import Workings

/// Somebody's printed value for a place of the notebook.
struct PublishedPlace {
  let place: Place
  let value: Value
}

/// Evaluators of worlds in which other conventions are tried, one a choice.
final class ConventionTrials {
  private var evaluators: [[Convention]: Evaluator] = [:]

  /// The evaluator of a world in which these conventions hold.
  func evaluator(trying conventions: [Convention], from base: Evaluator) -> Evaluator {
    if let known = evaluators[conventions] { return known }
    var world = base.world
    world.alternatives += conventions
    let evaluator = base.evaluator(in: world)
    evaluators[conventions] = evaluator
    return evaluator
  }
}

/// Compares a printed value with ours, and looks for a reason where they differ.
struct Audit {
  let evaluator: Evaluator
  /// Evaluators of the conventions tried so far, which remember what they worked out.
  let trials: ConventionTrials
  /// What was published before in this question.
  let earlier: [PublishedPlace]
  /// Pairs of conventions that are tried at most.
  private static let pairLimit = 60

  /// The first verdict that holds.
  func verdict(
    of node: Node, printed: Node, statement: String, source: String
  ) throws(Failure) -> Verdict {
    let ours = try evaluator.result(of: node)
    let theirs = try evaluator.result(of: printed)
    func verdict(_ finding: Verdict.Finding, _ remark: String? = nil) -> Verdict {
      Verdict(
        finding, statement: statement, ours: ours, theirs: theirs, source: source, remark: remark,
        printed: printed)
    }
    if case .text = theirs { return verdict(.notCompared) }
    let comparison = PrintedComparison(
      evaluator: evaluator, printed: printed,
      ignoresOrder: evaluator.graph.isCall(of: "solve", node))
    switch comparison.compare(ours, theirs) {
    case .equal: return verdict(.agrees)
    case .rounded(let remark): return verdict(.agreesAfterRounding, remark)
    case .different: break
    }
    if let convention = convention(below: node, comparison, ours, theirs) {
      return verdict(.agreesUnderConvention, convention)
    }
    if let slip = slip(of: node, comparison, theirs) { return verdict(.followsFromSlip, slip) }
    return verdict(.disagrees)
  }

  // Conventions

  /// The convention, or the pair of them, under which the printed value agrees.
  private func convention(
    below node: Node, _ comparison: PrintedComparison, _ ours: Value, _ theirs: Value
  ) -> String? {
    // What changes nothing by itself is left out of the pairs.
    var effective: [Convention] = []
    for candidate in candidates(below: node) {
      guard let value = value(of: node, trying: [candidate]), value != ours else { continue }
      if comparison.compare(value, theirs) != .different { return describe([candidate]) }
      effective.append(candidate)
    }
    var left = Audit.pairLimit
    for (position, first) in effective.enumerated() {
      for second in effective[(position + 1)...]
      where first.label != second.label || first.builtIn != second.builtIn {
        guard left > 0 else { return nil }
        left -= 1
        if let value = value(of: node, trying: [first, second]),
          comparison.compare(value, theirs) != .different
        {
          return describe([first, second])
        }
      }
    }
    return nil
  }

  private func value(of node: Node, trying conventions: [Convention]) -> Value? {
    try? trials.evaluator(trying: conventions, from: evaluator).result(of: node)
  }

  /// Every other choice of every call below the published quantity.
  private func candidates(below node: Node) -> [Convention] {
    let graph = evaluator.graph
    let order = graph.postorder(from: [node]) { node in
      guard case .name(let id) = graph.operation(of: node) else { return graph.operands(of: node) }
      return graph.definition(of: id).map { [$0] } ?? []
    }
    var found: [Convention] = []
    for node in order {
      guard case .call(let call) = graph.operation(of: node),
        let builtIn = evaluator.builtIns.named(call.name, isLayer: call.isLayer)
      else { continue }
      for parameter in builtIn.parameters {
        let isGiven =
          call.labels.contains(parameter.label)
          || evaluator.world.defaults.contains {
            $0.builtIn == builtIn.name && $0.label == parameter.label
          }
        // What a call does anyway is no other convention.
        for alternative in parameter.alternatives
        where isGiven || parameter.fallback != .value(alternative) {
          let convention = Convention(builtIn.name, parameter.label, alternative)
          if !found.contains(convention) { found.append(convention) }
        }
      }
    }
    return found
  }

  private func describe(_ conventions: [Convention]) -> String {
    conventions.map { convention in
      let choice: String
      if case .text(let text) = convention.choice {
        choice = "\"\(text)\""
      } else if case .truth(let truth) = convention.choice {
        choice = truth ? "true" : "false"
      } else if case .number(let number) = convention.choice {
        choice = NodeText.text(of: number)
      } else {
        choice = convention.choice.description
      }
      return "\(convention.builtIn).\(convention.label): \(choice)"
    }.joined(separator: " and ")
  }

  // Slips

  /// The earlier printed values from which this one follows; nil where it does not.
  private func slip(
    of node: Node, _ comparison: PrintedComparison, _ theirs: Value
  ) -> String? {
    let own = evaluator.graph.place(of: node)
    var world = evaluator.world
    for published in earlier where published.place != own {
      world.overrides[published.place] = published.value
    }
    guard !world.overrides.isEmpty,
      let value = try? evaluator.evaluator(in: world).result(of: node),
      comparison.compare(value, theirs) != .different
    else { return nil }
    return "with the values published before"
  }
}

extension Graph {
  /// Whether an expression, or what a name stands for, is a call of a built-in.
  func isCall(of builtIn: String, _ node: Node) -> Bool {
    switch operation(of: node) {
    case .call(let call): return call.name == builtIn
    case .name(let id): return definition(of: id).map { isCall(of: builtIn, $0) } ?? false
    case .number, .constant, .truth, .text, .add, .subtract, .multiply, .divide, .power, .negate,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque,
      .apply, .sample, .interval, .list, .record, .field, .names:
      return false
    }
  }

  /// What a printed value stands for: a name, a cell or a field of a trace, or the expression itself.
  func place(of node: Node) -> Place {
    if case .name(let id) = operation(of: node) { return .quantity(id) }
    guard case .field(let field) = operation(of: node) else { return .node(node) }
    let whole = operands(of: node)[0]
    if case .name(let id) = operation(of: whole) { return .field(id, field) }
    guard case .index = operation(of: whole), operands(of: whole).count == 2,
      case .name(let id) = operation(of: operands(of: whole)[0]),
      case .number(let literal) = operation(of: operands(of: whole)[1]),
      let row = literal.value.exactValue?.integer
    else { return .node(node) }
    return .cell(id, row: row - 1, column: field)
  }
}
