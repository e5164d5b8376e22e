import Algebra
import Source
import Workings

extension Elaborator {
  mutating func call(
    _ callee: Expression, _ arguments: [Argument], _ expression: Expression
  ) throws(Stop) -> Node {
    guard case .name(let name) = callee.withoutParentheses.kind else {
      throw stop(
        .notCallable(Printer.text(of: callee)), at: callee.span, hint: libraryHint(callee))
    }
    if let binding = localOrScoped(name) {
      switch binding {
      case .function(let function):
        return try apply(function, name, arguments, expression.span)
      case .quantity(let id):
        if case .opaque(let parameters) = graph[id].definition {
          let orders = Array(repeating: 0, count: parameters.count)
          let function = OpaqueDerivative(of: id, orders: orders)
          return try opaque(function, name, arguments, expression.span)
        }
      case .failed:
        if run.builtIns.named(name) == nil { throw .cascade }
      }
    }
    if name == "sum" || name == "product", let binder = arguments.binder, arguments.count == 2,
      case .value(let body) = arguments[0].content
    {
      return try over(name == "sum" ? .sum : .product, body, binder, expression.span)
    }
    guard let builtIn = run.builtIns.named(name) else {
      if let derivative = opaqueDerivative(name) {
        return try opaque(derivative, name, arguments, expression.span)
      }
      if localOrScoped(name) != nil { throw stop(.notCallable(name), at: callee.span) }
      let functions = run.builtIns.names + run.knownNames
      let near = Suggestion.nearest(to: name, among: Set(functions).sorted())
      throw stop(
        .unknownName(name), at: callee.span,
        hint: ForeignNames.hint(for: name) ?? near.map { "did you mean '\($0)'?" })
    }
    return try call(builtIn, arguments, expression.span)
  }

  /// `np.exp(x)` as it should be: `exp(x)`.
  private func libraryHint(_ callee: Expression) -> String? {
    var base = callee.withoutParentheses
    guard case .field(_, let name) = base.kind else { return nil }
    while case .field(let inner, _) = base.kind { base = inner.withoutParentheses }
    guard case .name(let library) = base.kind, localOrScoped(library) == nil else { return nil }
    if run.builtIns.named(name.text) != nil { return "write \(name.text)(…)" }
    return ForeignNames.hint(for: name.text)
  }

  func localOrScoped(_ name: String) -> Binding? {
    for local in locals.reversed() {
      if let binding = local[name] { return binding }
    }
    return seesScope ? run.binding(of: name) : nil
  }

  /// A built-in put to its declaration.
  mutating func call(
    _ builtIn: BuiltIn, _ arguments: [Argument], _ span: Span
  ) throws(Stop) -> Node {
    var positional = builtIn.parameters.filter { !$0.isLabelled }[...]
    var operands: [(label: String?, node: Node)] = []
    locals.append(boundNames(arguments))
    defer { locals.removeLast() }
    for (place, argument) in arguments.enumerated() {
      if let label = argument.label,
        arguments[..<place].contains(where: { $0.label?.text == label.text })
      {
        throw stop(.givenTwice(label.text), at: label.span, hint: "keep one of them")
      }
      let parameter: Parameter?
      if let label = argument.label?.text {
        parameter = try labelled(label, argument, builtIn)
      } else {
        parameter = positional.popFirst()
      }
      if parameter?.accepts == .function, case .value(let value) = argument.content {
        operands.append((argument.label?.text, try function(value, beside: arguments)))
      } else if let name = arguments.binder?.name.text, parameter?.accepts != .binder,
        case .value(let value) = argument.content
      {
        let applied = Argument(
          label: argument.label, content: .value(try applied(value, to: name)),
          span: argument.span)
        operands += try self.operands(applied, for: parameter, of: builtIn)
      } else {
        operands += try self.operands(argument, for: parameter, of: builtIn)
      }
    }
    if operands.count == arguments.count {
      for (argument, operand) in zip(arguments, operands) where isNumber(operand.node) {
        place(operand.node, at: argument.expression.span)
      }
    }
    operands += conventions(of: builtIn, besides: operands.map(\.label))
    let call = Call(
      builtIn.name, labels: operands.map(\.label), isLayer: builtIn.role == .layer)
    return try make(call, operands.map(\.node), of: builtIn, span)
  }

  /// What the block chooses for the labels that a call leaves out.
  private func conventions(
    of builtIn: BuiltIn, besides labels: [String?]
  ) -> [(label: String?, node: Node)] {
    run.conventions.filter { $0.builtIn == builtIn.name && !labels.contains($0.label) }
      .compactMap { convention in
        let node: Node
        switch convention.choice {
        case .number(let number): node = graph.number(number)
        case .tensor(let tensor): node = graph.constant(tensor)
        case .text(let text): node = graph.make(.text(text), sort: .text)
        case .truth(let truth): node = graph.make(.truth(truth), sort: .truth(.scalar))
        case .expression, .interval, .sample, .dataSet, .record, .list, .function, .trace,
          .network, .figure, .listing, .names:
          return nil
        }
        return (convention.label, node)
      }
  }

  /// Expands the call at once: its formula tells the shape, and mistakes come out here.
  func make(
    _ call: Call, _ operands: [Node], of builtIn: BuiltIn, _ span: Span
  ) throws(Stop) -> Node {
    do throws(Failure) {
      let context = try CallContext(call: call, operands: operands, of: builtIn, in: run.evaluator)
      let expansion = try builtIn.expand(context)
      let sort: Sort
      switch expansion.result {
      case .node(let formula):
        if builtIn.isOperation { return formula }
        sort = graph.sort(of: formula)
      case .value(let value): sort = value.sort(in: graph)
      }
      let node = graph.make(.call(call), operands, sort: sort)
      run.evaluator.remember(expansion, of: node)
      return node
    } catch {
      // While a name runs through a range, only its values can tell.
      if error.isAboutValues, operands.contains(where: dependsOnBound) {
        return graph.make(.call(call), operands, sort: .unknown)
      }
      throw .problem(diagnostic(error, at: span))
    }
  }

  func dependsOnBound(_ node: Node) -> Bool {
    let order = graph.postorder(from: [node]) { node in
      if case .name(let id) = graph.operation(of: node) {
        return graph.definition(of: id).map { [$0] } ?? []
      }
      return graph.operands(of: node)
    }
    // A name that a range inside of the node runs through is no concern of what is outside.
    var (found, closed): (Set<Quantity.ID>, Set<Quantity.ID>) = ([], [])
    for node in order {
      let operation = graph.operation(of: node)
      if case .over(let binder) = operation { closed.insert(binder.bound) }
      if case .names(let ids) = operation { closed.formUnion(ids) }
      if case .name(let id) = operation, graph[id].definition == .bound { found.insert(id) }
    }
    return !found.isSubset(of: closed)
  }

  func labelled(
    _ label: String, _ argument: Argument, _ builtIn: BuiltIn
  ) throws(Stop) -> Parameter? {
    if let parameter = builtIn.parameters.first(where: { $0.label == label }) { return parameter }
    if builtIn.parameters.contains(where: { $0.accepts == .substitutions }) { return nil }
    let labels = builtIn.parameters.map(\.label)
    let near =
      ForeignNames.label(for: label, among: labels)
      ?? Suggestion.nearest(to: label, among: labels)
    throw stop(
      .unknownLabel(label, of: builtIn.name), at: argument.label?.span ?? argument.span,
      hint: near.map { "did you mean '\($0)'?" }
        ?? (labels.isEmpty ? nil : "its labels are \(labels.joined(separator: ", "))"))
  }

  /// The operands that one argument becomes; most become one.
  mutating func operands(
    _ argument: Argument, for parameter: Parameter?, of builtIn: BuiltIn
  ) throws(Stop) -> [(label: String?, node: Node)] {
    let label = argument.label?.text
    switch argument.content {
    case .binder(let binder):
      guard parameter?.accepts == .binder else {
        throw stop(
          .misplaced("'\(binder.name.text) in …'", where: "where a range is asked for"),
          at: argument.span)
      }
      return [(label, try bound(binder))]
    case .value(let value):
      guard let parameter else {
        if let label { return try substitution(label, value, argument) }
        let takesNetworks = builtIn.parameters.first?.accepts == .network
        return [(nil, takesNetworks ? try network(value) : try node(value))]
      }
      switch parameter.accepts {
      case .names: return [(label, try names(value, label: parameter.label))]
      case .optimizer: return [(label, try optimizer(value, label: parameter.label))]
      case .function: return [(label, try function(value, beside: []))]
      case .text, .choice, .integer, .anything:
        if case .name("all") = value.kind, localOrScoped("all") == nil, label != nil {
          return [(label, graph.make(.text("all"), sort: .text))]
        }
        return [(label, try node(value))]
      case .network: return [(label, try network(value))]
      case .variadic:
        let takesNetworks = builtIn.parameters.first?.accepts == .network
        return [(label, takesNetworks ? try network(value) : try node(value))]
      case .numbers, .scalar, .truth, .data, .trace, .record, .expression, .equation, .binder,
        .substitutions:
        return [(label, try node(value))]
      }
    }
  }

  /// `w: 2` where any quantity is a label: the value, then the quantity.
  private mutating func substitution(
    _ label: String, _ value: Expression, _ argument: Argument
  ) throws(Stop) -> [(label: String?, node: Node)] {
    let place = argument.label?.span ?? argument.span
    switch try resolve(label, at: place) {
    case .quantity(let id):
      let names = graph.make(.names([id]), sort: .data(.names))
      return [(label, try node(value)), (label, names)]
    case .failed: throw .cascade
    case .function: throw stop(.needsNames(label), at: place)
    }
  }

  /// The quantities of `wrt: [w, b]`.
  private mutating func names(_ value: Expression, label: String) throws(Stop) -> Node {
    let inner = value.withoutParentheses
    let items: [Expression]
    if case .list(let list) = inner.kind {
      items = list
    } else if case .tuple(let list) = inner.kind {
      items = list
    } else {
      items = [inner]
    }
    var ids: [Quantity.ID] = []
    for item in items {
      guard case .name(let name) = item.withoutParentheses.kind else {
        throw stop(.needsNames(label), at: item.span)
      }
      switch try resolve(name, at: item.span) {
      case .quantity(let id): ids.append(id)
      case .failed: throw .cascade
      case .function: throw stop(.needsNames(label), at: item.span)
      }
    }
    return graph.make(.names(ids), sort: .data(.names))
  }

  /// The names that the binders of a call declare, for all of its arguments.
  private mutating func boundNames(_ arguments: [Argument]) -> [String: Binding] {
    var names: [String: Binding] = [:]
    for argument in arguments {
      guard case .binder(let binder) = argument.content else { continue }
      let id = graph.define(Algebra.Name(binder.name.text), as: .bound, sort: .scalar)
      names[binder.name.text] = .quantity(id)
    }
    return names
  }

  /// `x in a...b` as an operand: the bound quantity and its domain.
  private mutating func bound(_ binder: Binder) throws(Stop) -> Node {
    let domain = try node(binder.domain)
    guard case .quantity(let id)? = locals.last?[binder.name.text] else { throw .cascade }
    let names = graph.make(.names([id]), sort: .data(.names))
    return graph.make(.range, [names, domain], sort: .data(.record))
  }
}

extension [Argument] {
  /// The binder of a call such as `sum(e, j in 1...n)`.
  var binder: Binder? {
    for argument in self {
      if case .binder(let binder) = argument.content { return binder }
    }
    return nil
  }
}

extension Failure {
  /// Whether a value was missing, rather than a mistake made.
  var isAboutValues: Bool {
    ["wrong-type", "needs-value", "unknown-size", "missing-value"].contains(code)
  }
}
