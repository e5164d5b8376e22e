import Algebra
import Workings

/// Functions that are nothing but an operation of the graph, such as `exp`, `dot` and `sum`.
enum Operations {
  static let all: [BuiltIn] =
    ElementaryFunction.allCases.compactMap(elementary) + linearAlgebra + reductions + constructors
    + [logarithm, norm]

  /// One argument, entry by entry.
  private static func elementary(_ function: ElementaryFunction) -> BuiltIn? {
    guard let (summary, source, result) = descriptions[function] else { return nil }
    return BuiltIn(
      function.rawValue, parameters: [.positional("x", .numbers)], summary: summary,
      example: .init(source, gives: result), isOperation: true
    ) { call throws(Failure) in
      .formula(try call.graph.apply(function, to: try call.numbers("x")))
    }
  }

  private static let descriptions: [ElementaryFunction: (String, String, String)] = [
    .exp: ("e to the power x", "exp(0)", "1"),
    .sqrt: ("the square root; exact for perfect squares", "sqrt(9/16)", "3/4"),
    .abs: ("the magnitude", "abs(-7/2)", "7/2"),
    .sign: ("-1, 0 or 1", "sign(-0.1)", "-1"),
    .floor: ("the largest whole number that is not above x", "floor(-7/2)", "-4"),
    .ceil: ("the smallest whole number that is not below x", "ceil(7/2)", "4"),
    .sigmoid: ("1/(1 + exp(-x))", "sigmoid(0)", "1/2"),
    .tanh: ("the hyperbolic tangent", "tanh(0)", "0"),
    .relu: ("max(x, 0)", "relu([-1, 2])", "[0, 2]"),
    .step: ("1 from 0 on, 0 below", "step([-1, 0, 2])", "[0, 1, 1]"),
    .softplus: ("log(1 + exp(x))", "round(softplus(800))", "800"),
    .sin: ("the sine of an angle in radians", "sin(0)", "0"),
    .cos: ("the cosine of an angle in radians", "cos(0)", "1"),
    .tan: ("the tangent of an angle in radians", "tan(0)", "0"),
    .erf: ("the error function", "erf(0)", "0"),
  ]

  private static let logarithm = BuiltIn(
    "log",
    parameters: [
      .positional("x", .numbers), .labelled("base", .scalar, or: .none),
      .labelled("log0", .scalar, or: .none),
    ],
    summary:
      "the natural logarithm, or to a base, exact where it is a fraction; log0 is what log(0) stands for",
    example: .init("log(8, base: 2)", gives: "3"),
    isOperation: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let natural: Node
    if let zero = call.operand("log0") {
      if try call.value("x").hasNegative {
        throw Failure(
          "log-of-negative", "logarithm of a negative number: '\(NodeText(graph).text(of: x))'",
          at: x)
      }
      natural = try graph.logarithm(of: x, atZero: zero)
    } else {
      natural = try graph.apply(.log, to: x)
    }
    guard let base = call.operand("base") else { return .formula(natural) }
    if case .number(let number) = try call.value("base"), number <= .zero || number == .one {
      throw Failure(
        "out-of-range", "the base of a logarithm is positive and not 1", at: base)
    }
    return .formula(try graph.divide(natural, try graph.apply(.log, to: base)))
  }

  private static let norm = BuiltIn(
    "norm",
    parameters: [.positional("x", .numbers), .labelled("p", .anything, or: .value(.number(2)))],
    summary: "the p-norm of all entries; p: \"inf\" is the largest magnitude",
    source: "torch.linalg.vector_norm", example: .init("norm([3, 4])", gives: "5"),
    isOperation: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    switch try call.value("p") {
    case .text("inf"): return .formula(try graph.reduce(.max, try graph.apply(.abs, to: x)))
    case .number(let p) where p > .zero: return .formula(try norm(of: x, p, graph))
    case let other:
      throw Failure(
        "wrong-type", "'p' is a positive number or \"inf\", not \(other.description)",
        at: call.operand("p"))
    }
  }

  private static func norm(of x: Node, _ p: Real, _ graph: Graph) throws(Failure) -> Node {
    let isEven = p.exactValue?.integer.map { $0 % 2 == 0 } ?? false
    let magnitudes = isEven && p.isInteger ? x : try graph.apply(.abs, to: x)
    if p == .one { return try graph.reduce(.sum, magnitudes) }
    let total = try graph.reduce(.sum, try graph.power(magnitudes, graph.number(p)))
    if p == Real(2) { return try graph.apply(.sqrt, to: total) }
    return try graph.power(total, graph.number(.one / p))
  }
}

extension CallContext {
  /// A numeric operand as it stands; whether it is numeric is known from its sort or its value.
  func numbers(_ label: String) throws(Failure) -> Node {
    let node = try node(label)
    switch graph.sort(of: node) {
    case .number: return node
    case .unknown:
      return node
    case .truth, .text, .data:
      throw Failure(
        "wrong-type",
        "'\(builtIn.name)' needs a number, and '\(NodeText(graph).text(of: node))' is \(graph.sort(of: node))",
        at: node)
    }
  }
}

extension Value {
  /// Whether a number or an entry is below 0.
  fileprivate var hasNegative: Bool {
    numbers?.entries.contains { $0.isNegative } ?? false
  }
}
