import Algebra
import Source
import Workings

/// `a |> b`: layers behind each other, and functions of a value.
extension Elaborator {
  /// The layers of b behind those of a; with a value on the left, the function b of it.
  mutating func pipe(
    _ left: Expression, _ right: Expression, _ span: Span
  ) throws(Stop) -> Node {
    var takesValue = isCallOfNetwork(right)
    if !takesValue { takesValue = try !isNetwork(left) }
    if takesValue, let call = right.callOf(left, span) { return try node(call) }
    let chain = try network(left)
    let next = try network(right)
    guard let joiner = run.builtIns.named("|>") else { throw .cascade }
    let call = Call(joiner.name, labels: [nil, nil])
    return try make(call, [chain, next], of: joiner, right.withoutParentheses.span)
  }

  /// Whether a function stands on the right, such as `params`, that is no layer.
  private func isCallOfNetwork(_ expression: Expression) -> Bool {
    var head = expression.withoutParentheses
    if case .call(let callee, _) = head.kind { head = callee.withoutParentheses }
    guard case .name(let name) = head.kind else { return false }
    if case .function? = localOrScoped(name) { return true }
    return localOrScoped(name) == nil && layer(name) == nil
      && run.builtIns.named(name)?.role == .function
  }

  /// Whether the left end of a chain is made of layers.
  private mutating func isNetwork(_ expression: Expression) throws(Stop) -> Bool {
    let inner = expression.withoutParentheses
    switch inner.kind {
    case .pipe(let left, _): return try isNetwork(left)
    case .call(let callee, _):
      guard case .name(let name) = callee.withoutParentheses.kind else { return false }
      if case .function? = localOrScoped(name) { return false }
      return layer(name) != nil || run.builtIns.named(name)?.role == .layer
    case .name(let name):
      guard case .quantity(let id)? = localOrScoped(name) else { return layer(name) != nil }
      let sort = graph.sort(of: graph.name(id))
      return sort == .data(.network) || sort == .unknown
    case .field, .index:
      let sort = graph.sort(of: try node(inner))
      return sort == .data(.network) || sort == .unknown
    case .number, .text, .truth, .negate, .binary, .comparison, .and, .or, .not, .choice,
      .transpose, .sample, .range, .list, .comprehension, .tuple, .record, .parenthesised:
      return false
    }
  }

  /// An expression where a network is meant: `relu` and `conv(8, 5)` are layers there.
  mutating func network(_ expression: Expression) throws(Stop) -> Node {
    let inner = expression.withoutParentheses
    var found: (layer: BuiltIn, arguments: [Argument])?
    if case .call(let callee, let arguments) = inner.kind {
      // In call position the built-in is found unless the author's name is a function.
      if case .name(let name) = callee.withoutParentheses.kind, let layer = layer(name) {
        var isFunction = false
        if case .function? = localOrScoped(name) { isFunction = true }
        if !isFunction { found = (layer, arguments) }
      }
    } else if case .name(let name) = inner.kind {
      found = localOrScoped(name) == nil ? layer(name).map { ($0, []) } : nil
    }
    guard let found else { return try node(inner) }
    let node = try call(found.layer, found.arguments, inner.span)
    place(node, at: inner.span)
    return node
  }

  private func layer(_ name: String) -> BuiltIn? {
    guard let layer = run.builtIns.named(name, isLayer: true), layer.role == .layer else {
      return nil
    }
    return layer
  }
}

extension Expression {
  /// `f` or `f(a)` behind `x |>` as the call `f(x)` or `f(x, a)`; nil for what is no function.
  fileprivate func callOf(_ value: Expression, _ span: Span) -> Expression? {
    let first = Argument(label: nil, content: .value(value), span: value.span)
    switch withoutParentheses.kind {
    case .name: return Expression(.call(withoutParentheses, [first]), at: span)
    case .call(let callee, let arguments):
      return Expression(.call(callee, [first] + arguments), at: span)
    case .number, .text, .truth, .negate, .binary, .comparison, .and, .or, .not, .choice, .field,
      .index, .transpose, .sample, .pipe, .range, .list, .comprehension, .tuple, .record,
      .parenthesised:
      return nil
    }
  }
}
