import Algebra

/// The table that shows a network: a row a layer with its output and its parameters.
struct NetworkTable {
  private let network: Network
  private let evaluator: Evaluator

  init(_ network: Network, _ evaluator: Evaluator) {
    self.network = network
    self.evaluator = evaluator
  }

  var step: Step {
    let rows = network.layers.map { layer in
      ResultTable.Row([
        .text(layer.name), layer.facts.map { extents($0.output) } ?? .text("–"),
        layer.facts.map { value(of: $0.parameters) } ?? .text("–"),
      ])
    }
    return .table(
      ResultTable(
        caption: "",
        headings: [.words("layer"), .words("output"), .words("parameters")], rows: rows))
  }

  private func extents(_ nodes: [Node]) -> Value {
    let parts = nodes.map { node in
      switch value(of: node) {
      case .number(let number): number.description
      case .expression(let node): NodeText(evaluator.graph).text(of: node)
      case .truth, .text, .tensor, .interval, .sample, .dataSet, .record, .list, .function, .trace,
        .network, .figure, .listing, .names:
        "?"
      }
    }
    return .text(parts.joined(separator: " × "))
  }

  private func value(of node: Node) -> Value {
    (try? evaluator.result(of: node)) ?? .text("?")
  }
}
