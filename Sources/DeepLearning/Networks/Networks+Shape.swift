import Algebra
import Workings

extension Networks {
  /// The extents of a tensor, or of a network's last output.
  static let shape = BuiltIn(
    "shape", parameters: [.positional("x", .anything)],
    summary: "the extents of a tensor, or of what comes out of a network, as a vector",
    example: .init("shape(input(7, 16, 16) |> conv(8, 5))", gives: "[8, 12, 12]")
  ) { call throws(Failure) in
    let node = try call.node("x")
    if case .number(let shape) = call.graph.sort(of: node) {
      return .formula(call.vector(of: shape))
    }
    switch try call.value("x") {
    case .network(let network):
      let facts = try call.facts(of: network)
      let output = facts.last?.facts.output ?? []
      return .formula(try call.graph.stack(output), steps: try call.derivations(facts))
    case .number: return .formula(call.vector(of: .scalar))
    case .tensor(let tensor): return .formula(call.vector(of: Shape(tensor.shape)))
    case .expression(let node): return .formula(call.vector(of: call.graph.shape(of: node)))
    case let other:
      let text = NodeText(call.graph).text(of: node)
      throw Failure(
        "wrong-type",
        "'shape' needs a tensor or a network, and '\(text)' is \(other.description)", at: node)
    }
  }
}

extension CallContext {
  fileprivate func vector(of shape: Shape) -> Node {
    let extents = shape.extents.map { extent in
      switch extent {
      case .known(let size): graph.number(size)
      case .symbolic(let node): node
      }
    }
    guard !extents.isEmpty else { return graph.constant(Tensor([])) }
    return graph.make(.stack, extents, sort: .number(Shape([extents.count])))
  }

  /// A line for every axis of every window: o = ⌊(i + 2p − k)/s⌋ + 1.
  fileprivate func derivations(
    _ all: [(layer: Layer, facts: Layer.Facts)]
  ) throws(Failure) -> [Step] {
    var lines: [[Link]] = []
    for (layer, facts) in all {
      for (axis, node) in facts.derivation.enumerated() {
        let letter = facts.derivation.count == 1 ? "o" : "o_\(axis + 1)"
        lines.append(try chain(of: node, named: graph.local(letter, of: layer.name, node)))
      }
    }
    return lines.isEmpty ? [] : [.aligned(lines)]
  }
}
