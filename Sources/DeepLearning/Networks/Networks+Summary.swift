import Algebra
import Workings

extension Networks {
  static let summary = BuiltIn(
    "summary", parameters: [.positional("net", .network)],
    summary: "a table of the layers: output, parameters, products, receptive field",
    source: "Model.summary of Keras",
    example: .init(
      "summary(input(3, 32, 32) |> conv(10, 5) |> maxpool(2)).parameters", gives: "760")
  ) { call throws(Failure) in
    let all = try call.facts(of: try call.network("net"))
    var rows: [[Value]] = []
    for (layer, facts) in all {
      let output = try call.graph.stack(facts.output)
      rows.append([
        .text(layer.name), try call.evaluator.result(of: output),
        try call.evaluator.result(of: facts.parameters),
        .expression(call.putIn(facts.parameters)),
        try call.evaluator.result(of: facts.products),
        facts.field.map { Networks.entry($0.clipped) } ?? .text("–"),
      ])
    }
    func sum(_ fact: (Layer.Facts) -> Node) throws(Failure) -> Value {
      var total = Count(call.graph, 0)
      for (_, facts) in all { total = total + Count(call.graph, fact(facts)) }
      return try call.evaluator.result(of: total.node)
    }
    var layout = Trace.Layout()
    layout.caption = "Layers"
    let trace = Trace(
      columns: ["layer", "output", "parameters", "formula", "products", "field"], rows: rows,
      fields: Record([
        Record.Field("parameters", try sum { $0.parameters }),
        Record.Field("non_trainable", try sum { $0.untrained }),
        Record.Field("products", try sum { $0.products }),
        Record.Field("additions", try sum { $0.additions }),
      ]), layout: layout)
    let words = [
      ("In all ", "parameters", " trained parameters, "), ("", "non_trainable", " not trained, "),
      ("", "products", " products, "), ("", "additions", " additions"),
    ]
    let totals = words.flatMap { before, field, after in
      [Phrase.words(before)] + call.phrase(of: trace.fields[field]) + [.words(after)]
    }
    return .value(.trace(trace), steps: [.sentence(totals)])
  }
}

extension CallContext {
  /// A formula with what its letters stand for put in, as it was written: 8·(7·5² + 1).
  fileprivate func putIn(_ formula: Node) -> Node {
    var node = formula
    // A letter may stand for letters in turn, as in a layer made of layers.
    for _ in 0..<Graph.rankLimit {
      var found: [Quantity.ID: Node] = [:]
      for id in graph.names(in: node) where graph[id].role == .local {
        found[id] = graph.definition(of: id)
      }
      guard !found.isEmpty else { break }
      node = graph.substituting(found, in: node)
    }
    return node
  }

  fileprivate func phrase(of value: Value?) -> [Phrase] {
    if case .number(let number)? = value {
      return [.formula(Link(.equal, graph.number(number), .value))]
    }
    guard case .expression(let node)? = value else { return [] }
    return [.formula(Link(.equal, node))]
  }
}
