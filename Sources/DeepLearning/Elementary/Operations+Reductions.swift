import Algebra
import Workings

extension Operations {
  static let reductions: [BuiltIn] = [
    reduction(
      "sum", .sum, "the sum of all entries, or of e for j in a range", "sum([1, 2, 3])", "6"),
    reduction("product", .product, "the product of all entries", "product([2, 3])", "6"),
    reduction(
      "argmax", .argmax, "the position of the first largest entry", "argmax([1, 5, 2])", "2"),
    reduction(
      "argmin", .argmin, "the position of the first smallest entry", "argmin([4, 2, 3])", "2"),
    extremum(
      "max", .max, "the largest entry, or entry by entry the larger", "max(1/3, 0.3)", "1/3"),
    extremum("min", .min, "the smallest entry, or entry by entry the smaller", "min([3, 2])", "2"),
    mean, variance, clamp, round,
  ]

  private static func reduction(
    _ name: String, _ reduction: Reduction, _ summary: String, _ source: String, _ result: String
  ) -> BuiltIn {
    unary(name, summary, source, result) { graph, x throws(Failure) in
      try graph.reduce(reduction, x)
    }
  }

  private static func extremum(
    _ name: String, _ reduction: Reduction, _ summary: String, _ source: String, _ result: String
  ) -> BuiltIn {
    BuiltIn(
      name, parameters: [.positional("x", .numbers), .positional("more", .variadic, or: .none)],
      summary: summary, example: .init(source, gives: result), isOperation: true
    ) { call throws(Failure) in
      let graph = call.graph
      var whole = try call.numbers("x")
      guard !call.variadic.isEmpty else { return .formula(try graph.reduce(reduction, whole)) }
      for next in call.variadic {
        whole =
          reduction == .max ? try graph.larger(whole, next) : try graph.smaller(whole, next)
      }
      return .formula(whole)
    }
  }

  private static let mean = unary(
    "mean", "the sum of all entries by their number", "mean([1, 2, 3])", "2"
  ) { graph, x throws(Failure) in
    try graph.mean(x)
  }

  private static let variance = BuiltIn(
    "variance",
    parameters: [.positional("x", .numbers), .convention("sample", .truth, or: .truth(false))],
    summary: "the mean squared distance from the mean; sample: true divides by one less",
    source: "torch.var, which divides by one less (correction=1) unless told otherwise",
    example: .init("variance([1, 2, 3, 4])", gives: "5/4"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let shape = graph.shape(of: x)
    let isSample = try call.truth("sample")
    if let count = shape.count, count < (isSample ? 2 : 1) {
      throw Failure(
        "empty", "the variance of \(isSample ? "a sample" : "nothing") needs more entries", at: x)
    }
    let center = call.local("m", tex: "\\bar{x}", try graph.mean(x))
    let squares = try graph.power(try graph.subtract(x, center), graph.number(2))
    let sum = shape.isScalar ? squares : try graph.reduce(.sum, squares)
    let count = try graph.count(of: shape)
    return .formula(
      try graph.divide(sum, isSample ? try graph.subtract(count, graph.number(1)) : count))
  }

  private static let clamp = BuiltIn(
    "clamp",
    parameters: [
      .positional("x", .numbers), .positional("low", .numbers), .positional("high", .numbers),
    ],
    summary: "x, but not below low nor above high", example: .init("clamp(3, 0, 2)", gives: "2"),
    isOperation: true
  ) { call throws(Failure) in
    let raised = try call.graph.larger(try call.numbers("x"), try call.numbers("low"))
    return .formula(try call.graph.smaller(raised, try call.numbers("high")))
  }

  private static let round = BuiltIn(
    "round",
    parameters: [
      .positional("x", .numbers),
      .labelled("places", .integer(atLeast: -300), or: .value(.number(0))),
    ],
    summary: "the nearest number with so many places; halves go to the even one",
    source: "torch.round", example: .init("round(2.345, places: 1)", gives: "23/10"),
    isOperation: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let places = try call.integer("places")
    guard places != 0 else { return .formula(try graph.apply(.round, to: x)) }
    let scale = try graph.power(graph.number(10), graph.number(places))
    let scaled = try graph.apply(.round, to: try graph.multiply(x, scale))
    return .formula(try graph.divide(scaled, scale))
  }
}

extension Graph {
  /// The sum of all entries by their number, which may be a symbol.
  func mean(_ x: Node) throws(Failure) -> Node {
    // Without a shape there is no number of entries yet: the call stays as it is until there is.
    guard sort(of: x) != .unknown else {
      throw Failure("unknown-size", "'mean' needs to know how many entries there are", at: x)
    }
    let shape = shape(of: x)
    guard !shape.isScalar else { return x }
    return try divide(try reduce(.sum, x), try count(of: shape))
  }

  /// The number of entries of a shape as a node.
  func count(of shape: Shape) throws(Failure) -> Node {
    if let count = shape.count { return number(count) }
    var product: Node?
    for extent in shape.extents {
      let factor: Node
      switch extent {
      case .known(let size): factor = number(size)
      case .symbolic(let node): factor = node
      }
      if let before = product { product = try multiply(before, factor) } else { product = factor }
    }
    return product ?? number(1)
  }
}
