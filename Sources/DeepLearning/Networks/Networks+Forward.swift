import Algebra
import Workings

extension Networks {
  /// One input led through a network with given weights.
  static let forward = BuiltIn(
    "forward",
    parameters: [
      .positional("net", .network), .positional("x", .numbers),
      .labelled("weights", .record, or: .value(.record(Record([])))),
    ],
    summary: "what leaves every layer for one input; weights by layer in PyTorch's layout",
    source: "torch.nn.Module.forward",
    example: .init(
      "forward(input(2) |> dense(1) |> relu, [3, 4], weights: {dense1: {weight: [[1, 2]], bias: [-1]}}).output",
      gives: "[10]")
  ) { call throws(Failure) in
    guard case .record(let weights) = try call.value("weights") else {
      throw Failure("wrong-type", "'forward' needs a record of weights")
    }
    var forward = Forward(call)
    let last = try forward.lead(
      try call.node("x"), through: try call.network("net"), weights: weights)
    var rows: [[Value]] = []
    var fields: [Record.Field] = []
    var lines: [[Link]] = []
    for (layer, id) in forward.outputs {
      let value = try call.evaluator.result(of: call.graph.name(id))
      rows.append([.text(layer.name), value])
      fields.append(Record.Field(layer.name, value))
      // Vectors show how they come about; maps have a table of their own in 'convolve' and 'pool'.
      if let node = call.graph.definition(of: id), call.graph.shape(of: node).rank < 2 {
        lines.append(try call.chain(of: node, named: id))
      }
    }
    fields.append(Record.Field("output", try call.evaluator.result(of: last)))
    let trace = Trace(columns: ["layer", "output"], rows: rows, fields: Record(fields))
    return .value(.trace(trace), steps: lines.isEmpty ? [] : [.aligned(lines)])
  }
}
