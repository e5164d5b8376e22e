public import Algebra

/// A function of the author's that was handed over by its name: its parameters, and its body.
public struct FunctionOperand {
  private let evaluator: Evaluator
  private let parameters: [Quantity.ID]
  private let body: Node

  init(_ parameters: [Quantity.ID], _ body: Node, in evaluator: Evaluator) {
    self.evaluator = evaluator
    self.parameters = parameters
    self.body = body
  }

  /// The value at one argument; a vector is dealt out to a function of several numbers.
  ///
  /// - Throws: `argument-count` where a vector has not as many entries as there are parameters, or
  ///   what goes wrong in the body.
  public func value(at argument: Value) throws(Failure) -> Value {
    var overrides: [Quantity.ID: Value] = [:]
    if parameters.count == 1 {
      let (wanted, found) = (
        evaluator.graph[parameters[0]].sort, argument.sort(in: evaluator.graph)
      )
      guard wanted == .unknown || wanted == found else {
        throw Failure("sample-lengths", "the samples have different inputs: \(wanted) and \(found)")
      }
      overrides[parameters[0]] = argument
    } else {
      guard case .tensor(let tensor) = argument, tensor.shape == [parameters.count] else {
        throw Failure(
          "argument-count",
          "the function takes \(parameters.count) arguments, and \(argument.description) is given")
      }
      for (parameter, entry) in zip(parameters, tensor.entries) {
        overrides[parameter] = .number(entry)
      }
    }
    return try evaluator.evaluator(overriding: overrides).value(of: body)
  }
}

extension CallContext {
  /// The function behind an operand.
  public func function(_ label: String) throws(Failure) -> FunctionOperand {
    let node = try node(label)
    let operands = graph.operands(of: node)
    guard case .apply = graph.operation(of: node), operands.count == 2,
      case .names(let ids) = graph.operation(of: operands[0])
    else {
      let text = NodeText(graph).text(of: node)
      throw Failure(
        "wrong-type",
        "'\(builtIn.name)' needs the name of a function for '\(label)', not '\(text)'",
        at: node, hint: "define one, as in f(x) = …, and hand over f")
    }
    return FunctionOperand(ids, operands[1], in: evaluator)
  }
}
