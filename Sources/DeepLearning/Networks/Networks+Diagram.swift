import Algebra
import Workings

extension Networks {
  static let diagram = BuiltIn(
    "diagram", parameters: [.positional("net", .network)],
    summary: "a drawing of the layers with the shapes between them",
    example: .init("diagram(input(8) |> dense(4))", gives: "a figure")
  ) { call throws(Failure) in
    .value(.figure(Diagram.figure(of: try call.network("net"), call.evaluator)))
  }
}
