import Algebra
import Workings

extension UpdateRules {
  static let correction = Parameter.convention("bias_correction", .truth, or: .truth(true))
  static let decay = Parameter.labelled("weight_decay", .scalar, or: .value(.number(0)))

  static let adam = UpdateRule(
    name: "adam",
    parameters: [
      eta, beta("beta1", 900), beta("beta2", 999), eps(-8), correction, decay, insideRoot,
    ],
    summary: "Adam: running means of gradients and squared gradients, corrected for their start",
    source: "Kingma and Ba, arXiv:1412.6980, algorithm 1; torch.optim.Adam",
    example: .init("w = 1; round(adam(w^2, wrt: w, eta: 0.1).w, places: 6)", gives: "9/10"),
    letters: ["m", "v"]
  ) { use throws(Failure) in
    try moments(use, gradient: try decayed(use), from: use.parameter)
  }

  static let adamw = UpdateRule(
    name: "adamw",
    parameters: [
      eta, beta("beta1", 900), beta("beta2", 999), eps(-8), correction,
      .labelled("weight_decay", .scalar, or: .value(.number(Real(1, 100)))), insideRoot,
    ],
    summary: "Adam with the weights' decay apart from the gradient",
    source: "Loshchilov and Hutter, arXiv:1711.05101, algorithm 2; torch.optim.AdamW",
    example: .init("w = 1; adamw(w^2, wrt: w, eta: 0.1).grad_w", gives: "[2]"), letters: ["m", "v"]
  ) { use throws(Failure) in
    let (eta, decay) = (
      try use.option("eta", tex: "\\eta"), try use.option("weight_decay", tex: "\\lambda")
    )
    let shrunk = try use.minus(
      use.parameter, try use.times(try use.times(eta, decay), use.parameter))
    return try moments(use, gradient: use.gradient, from: shrunk)
  }

  /// Dozat's schedule of the momentum, μₜ = β₁(1 − 0.96^(tψ)/2), as PyTorch and Keras have it; the
  /// classical form keeps μ = β₁.
  static let nadam = UpdateRule(
    name: "nadam",
    parameters: [
      eta, beta("beta1", 900), beta("beta2", 999), eps(-8), decay,
      .labelled("momentum_decay", .scalar, or: .value(.number(Real(4, 1000)))),
      .convention("form", .choice(["pytorch", "classical"]), or: .text("pytorch")), insideRoot,
    ],
    summary: "Adam with Nesterov's look ahead",
    source: "Dozat 2016; torch.optim.NAdam",
    example: .init(
      "w = 1; round(nadam(w^2, wrt: w, eta: 0.1, beta1: 0).w, places: 6)", gives: "9/10"),
    letters: ["m", "v", "s"]
  ) { use throws(Failure) in
    let graph = use.graph
    let (eta, eps) = (try use.option("eta", tex: "\\eta"), try use.option("eps", tex: "\\epsilon"))
    let (beta1, beta2) = (
      try use.option("beta1", tex: "\\beta_1"), try use.option("beta2", tex: "\\beta_2")
    )
    let one = graph.number(1)
    let g = try decayed(use)
    let (first, second, share) = (use.state("m"), use.state("v"), use.state("s"))
    let m = use.named("m", try use.average(beta1, graph.name(first), g))
    let v = use.named("v", try use.average(beta2, graph.name(second), try use.squared(g)))
    let (mu, next) = try momenta(use, beta1)
    // s = 1 − μ₁μ₂…μₜ begins at 0 and goes on as 1 − (1 − s)μ.
    let s = use.named(
      "s", try use.minus(one, try use.times(try use.minus(one, graph.name(share)), mu)))
    let vhat = use.named("vhat", try corrected(use, v, beta2))
    let now = try graph.divide(try use.times(try use.minus(one, mu), g), s)
    let ahead = try graph.divide(
      try use.times(next, m), try use.minus(one, try use.times(try use.minus(one, s), next)))
    let mhat = use.named("mhat", try use.plus(now, ahead))
    return [
      UpdateRule.Part(column: "m", node: m, state: first),
      UpdateRule.Part(column: "v", node: v, state: second),
      UpdateRule.Part(column: "s", node: s, state: share),
      UpdateRule.Part(column: "mhat", node: mhat),
      UpdateRule.Part(column: "vhat", node: vhat),
      UpdateRule.Part(column: "", node: try scaled(use, eta, mhat, try use.root(vhat, eps))),
    ]
  }

  /// The momentum of this step and of the next.
  private static func momenta(
    _ use: UpdateRule.Ingredients, _ beta: Node
  ) throws(Failure) -> (Node, Node) {
    guard try use.call.text("form") == "pytorch" else { return (beta, beta) }
    let graph = use.graph
    let one = graph.number(1)
    let slowness = try use.option("momentum_decay", tex: "\\psi")
    func momentum(_ step: Node) throws(Failure) -> Node {
      let base = graph.number(.exact(Rational(96, 100)))
      let power = try graph.power(base, try use.times(step, slowness))
      let rest = try use.minus(one, try graph.divide(power, graph.number(2)))
      return try use.times(beta, rest)
    }
    return (try momentum(use.step), try momentum(try use.plus(use.step, one)))
  }

  /// The gradient with the weights' decay added, where there is one.
  private static func decayed(_ use: UpdateRule.Ingredients) throws(Failure) -> Node {
    let decay = try use.option("weight_decay", tex: "\\lambda")
    let isPlain = decay == use.graph.number(0) || use.call.operand("weight_decay") == nil
    return isPlain
      ? use.gradient : try use.plus(use.gradient, try use.times(decay, use.parameter))
  }

  static let adamax = UpdateRule(
    name: "adamax", parameters: [eta, beta("beta1", 900), beta("beta2", 999), eps(-8)],
    summary: "Adam with the largest gradient so far instead of the squares' mean",
    source: "Kingma and Ba, arXiv:1412.6980, algorithm 2; torch.optim.Adamax",
    example: .init("w = 1; round(adamax(w^2, wrt: w, eta: 0.1).w, places: 6)", gives: "9/10"),
    letters: ["m", "u"]
  ) { use throws(Failure) in
    let graph = use.graph
    let (eta, eps) = (try use.option("eta", tex: "\\eta"), try use.option("eps", tex: "\\epsilon"))
    let (beta1, beta2) = (
      try use.option("beta1", tex: "\\beta_1"), try use.option("beta2", tex: "\\beta_2")
    )
    let (first, largest) = (use.state("m"), use.state("u"))
    let m = use.named("m", try use.average(beta1, graph.name(first), use.gradient))
    let size = try use.plus(try graph.apply(.abs, to: use.gradient), eps)
    let u = use.named("u", try graph.larger(try use.times(beta2, graph.name(largest)), size))
    let mhat = use.named("mhat", try corrected(use, m, beta1))
    return [
      UpdateRule.Part(column: "m", node: m, state: first),
      UpdateRule.Part(column: "u", node: u, state: largest),
      UpdateRule.Part(column: "mhat", node: mhat),
      UpdateRule.Part(column: "", node: try scaled(use, eta, mhat, u)),
    ]
  }

  /// Both moments, their corrections, and the step from `start`.
  private static func moments(
    _ use: UpdateRule.Ingredients, gradient g: Node, from start: Node
  ) throws(Failure) -> [UpdateRule.Part] {
    let graph = use.graph
    let (eta, eps) = (try use.option("eta", tex: "\\eta"), try use.option("eps", tex: "\\epsilon"))
    let (beta1, beta2) = (
      try use.option("beta1", tex: "\\beta_1"), try use.option("beta2", tex: "\\beta_2")
    )
    let (first, second) = (use.state("m"), use.state("v"))
    let m = use.named("m", try use.average(beta1, graph.name(first), g))
    let v = use.named("v", try use.average(beta2, graph.name(second), try use.squared(g)))
    var parts = [
      UpdateRule.Part(column: "m", node: m, state: first),
      UpdateRule.Part(column: "v", node: v, state: second),
    ]
    var (direction, scale) = (m, v)
    if try use.call.truth("bias_correction") {
      direction = use.named("mhat", try corrected(use, m, beta1))
      scale = use.named("vhat", try corrected(use, v, beta2))
      parts.append(UpdateRule.Part(column: "mhat", node: direction))
      parts.append(UpdateRule.Part(column: "vhat", node: scale))
    }
    let ratio = try graph.divide(direction, try use.root(scale, eps))
    let next = try use.minus(start, try use.times(eta, ratio))
    return parts + [UpdateRule.Part(column: "", node: next)]
  }

  /// moment / (1 − βᵗ).
  private static func corrected(
    _ use: UpdateRule.Ingredients, _ moment: Node, _ beta: Node
  ) throws(Failure) -> Node {
    let rest = try use.minus(use.graph.number(1), try use.graph.power(beta, use.step))
    return try use.graph.divide(moment, rest)
  }
}
