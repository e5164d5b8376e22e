import Algebra
import Language
import Workings

extension ValueJSON {
  /// A network with its layers; sizes that are symbols are texts.
  func network(_ network: Network) -> JSON {
    object(
      "network",
      [
        ("layers", .array(network.layers.filter { $0.kind != "input" }.map { layer($0) })),
        ("parameters", total(network.layers)),
      ])
  }

  private func layer(_ layer: Layer) -> JSON {
    let facts = layer.facts
    return .members([
      ("name", .text(layer.name)), ("kind", .text(layer.kind)),
      ("output_shape", facts.map { .array($0.output.map { size($0) }) } ?? .null),
      ("parameters", facts.map { size($0.parameters) } ?? .null),
      ("trainable", facts.map { .truth(!layer.isFrozen && !isZero($0.parameters)) } ?? .null),
      ("products", facts.map { size($0.products) } ?? .null),
      ("receptive_field", facts?.field.map { axes($0.clipped) } ?? .null),
    ])
  }

  /// One number where all axes are alike, else one an axis.
  private func axes(_ sizes: [Int]) -> JSON {
    guard let first = sizes.first, sizes.contains(where: { $0 != first }) else {
      return sizes.first.map(JSON.integer) ?? .null
    }
    return .array(sizes.map(JSON.integer))
  }

  private func isZero(_ node: Node) -> Bool {
    if case .integer(0) = size(node) { return true }
    return false
  }

  private func total(_ layers: [Layer]) -> JSON {
    var sum = 0
    for layer in layers {
      guard let facts = layer.facts, case .integer(let count) = size(facts.parameters) else {
        if layer.kind == "input" { continue }
        return .null
      }
      sum += count
    }
    return .integer(sum)
  }

  private func size(_ node: Node) -> JSON {
    let value = run.value(of: node)
    if case .number(let number)? = value {
      return number.exactValue?.integer.map(JSON.integer) ?? .number(number.double)
    }
    guard case .expression(let inner)? = value else { return .null }
    return .text(NodeText(run.graph).text(of: inner))
  }
}
