import Algebra
import Source
import Workings

/// Functions that an author hands over by their bare names.
extension Elaborator {
  /// The author's function that an expression is the bare name of.
  func functionNamed(by expression: Expression) throws(Stop) -> (String, UserFunction)? {
    guard case .name(let name) = expression.withoutParentheses.kind,
      case .function(let function)? = localOrScoped(name)
    else { return nil }
    return (name, function)
  }

  /// The function that is handed over by its bare name: the author's, or a built-in one of one
  /// argument, such as `relu`, unless the name stands for something else there.
  func functionHandedOver(by expression: Expression) throws(Stop) -> (String, UserFunction)? {
    if let function = try functionNamed(by: expression) { return function }
    guard case .name(let name) = expression.withoutParentheses.kind, localOrScoped(name) == nil,
      let builtIn = run.builtIns.named(name), builtIn.takesOneNumber,
      let parameter = builtIn.parameters.first?.label
    else { return nil }
    let place = expression.span
    let argument = Argument(
      label: nil, content: .value(Expression(.name(parameter), at: place)), span: place)
    let definition = FunctionDefinition(
      name: Name(name, at: place), parameters: [Name(parameter, at: place)], tex: nil,
      body: Expression(.call(Expression(.name(name), at: place), [argument]), at: place),
      span: place)
    let text = "\(name)(\(parameter))"
    return (
      name,
      UserFunction(
        definition: definition, text: text, captured: [:], identity: run.nextFunctionIdentity())
    )
  }

  /// `f` where a name runs through a range beside it is `f(x)`; in a list, each entry.
  func applied(_ value: Expression, to name: String) throws(Stop) -> Expression {
    if case .list(let items) = value.kind {
      var applied: [Expression] = []
      for item in items { applied.append(try self.applied(item, to: name)) }
      return Expression(.list(applied), at: value.span)
    }
    guard let (_, function) = try functionHandedOver(by: value),
      function.definition.parameters.count == 1
    else { return value }
    let argument = Argument(
      label: nil, content: .value(Expression(.name(name), at: value.span)), span: value.span)
    return Expression(.call(value, [argument]), at: value.span)
  }
}

extension BuiltIn {
  /// Whether it is a function of one number or tensor whose options have defaults.
  fileprivate var takesOneNumber: Bool {
    guard role == .function, let first = parameters.first, first.accepts == .numbers,
      !first.isLabelled
    else { return false }
    return parameters.dropFirst().allSatisfy { $0.isLabelled && $0.fallback != .required }
  }
}
