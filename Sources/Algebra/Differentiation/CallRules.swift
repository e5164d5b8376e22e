/// Derivative rules of calls that say more than their formulas do: softmax's Jacobian.
public struct CallRules {
  let covers: (Node) -> Bool
  let adjoints: (_ call: Node, _ output: Node, _ adjoint: Node) throws(Failure) -> [Node?]

  /// Rules for the calls that `covers` accepts.
  ///
  /// - Parameters:
  ///   - covers: Whether a node is a call with a rule.
  ///   - adjoints: The adjoint of each operand, nil for zero, from the call, the node that stands
  ///     for its value (its name, if it has one), and the call's own adjoint.
  public init(
    covers: @escaping (Node) -> Bool,
    adjoints: @escaping (Node, Node, Node) throws(Failure) -> [Node?]
  ) {
    self.covers = covers
    self.adjoints = adjoints
  }

  /// No rules: every call's formula is differentiated.
  public static var none: CallRules {
    CallRules(covers: { _ in false }, adjoints: { _, _, _ in [] })
  }
}
