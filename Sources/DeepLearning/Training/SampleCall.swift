import Algebra
import Workings

/// `sample`: a data set drawn from a function at evenly spaced places, with noise on request.
enum SampleCall {
  static let builtIn = BuiltIn(
    "sample",
    parameters: [
      .positional("f", .expression), .positional("range", .binder),
      .labelled("count", .integer(atLeast: 2)),
      .labelled("noise", .scalar, or: .value(.number(0))),
      .labelled("seed", .integer(atLeast: 0), or: .value(.number(0))),
    ],
    summary:
      "a data set from a function: evenly spaced x, and y with normal noise of that deviation",
    example: .init("sample(x^2, x in 0...2, count: 3) == [0 -> 0, 1 -> 1, 2 -> 4]", gives: "true")
  ) { call throws(Failure) in
    guard let name = call.boundName("range") else {
      throw Failure(
        "wrong-type", "'sample' needs a range, as in sample(f, x in 0...1, count: 5)",
        at: call.operand("range"))
    }
    guard case .interval(let low, let high) = try call.evaluator.value(of: name.domain), low < high
    else {
      throw Failure("wrong-type", "'sample' needs a range a...b with a < b", at: name.domain)
    }
    let count = try call.integer("count")
    guard count <= limit else {
      throw Failure(
        "range-too-large", "a data set has at most \(limit) samples", at: call.operand("count"))
    }
    guard case .number(let noise) = try call.value("noise") else {
      throw Failure("needs-value", "'noise' needs a number", at: call.operand("noise"))
    }
    var generator = SeededGenerator(seed: try call.integer("seed"))
    let function = try call.node("f")
    let meant = call.namesMeant(by: name, below: function)
    var samples: [Sample] = []
    for k in 0..<count {
      let x = low + (high - low) * Real(k, count - 1)
      let there = call.evaluator.evaluator(
        overriding: Dictionary(uniqueKeysWithValues: meant.map { ($0, .number(x)) }))
      guard case .number(var y) = try there.value(of: function) else {
        throw Failure(
          "needs-value", "'\(NodeText(call.graph).text(of: function))' has no number at \(x)",
          at: function)
      }
      if !noise.isZero { y = y + .approximate(noise.double * generator.normal()) }
      samples.append(Sample(input: .number(x), target: .number(y)))
    }
    return .value(.dataSet(samples))
  }

  private static let limit = 100_000
}
