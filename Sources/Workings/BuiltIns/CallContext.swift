public import Algebra

/// One call of a built-in with its options worked out, in one world.
public struct CallContext {
  /// Works out operands, and whatever the built-in makes of them.
  public let evaluator: Evaluator
  /// The declaration.
  public let builtIn: BuiltIn
  /// The call itself, once it has a node.
  public let call: Node?
  /// The operands by label.
  public private(set) var operands: [String: Node] = [:]
  /// The labels that the call itself gives.
  public private(set) var given: Set<String> = []
  /// Further positional operands, for a built-in that takes any number.
  public private(set) var variadic: [Node] = []
  /// Quantities with values to be put in, for a built-in that takes such labels.
  public private(set) var substitutions: [(Quantity.ID, Node)] = []

  /// Puts operands to parameters.
  ///
  /// - Throws: `missing-argument`, `too-many-arguments`, `unknown-label`.
  public init(
    call: Call, operands: [Node], of builtIn: BuiltIn, in evaluator: Evaluator, node: Node? = nil
  ) throws(Failure) {
    self.call = node
    self.evaluator = evaluator
    self.builtIn = builtIn
    var positional = builtIn.parameters.filter { !$0.isLabelled }.makeIterator()
    let isVariadic = builtIn.parameters.contains { $0.accepts == .variadic }
    let takesNames = builtIn.parameters.contains { $0.accepts == .substitutions }
    for (label, node) in zip(call.labels, operands) {
      if let label {
        if builtIn.parameters.contains(where: { $0.label == label }) {
          guard self.operands[label] == nil else { throw .givenTwice(label, builtIn, at: node) }
          self.operands[label] = node
          given.insert(label)
        } else if takesNames, case .names(let ids) = evaluator.graph.operation(of: node),
          let id = ids.first, let value = self.operands.removeValue(forKey: "=" + label)
        {
          substitutions.append((id, value))
        } else if takesNames {
          self.operands["=" + label] = node
        } else {
          throw .unknownLabel(label, builtIn)
        }
      } else if let parameter = positional.next(), parameter.accepts != .variadic {
        guard self.operands[parameter.label] == nil else {
          throw .givenTwice(parameter.label, builtIn, at: node)
        }
        self.operands[parameter.label] = node
        given.insert(parameter.label)
      } else if isVariadic {
        variadic.append(node)
      } else {
        throw .tooManyArguments(builtIn)
      }
    }
    for parameter in builtIn.parameters
    where parameter.fallback == .required && self.operands[parameter.label] == nil
      && !evaluator.world.defaults.contains(where: {
        $0.builtIn == builtIn.name && $0.label == parameter.label
      })
    {
      throw .missingArgument(parameter, builtIn)
    }
  }

  /// Cells of this call's trace that an audit has overridden; rows count from 0.
  public var overriddenCells: [(row: Int, column: String, value: Value)] {
    guard let call else { return [] }
    return evaluator.world.overrides.compactMap { place, value in
      guard case .cell(let id, let row, let column) = place, graph.definition(of: id) == call else {
        return nil
      }
      return (row, column, value)
    }
  }

  /// The graph of the run.
  public var graph: Graph { evaluator.graph }

  /// The operand of a parameter as it stands; nil where the call says nothing.
  public func operand(_ label: String) -> Node? { operands[label] }

  /// The operand of a required parameter.
  public func node(_ label: String) throws(Failure) -> Node {
    guard let node = operands[label] else { throw .missingLabel(label, builtIn) }
    return node
  }

  /// The value of an option: what an audit tries, else the call's, else a default's, else the declared one.
  public func option(_ label: String) throws(Failure) -> Value? {
    let world = evaluator.world
    func chosen(_ conventions: [Convention]) -> Value? {
      conventions.last { $0.builtIn == builtIn.name && $0.label == label }?.choice
    }
    if let value = chosen(world.alternatives) { return value }
    if let node = operands[label] {
      let value = try evaluator.value(of: node)
      try check(value, label, node)
      return value
    }
    if let value = chosen(world.defaults) { return value }
    guard let parameter = builtIn.parameters.first(where: { $0.label == label }),
      case .value(let value) = parameter.fallback
    else { return nil }
    return value
  }

  /// The value of an operand, checked against what its parameter accepts.
  public func value(_ label: String) throws(Failure) -> Value {
    guard let value = try option(label) else { throw .missingLabel(label, builtIn) }
    return value
  }

  private func check(_ value: Value, _ label: String, _ node: Node) throws(Failure) {
    guard let parameter = builtIn.parameters.first(where: { $0.label == label }) else { return }
    if let wanted = parameter.accepts.complaint(about: value) {
      let text = NodeText(graph).text(of: node)
      throw .wrongArgument(builtIn.name, label, text, value, wanted: wanted, at: node)
    }
    if parameter.accepts == .scalar, case .expression(let formula) = value,
      let shape = graph.sort(of: formula).shape, !shape.isScalar
    {
      throw Failure(
        "wrong-type",
        "'\(builtIn.name)' needs a single number for '\(label)', and '\(NodeText(graph).text(of: node))' has the shape \(graph.text(of: shape))",
        at: node)
    }
  }
}

extension CallContext {
  /// A text among the choices of its parameter.
  public func text(_ label: String) throws(Failure) -> String {
    guard case .text(let text)? = try option(label) else { throw .missingLabel(label, builtIn) }
    return text
  }

  /// A truth value.
  public func truth(_ label: String) throws(Failure) -> Bool {
    guard case .truth(let truth)? = try option(label) else { throw .missingLabel(label, builtIn) }
    return truth
  }

  /// A whole number.
  public func integer(_ label: String) throws(Failure) -> Int {
    guard case .number(let number)? = try option(label), let integer = number.exactValue?.integer
    else { throw .missingLabel(label, builtIn) }
    return integer
  }

  /// The node of a numeric option: the call's, or the declared value as a number.
  public func number(_ label: String) throws(Failure) -> Node {
    let isTried = evaluator.world.alternatives.contains {
      $0.builtIn == builtIn.name && $0.label == label
    }
    if let node = operands[label], !isTried {
      _ = try option(label)
      return node
    }
    guard let value = try option(label), let node = graph.node(of: value) else {
      throw .missingLabel(label, builtIn)
    }
    return node
  }

  /// The quantities of a `wrt:` or `for:`.
  public func names(_ label: String) throws(Failure) -> [Quantity.ID] {
    guard case .names(let ids) = graph.operation(of: try node(label)) else {
      throw .missingLabel(label, builtIn)
    }
    return ids
  }

  /// A local quantity for a formula: shown by its letter, standing for `node`.
  public func local(_ letter: String, tex: String? = nil, _ node: Node) -> Node {
    graph.name(graph.define(letter, tex: tex, as: node, role: .local))
  }
}

extension Accepts {
  /// What is wanted instead of `value`; nil when it will do.
  public func complaint(about value: Value) -> String? {
    switch (self, value) {
    case (.numbers, .number), (.numbers, .tensor), (.numbers, .expression): nil
    case (.scalar, .number), (.scalar, .expression): nil
    case (.integer(let bound), .number(let number)):
      number.isInteger && number >= Real(bound) ? nil : "a whole number from \(bound) on"
    case (.truth, .truth), (.text, .text), (.trace, .trace), (.record, .record): nil
    case (.data, .dataSet), (.network, .network): nil
    case (.choice(let choices), .text(let text)):
      choices.contains(text)
        ? nil : "one of " + choices.map { "\"\($0)\"" }.joined(separator: ", ")
    case (.anything, _), (.expression, _), (.equation, _), (.names, _), (.binder, _),
      (.variadic, _), (.substitutions, _), (.optimizer, _),
      (.function, _):
      nil
    case (.numbers, _): "a number"
    case (.scalar, _): "a single number"
    case (.integer(let bound), _): "a whole number from \(bound) on"
    case (.truth, _): "true or false"
    case (.text, _): "a text"
    case (.trace, _): "a trace"
    case (.record, _): "a record"
    case (.data, _): "a list of samples such as [1 -> 2, 3 -> 4]"
    case (.network, _): "a network"
    case (.choice(let choices), _):
      "one of " + choices.map { "\"\($0)\"" }.joined(separator: ", ")
    }
  }
}

extension Failure {
  static func unknownLabel(_ label: String, _ builtIn: BuiltIn) -> Failure {
    Failure("unknown-label", "'\(builtIn.name)' has no label '\(label)'")
  }

  static func givenTwice(_ label: String, _ builtIn: BuiltIn, at node: Node) -> Failure {
    Failure("given-twice", "'\(label)' of '\(builtIn.name)' is given twice", at: node)
  }

  static func tooManyArguments(_ builtIn: BuiltIn) -> Failure {
    let count = builtIn.parameters.count { !$0.isLabelled }
    let labels = builtIn.parameters.filter(\.isLabelled).map { "\($0.label):" }
    return Failure(
      "too-many-arguments",
      "'\(builtIn.name)' takes \(count) argument\(count == 1 ? "" : "s") without a label, not more",
      hint: labels.isEmpty ? nil : "its labels are \(labels.joined(separator: ", "))")
  }

  static func missingArgument(_ parameter: Parameter, _ builtIn: BuiltIn) -> Failure {
    parameter.isLabelled
      ? missingLabel(parameter.label, builtIn)
      : Failure(
        "missing-argument", "'\(builtIn.name)' is missing its argument '\(parameter.label)'")
  }

  static func missingLabel(_ label: String, _ builtIn: BuiltIn) -> Failure {
    Failure(
      "missing-argument", "'\(builtIn.name)' is missing the label '\(label):'",
      hint: "add \(label): …")
  }

  static func wrongArgument(
    _ name: String, _ label: String, _ text: String, _ value: Value, wanted: String, at node: Node
  ) -> Failure {
    Failure(
      "wrong-type",
      "'\(name)' needs \(wanted) for '\(label)', and '\(text)' is \(value.description)",
      at: node)
  }
}
