import Algebra
import Workings

extension LayerKind {
  static let dense = [denseLayer, flatten, dropout]

  private static let denseLayer = LayerKind(
    "dense", [.positional("units", .scalar), bias],
    summary: "every unit sees every feature: n_out·(n_in + 1) parameters",
    source: "torch.nn.Linear",
    example: .init("params(input(7, 16, 16) |> flatten |> dense(8*12^2))", gives: "2065536")
  ) { place throws(Failure) in
    let (features, steps) = try place.features()
    let units = try place.size("units")
    let (m, n) = (
      place.local("n_out", tex: "n_{\\text{out}}", units),
      place.local("n_in", tex: "n_{\\text{in}}", features)
    )
    let hasBias = try place.isOn("bias")
    var tally = Tally((steps.map { [$0] } ?? []) + [units], place.layout)
    tally.parameters = hasBias ? m * (n + 1) : m * n
    let additions = hasBias ? m * n : m * (n - 1)
    // Each step of a sequence goes through the same weights.
    let t = steps.map { place.local("T", $0) }
    tally.products = t.map { $0 * m * n } ?? m * n
    tally.additions = t.map { $0 * additions } ?? additions
    tally.sight = .everything
    return try place.facts(tally)
  }

  private static let flatten = LayerKind(
    "flatten", summary: "all entries as one vector", source: "torch.nn.Flatten",
    example: .init("shape(input(7, 16, 16) |> flatten)", gives: "[1792]")
  ) { place throws(Failure) in
    let graph = place.graph
    // An extent of 1 says nothing in a product.
    let factors = place.input.filter { count in
      guard case .number(let literal) = graph.operation(of: count.node) else { return true }
      return literal.value != .one
    }
    return try place.facts(Tally([factors.product ?? place.number(1)], .features))
  }

  private static let dropout = LayerKind(
    "dropout", [.positional("rate", .scalar)],
    summary: "sets a share of the entries to zero while training; no parameters",
    source: "torch.nn.Dropout",
    example: .init("params(input(8) |> dropout(0.4))", gives: "0")
  ) { place throws(Failure) in
    if let node = place.option("rate"), case .number(let rate) = try place.evaluator.value(of: node)
    {
      guard rate >= .zero, rate < .one else {
        throw Failure(
          "wrong-size",
          "the rate \(NodeText.text(of: rate)) of \(place.title) is not from 0 up to, but not, 1",
          at: node)
      }
    }
    return try place.unchanged()
  }
}
