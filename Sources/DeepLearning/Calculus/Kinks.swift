import Algebra
import Workings

/// Notes on derivatives taken where a function has no slope: at kinks, and where a maximum ties.
struct Kinks {
  let evaluator: Evaluator
  let ties: TieRule
  /// What came out; a convention is only stated for symbols where a branch is left in it.
  var results: [Node] = []

  /// Entries looked at beyond this number are not worth a note.
  private static let entryLimit = 10_000

  /// One sentence for each operation below `root` that stands at a kink.
  func notes(below root: Node) -> [Step] {
    let graph = evaluator.graph
    let order = graph.postorder(from: [root]) { node in
      if case .name(let id) = graph.operation(of: node) {
        return graph.definition(of: id).map { [$0] } ?? []
      }
      if let formula = try? evaluator.unfolded(node, varying: []) { return [formula] }
      return graph.operands(of: node)
    }
    var steps: [Step] = []
    var places: [Link] = []
    for node in order where steps.count < 6 {
      if let step = note(on: node) { steps.append(step) }
      if let place = conventionalPlace(node), places.count < 6 { places.append(place) }
    }
    steps += branchNotes(in: order)
    guard !places.isEmpty else { return steps }
    var phrases: [Phrase] = [.words("Where ")]
    for (position, place) in places.enumerated() {
      if position > 0 { phrases.append(.words(position == places.count - 1 ? " or " : ", ")) }
      phrases.append(.formula(place))
    }
    return steps + [.sentence(phrases + [.words(", the slope is taken to be 0, as in PyTorch.")])]
  }

  /// Where the lower branch of a leaky ReLU gives the slope by convention.
  private func branchNotes(in order: [Node]) -> [Step] {
    let graph = evaluator.graph
    return order.compactMap { node in
      guard case .call(let call) = graph.operation(of: node), call.name == "leaky_relu",
        let x = graph.operands(of: node).first, case .name = graph.operation(of: x),
        results.contains(where: { result in
          graph.postorder(of: result).contains { part in
            graph.operation(of: part) == .choose
              && graph.operands(of: part)[0].isComparison(of: x, graph)
          }
        })
      else { return nil }
      if let value = tensor(x), !value.entries.contains(where: \.isZero) { return nil }
      let zero = graph.spread(graph.number(0), to: graph.shape(of: x))
      let place = graph.make(.compare(.equal), [x, zero], sort: .truth(graph.shape(of: x)))
      return .sentence([
        .words("Where "), .formula(Link(.equal, place)),
        .words(", the slope is taken to be that below 0, as in PyTorch."),
      ])
    }
  }

  private func note(on node: Node) -> Step? {
    let graph = evaluator.graph
    let operands = graph.operands(of: node)
    switch graph.operation(of: node) {
    case .elementwise(let function) where function == .relu || function == .abs:
      guard let x = tensor(operands[0]), x.entries.contains(where: \.isZero) else { return nil }
      return .sentence([
        .formula(Link(.equal, node)),
        .words(" stands at its kink, where the slope is taken to be 0, as in PyTorch."),
      ])
    case .larger, .smaller:
      guard let a = tensor(operands[0]), let b = tensor(operands[1]), a.count == b.count,
        (0..<a.count).contains(where: { a[flat: $0] == b[flat: $0] })
      else { return nil }
      return tie(node)
    case .reduce(let reduction) where reduction == .max || reduction == .min:
      guard let x = tensor(operands[0]), let extremum = tensor(node) else { return nil }
      guard x.entries.count(where: { $0 == extremum[flat: 0] }) > 1 else { return nil }
      return tie(node)
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal,
      .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack,
      .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call,
      .apply, .sample, .interval, .list, .record, .field, .names:
      return nil
    }
  }

  /// Where the slope of a function of symbols is a convention; nil where no branch is left of it.
  private func conventionalPlace(_ node: Node) -> Link? {
    let graph = evaluator.graph
    guard case .elementwise(let function) = graph.operation(of: node),
      function == .relu || function == .abs
    else { return nil }
    let x = graph.operands(of: node)[0]
    guard case .name = graph.operation(of: x), tensor(x) == nil else { return nil }
    let isLeft = results.contains { result in
      graph.postorder(of: result).contains { part in
        let operation = graph.operation(of: part)
        if operation == .choose {
          return function == .relu && graph.operands(of: part)[0].isComparison(of: x, graph)
        }
        return operation == .elementwise(.sign) && function == .abs
          && graph.operands(of: part)[0] == x
      }
    }
    guard isLeft else { return nil }
    let zero = graph.spread(graph.number(0), to: graph.shape(of: x))
    return Link(
      .equal, graph.make(.compare(.equal), [x, zero], sort: .truth(graph.shape(of: x))))
  }

  private func tie(_ node: Node) -> Step {
    let share =
      switch ties {
      case .first: "the first of them takes the derivative"
      case .last: "the last of them takes the derivative"
      case .split: "they share the derivative evenly"
      case .padding: "a number among them takes the derivative, else the first"
      }
    return .sentence([
      .words("Several tie in "), .formula(Link(.equal, node)), .words(": \(share)."),
    ])
  }

  private func tensor(_ node: Node) -> Tensor? {
    guard evaluator.graph.shape(of: node).count ?? .max <= Kinks.entryLimit else { return nil }
    return (try? evaluator.value(of: node))?.numbers
  }
}

extension Node {
  /// Whether the node compares `x` with something.
  fileprivate func isComparison(of x: Node, _ graph: Graph) -> Bool {
    guard case .compare = graph.operation(of: self) else { return false }
    return graph.operands(of: self)[0] == x
  }
}
