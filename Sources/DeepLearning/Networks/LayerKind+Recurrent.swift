import Algebra
import Workings

extension LayerKind {
  static let recurrent = [rnn, lstm, gru]

  /// Frameworks differ in how many bias vectors a gate has: Keras one, PyTorch two.
  private static let biases = Parameter.convention(
    "biases", .integer(atLeast: 0), or: .number(1), alternatives: [.number(1), .number(2)])
  private static let sequences = Parameter.labelled(
    "sequences", .truth, or: .value(.truth(false)))

  private static let rnn = LayerKind(
    "rnn", [.positional("units", .scalar), sequences, biases],
    summary: "a simple recurrent layer: d·h + h² + h parameters", source: "torch.nn.RNN",
    example: .init("params(input(steps: 7, features: 3) |> rnn(5))", gives: "45")
  ) { place throws(Failure) in
    try place.unrolled(gates: 1, stateProducts: 0, stateAdditions: 0)
  }

  private static let lstm = LayerKind(
    "lstm",
    [
      .positional("units", .scalar),
      .labelled("projection", .scalar, or: .value(.number(0))), sequences, biases,
    ],
    summary: "a long short-term memory: 4·(d·h + h² + h) parameters",
    source: "torch.nn.LSTM; Hochreiter and Schmidhuber, doi:10.1162/neco.1997.9.8.1735",
    example: .init("params(input(steps: 10, features: 4) |> lstm(3))", gives: "96")
  ) { place throws(Failure) in
    // f⊙c, i⊙g and o⊙tanh(c); one sum for c.
    try place.unrolled(gates: 4, stateProducts: 3, stateAdditions: 1)
  }

  private static let gru = LayerKind(
    "gru",
    [
      .positional("units", .scalar),
      .convention("reset", .choice(["before", "after"]), or: .text("before")), sequences, biases,
    ],
    summary: "a gated recurrent unit: 3·(d·h + h² + h) parameters",
    source: "torch.nn.GRU; Cho et al., arXiv:1406.1078",
    example: .init("params(input(steps: 7, features: 3) |> gru(5))", gives: "135")
  ) { place throws(Failure) in
    // r⊙h, z⊙h and (1 − z)⊙n; 1 − z and the sum of two.
    try place.unrolled(gates: 3, stateProducts: 3, stateAdditions: 2)
  }
}

extension Placement {
  /// A recurrent layer of so many gates, each with weights [h, d] and [h, h] and its biases.
  ///
  /// With a projection to r features the recurrent weights are [h, r] and the projection's [r, h].
  fileprivate func unrolled(
    gates: Int, stateProducts: Int, stateAdditions: Int
  ) throws(Failure) -> Layer.Facts {
    let (steps, features) = try sequence()
    let units = try size("units")
    let (d, h, t) = (local("d", features), local("h", units), local("T", steps))
    var projection: Count?
    if option("projection") != nil {
      let size = try size("projection", atLeast: 0)
      if try known(size) != 0 { projection = size }
    }
    let r = projection.map { local("r", $0) }
    let weights = d * h + (r.map { $0 * h } ?? h.squared)
    let biases = try known(try size("biases", atLeast: 0)) ?? 1
    let perGate = biases == 0 ? weights : biases == 1 ? weights + h : weights + biases * h
    let projected = r.map { $0 * h }
    func gated(_ count: Count) -> Count { gates == 1 ? count : gates * count }
    func withProjection(_ count: Count) -> Count { projected.map { count + $0 } ?? count }
    let outputs = projection ?? units
    var tally = Tally(
      try isOn("sequences") ? [steps, outputs] : [outputs],
      try isOn("sequences") ? .sequence : .features)
    tally.sight = .lost
    tally.parameters = withProjection(gated(perGate))
    var products = withProjection(gated(weights))
    if stateProducts > 0 { products = products + stateProducts * h }
    tally.products = t * products
    // Of d + h products a unit there are d + h − 1 sums, and one more for each bias.
    let sums = biases == 1 ? weights : biases == 0 ? weights - h : weights + (biases - 1) * h
    var additions = gated(sums)
    if let r { additions = additions + r * (h - 1) }
    if stateAdditions > 0 { additions = additions + (stateAdditions == 1 ? h : stateAdditions * h) }
    tally.additions = t * additions
    return try facts(tally)
  }
}
