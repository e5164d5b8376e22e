import Algebra
import Workings

/// One first-order update rule: how a parameter moves, written over its gradient and its state.
///
/// Every rule makes ordinary quantities, so that a row's working, the symbolic rule and an audit
/// come from the same formulas.
struct UpdateRule {
  /// One quantity of a step, under the name of its column.
  struct Part {
    /// The column, such as `mhat`; the parameter's name is appended.
    let column: String
    /// What it is.
    let node: Node
    /// The state that the next step reads from it, if it is one.
    var state: Quantity.ID?
  }

  /// What a rule may use of its call.
  struct Ingredients {
    let call: CallContext
    let graph: Graph
    /// The parameter before the step.
    let parameter: Node
    /// The loss's gradient by it, as a quantity.
    let gradient: Node
    /// The number of the step, from 1.
    let step: Node
    /// A state of the parameter's shape that begins at zero, by its letter.
    let state: (String) -> Quantity.ID
    /// Makes a quantity for a part of the step.
    let named: (String, Node) -> Node
  }

  /// The built-in's name.
  let name: String
  let parameters: [Parameter]
  let summary: String
  let source: String
  let example: BuiltIn.Example
  /// The letters of its states, for `names:`.
  let letters: [String]
  /// The parts of a step in their order; the last is the parameter after it.
  let parts: @Sendable (Ingredients) throws(Failure) -> [Part]
}

extension UpdateRule.Ingredients {
  func option(_ label: String, tex: String) throws(Failure) -> Node {
    try call.parameter(label, tex: tex)
  }

  func minus(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try graph.subtract(left, right)
  }

  func times(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try graph.multiply(left, right)
  }

  func plus(_ left: Node, _ right: Node) throws(Failure) -> Node {
    try graph.add(left, right)
  }

  func squared(_ node: Node) throws(Failure) -> Node {
    try graph.power(node, graph.number(2))
  }

  /// β·old + (1 − β)·new.
  func average(_ beta: Node, _ old: Node, _ new: Node) throws(Failure) -> Node {
    let rest = try minus(graph.number(1), beta)
    return try plus(try times(beta, old), try times(rest, new))
  }

  /// √v + ε, or √(v + ε).
  func root(_ v: Node, _ eps: Node) throws(Failure) -> Node {
    if try call.truth("eps_inside") { return try graph.apply(.sqrt, to: try plus(v, eps)) }
    return try plus(try graph.apply(.sqrt, to: v), eps)
  }
}
