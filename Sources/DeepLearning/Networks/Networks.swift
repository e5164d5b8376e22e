import Algebra
import Workings

/// Layers, the sign that joins them, and what can be counted of a network.
enum Networks {
  static let all: [BuiltIn] =
    LayerKind.all.map(\.builtIn) + [joiner, repetition, shape] + counts
    + weights + [receptiveField, summary, code, diagram, forward]

  /// `chain |> next`: the layers of `next` behind those of `chain`.
  private static let joiner = BuiltIn(
    "|>",
    parameters: [.positional("chain", .network), .positional("next", .network)],
    summary: "the layers of one chain behind those of another",
    example: .init("shape(input(3, 8, 8) |> conv(4, 3) |> flatten)", gives: "[144]")
  ) { call throws(Failure) in
    let (chain, next) = (try call.network("chain"), try call.network("next"))
    return .value(.network(try chain.joined(by: next.layers, call.evaluator)))
  }
}

extension CallContext {
  /// A network, with or without an input.
  func network(_ label: String) throws(Failure) -> Network {
    guard case .network(let network) = try value(label) else {
      throw Failure("wrong-type", "'\(builtIn.name)' needs a network for '\(label)'")
    }
    return network
  }

  /// The facts of every layer of a network that has an input.
  func facts(of network: Network) throws(Failure) -> [(layer: Layer, facts: Layer.Facts)] {
    var all: [(layer: Layer, facts: Layer.Facts)] = []
    for layer in network.layers {
      guard let facts = layer.facts else {
        throw Failure(
          "no-input", "'\(builtIn.name)' needs a network with an input, and this chain has none",
          hint: "write input(…) |> in front of it")
      }
      all.append((layer, facts))
    }
    guard !all.isEmpty else { throw Failure("no-input", "the network has no layers") }
    return all
  }
}
