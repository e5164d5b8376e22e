import Algebra
import Workings

extension LayerKind {
  static let activations = [
    activation("relu", "torch.nn.ReLU"),
    activation("sigmoid", "torch.nn.Sigmoid"),
    activation("tanh", "torch.nn.Tanh"),
    activation("softmax", "torch.nn.Softmax"),
    activation("gelu", "torch.nn.GELU"),
    activation(
      "leaky_relu", "torch.nn.LeakyReLU",
      [.labelled("slope", .scalar, or: .value(.number(Real(1, 100))))]),
  ]

  /// Entry by entry; no parameters, and no products are counted.
  private static func activation(
    _ name: String, _ source: String, _ parameters: [Parameter] = []
  ) -> LayerKind {
    LayerKind(
      name, parameters, summary: "the activation \(name), entry by entry; no parameters",
      source: source, example: .init("params(input(8) |> \(name))", gives: "0")
    ) { place throws(Failure) in
      try place.unchanged()
    }
  }
}
