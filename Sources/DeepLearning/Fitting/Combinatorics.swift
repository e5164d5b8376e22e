import Algebra
import Workings

/// Whole numbers that count arrangements, exact at any size.
enum Combinatorics {
  static let all: [BuiltIn] = [factorial, binomial]

  /// Larger arguments would give more digits than a number may have.
  private static let limit = 20_000

  private static let factorial = BuiltIn(
    "factorial", parameters: [.positional("n", .scalar)],
    summary: "1·2·…·n, and 1 for 0", example: .init("factorial(5)", gives: "120")
  ) { call throws(Failure) in
    guard let n = try integer("n", call) else { return try symbolic(call, ["n"]) }
    guard n >= 0 else {
      throw Failure("out-of-range", "the factorial of \(n) is not defined", at: call.operand("n"))
    }
    return .value(.number(try product(1, n)))
  }

  private static let binomial = BuiltIn(
    "binomial", parameters: [.positional("n", .scalar), .positional("k", .scalar)],
    summary: "how many ways there are to choose k of n things",
    example: .init("binomial(5, 2)", gives: "10")
  ) { call throws(Failure) in
    guard let n = try integer("n", call), let k = try integer("k", call) else {
      return try symbolic(call, ["n", "k"])
    }
    guard n >= 0 else {
      throw Failure("out-of-range", "nothing is chosen of \(n) things", at: call.operand("n"))
    }
    guard (0...n).contains(k) else { return .value(.number(0)) }
    let small = min(k, n - k)
    var value = Real(1)
    do throws(ArithmeticError) {
      for i in 0..<small { value = try (value * Real(n - i, i + 1)).checked() }
    } catch {
      throw tooLarge
    }
    return .value(.number(value))
  }

  /// A whole number; nil while the argument is symbolic.
  private static func integer(_ label: String, _ call: CallContext) throws(Failure) -> Int? {
    switch try call.value(label) {
    case .expression: return nil
    case .number(let number):
      guard number.isInteger, let integer = number.exactValue?.integer, integer <= limit else {
        throw Failure(
          "wrong-type",
          "'\(call.builtIn.name)' takes whole numbers up to \(limit), not \(number)",
          at: call.operand(label))
      }
      return integer
    case let other:
      throw Failure(
        "wrong-type", "'\(call.builtIn.name)' takes whole numbers, not \(other.description)",
        at: call.operand(label))
    }
  }

  /// The call itself, until its arguments have values.
  private static func symbolic(
    _ call: CallContext, _ labels: [String]
  ) throws(Failure) -> Expansion {
    var operands: [Node] = []
    for label in labels {
      let node = try call.node(label)
      operands.append(call.evaluator.node(for: try call.evaluator.value(of: node), as: node))
    }
    let node = Call(call.builtIn.name, labels: labels.map { _ in nil })
    return .value(.expression(call.graph.make(.call(node), operands, sort: .scalar)))
  }

  private static func product(_ low: Int, _ high: Int) throws(Failure) -> Real {
    do throws(ArithmeticError) {
      var value = Real(1)
      for factor in stride(from: low, through: high, by: 1) {
        value = try (value * Real(factor)).checked()
      }
      return value
    } catch {
      throw tooLarge
    }
  }

  private static let tooLarge = Failure(
    "number-too-large", "the number has more than \(Limits.digits) digits")
}
