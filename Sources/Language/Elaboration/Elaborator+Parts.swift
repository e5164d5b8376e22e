import Algebra
import Source
import Workings

extension Elaborator {
  /// `run.w`: the field's sort is known once the whole is worked out.
  mutating func field(
    _ name: Name, of base: Expression, _ span: Span
  ) throws(Stop) -> Node {
    let whole = try node(base)
    let text = NodeText(graph).text(of: whole)
    if dependsOnBound(whole) {
      return graph.make(.field(name.text), [whole], sort: .unknown)
    }
    switch try value(of: whole, at: base.span) {
    case .trace(let trace) where trace.fields[name.text] == nil && trace.column(name.text) == nil:
      throw unknownField(name, text, trace.fields.fields.map(\.name) + trace.columns)
    case .record(let record) where record[name.text] == nil:
      throw unknownField(name, text, record.fields.map(\.name))
    case let value:
      let sort: Sort
      do throws(Failure) {
        sort = try run.evaluator.field(name.text, of: value, text: text).sort(in: graph)
      } catch {
        throw .problem(diagnostic(error, at: name.span))
      }
      return graph.make(.field(name.text), [whole], sort: sort)
    }
  }

  private func unknownField(_ name: Name, _ text: String, _ known: [String]) -> Stop {
    let near = Suggestion.nearest(to: name.text, among: known)
    let hint = near.map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))"
    return stop(.unknownField(name.text, of: text), at: name.span, hint: hint)
  }

  /// `x[2]`, `W[2, 1]`, `x[2...4]`, `run["w"]`, `net["conv2"]`.
  mutating func index(
    _ base: Expression, _ indices: [Expression], _ span: Span
  ) throws(Stop) -> Node {
    let whole = try node(base)
    if indices.count == 1, case .range(let low, let high) = indices[0].withoutParentheses.kind {
      return try slice(whole, try node(low), try node(high), span)
    }
    var positions: [Node] = []
    for index in indices { positions.append(try node(index)) }
    if case .number = graph.sort(of: whole) {
      return try built(span) { () throws(Failure) in try graph.index(whole, at: positions) }
    }
    let node = graph.make(.index, [whole] + positions, sort: .unknown)
    if dependsOnBound(node) { return node }
    if spans[node] == nil { spans[node] = blame ?? span }
    let sort = try value(of: node, at: span).sort(in: graph)
    return graph.make(.index, [whole] + positions, sort: sort)
  }

  private func slice(
    _ whole: Node, _ low: Node, _ high: Node, _ span: Span
  ) throws(Stop) -> Node {
    let node = graph.make(.slice, [whole, low, high], sort: .unknown)
    if dependsOnBound(node) { return node }
    if case .number(let shape) = graph.sort(of: whole) {
      guard case .number(let first)? = try? run.evaluator.value(of: low),
        case .number(let last)? = try? run.evaluator.value(of: high),
        let from = first.exactValue?.integer, let to = last.exactValue?.integer,
        case .known(let count)? = shape.extents.first, from >= 1, to >= from, to <= count
      else {
        _ = try value(of: node, at: span)
        return node
      }
      let sort = Sort.number(Shape([.known(to - from + 1)] + shape.extents.dropFirst()))
      return graph.make(.slice, [whole, low, high], sort: sort)
    }
    let sort = try value(of: node, at: span).sort(in: graph)
    return graph.make(.slice, [whole, low, high], sort: sort)
  }

  /// Works out a node while it is put together, where its sort depends on its value.
  func value(of node: Node, at span: Span) throws(Stop) -> Value {
    do throws(Failure) {
      return try run.evaluator.value(of: node)
    } catch {
      throw .problem(diagnostic(error, at: span))
    }
  }

  /// `a |> b`: the layers of b behind those of a.
  mutating func pipe(
    _ left: Expression, _ right: Expression, _ span: Span
  ) throws(Stop) -> Node {
    let chain = try network(left)
    let next = try network(right)
    guard let joiner = run.builtIns.named("|>") else { throw .cascade }
    let call = Call(joiner.name, labels: [nil, nil])
    return try make(call, [chain, next], of: joiner, right.withoutParentheses.span)
  }

  /// An expression where a network is meant: `relu` and `conv(8, 5)` are layers there.
  mutating func network(_ expression: Expression) throws(Stop) -> Node {
    let inner = expression.withoutParentheses
    var found: (layer: BuiltIn, arguments: [Argument])?
    switch inner.kind {
    case .call(let callee, let arguments):
      // In call position the built-in is found unless the author's name is a function.
      if case .name(let name) = callee.withoutParentheses.kind, let layer = layer(name) {
        if case .function? = localOrScoped(name) { break }
        found = (layer, arguments)
      }
    case .name(let name): found = localOrScoped(name) == nil ? layer(name).map { ($0, []) } : nil
    default: break
    }
    guard let found else { return try node(inner) }
    let node = try call(found.layer, found.arguments, inner.span)
    if spans[node] == nil { spans[node] = blame ?? inner.span }
    return node
  }

  private func layer(_ name: String) -> BuiltIn? {
    guard let layer = run.builtIns.named(name, isLayer: true), layer.role == .layer else {
      return nil
    }
    return layer
  }
}
