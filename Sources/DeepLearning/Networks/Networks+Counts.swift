import Algebra
import Workings

extension Networks {
  static let counts: [BuiltIn] = [
    count(
      "params", "the trainable parameters, layer by layer", "P",
      "params(input(50) |> dense(64) |> dense(1))", "3329"
    ) { $0.parameters },
    count(
      "trainable", "the parameters that are trained, as params", "P",
      "trainable(input(8) |> dense(4))", "36"
    ) { $0.parameters },
    count(
      "non_trainable", "the parameters that are not: running statistics, frozen layers", "U",
      "non_trainable(input(8) |> dense(4, frozen: true))", "36"
    ) { $0.untrained },
    count(
      "products", "the multiplications for one input", "M",
      "products(input(7, 16, 16) |> conv(8, 5))", "201600"
    ) { $0.products },
    count(
      "additions", "the additions for one input, those of biases among them", "A",
      "additions(input(8) |> dense(4))", "32"
    ) { $0.additions },
    flops,
  ]

  /// The sum of one fact over all layers.
  private static func count(
    _ name: String, _ summary: String, _ letter: String, _ source: String, _ result: String,
    _ fact: @escaping @Sendable (Layer.Facts) -> Node
  ) -> BuiltIn {
    BuiltIn(
      name, parameters: [.positional("net", .network)], summary: summary,
      source: "PyTorch's sense of the word", example: .init(source, gives: result)
    ) { call throws(Failure) in
      let total = try call.total(letter, of: try call.network("net"), fact)
      return .formula(total.node, steps: total.steps)
    }
  }

  private static let flops = BuiltIn(
    "flops", parameters: [.positional("net", .network)],
    summary: "multiplications and additions together, for one input",
    example: .init("flops(input(8) |> dense(4))", gives: "64")
  ) { call throws(Failure) in
    let network = try call.network("net")
    let products = try call.total("M", of: network) { $0.products }
    let additions = try call.total("A", of: network) { $0.additions }
    let graph = call.graph
    let (m, a) = (call.local("M", products.node), call.local("A", additions.node))
    return .formula(
      try graph.add(m, a),
      steps: products.steps + additions.steps
        + [.aligned([try call.chain("M", products.node), try call.chain("A", additions.node)])])
  }
}

extension CallContext {
  /// The sum of one fact over all layers, and a line for each layer that has some of it.
  func total(
    _ letter: String, of network: Network, _ fact: (Layer.Facts) -> Node
  ) throws(Failure) -> (node: Node, steps: [Step]) {
    var terms: [(name: String, node: Node)] = []
    for (layer, facts) in try facts(of: network) {
      let node = fact(facts)
      if !Count(graph, node).isZero { terms.append((layer.name, node)) }
    }
    guard let first = terms.first else { return (graph.number(0), []) }
    guard terms.count > 1 else { return (first.node, []) }
    var sum: Count?
    var lines: [[Link]] = []
    for term in terms {
      let id = graph.local(letter, of: term.name, term.node)
      let name = Count(graph, graph.name(id))
      sum = sum.map { $0 + name } ?? name
      lines.append(try chain(of: term.node, named: id))
    }
    return (sum?.node ?? first.node, [.aligned(lines)])
  }

  /// Name = formula = numbers put in = value, of a quantity that is known by a letter here.
  func chain(_ letter: String, _ node: Node) throws(Failure) -> [Link] {
    try chain(of: node, named: graph.define(letter, as: node, role: .local))
  }

  /// Name = formula = numbers put in = value.
  func chain(of node: Node, named id: Quantity.ID) throws(Failure) -> [Link] {
    try Explainer(evaluator, rounding: .significant(15)).chain(of: node, named: id)
  }
}

extension Graph {
  /// A local quantity of one layer: the letter with the layer's name below it.
  func local(_ letter: String, of layer: String, _ node: Node) -> Quantity.ID {
    let isPlain = layer.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let shown = layer.split(separator: "_").joined(separator: "\\_")
    let parts = letter.split(separator: "_")
    let stem = parts.first.map(String.init) ?? letter
    let index = parts.dropFirst().map { $0 + "," }.joined()
    return define(
      "\(letter)_\(layer)", tex: isPlain ? "\(stem)_{\(index)\\text{\(shown)}}" : nil, as: node,
      role: .local)
  }
}
