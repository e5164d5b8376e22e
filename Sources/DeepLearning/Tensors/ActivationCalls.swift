import Algebra
import Workings

/// Activation functions that are formulas of simpler ones; entry by entry, but for softmax.
enum ActivationCalls {
  static let all: [BuiltIn] = [leakyReLU, elu, gelu, swish, softmax, logSoftmax]

  private static let leakyReLU = BuiltIn(
    "leaky_relu",
    parameters: [
      .positional("x", .numbers), .labelled("slope", .scalar, or: .value(.number(Real(1, 100)))),
    ],
    summary: "x where positive, else slope·x", source: "torch.nn.LeakyReLU",
    example: .init("leaky_relu([-2, 3])", gives: "[-1/50, 3]"), isFormula: true
  ) { call throws(Failure) in
    let x = try call.numbers("x")
    let slope = try call.number("slope")
    return .formula(
      try call.wherePositive(x, x, else: try call.graph.multiply(slope, x)))
  }

  private static let elu = BuiltIn(
    "elu",
    parameters: [
      .positional("x", .numbers), .labelled("alpha", .scalar, or: .value(.number(1))),
    ],
    summary: "x where positive, else alpha·(exp(x) - 1)",
    source: "Clevert, Unterthiner and Hochreiter, arXiv:1511.07289; torch.nn.ELU",
    example: .init("elu([0, 3])", gives: "[0, 3]"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let low = try graph.subtract(try graph.apply(.exp, to: x), graph.number(1))
    let scaled =
      call.operand("alpha") == nil ? low : try graph.multiply(try call.number("alpha"), low)
    return .formula(try call.wherePositive(x, x, else: scaled))
  }

  private static let gelu = BuiltIn(
    "gelu", parameters: [.positional("x", .numbers)],
    summary: "x·Φ(x) with the normal distribution function Φ",
    source: "Hendrycks and Gimpel, arXiv:1606.08415; torch.nn.GELU",
    example: .init("gelu(0)", gives: "0"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let root = try graph.apply(.sqrt, to: graph.number(2))
    let inner = try graph.apply(.erf, to: try graph.divide(x, root))
    let share = try graph.divide(try graph.add(graph.number(1), inner), graph.number(2))
    return .formula(try graph.multiply(x, share))
  }

  private static let swish = BuiltIn(
    "swish",
    parameters: [
      .positional("x", .numbers), .labelled("beta", .scalar, or: .value(.number(1))),
    ],
    summary: "x·sigmoid(beta·x), also called SiLU",
    source: "Ramachandran, Zoph and Le, arXiv:1710.05941; torch.nn.SiLU",
    example: .init("swish(0)", gives: "0"), isFormula: true
  ) { call throws(Failure) in
    let graph = call.graph
    let x = try call.numbers("x")
    let inner =
      call.operand("beta") == nil ? x : try graph.multiply(try call.number("beta"), x)
    return .formula(try graph.multiply(x, try graph.apply(.sigmoid, to: inner)))
  }

  private static let softmax = BuiltIn(
    "softmax", parameters: [.positional("z", .numbers)],
    summary: "exp(z) by the sum of all exp(z); of a matrix, row by row",
    source: "torch.nn.functional.softmax",
    example: .init("softmax([0, 0])", gives: "[1/2, 1/2]")
  ) { call throws(Failure) in
    try call.rowwise { graph, z, isWide throws(Failure) in
      if isWide { return try graph.softmax(z) }
      let powers = try graph.apply(.exp, to: z)
      return try graph.divide(powers, try graph.reduce(.sum, powers))
    }
  }

  private static let logSoftmax = BuiltIn(
    "log_softmax", parameters: [.positional("z", .numbers)],
    summary: "log(softmax(z)) without forming small probabilities",
    source: "torch.nn.functional.log_softmax",
    example: .init("log_softmax([0, 0]) == [-log(2), -log(2)]", gives: "true")
  ) { call throws(Failure) in
    try call.rowwise { graph, z, isWide throws(Failure) in
      if isWide { return try graph.logSoftmax(z) }
      let total = try graph.reduce(.sum, try graph.apply(.exp, to: z))
      return try graph.subtract(z, try graph.apply(.log, to: total))
    }
  }
}

extension CallContext {
  /// `yes` in the entries where x > 0, `no` elsewhere; PyTorch takes the slope of `no` at 0.
  func wherePositive(_ x: Node, _ yes: Node, else no: Node) throws(Failure) -> Node {
    try graph.choose(try graph.compare(.greater, x, graph.number(0)), yes, no)
  }

  /// A function of a vector put to a vector or to every row of a matrix.
  ///
  /// `make` gives its formula; true asks for the form without overflow, which subtracts the maximum
  /// and is taken only where numbers are too far from 0 for the plain one.
  func rowwise(
    _ make: (Graph, Node, Bool) throws(Failure) -> Node
  ) throws(Failure) -> Expansion {
    let z = try numbers("z")
    let isWide = isFarFromZero(z)
    let shape = graph.shape(of: z)
    if shape.rank == 1 { return .formula(try make(graph, z, isWide)) }
    guard shape.rank == 2, case .known(let rows) = shape.extents[0], rows > 0 else {
      throw Failure(
        "wrong-shape",
        "'\(builtIn.name)' needs a vector, or a matrix whose rows are known, not the shape \(shape)",
        at: z)
    }
    var parts: [Node] = []
    for row in 1...rows {
      parts.append(try make(graph, try graph.index(z, at: [graph.number(row)]), isWide))
    }
    return .formula(try graph.stack(parts))
  }

  /// Whether exp of an entry would leave the middle of the range of doubles.
  private func isFarFromZero(_ z: Node) -> Bool {
    switch try? evaluator.value(of: z) {
    case .tensor(let tensor)?: tensor.doubles.contains { !(abs($0) < 300) }
    default: false
    }
  }
}
