import Algebra
import Source
import Workings

/// `assume p > 0`.
extension BlockExecution {
  /// Takes a condition for granted that can hold beside what is assumed already.
  mutating func assume(
    _ fact: Expression, _ elaborator: inout Elaborator
  ) throws(Stop) {
    let node = try elaborator.node(fact)
    guard graph.sort(of: node).isTruth else {
      throw elaborator.stop(.needsTruth(graph.sort(of: node)), at: fact.span)
    }
    guard run.depth == .everything else { return run.evaluator.assume(node) }
    let text = source(fact.span)
    if let name = valuedSymbol(node) {
      throw elaborator.stop(
        .assumedValue(text), at: fact.span,
        hint: "define \(name) by its value where it is declared")
    }
    if (try? run.evaluator.value(of: node))?.truth == false {
      throw elaborator.stop(.contradiction(text, nil), at: fact.span)
    }
    if let known = run.evaluator.decided(node), !known.holds {
      let earlier = known.by.first.map { NodeText(graph).text(of: $0.condition) }
      throw elaborator.stop(.contradiction(text, earlier), at: fact.span)
    }
    run.evaluator.assume(node)
  }

  /// The symbol that an equation gives a value, or another symbol's; nil for other conditions.
  private func valuedSymbol(_ node: Node) -> String? {
    guard case .compare(.equal) = graph.operation(of: node) else { return nil }
    let sides = graph.operands(of: node)
    for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      guard case .name(let id) = graph.operation(of: side), graph.definition(of: id) == nil,
        !graph.contains(in: other, where: { $0 == .name(id) })
      else { continue }
      return graph[id].name.spelling
    }
    return nil
  }
}

extension Diagnostic.Message {
  static func contradiction(_ text: String, _ earlier: String?) -> Self {
    let reason = earlier.map { "contradicts '\($0)', which is assumed" } ?? "does not hold"
    return Self("contradiction", "'\(text)' \(reason)")
  }

  static func assumedValue(_ text: String) -> Self {
    Self("assumed-value", "'\(text)' would give a symbol a value, which 'assume' cannot")
  }
}
