import Algebra
import Source
import Workings

extension Elaborator {
  /// The author's function with its arguments put in: the body once more, its parameters standing for them.
  mutating func apply(
    _ function: UserFunction, _ name: String, _ arguments: [Argument], _ span: Span
  ) throws(Stop) -> Node {
    let parameters = function.definition.parameters
    guard arguments.count == parameters.count else {
      throw stop(.argumentCount(name, parameters.count, arguments.count), at: span)
    }
    guard depth < Elaborator.callLimit else {
      throw stop(.callTooDeep(Elaborator.callLimit), at: span)
    }
    var nodes: [Node] = []
    var bindings = function.captured
    for (parameter, argument) in zip(parameters, arguments) {
      guard case .value(let value) = argument.content,
        argument.label == nil || argument.label?.text == parameter.text
      else {
        throw stop(
          .unknownLabel(argument.label?.text ?? "in", of: name), at: argument.span)
      }
      if let (name, inner) = try functionHandedOver(by: value) {
        nodes.append(functionName(name, inner))
        bindings[parameter.text] = .function(inner)
        continue
      }
      let node = try node(value)
      nodes.append(node)
      let id = graph.define(parameter.text, as: node, role: .parameter)
      bindings[parameter.text] = .quantity(id)
    }
    var inner = within(bindings, at: span)
    let body = try inner.node(function.definition.body)
    places += inner.places
    warnings += inner.warnings
    return graph.make(.apply(function.name(as: name)), nodes + [body], sort: graph.sort(of: body))
  }

  /// A function's name as an operand, for the eye alone.
  private func functionName(_ name: String, _ function: UserFunction) -> Node {
    let parameters = function.definition.parameters.map(\.text)
    return graph.name(
      graph.define(
        Algebra.Name(name), as: .opaque(parameters: parameters), sort: .data(.function)))
  }

  /// `f(x)` and its body, for showing a function as it was defined.
  mutating func shown(
    _ function: UserFunction, _ name: String, at span: Span
  ) throws(Stop) -> (call: Node, body: Node) {
    var bindings = function.captured
    var parameters: [Node] = []
    for parameter in function.definition.parameters {
      let id = graph.define(Algebra.Name(parameter.text), as: .bound, sort: .unknown)
      bindings[parameter.text] = .quantity(id)
      parameters.append(graph.name(id))
    }
    var inner = within(bindings, at: span)
    let body = try inner.node(function.definition.body)
    let head = function.name(as: name)
    return (graph.make(.apply(head), parameters + [body], sort: graph.sort(of: body)), body)
  }

  /// What reads a function's body: it sees the parameters and what was captured, and blames the call.
  private func within(_ bindings: [String: Binding], at span: Span) -> Elaborator {
    var inner = Elaborator(run)
    inner.locals = [bindings]
    inner.seesScope = false
    inner.blame = blame ?? span
    inner.depth = depth + 1
    return inner
  }

  /// `R(x)` of which only the name is known, or a derivative of it.
  mutating func opaque(
    _ function: OpaqueDerivative, _ name: String, _ arguments: [Argument], _ span: Span
  ) throws(Stop) -> Node {
    let arity = function.orders.count
    guard arguments.count == arity else {
      throw stop(.argumentCount(name, arity, arguments.count), at: span)
    }
    var nodes: [Node] = []
    for argument in arguments {
      guard case .value(let value) = argument.content, argument.label == nil else {
        throw stop(.unknownLabel(argument.label?.text ?? "in", of: name), at: argument.span)
      }
      nodes.append(try node(value))
    }
    return graph.make(
      .opaque(function.function, orders: function.orders), nodes, sort: .scalar)
  }

  /// The derivative of an opaque function that a name spells: `R'`, `S_u`; nil for other names.
  func opaqueDerivative(_ name: String) -> OpaqueDerivative? {
    OpaqueDerivative(named: name, in: graph) { base in
      guard case .quantity(let id)? = localOrScoped(base), case .opaque = graph[id].definition
      else { return nil }
      return id
    }
  }

  /// A sum, a product or a list over a range, or over the entries of a list.
  mutating func over(
    _ collector: Algebra.Binder.Collector, _ body: Expression, _ binder: Binder, _ span: Span
  ) throws(Stop) -> Node {
    let domain = binder.domain.withoutParentheses
    switch domain.kind {
    case .range(let low, let high):
      return try over(collector, body, binder, (try node(low), try node(high)), span)
    case .list(let items), .tuple(let items):
      var nodes: [Node] = []
      for item in items { nodes.append(try node(item)) }
      return try unrolled(collector, body, binder, nodes, span)
    case .number, .text, .truth, .name, .negate, .binary, .comparison, .and, .or, .not, .choice,
      .call, .field, .index, .transpose, .sample, .pipe, .comprehension, .record,
      .parenthesised:
      return try overEntries(of: try node(domain), collector, body, binder, span)
    }
  }

  /// Over what a name or a call stands for: an interval, or the entries of a vector or a list.
  private mutating func overEntries(
    of domain: Node, _ collector: Algebra.Binder.Collector, _ body: Expression, _ binder: Binder,
    _ span: Span
  ) throws(Stop) -> Node {
    let place = binder.domain.span
    var entries: [Node] = []
    switch graph.sort(of: domain) {
    case .number(let shape) where !shape.isScalar:
      guard case .known(let count)? = shape.extents.first else {
        throw stop(.unknownCount(binder.name.text), at: place)
      }
      guard count <= Elaborator.entriesUnrolled else {
        throw stop(.tooManyValues(Elaborator.entriesUnrolled), at: place)
      }
      for position in stride(from: 1, through: count, by: 1) {
        entries.append(
          try built(span) { () throws(Failure) in
            try graph.index(domain, at: [graph.number(position)])
          })
      }
    case .data(.list), .data(.dataSet):
      let value = try value(of: domain, at: place)
      let count: Int
      if case .list(let items) = value {
        count = items.count
      } else if case .dataSet(let samples) = value {
        count = samples.count
      } else {
        count = 0
      }
      for position in stride(from: 1, through: count, by: 1) {
        let entry = graph.make(.index, [domain, graph.number(position)], sort: .unknown)
        let sort = try self.value(of: entry, at: place).sort(in: graph)
        entries.append(graph.make(.index, [domain, graph.number(position)], sort: sort))
      }
    case .data(.interval):
      guard case .interval(let low, let high) = try value(of: domain, at: place) else { break }
      return try over(collector, body, binder, (graph.number(low), graph.number(high)), span)
    case .number, .truth, .text, .data, .unknown:
      throw stop(
        .misplaced("'\(binder.name.text) in …'", where: "before a range a...b or a list"),
        at: place)
    }
    return try unrolled(collector, body, binder, entries, span)
  }

  /// The most entries that a name runs through one by one.
  private static let entriesUnrolled = 10_000

  private mutating func over(
    _ collector: Algebra.Binder.Collector, _ body: Expression, _ binder: Binder,
    _ ends: (Node, Node), _ span: Span
  ) throws(Stop) -> Node {
    let bound = graph.define(Algebra.Name(binder.name.text), as: .bound, sort: .scalar)
    locals.append([binder.name.text: .quantity(bound)])
    defer { locals.removeLast() }
    let inner = try node(body)
    warnOfOuter(binder.name, inner)
    let sort = self.sort(of: inner, collector, ends)
    return graph.make(
      .over(Algebra.Binder(collector, bound: bound)), [ends.0, ends.1, inner], sort: sort)
  }

  /// A name of the notebook's that is spelt like one that runs through a range stays what it is, also
  /// where the body reaches it through other names.
  private mutating func warnOfOuter(_ name: Name, _ body: Node) {
    guard case .quantity(let outer)? = seesScope ? run.binding(of: name.text) : nil,
      graph.reaches([outer], from: body)
    else { return }
    warnings.append(
      Diagnostic(
        .warning, .outerName(name.text), at: blame ?? name.span,
        hint: "write what depends on \(name.text) as a function of it, f(\(name.text)) = …"))
  }

  private func sort(
    of body: Node, _ collector: Algebra.Binder.Collector, _ ends: (Node, Node)
  ) -> Sort {
    guard collector == .list else { return graph.sort(of: body) }
    if graph.sort(of: body) == .data(.sample) { return .data(.dataSet) }
    guard case .number(let shape) = graph.sort(of: body),
      case .number(let low)? = try? run.evaluator.value(of: ends.0),
      case .number(let high)? = try? run.evaluator.value(of: ends.1),
      let first = low.exactValue?.integer, let last = high.exactValue?.integer
    else { return .unknown }
    return .number(Shape([.known(max(0, last - first + 1))] + shape.extents))
  }

  private mutating func unrolled(
    _ collector: Algebra.Binder.Collector, _ body: Expression, _ binder: Binder,
    _ items: [Node], _ span: Span
  ) throws(Stop) -> Node {
    var nodes: [Node] = []
    for item in items {
      let id = graph.define(binder.name.text, as: item, role: .parameter)
      locals.append([binder.name.text: .quantity(id)])
      defer { locals.removeLast() }
      nodes.append(try node(body))
    }
    if let first = nodes.first { warnOfOuter(binder.name, first) }
    return try built(span) { () throws(Failure) in
      switch collector {
      case .list:
        let areNumbers = nodes.allSatisfy { node in
          switch graph.sort(of: node) {
          case .number, .unknown: true
          case .truth, .text, .data: false
          }
        }
        return areNumbers
          ? try graph.stack(nodes) : graph.make(.list, nodes, sort: .data(.list))
      case .sum, .product:
        guard var total = nodes.first else { return graph.number(collector == .sum ? 0 : 1) }
        for node in nodes.dropFirst() {
          total =
            collector == .sum ? try graph.add(total, node) : try graph.multiply(total, node)
        }
        return total
      }
    }
  }
}

extension Diagnostic.Message {
  static func unknownCount(_ name: String) -> Self {
    Self("unknown-size", "'\(name) in …' needs a vector of known length")
  }

  static func outerName(_ name: String) -> Self {
    Self(
      "outer-name",
      "what stands here depends on the '\(name)' outside, which stays the same for every '\(name)' of the range"
    )
  }

  static func tooManyValues(_ limit: Int) -> Self {
    Self("range-too-large", "a name runs through at most \(limit) entries one by one")
  }
}
