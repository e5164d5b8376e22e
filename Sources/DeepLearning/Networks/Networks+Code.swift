import Algebra
import Workings

extension Networks {
  static let code = BuiltIn(
    "code", parameters: [.positional("net", .network), framework],
    summary: "the network as Python source that runs", source: "torch.nn, keras.layers",
    example: .init("code(input(8) |> dense(4))", gives: "a listing")
  ) { call throws(Failure) in
    let framework: WeightShape.Framework =
      try call.text("framework") == "keras" ? .keras : .pytorch
    let source = try Code.source(
      of: try call.network("net"), framework, call.evaluator)
    return .value(.listing(Listing(language: "python", source: source)))
  }
}
