import Algebra
import Figures
import Workings

/// The drawing of a network: a box a layer, with the shape of what leaves it on the arrow.
struct Diagram {
  private let evaluator: Evaluator
  private var layers: [LayerDiagram.Layer] = []
  private var shortcuts: [GraphDrawing.Edge] = []

  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  static func figure(of network: Network, _ evaluator: Evaluator) -> Figure {
    var diagram = Diagram(evaluator)
    for layer in network.layers { diagram.add(layer) }
    return LayerDiagram(diagram.layers, shortcuts: diagram.shortcuts).figure()
  }

  private mutating func add(_ layer: Layer) {
    switch layer.kind {
    case "residual":
      guard !layers.isEmpty else { break }
      let start = layers.count - 1
      for inner in layer.inner.flatMap(\.layers) { add(inner) }
      layers.append(
        LayerDiagram.Layer(
          Figure.Label("+"), output: output(of: layer), isJunction: true))
      shortcuts.append(GraphDrawing.Edge(from: start, to: layers.count - 1))
    default:
      layers.append(
        LayerDiagram.Layer(
          Figure.Label(layer.name), details: details(of: layer).map { Figure.Label($0) },
          output: output(of: layer), isJunction: layer.kind == LayerKind.input.name))
    }
  }

  private func output(of layer: Layer) -> Figure.Label? {
    layer.facts.map { facts in
      Figure.Label(facts.output.map { text(of: $0) }.joined(separator: "×"))
    }
  }

  private func text(of node: Node) -> String {
    let result = try? evaluator.result(of: node)
    if case .number(let number)? = result { return NodeText.text(of: number) }
    if case .expression(let inner)? = result { return NodeText(evaluator.graph).text(of: inner) }
    return NodeText(evaluator.graph).text(of: node)
  }

  /// Its options that are not the usual ones, and how many parameters it has.
  private func details(of layer: Layer) -> [String] {
    guard layer.kind != LayerKind.input.name else { return [] }
    var lines: [String] = []
    let kind = LayerKind.named(layer.kind)
    let options = layer.declaration.compactMap { argument -> String? in
      let parameter = kind?.parameters.first { $0.label == argument.label }
      if let fallback = parameter?.fallback, case .value(let usual) = fallback,
        (try? evaluator.value(of: argument.node)) == usual
      {
        return nil
      }
      return "\(argument.label) \(text(of: argument.node))"
    }
    if layer.isNamed { lines.append(layer.kind) }
    if !options.isEmpty { lines.append(options.joined(separator: ", ")) }
    lines += layer.inner.map { network in
      network.layers.map(\.name).joined(separator: ", ")
    }
    if let facts = layer.facts, !Count(evaluator.graph, facts.parameters).isZero {
      lines.append("\(text(of: facts.parameters)) parameters")
    }
    return lines
  }
}
