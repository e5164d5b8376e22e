import Algebra
import Workings

/// Loss functions: each is a formula, so that values, derivatives and working come from it.
enum Losses {
  static let all: [BuiltIn] = [
    bce, mse, sse, mae, crossEntropy, softmaxCrossEntropy, hinge, huber,
  ]

  /// The choice between a sum and a mean over several terms; the default is PyTorch's.
  static let reduction = Parameter.convention(
    "reduction", .choice(["mean", "sum"]), or: .text("mean"))

  private static let bce = BuiltIn(
    "bce",
    parameters: [
      .positional("q", .numbers), .positional("y", .numbers), reduction,
      .labelled("weights", .numbers, or: .none), .labelled("log0", .scalar, or: .none),
    ],
    summary: "binary cross-entropy: -(y log q + (1 - y) log(1 - q))",
    source: "torch.nn.BCELoss", example: .init("round(bce(0.5, 1), places: 4)", gives: "0.6931"),
    isFormula: true, hasLimits: true
  ) { call throws(Failure) in
    let graph = call.graph
    let (q, y) = (try call.numbers("q"), try call.numbers("y"))
    let one = graph.number(1)
    let logarithms = Logarithms(call)
    var hit = try logarithms.term(weight: y, of: q)
    var miss = try logarithms.term(
      weight: try graph.subtract(one, y), of: try graph.subtract(one, q))
    if let weights = call.operand("weights") {
      guard graph.sort(of: weights) == .number(Shape([2])) else {
        throw Failure(
          "wrong-shape", "'weights' are two numbers: of the class 1, then of the class 0",
          at: weights, hint: "write weights: (alpha, beta)")
      }
      let alpha = try graph.entry(of: weights, at: [1])
      let beta = try graph.entry(of: weights, at: [2])
      if let term = hit { hit = try graph.multiply(alpha, term) }
      if let term = miss { miss = try graph.multiply(beta, term) }
    }
    let shape = try graph.subtract(q, y)
    let total =
      try graph.total(hit, miss) ?? graph.spread(graph.number(0), to: graph.shape(of: shape))
    return .formula(try call.reduced(try graph.negate(total)))
  }

  private static let mse = BuiltIn(
    "mse",
    parameters: [.positional("yhat", .numbers), .positional("y", .numbers), reduction],
    summary: "the mean of the squared differences", source: "torch.nn.MSELoss",
    example: .init("mse([1, 2], [3, 5])", gives: "13/2"), isFormula: true
  ) { call throws(Failure) in
    .formula(try call.reduced(try call.squaredDifference("yhat", "y")))
  }

  private static let sse = BuiltIn(
    "sse",
    parameters: [
      .positional("yhat", .numbers), .positional("y", .numbers),
      .convention("half", .truth, or: .truth(false)),
    ],
    summary: "the sum of the squared differences, halved on request",
    example: .init("sse([1, 2], [3, 5])", gives: "13"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let squares = try call.squaredDifference("yhat", "y")
    let sum = graph.shape(of: squares).isScalar ? squares : try graph.reduce(.sum, squares)
    guard try call.truth("half") else { return .formula(sum) }
    return .formula(try graph.multiply(try graph.divide(graph.number(1), graph.number(2)), sum))
  }

  private static let mae = BuiltIn(
    "mae",
    parameters: [.positional("yhat", .numbers), .positional("y", .numbers), reduction],
    summary: "the mean of the absolute differences", source: "torch.nn.L1Loss",
    example: .init("mae([1, 2], [3, 5])", gives: "5/2"), isFormula: true
  ) { call throws(Failure) in
    let difference = try call.graph.subtract(try call.numbers("yhat"), try call.numbers("y"))
    return .formula(try call.reduced(try call.graph.apply(.abs, to: difference)))
  }

  private static let hinge = BuiltIn(
    "hinge",
    parameters: [.positional("score", .numbers), .positional("y", .numbers), reduction],
    summary: "max(0, 1 - y·score)", example: .init("hinge(0.25, 1)", gives: "3/4"),
    isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let margin = try graph.multiply(try call.numbers("y"), try call.numbers("score"))
    let gap = try graph.subtract(graph.number(1), margin)
    return .formula(try call.reduced(try graph.larger(graph.number(0), gap)))
  }

  private static let huber = BuiltIn(
    "huber",
    parameters: [
      .positional("yhat", .numbers), .positional("y", .numbers), reduction,
      .labelled("delta", .scalar, or: .value(.number(1))),
    ],
    summary: "half the squared difference up to delta, linear beyond",
    source: "torch.nn.HuberLoss", example: .init("huber(3, 1, delta: 1)", gives: "3/2"),
    isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let delta = try call.number("delta")
    let half = try graph.divide(graph.number(1), graph.number(2))
    let size = try graph.apply(
      .abs, to: try graph.subtract(try call.numbers("yhat"), try call.numbers("y")))
    let inner = try graph.multiply(half, try graph.power(size, graph.number(2)))
    let outer = try graph.multiply(
      delta, try graph.subtract(size, try graph.multiply(half, delta)))
    let isSmall = try graph.compare(.atMost, size, delta)
    return .formula(try call.reduced(try graph.choose(isSmall, inner, outer)))
  }

  private static let crossEntropy = BuiltIn(
    "cross_entropy",
    parameters: [
      .positional("p", .numbers), .positional("y", .numbers), reduction,
      .labelled("log0", .scalar, or: .none), ClassLabels.first,
    ],
    summary:
      "-Σ y log p of probabilities p, y one-hot or a class; of matrices, reduced over the rows",
    example: .init("cross_entropy([1/2, 1/2], [1, 0]) == log(2)", gives: "true"), isFormula: true,
    hasLimits: true
  ) { call throws(Failure) in
    let graph = call.graph
    let p = try call.numbers("p")
    let y = try ClassLabels(call).targets("y", for: "p")
    let terms =
      try Logarithms(call).term(weight: y, of: p)
      ?? graph.spread(graph.number(0), to: graph.shape(of: p))
    let total = try graph.negate(try graph.reduce(.sum, terms))
    return .formula(try call.averagedOverRows(total, graph.shape(of: p)))
  }

  private static let softmaxCrossEntropy = BuiltIn(
    "softmax_cross_entropy",
    parameters: [
      .positional("z", .numbers), .positional("y", .numbers), reduction, ClassLabels.first,
    ],
    summary:
      "the cross-entropy of softmax(z), y one-hot or a class, without forming small probabilities",
    source: "torch.nn.CrossEntropyLoss",
    example: .init("softmax_cross_entropy([1000, 0], [0, 1])", gives: "1000"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let z = try call.numbers("z")
    let y = try ClassLabels(call).targets("y", for: "z")
    let logarithms = try graph.normalized(.logSoftmax, z)
    let total = try graph.negate(try graph.reduce(.sum, try graph.multiply(y, logarithms)))
    return .formula(try call.averagedOverRows(total, graph.shape(of: z)))
  }
}
