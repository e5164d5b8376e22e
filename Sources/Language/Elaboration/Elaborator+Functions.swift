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
      let node = try node(value)
      nodes.append(node)
      let id = graph.define(parameter.text, as: node, role: .parameter)
      bindings[parameter.text] = .quantity(id)
    }
    var inner = Elaborator(run)
    inner.locals = [bindings]
    inner.seesScope = false
    inner.blame = blame ?? span
    inner.depth = depth + 1
    let body = try inner.node(function.definition.body)
    spans.merge(inner.spans) { mine, _ in mine }
    return graph.make(.apply(name), nodes + [body], sort: graph.sort(of: body))
  }

  /// `R(x)` of which only the name is known.
  mutating func opaque(
    _ id: Quantity.ID, _ arity: Int, _ name: String, _ arguments: [Argument], _ span: Span
  ) throws(Stop) -> Node {
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
      .opaque(id, orders: Array(repeating: 0, count: arity)), nodes, sort: .scalar)
  }

  /// A sum, a product or a list over a range, or over the entries of a list.
  mutating func over(
    _ collector: Algebra.Binder.Collector, _ body: Expression, _ binder: Binder, _ span: Span
  ) throws(Stop) -> Node {
    let domain = binder.domain.withoutParentheses
    switch domain.kind {
    case .range(let low, let high):
      let ends = (try node(low), try node(high))
      let bound = graph.define(
        Algebra.Name(binder.name.text), as: .bound, sort: .scalar)
      locals.append([binder.name.text: .quantity(bound)])
      defer { locals.removeLast() }
      let inner = try node(body)
      let sort = self.sort(of: inner, collector, ends)
      return graph.make(
        .over(Algebra.Binder(collector, bound: bound)), [ends.0, ends.1, inner], sort: sort)
    case .list(let items), .tuple(let items):
      return try unrolled(collector, body, binder, items, span)
    default:
      throw stop(
        .misplaced("'\(binder.name.text) in …'", where: "before a range a...b or a list"),
        at: domain.span)
    }
  }

  private func sort(
    of body: Node, _ collector: Algebra.Binder.Collector, _ ends: (Node, Node)
  ) -> Sort {
    guard collector == .list else { return graph.sort(of: body) }
    guard case .number(let shape) = graph.sort(of: body),
      case .number(let low)? = try? run.evaluator.value(of: ends.0),
      case .number(let high)? = try? run.evaluator.value(of: ends.1),
      let first = low.exactValue?.integer, let last = high.exactValue?.integer
    else { return .unknown }
    return .number(Shape([.known(max(0, last - first + 1))] + shape.extents))
  }

  private mutating func unrolled(
    _ collector: Algebra.Binder.Collector, _ body: Expression, _ binder: Binder,
    _ items: [Expression], _ span: Span
  ) throws(Stop) -> Node {
    var nodes: [Node] = []
    for item in items {
      let id = graph.define(binder.name.text, as: try node(item), role: .parameter)
      locals.append([binder.name.text: .quantity(id)])
      defer { locals.removeLast() }
      nodes.append(try node(body))
    }
    return try built(span) { () throws(Failure) in
      switch collector {
      case .list: return try graph.stack(nodes)
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
