public import Algebra

extension Evaluator {
  /// The derivative rules that built-ins declare.
  public var derivativeRules: CallRules {
    let (graph, builtIns) = (graph, builtIns)
    func rule(of node: Node) -> BuiltIn.Pullback? {
      guard case .call(let call) = graph.operation(of: node) else { return nil }
      return builtIns.named(call.name, isLayer: call.isLayer)?.pullback
    }
    return CallRules(
      covers: { rule(of: $0) != nil },
      adjoints: { call, output, adjoint throws(Failure) in
        try rule(of: call)?(graph, graph.operands(of: call), output, adjoint) ?? []
      })
  }
}
