import Algebra
import Workings

/// How weights begin: the variances of the usual schemes, and seeded random tensors.
enum Initialisation {
  static let all: [BuiltIn] = [variance, normal, uniform]

  private static let variance = BuiltIn(
    "initial_variance",
    parameters: [
      .positional("scheme", .choice(["xavier", "he", "lecun"])), .labelled("fan_in", .scalar),
      .labelled("fan_out", .scalar, or: .none),
    ],
    summary: "the variance of initial weights: 2/(fan_in + fan_out), 2/fan_in or 1/fan_in",
    source: "Glorot and Bengio 2010; He et al., arXiv:1502.01852; LeCun et al. 1998",
    example: .init("initial_variance(\"he\", fan_in: 50)", gives: "1/25")
  ) { call throws(Failure) in
    let graph = call.graph
    let fanIn = try call.number("fan_in")
    switch try call.text("scheme") {
    case "he": return .formula(try graph.divide(graph.number(2), fanIn))
    case "lecun": return .formula(try graph.divide(graph.number(1), fanIn))
    default:
      let fanOut = try call.number("fan_out")
      return .formula(try graph.divide(graph.number(2), try graph.add(fanIn, fanOut)))
    }
  }

  private static let normal = BuiltIn(
    "normal",
    parameters: [
      .positional("n", .integer(atLeast: 1)), .positional("more", .variadic, or: .none),
      .labelled("mean", .scalar, or: .value(.number(0))),
      .labelled("sd", .scalar, or: .value(.number(1))), .labelled("seed", .integer(atLeast: 0)),
    ],
    summary: "normally distributed numbers, the same for a seed on every machine",
    source: "Box and Muller 1958",
    example: .init("shape(stack(normal(2, seed: 1), normal(2, seed: 1)))", gives: "[2, 2]")
  ) { call throws(Failure) in
    let (mean, sd) = (try number("mean", call), try number("sd", call))
    return try random(call) { generator in mean + sd * generator.normal() }
  }

  private static let uniform = BuiltIn(
    "uniform",
    parameters: [
      .positional("n", .integer(atLeast: 1)), .positional("more", .variadic, or: .none),
      .labelled("low", .scalar, or: .value(.number(0))),
      .labelled("high", .scalar, or: .value(.number(1))), .labelled("seed", .integer(atLeast: 0)),
    ],
    summary: "evenly distributed numbers, the same for a seed on every machine",
    example: .init("max(uniform(9, seed: 4)) < 1", gives: "true")
  ) { call throws(Failure) in
    let (low, high) = (try number("low", call), try number("high", call))
    return try random(call) { generator in low + (high - low) * generator.unit() }
  }

  private static func random(
    _ call: CallContext, _ next: (inout SeededGenerator) -> Double
  ) throws(Failure) -> Expansion {
    let shape = try call.shape(["n"])
    guard let sizes = shape.known, let count = shape.count else {
      throw Failure("unknown-size", "'\(call.builtIn.name)' needs known sizes")
    }
    var generator = SeededGenerator(seed: try call.integer("seed"))
    let entries = (0..<count).map { _ in next(&generator) }
    return .value(.tensor(Tensor(shape: sizes, approximate: entries)))
  }

  private static func number(_ label: String, _ call: CallContext) throws(Failure) -> Double {
    guard case .number(let number) = try call.value(label) else {
      throw Failure(
        "needs-value", "'\(call.builtIn.name)' needs a number for '\(label)'",
        at: call.operand(label))
    }
    return number.double
  }
}
