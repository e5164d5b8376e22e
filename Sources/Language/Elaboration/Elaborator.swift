import Algebra
import Source
import Workings

/// Turns syntax into nodes: names become references, calls are put to their declarations, shapes are checked.
struct Elaborator {
  /// Functions of the author's inside one another.
  static let callLimit = 64

  let run: Run
  /// Parameters and bound names, innermost last.
  var locals: [[String: Binding]] = []
  /// Where nodes of this statement stand; the first place counts, of a number that is written several
  /// times the last one before what refuses it.
  var places: [(node: Node, span: Span)] = []
  /// What is not wrong but easily meant otherwise.
  var warnings: [Diagnostic] = []
  /// Set inside a function's body: everything is blamed on the call.
  var blame: Span?
  var depth = 0
  /// Whether names that are no locals are looked up in the notebook; a function's body brings its own.
  var seesScope = true

  var graph: Graph { run.graph }

  init(_ run: Run) {
    self.run = run
  }

  /// Notes where a node stands, unless it stands somewhere before.
  mutating func place(_ node: Node, at span: Span) {
    places.append((node, blame ?? span))
  }

  /// Where a node stands within a part of the statement.
  private func span(of node: Node, within whole: Span) -> Span? {
    guard isNumber(node) else { return places.first { $0.node == node }?.span }
    let inside = places.last { place in
      place.node == node && place.span.start >= whole.start && place.span.end <= whole.end
    }
    return (inside ?? places.first { $0.node == node })?.span
  }

  /// Whether a node is a number as written, with its sign: the same one wherever it is written.
  func isNumber(_ node: Node) -> Bool {
    switch graph.operation(of: node) {
    case .number: return true
    case .negate: return graph.operands(of: node).allSatisfy { isNumber($0) }
    case .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .elementwise, .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque,
      .call, .apply, .sample, .interval, .list, .record, .field, .names:
      return false
    }
  }

  mutating func node(_ expression: Expression) throws(Stop) -> Node {
    let node = try bare(expression)
    place(node, at: expression.span)
    return node
  }

  private mutating func bare(_ expression: Expression) throws(Stop) -> Node {
    switch expression.kind {
    case .number(let text): return try number(text, at: expression.span)
    case .text(let text): return graph.make(.text(text), sort: .text)
    case .truth(let value): return graph.make(.truth(value), sort: .truth(.scalar))
    case .name(let name): return try quantity(name, at: expression.span)
    case .negate(let operand):
      let inner = try node(operand)
      return try built(expression.span) { () throws(Failure) in try graph.negate(inner) }
    case .binary(let sign, let left, let right):
      let parts = (try node(left), try node(right))
      warnOfRows(sign, parts.0, parts.1, at: expression.span)
      return try binary(sign, parts.0, parts.1, at: expression.span)
    case .comparison, .and, .or, .not: return try condition(expression, byEntries: false)
    case .choice(let condition, let yes, let no):
      let parts = (try self.condition(condition, byEntries: true), try node(yes), try node(no))
      return try built(condition.span) { () throws(Failure) in
        try graph.choose(parts.0, parts.1, parts.2)
      }
    case .call(let callee, let arguments): return try call(callee, arguments, expression)
    case .field(let base, let name): return try field(name, of: base, expression.span)
    case .index(let base, let indices): return try index(base, indices, expression.span)
    case .transpose(let operand):
      let inner = try node(operand)
      return try built(expression.span) { () throws(Failure) in try graph.transpose(inner) }
    case .sample(let input, let target):
      let parts = [try node(input), try node(target)]
      return graph.make(.sample, parts, sort: .data(.sample))
    case .pipe(let left, let right): return try pipe(left, right, expression.span)
    case .range(let low, let high):
      let ends = [try node(low), try node(high)]
      return graph.make(.interval, ends, sort: .data(.interval))
    case .list(let items): return try list(items, expression.span)
    case .comprehension(let body, let binder):
      return try over(.list, body, binder, expression.span)
    case .tuple(let items): return try list(items, expression.span)
    case .record(let fields):
      var nodes: [Node] = []
      for (place, field) in fields.enumerated() {
        if fields[..<place].contains(where: { $0.name.text == field.name.text }) {
          throw stop(.givenTwice(field.name.text), at: field.name.span, hint: "keep one of them")
        }
        nodes.append(try node(field.value))
      }
      return graph.make(.record(fields.map(\.name.text)), nodes, sort: .data(.record))
    case .parenthesised(let inner): return try node(inner)
    }
  }

  /// Makes a node; what the core refuses becomes a diagnostic at `span`.
  func built(_ span: Span, _ make: () throws(Failure) -> Node) throws(Stop) -> Node {
    do throws(Failure) {
      let node = try make()
      if graph.isFull { throw .graphIsFull(graph.nodeLimit) }
      return node
    } catch {
      throw .problem(diagnostic(error, at: span))
    }
  }

  /// A failure of the core with its place: that of the node at fault, where the statement has it.
  func diagnostic(_ failure: Failure, at span: Span) -> Diagnostic {
    let place = blame ?? failure.node.flatMap { self.span(of: $0, within: span) } ?? span
    return Diagnostic(.error, .core(failure), at: place, hint: failure.hint)
  }

  func stop(
    _ message: Diagnostic.Message, at span: Span, hint: String? = nil
  ) -> Stop {
    .problem(Diagnostic(.error, message, at: blame ?? span, hint: hint))
  }

  private func number(_ text: String, at span: Span) throws(Stop) -> Node {
    guard let value = Rational(decimal: text) else {
      throw stop(.numberTooLarge(text), at: span)
    }
    let written = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
    let literal = Literal(.exact(value), written: written)
    return graph.make(.number(literal), sort: .scalar)
  }

  private func quantity(_ name: String, at span: Span) throws(Stop) -> Node {
    switch try resolve(name, at: span) {
    case .quantity(let id): return graph.name(id)
    case .failed: throw .cascade
    case .function(let function):
      let parameters = function.definition.parameters.map(\.text).joined(separator: ", ")
      throw stop(.functionAsValue(name), at: span, hint: "call it, as in \(name)(\(parameters))")
    }
  }

  /// What a name means, or a diagnostic with the nearest known one.
  func resolve(_ name: String, at span: Span) throws(Stop) -> Binding {
    for local in locals.reversed() {
      if let binding = local[name] { return binding }
    }
    if seesScope, let binding = run.binding(of: name) { return binding }
    if run.builtIns.named(name) != nil {
      throw stop(
        .builtInAsValue(name), at: span, hint: "call it, as in \(run.builtIns.callShape(of: name))")
    }
    let known = run.knownNames + locals.flatMap(\.keys)
    let near = Suggestion.nearest(to: name, among: known.sorted())
    throw stop(
      .unknownName(name), at: span,
      hint: ForeignNames.hint(for: name) ?? near.map { "did you mean '\($0)'?" })
  }

  private mutating func binary(
    _ sign: BinaryOperator, _ left: Node, _ right: Node, at span: Span
  ) throws(Stop) -> Node {
    try built(span) { () throws(Failure) in
      switch sign {
      case .add: try graph.add(left, right)
      case .subtract: try graph.subtract(left, right)
      case .multiply: try graph.multiply(left, right)
      case .divide: try graph.divide(left, right)
      case .matrixProduct: try graph.matrixProduct(left, right)
      case .innerProduct: try graph.inner(left, right)
      case .power: try graph.power(left, right)
      }
    }
  }

  private mutating func list(_ items: [Expression], _ span: Span) throws(Stop) -> Node {
    var nodes: [Node] = []
    for item in items { nodes.append(try node(item)) }
    let areNumbers = nodes.allSatisfy { node in
      switch graph.sort(of: node) {
      case .number, .unknown: true
      case .truth, .text, .data: false
      }
    }
    guard areNumbers, !nodes.isEmpty else {
      return graph.make(.list, nodes, sort: listSort(nodes))
    }
    return try built(span) { () throws(Failure) in try graph.stack(nodes) }
  }

  private func listSort(_ nodes: [Node]) -> Sort {
    let areSamples = nodes.allSatisfy { graph.sort(of: $0) == .data(.sample) }
    return .data(areSamples && !nodes.isEmpty ? .dataSet : .list)
  }
}

extension Failure {
  static func graphIsFull(_ limit: Int) -> Failure {
    Failure("work-limit", "the notebook has more than \(limit) nodes: the limit")
  }
}

extension Diagnostic.Message {
  static func numberTooLarge(_ text: String) -> Self {
    let shown = text.count > 20 ? text.prefix(20) + "…" : text[...]
    return Self(
      "number-too-large",
      "the number '\(shown)' is too large: the limit is \(Limits.digits) digits")
  }

  static func functionAsValue(_ name: String) -> Self {
    Self("wrong-type", "'\(name)' is a function, and a value is needed")
  }

  static func builtInAsValue(_ name: String) -> Self {
    Self("wrong-type", "'\(name)' is a built-in function, and a value is needed")
  }

  static func givenTwice(_ name: String) -> Self {
    Self("given-twice", "'\(name)' is given twice")
  }

  static func needsTruth(_ sort: Sort) -> Self {
    Self("wrong-type", "\(sort) where a condition (a truth value) is needed")
  }
}
