import Algebra
import Mathematics
import Workings

/// The Jacobian of a softmax by its scores: ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ), as a matrix diag(p) − ppᵀ.
struct SoftmaxJacobian {
  /// The matrix in vector form.
  let node: Node
  /// The entry with indices, and the matrix.
  let steps: [Step]

  /// The Jacobian; nil where `root` is no softmax of the only variable, a vector.
  ///
  /// - Parameters:
  ///   - root: What is differentiated, by a name or not.
  ///   - ids: The variables.
  ///   - graph: Where they are.
  /// - Throws: Nothing for a softmax.
  init?(of root: Node, by ids: [Quantity.ID], _ graph: Graph) throws(Failure) {
    var definition = root
    if case .name(let id) = graph.operation(of: root) {
      definition = graph.definition(of: id) ?? root
    }
    if case .call(let call) = graph.operation(of: definition), call.name == "softmax",
      let z = graph.operands(of: definition).first, graph.shape(of: z).rank == 1
    {
      definition = try graph.normalized(.softmax, z)
    }
    guard graph.operation(of: definition) == .softmax, ids.count == 1,
      graph.operands(of: definition) == [graph.name(ids[0])], graph.shape(of: definition).rank == 1
    else { return nil }
    let isNamed = root != definition && graph.isName(root)
    let p = isNamed ? root : graph.name(graph.define("p", as: definition, role: .local))
    let places = ["i", "j"].map { graph.name(graph.symbol($0, domain: .integer, role: .local)) }
    let isSame = try graph.compare(.equal, places[0], places[1])
    let delta = graph.name(
      graph.define(
        "delta", tex: "\\delta_{ij}",
        as: try graph.choose(isSame, graph.number(1), graph.number(0)), role: .local))
    let entries = try places.map { (place) throws(Failure) in try graph.index(p, at: [place]) }
    let z = try graph.index(graph.name(ids[0]), at: [places[1]])
    let top = graph.define("p", as: entries[0], role: .local, tex: graph.tex(of: entries[0]))
    let bottom = graph.define("z", as: z, role: .local, tex: graph.tex(of: z))
    let entry = try graph.multiply(entries[0], try graph.subtract(delta, entries[1]))
    node = try graph.subtract(try graph.diagonal(p), try graph.outer(p, p))
    var steps: [Step] = []
    if !isNamed { steps.append(.chain(rule: nil, [Link(.equal, p), Link(.equal, definition)])) }
    steps.append(
      .chain(
        rule: "softmax",
        [Link(.equal, graph.derivative(of: top, by: bottom, as: entry)), Link(.equal, entry)]))
    if case .name(let id) = graph.operation(of: p) {
      steps.append(
        .chain(
          rule: nil,
          [Link(.equal, graph.derivative(of: id, by: ids[0], as: node)), Link(.equal, node)]))
    }
    self.steps = steps
  }
}

extension Graph {
  fileprivate func isName(_ node: Node) -> Bool {
    if case .name = operation(of: node) { return true }
    return false
  }

  fileprivate func tex(of node: Node) -> String { NodeFormula(self).formula(of: node).tex }

  fileprivate func define(
    _ spelling: String, as node: Node, role: Quantity.Role, tex: String
  ) -> Quantity.ID {
    define(Name(spelling, tex: tex), as: .formula(node), sort: sort(of: node), role: role)
  }

  /// A name that shows as ∂of/∂by.
  fileprivate func derivative(of: Quantity.ID, by: Quantity.ID, as node: Node) -> Node {
    name(
      define(
        Name("∂/∂"), as: .formula(node), sort: sort(of: node), role: .derivative(of: of, by: by)))
  }
}
