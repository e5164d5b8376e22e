import Algebra
import Workings

/// The place of the largest likelihood when counts or data are symbols: the zero of the derivative of
/// its logarithm.
///
/// The logarithm turns products into sums, which is how it is done by hand.
struct SymbolicEstimate {
  let evaluator: Evaluator
  let variable: Quantity.ID
  let likelihood: Node

  private var graph: Graph { evaluator.graph }

  /// Whether the likelihood names symbols without values other than the variable.
  var isNeeded: Bool {
    let there = evaluator.evaluator(overriding: [variable: .number(.exact(Rational(1, 2)))])
    guard case .expression? = try? there.value(of: likelihood) else { return false }
    return true
  }

  /// The record `x, value` of expressions, with its working.
  ///
  /// - Throws: `not-solvable` where the derivative has no single zero in closed form.
  func expansion(after introduction: [Step]) throws(Failure) -> Expansion {
    let name = graph[variable].name.spelling
    let logarithm = try sum(of: try terms(of: likelihood))
    let l = graph.define("l", tex: "\\ell", as: logarithm, role: .author)
    let chain = try Gradient(evaluator).chain(of: graph.name(l), by: [variable])
    let slope = chain.result(by: variable)
    var steps =
      introduction + [
        .sentence([.words("The logarithm is largest where the likelihood is:")]),
        .chain(rule: "logarithm", [Link(.equal, graph.name(l)), Link(.equal, logarithm)]),
      ] + chain.working
    var budget = Budget()
    let solutions = graph.roots(
      of: slope, for: variable, knowing: evaluator.facts, budget: &budget)
    guard solutions.kind == .finite, solutions.roots.count == 1, let root = solutions.roots.first
    else {
      throw Failure(
        "not-solvable",
        "the derivative by '\(name)' has no single zero in closed form while symbols have no value",
        at: likelihood, hint: "give the symbols values")
    }
    steps.append(.chain(rule: "zero", [Link(.equal, slope), Link(.equal, graph.number(0))]))
    let place = evaluator.simplified(root.node)
    steps.append(.chain(rule: nil, [Link(.equal, graph.name(variable)), Link(.equal, place)]))
    let second = try Gradient(evaluator).chain(of: slope, by: [variable]).result(by: variable)
    let bend = try evaluator.evaluator(overriding: [variable: .expression(place)])
      .result(of: second)
    if case .expression(let bend) = bend {
      steps.append(
        .sentence([
          .words("There the second derivative is "), .formula(Link(.equal, bend)),
          .words("; it is a maximum where that is negative."),
        ]))
    }
    let largest = try evaluator.evaluator(overriding: [variable: .expression(place)])
      .result(of: likelihood)
    let found: Value = root.number.map(Value.number) ?? .expression(place)
    return .value(
      .record(Record([Record.Field(name, found), Record.Field("value", largest)])), steps: steps)
  }

  /// The terms of the logarithm, with their signs: products, quotients, powers and exponentials come
  /// apart.
  private func terms(of node: Node) throws(Failure) -> [(node: Node, isNegative: Bool)] {
    var result: [(node: Node, isNegative: Bool)] = []
    var stack: [(node: Node, factor: Node?, isNegative: Bool)] = [(node, nil, false)]
    while let (node, factor, isNegative) = stack.popLast() {
      let parts = graph.operands(of: node)
      func scaled(_ node: Node) throws(Failure) -> Node {
        guard let factor else { return node }
        return try graph.multiply(factor, node)
      }
      switch graph.operation(of: node) {
      case .multiply:
        stack.append((parts[1], factor, isNegative))
        stack.append((parts[0], factor, isNegative))
      case .divide:
        stack.append((parts[1], factor, !isNegative))
        stack.append((parts[0], factor, isNegative))
      case .power: stack.append((parts[0], try scaled(parts[1]), isNegative))
      case .elementwise(.exp): result.append((try scaled(parts[0]), isNegative))
      case .elementwise(.sqrt):
        let half = try graph.divide(graph.number(1), graph.number(2))
        stack.append((parts[0], try scaled(half), isNegative))
      case .number(let literal) where literal.value == .one: continue
      case .number, .constant, .truth, .text, .name, .add, .subtract, .negate, .elementwise,
        .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal,
        .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack,
        .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call,
        .apply, .sample, .interval, .list, .record, .field, .names:
        result.append((try scaled(try graph.apply(.log, to: node)), isNegative))
      }
    }
    return result
  }

  private func sum(of terms: [(node: Node, isNegative: Bool)]) throws(Failure) -> Node {
    var total: Node?
    for (node, isNegative) in terms {
      guard let sum = total else {
        total = isNegative ? try graph.negate(node) : node
        continue
      }
      if case .negate = graph.operation(of: node), !isNegative {
        total = try graph.subtract(sum, graph.operands(of: node)[0])
      } else {
        total = isNegative ? try graph.subtract(sum, node) : try graph.add(sum, node)
      }
    }
    return total ?? graph.number(0)
  }
}
