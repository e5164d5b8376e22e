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
    let decay = try use.option("weight_decay", tex: "\\lambda")
    let isPlain = decay == use.graph.number(0) || use.call.operand("weight_decay") == nil
    let g = isPlain ? use.gradient : try use.plus(use.gradient, try use.times(decay, use.parameter))
    return try moments(use, gradient: g, from: use.parameter)
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
