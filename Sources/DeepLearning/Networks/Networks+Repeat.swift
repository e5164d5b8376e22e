import Algebra
import Workings

extension Networks {
  /// The layers so many times, each time with parameters of their own.
  static let repetition = BuiltIn(
    "repeat", role: .layer,
    parameters: [
      .positional("count", .integer(atLeast: 1)), .positional("layers", .network),
    ],
    summary: "the layers so many times in a row, each with its own parameters",
    example: .init("params(input(8) |> repeat(7, dense(8) |> relu))", gives: "504")
  ) { call throws(Failure) in
    let (count, layers) = (try call.integer("count"), try call.network("layers").layers)
    guard count <= Network.layerLimit / max(1, layers.count) else {
      throw Failure(
        "work-limit", "a network may have \(Network.layerLimit) layers, not more",
        at: call.operand("count"))
    }
    var all: [Layer] = []
    for turn in 1...count {
      // A name stands for one layer: of several each gets its number.
      all += layers.map { layer in
        layer.isNamed && count > 1
          ? layer.placed(named: "\(layer.name)\(turn)", facts: nil)
          : layer.placed(named: layer.name, facts: nil)
      }
    }
    return .value(.network(try Network([]).joined(by: all, call.evaluator)))
  }
}
