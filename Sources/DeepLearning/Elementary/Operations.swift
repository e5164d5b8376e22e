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
    parameters: [.positional("x", .numbers), .labelled("base", .scalar, or: .none)],
    summary: "the natural logarithm, or to a base", example: .init("log(1)", gives: "0"),
    isOperation: true
  ) { call throws(Failure) in
    let natural = try call.graph.apply(.log, to: try call.numbers("x"))
    guard let base = call.operand("base") else { return .formula(natural) }
    let scale = try call.graph.apply(.log, to: base)
    return .formula(try call.graph.divide(natural, scale))
  }

  private static let norm = BuiltIn(
    "norm",
    parameters: [
      .positional("x", .numbers), .labelled("p", .integer(atLeast: 1), or: .value(.number(2))),
    ],
    summary: "the p-norm of all entries", example: .init("norm([3, 4])", gives: "5"),
    isOperation: true
  ) { call throws(Failure) in
    let x = try call.numbers("x")
    let p = try call.integer("p")
    let graph = call.graph
    let magnitudes = p % 2 == 0 ? x : try graph.apply(.abs, to: x)
    let powers = p == 1 ? magnitudes : try graph.power(magnitudes, graph.number(p))
    let total = try graph.reduce(.sum, powers)
    switch p {
    case 1: return .formula(total)
    case 2: return .formula(try graph.apply(.sqrt, to: total))
    default: return .formula(try graph.power(total, graph.number(Real(1, p))))
    }
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
