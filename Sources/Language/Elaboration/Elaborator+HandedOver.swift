import Algebra
import Source
import Workings

/// Arguments that a built-in gets as written, since it alone can complete them.
extension Elaborator {
  /// A function's name as its parameters, which run, and its body; anything else as it stands.
  ///
  /// The parameters are shaped like the inputs of the data set among the arguments.
  mutating func function(
    _ value: Expression, beside arguments: [Argument]
  ) throws(Stop) -> Node {
    guard let (name, function) = try functionHandedOver(by: value) else { return try node(value) }
    let parameters = function.definition.parameters
    let input = parameters.count == 1 ? inputSort(of: arguments) : .scalar
    var ids: [Quantity.ID] = []
    var bindings: [String: Binding] = [:]
    for parameter in parameters {
      let id = graph.define(Algebra.Name(parameter.text), as: .bound, sort: input)
      ids.append(id)
      bindings[parameter.text] = .quantity(id)
    }
    var inner = Elaborator(run)
    inner.locals = [function.captured, bindings]
    inner.seesScope = false
    inner.blame = blame ?? value.span
    inner.depth = depth + 1
    let body = try inner.node(function.definition.body)
    places += inner.places
    warnings += inner.warnings
    let names = graph.make(.names(ids), sort: .data(.names))
    return graph.make(.apply(function.name(as: name)), [names, body], sort: .data(.function))
  }

  /// The sort of the inputs of the first data set among the arguments.
  private mutating func inputSort(of arguments: [Argument]) -> Sort {
    for argument in arguments {
      guard case .value(let value) = argument.content else { continue }
      if (try? functionHandedOver(by: value)) != nil { continue }
      guard let node = try? node(value),
        case .dataSet(let samples)? = try? run.evaluator.value(of: node), let first = samples.first
      else { continue }
      return first.input.sort(in: graph)
    }
    return .unknown
  }

  /// `sgd(eta: 0.1)` as it stands: the call that it is handed to supplies its loss.
  mutating func optimizer(_ value: Expression, label: String) throws(Stop) -> Node {
    guard case .call(let callee, let arguments) = value.withoutParentheses.kind,
      case .name(let name) = callee.withoutParentheses.kind,
      let builtIn = run.builtIns.named(name),
      builtIn.parameters.contains(where: { $0.label == "wrt" && $0.accepts == .names })
    else { throw stop(.needsOptimizer(label), at: value.span) }
    var operands: [(label: String?, node: Node)] = []
    for argument in arguments {
      guard let option = argument.label?.text else {
        throw stop(.needsOptimizer(label), at: argument.span)
      }
      let parameter = try labelled(option, argument, builtIn)
      operands += try self.operands(argument, for: parameter, of: builtIn)
    }
    let call = Call(name, labels: operands.map(\.label))
    return graph.make(.call(call), operands.map(\.node), sort: .unknown)
  }
}
