import Algebra
import Workings

/// Activation functions that are more than one operation of the graph.
///
/// All are stable for arguments of any size: no exponential of a large number is formed.
enum Activations {
  static let all: [BuiltIn] = [softmax, logSoftmax, leakyReLU, elu, gelu, swish]

  private static let softmax = Operations.unary(
    "softmax", "exp(z) over its sum, along a vector or the rows of a matrix", "softmax([0, 0])",
    "[1/2, 1/2]"
  ) { graph, z throws(Failure) in
    try graph.normalized(.softmax, z)
  }

  private static let logSoftmax = Operations.unary(
    "log_softmax", "the logarithm of softmax, without forming small probabilities",
    "log_softmax([0, -1000])", "[0, -1000]"
  ) { graph, z throws(Failure) in
    try graph.normalized(.logSoftmax, z)
  }

  private static let leakyReLU = BuiltIn(
    "leaky_relu",
    parameters: [
      .positional("x", .numbers), .labelled("slope", .scalar, or: .value(.number(Real(1, 100)))),
    ],
    summary: "x where x > 0, slope·x elsewhere", source: "torch.nn.LeakyReLU",
    example: .init("leaky_relu([-20, 3], slope: 0.1)", gives: "[-2, 3]"), isFormula: true
  ) { call throws(Failure) in
    let x = try call.numbers("x")
    let below = try call.graph.multiply(try call.number("slope"), x)
    return .formula(try call.graph.choose(try positive(x, call), x, below))
  }

  private static let elu = BuiltIn(
    "elu",
    parameters: [
      .positional("x", .numbers), .labelled("alpha", .scalar, or: .value(.number(1))),
    ],
    summary: "x where x > 0, alpha·(exp(x) - 1) elsewhere",
    source: "Clevert et al., arXiv:1511.07289; torch.nn.ELU",
    example: .init("elu([0, 1000])", gives: "[0, 1000]"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let power = try graph.subtract(try graph.apply(.exp, to: x), graph.number(1))
    let isOne = call.operand("alpha") == nil
    let below = isOne ? power : try graph.multiply(try call.number("alpha"), power)
    return .formula(try graph.choose(try positive(x, call), x, below))
  }

  private static let gelu = BuiltIn(
    "gelu", parameters: [.positional("x", .numbers)],
    summary: "x times the probability that a standard normal number is below x",
    source: "Hendrycks and Gimpel, arXiv:1606.08415; torch.nn.GELU, approximate='none'",
    example: .init("gelu([0, 1000])", gives: "[0, 1000]"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let root = try graph.apply(.sqrt, to: graph.number(2))
    let error = try graph.apply(.erf, to: try graph.divide(x, root))
    let half = try graph.divide(x, graph.number(2))
    return .formula(try graph.multiply(half, try graph.add(graph.number(1), error)))
  }

  private static let swish = BuiltIn(
    "swish",
    parameters: [
      .positional("x", .numbers), .labelled("beta", .scalar, or: .value(.number(1))),
    ],
    summary: "x·sigmoid(beta·x), also called SiLU",
    source: "Ramachandran et al., arXiv:1710.05941; torch.nn.SiLU",
    example: .init("swish(0)", gives: "0"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let inner = call.operand("beta") == nil ? x : try graph.multiply(try call.number("beta"), x)
    return .formula(try graph.multiply(x, try graph.apply(.sigmoid, to: inner)))
  }

  private static func positive(_ x: Node, _ call: CallContext) throws(Failure) -> Node {
    try call.graph.compare(.greater, x, call.graph.number(0))
  }
}
