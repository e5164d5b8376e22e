import Algebra
import Workings

/// The update rules of the language, with PyTorch's defaults.
enum UpdateRules {
  static let all: [UpdateRule] = [
    sgd, momentum, adagrad, rmsprop, adadelta, adam, adamw, nadam, adamax,
  ]

  static let eta = Parameter.labelled("eta", .scalar)
  static let insideRoot = Parameter.convention("eps_inside", .truth, or: .truth(false))

  static func eps(_ power: Int) -> Parameter {
    let value = (try? Rational(10).power(power)) ?? .zero
    return .labelled("eps", .scalar, or: .value(.number(.exact(value))))
  }

  static func beta(_ label: String, _ thousandths: Int) -> Parameter {
    .labelled(label, .scalar, or: .value(.number(Real(thousandths, 1000))))
  }

  private static let sgd = UpdateRule(
    name: "sgd", parameters: [eta], summary: "gradient descent: w ← w - eta·gradient",
    source: "torch.optim.SGD",
    example: .init("w = 4; sgd(w^2/2, wrt: w, eta: 0.5).w", gives: "2"), letters: []
  ) { use throws(Failure) in
    let eta = try use.option("eta", tex: "\\eta")
    let next = try use.minus(use.parameter, try use.times(eta, use.gradient))
    return [UpdateRule.Part(column: "", node: next)]
  }

  private static let momentum = UpdateRule(
    name: "momentum",
    parameters: [
      eta, beta("beta", 900),
      .convention("form", .choice(["pytorch", "classical", "average"]), or: .text("pytorch")),
      .convention("nesterov", .truth, or: .truth(false)),
    ],
    summary: "gradient descent with a velocity", source: "torch.optim.SGD; Sutskever et al. 2013",
    example: .init("w = 1; momentum(w^2, wrt: w, eta: 0.1).w", gives: "4/5"), letters: ["v"]
  ) { use throws(Failure) in
    let (eta, beta) = (try use.option("eta", tex: "\\eta"), try use.option("beta", tex: "\\beta"))
    let state = use.state("v")
    let (old, g) = (use.graph.name(state), use.gradient)
    let form = try use.call.text("form")
    let velocity: Node
    switch form {
    case "classical": velocity = try use.minus(try use.times(beta, old), try use.times(eta, g))
    case "average": velocity = try use.average(beta, old, g)
    default: velocity = try use.plus(try use.times(beta, old), g)
    }
    let v = use.named("v", velocity)
    var move = v
    if try use.call.truth("nesterov") {
      // One look ahead: the velocity that the next step would begin with.
      switch form {
      case "classical": move = try use.minus(try use.times(beta, v), try use.times(eta, g))
      case "average": move = try use.average(beta, v, g)
      default: move = try use.plus(g, try use.times(beta, v))
      }
    }
    let next =
      form == "classical"
      ? try use.plus(use.parameter, move) : try use.minus(use.parameter, try use.times(eta, move))
    return [
      UpdateRule.Part(column: "v", node: v, state: state),
      UpdateRule.Part(column: "", node: next),
    ]
  }

  private static let adagrad = UpdateRule(
    name: "adagrad", parameters: [eta, eps(-10), insideRoot],
    summary: "steps scaled by the root of the summed squared gradients",
    source: "Duchi, Hazan and Singer 2011; torch.optim.Adagrad",
    example: .init("w = 1; round(adagrad(w^2, wrt: w, eta: 0.5).w, places: 6)", gives: "1/2"),
    letters: ["v"]
  ) { use throws(Failure) in
    let (eta, eps) = (try use.option("eta", tex: "\\eta"), try use.option("eps", tex: "\\epsilon"))
    let state = use.state("v")
    let v = use.named("v", try use.plus(use.graph.name(state), try use.squared(use.gradient)))
    return [
      UpdateRule.Part(column: "v", node: v, state: state),
      UpdateRule.Part(column: "", node: try scaled(use, eta, use.gradient, try use.root(v, eps))),
    ]
  }

  private static let rmsprop = UpdateRule(
    name: "rmsprop", parameters: [eta, beta("rho", 990), eps(-8), insideRoot],
    summary: "steps scaled by the root of a running mean of squared gradients",
    source: "Tieleman and Hinton 2012; torch.optim.RMSprop",
    example: .init("w = 1; rmsprop(w^2, wrt: w, eta: 0.1, rho: 0).grad_w", gives: "[2]"),
    letters: ["v"]
  ) { use throws(Failure) in
    let (eta, eps) = (try use.option("eta", tex: "\\eta"), try use.option("eps", tex: "\\epsilon"))
    let rho = try use.option("rho", tex: "\\rho")
    let state = use.state("v")
    let squares = try use.squared(use.gradient)
    let v = use.named("v", try use.average(rho, use.graph.name(state), squares))
    return [
      UpdateRule.Part(column: "v", node: v, state: state),
      UpdateRule.Part(column: "", node: try scaled(use, eta, use.gradient, try use.root(v, eps))),
    ]
  }

  private static let adadelta = UpdateRule(
    name: "adadelta",
    parameters: [
      .labelled("eta", .scalar, or: .value(.number(1))), beta("rho", 900), eps(-6),
    ],
    summary: "steps scaled by running means of squared gradients and squared steps",
    source: "Zeiler, arXiv:1212.5701; torch.optim.Adadelta",
    example: .init("w = 1; adadelta(w^2, wrt: w).grad_w", gives: "[2]"), letters: ["v", "u"]
  ) { use throws(Failure) in
    let (eta, eps) = (try use.option("eta", tex: "\\eta"), try use.option("eps", tex: "\\epsilon"))
    let rho = try use.option("rho", tex: "\\rho")
    let (squares, steps) = (use.state("v"), use.state("u"))
    let graph = use.graph
    let old = (v: graph.name(squares), u: graph.name(steps))
    let v = use.named("v", try use.average(rho, old.v, try use.squared(use.gradient)))
    let above = try graph.apply(.sqrt, to: try use.plus(old.u, eps))
    let below = try graph.apply(.sqrt, to: try use.plus(v, eps))
    let step = use.named("d", try use.times(try graph.divide(above, below), use.gradient))
    let u = use.named("u", try use.average(rho, old.u, try use.squared(step)))
    return [
      UpdateRule.Part(column: "v", node: v, state: squares),
      UpdateRule.Part(column: "d", node: step),
      UpdateRule.Part(column: "u", node: u, state: steps),
      UpdateRule.Part(
        column: "", node: try use.minus(use.parameter, try use.times(eta, step))),
    ]
  }

  /// parameter − η·direction/scale.
  static func scaled(
    _ use: UpdateRule.Ingredients, _ eta: Node, _ direction: Node, _ scale: Node
  ) throws(Failure) -> Node {
    let step = try use.graph.divide(direction, scale)
    return try use.minus(use.parameter, try use.times(eta, step))
  }
}
