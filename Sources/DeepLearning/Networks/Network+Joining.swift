import Algebra
import Workings

extension Network {
  /// More layers than this are refused.
  static let layerLimit = 10_000

  /// These layers behind the chain: named by kind and count, and worked out where an input is known.
  func joined(by next: [Layer], _ evaluator: Evaluator) throws(Failure) -> Network {
    guard layers.count + next.count <= Network.layerLimit else {
      throw Failure(
        "work-limit", "a network may have \(Network.layerLimit) layers, not more")
    }
    var placed = layers
    var taken = Set(layers.map(\.name))
    var counts: [String: Int] = [:]
    for layer in layers where !layer.isNamed { counts[layer.kind, default: 0] += 1 }
    for layer in next {
      if layer.kind == LayerKind.input.name, !placed.isEmpty {
        throw Failure(
          "misplaced-input", "an input stands at the beginning of a network, not behind a layer")
      }
      let name: String
      if layer.isNamed {
        guard !taken.contains(layer.name) else { throw .nameTaken(layer.name) }
        name = layer.name
      } else {
        var count = counts[layer.kind, default: 0] + 1
        while taken.contains("\(layer.kind)\(count)") { count += 1 }
        counts[layer.kind] = count
        name = layer.kind == LayerKind.input.name ? layer.kind : "\(layer.kind)\(count)"
      }
      taken.insert(name)
      let known = placed.last?.facts
      placed.append(try layer.placed(named: name, behind: known, evaluator))
    }
    return Network(placed)
  }
}

extension Layer {
  /// This layer with its facts, where what stands before it has some.
  func placed(
    named name: String, behind facts: Facts?, _ evaluator: Evaluator
  ) throws(Failure) -> Layer {
    guard facts != nil || kind == LayerKind.input.name else {
      return placed(named: name, facts: nil)
    }
    guard let rule = LayerKind.named(kind) else {
      throw Failure("unknown-layer", "there is no kind of layer '\(kind)'")
    }
    var inner: [Network] = []
    for network in self.inner { inner.append(try network.placed(behind: facts, evaluator)) }
    let layer = placed(named: name, facts: nil, inner: inner)
    return layer.placed(
      named: name, facts: try rule.place(Placement(layer, behind: facts, evaluator)))
  }
}

extension Network {
  /// The same layers by the same names behind a shape.
  fileprivate func placed(
    behind facts: Layer.Facts?, _ evaluator: Evaluator
  ) throws(Failure) -> Network {
    var last = facts
    var placed: [Layer] = []
    for layer in layers {
      guard layer.kind != LayerKind.input.name else {
        throw Failure(
          "misplaced-input", "an input stands at the beginning of a network, not inside a layer")
      }
      let next = try layer.placed(named: layer.name, behind: last, evaluator)
      placed.append(next)
      last = next.facts
    }
    return Network(placed)
  }
}

extension Failure {
  static func nameTaken(_ name: String) -> Failure {
    Failure(
      "name-taken", "two layers of one network are named '\(name)'",
      hint: "give one of them another name")
  }
}
