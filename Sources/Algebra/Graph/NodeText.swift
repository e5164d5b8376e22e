/// Prints nodes as `dl` text that reads back to an equal expression.
public struct NodeText {
  private let graph: Graph

  /// Nesting beyond this is printed as `…`: the text is for people.
  private static let depthLimit = 400

  /// A printer for the nodes of `graph`.
  public init(_ graph: Graph) {
    self.graph = graph
  }

  /// The text of a node.
  public func text(of node: Node) -> String {
    guard graph.isPrintable(node) else { return "…" }
    return text(node, at: .loosest, depth: 0)
  }

  private func text(_ node: Node, at level: Precedence, depth: Int) -> String {
    guard depth < NodeText.depthLimit else { return "…" }
    let (text, binding) = bare(node, depth: depth + 1)
    return binding < level ? "(\(text))" : text
  }

  private func bare(_ node: Node, depth: Int) -> (String, Precedence) {
    let operands = operands(of: node)
    func operand(_ i: Int, _ level: Precedence) -> String {
      operands.indices.contains(i) ? text(operands[i], at: level, depth: depth) : ""
    }
    func binary(_ sign: String, _ level: Precedence) -> (String, Precedence) {
      ("\(operand(0, level)) \(sign) \(operand(1, level.tighter))", level)
    }
    func function(_ name: String) -> (String, Precedence) {
      (
        name + "(" + operands.map { text($0, at: .sample, depth: depth) }.joined(separator: ", ")
          + ")", .atom
      )
    }
    switch graph.operation(of: node) {
    case .number(let literal): return number(literal)
    case .constant(let tensor): return (NodeText.text(of: tensor), .atom)
    case .truth(let value): return (value ? "true" : "false", .atom)
    case .text(let value): return ("\"\(value)\"", .atom)
    case .name(let id): return (graph[id].name.spelling, .atom)
    case .add, .subtract: return (sum(node, depth: depth), .sum)
    case .multiply: return ("\(operand(0, .product))*\(operand(1, .sign))", .product)
    case .divide: return ("\(operand(0, .product))/\(operand(1, .sign))", .product)
    case .matrixProduct: return binary("@", .product)
    case .inner: return function("dot")
    case .power: return ("\(operand(0, .atom))^\(operand(1, .power))", .power)
    case .negate: return ("-\(operand(0, .sign))", .sign)
    case .elementwise(let elementary): return function(elementary.rawValue)
    case .spread: return spread(node, depth: depth)
    case .outer, .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax,
      .reduce, .concatenate:
      return function(NodeText.name(of: graph.operation(of: node)))
    case .larger, .smaller: return (extremum(node, operands, depth: depth), .atom)
    case .transpose: return (operand(0, .atom) + ".T", .atom)
    case .reshape:
      let sizes = graph.shape(of: node).extents.map(extent).joined(separator: ", ")
      return ("reshape(\(operand(0, .sample)), \(sizes))", .atom)
    case .stack, .list:
      return ("[" + function("").0.dropFirst().dropLast() + "]", .atom)
    case .index: return (indexed(node, depth), .atom)
    case .slice: return ("\(operand(0, .atom))[\(operand(1, .sum))...\(operand(2, .sum))]", .atom)
    case .compare(let comparison): return binary(comparison.rawValue, .comparison)
    case .and: return binary("and", .conjunction)
    case .or: return binary("or", .disjunction)
    case .not: return ("not \(operand(0, .negation))", .negation)
    case .choose:
      return (
        "if \(operand(0, .disjunction)) then \(operand(1, .conditional)) else \(operand(2, .conditional))",
        .conditional
      )
    case .over(let binder): return over(binder, operands, depth: depth)
    case .opaque(let id, let orders):
      return function(OpaqueDerivative(of: id, orders: orders).spelling(in: graph))
    case .call(let call): return (self.call(call, operands, depth: depth), .atom)
    case .apply(let name):
      if graph.sort(of: node) == .data(.function) { return (name.spelling, .atom) }
      let arguments = operands.dropLast().map { text($0, at: .sample, depth: depth) }
      return (name.spelling + "(" + arguments.joined(separator: ", ") + ")", .atom)
    case .sample: return binary("->", .sample)
    case .interval: return binary("...", .range)
    case .range: return ("\(operand(0, .range)) in \(operand(1, .range))", .range)
    case .record(let names):
      let fields = zip(names, operands).map { "\($0): \(text($1, at: .sample, depth: depth))" }
      return ("{" + fields.joined(separator: ", ") + "}", .atom)
    case .field(let name): return (operand(0, .atom) + "." + name, .atom)
    case .names(let ids): return (names(ids), .atom)
    }
  }

  private func names(_ ids: [Quantity.ID]) -> String {
    let names = ids.map { graph[$0].name.spelling }
    return names.count == 1 ? names[0] : "[" + names.joined(separator: ", ") + "]"
  }

  /// The built-in that makes an operation of linear algebra.
  private static func name(of operation: Operation) -> String {
    switch operation {
    case .outer: "outer"
    case .diagonal: "diag"
    case .inverse: "inverse"
    case .determinant: "det"
    case .trace: "trace"
    case .rank: "rank"
    case .larger: "max"
    case .smaller: "min"
    case .softmax: "softmax"
    case .logSoftmax: "log_softmax"
    case .concatenate: "concat"
    case .reduce(let reduction): reduction.rawValue
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .spread, .matrixProduct, .inner, .transpose, .reshape, .stack, .index,
      .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample,
      .interval, .list, .record, .field, .names:
      ""
    }
  }

  private func number(_ literal: Literal) -> (String, Precedence) {
    if !literal.written.isEmpty { return (literal.written, .atom) }
    let text = NodeText.text(of: literal.value)
    if text.hasPrefix("-") { return (text, text.contains("/") ? .product : .sign) }
    return (text, text.contains("/") ? .product : .atom)
  }

  /// The operands as they are written: a spread as what it repeats where another one tells its shape.
  private func operands(of node: Node) -> [Node] {
    let operands = graph.operands(of: node)
    guard graph.operation(of: node).isEntrywise else { return operands }
    let telling = operands.firstIndex { graph.repeated(by: $0) == nil && !isScalar($0) }
    return operands.enumerated().map { place, operand in
      place == (telling ?? 0) ? operand : graph.repeated(by: operand) ?? operand
    }
  }

  private func isScalar(_ node: Node) -> Bool {
    graph.sort(of: node).shape?.isScalar ?? true
  }

  /// What a spread repeats, times ones in its shape.
  private func spread(_ node: Node, depth: Int) -> (String, Precedence) {
    guard let inner = graph.repeated(by: node) else { return ("", .atom) }
    let sizes = graph.shape(of: node).extents.map(extent)
    guard isScalar(inner) else {
      let repeated = text(inner, at: .sample, depth: depth)
      return ("outer(\(repeated), ones(\(sizes.last ?? "1")))", .atom)
    }
    let shape = sizes.joined(separator: ", ")
    if case .number(let literal) = graph.operation(of: inner), literal.written.isEmpty {
      if literal.value.isZero { return ("zeros(\(shape))", .atom) }
      if literal.value == .one { return ("ones(\(shape))", .atom) }
    }
    return ("\(text(inner, at: .product, depth: depth))*ones(\(shape))", .product)
  }

  /// A sum of any length, without a bracket for each of its terms.
  private func sum(_ node: Node, depth: Int) -> String {
    var rest = node
    var terms: [(sign: String, node: Node)] = []
    while graph.operation(of: rest).isOneOf(.add, .subtract) {
      let parts = operands(of: rest)
      terms.append((graph.operation(of: rest) == .add ? " + " : " - ", parts[1]))
      rest = parts[0]
    }
    return terms.reversed().reduce(text(rest, at: .sum, depth: depth)) { sum, term in
      sum + term.sign + text(term.node, at: .product, depth: depth)
    }
  }

  /// `max(a, b, c)`, which reads as the larger of max(a, b) and c.
  private func extremum(_ node: Node, _ operands: [Node], depth: Int) -> String {
    let operation = graph.operation(of: node)
    var arguments = [operands[1]]
    var first = operands[0]
    while graph.operation(of: first) == operation {
      let inner = self.operands(of: first)
      arguments.append(inner[1])
      first = inner[0]
    }
    let texts = (arguments + [first]).reversed().map { text($0, at: .sample, depth: depth) }
    return NodeText.name(of: operation) + "(" + texts.joined(separator: ", ") + ")"
  }

  private func indexed(_ node: Node, _ depth: Int) -> String {
    let operands = graph.operands(of: node)
    var (whole, positions) = graph.positions(of: node)
    if positions.isEmpty { (whole, positions) = (operands[0], Array(operands.dropFirst())) }
    let places = positions.map { text($0, at: .sum, depth: depth) }
    return text(whole, at: .atom, depth: depth) + "[" + places.joined(separator: ", ") + "]"
  }

  private func over(_ binder: Binder, _ operands: [Node], depth: Int) -> (String, Precedence) {
    guard operands.count == 3 else { return ("", .atom) }
    let parts = operands.map { text($0, at: .sum, depth: depth) }
    let inner = "\(parts[2]), \(graph[binder.bound].name.spelling) in \(parts[0])...\(parts[1])"
    switch binder.collector {
    case .sum: return ("sum(\(inner))", .atom)
    case .product: return ("product(\(inner))", .atom)
    case .list: return ("[\(inner)]", .atom)
    }
  }

  private func call(_ call: Call, _ operands: [Node], depth: Int) -> String {
    if call.name == "|>", operands.count == 2 {
      return operands.map { text($0, at: .sample, depth: depth) }.joined(separator: " |> ")
    }
    var arguments: [String] = []
    for (place, (label, operand)) in zip(call.labels, operands).enumerated() {
      // The quantity behind a value that is put in for it: its label says it.
      if place > 0, label != nil, label == call.labels[place - 1] { continue }
      let value = text(operand, at: .sample, depth: depth)
      arguments.append(label.map { "\($0): \(value)" } ?? value)
    }
    return call.name + "(" + arguments.joined(separator: ", ") + ")"
  }

  private func extent(_ extent: Extent) -> String {
    switch extent {
    case .known(let size): String(size)
    case .symbolic(let node): text(of: node)
    }
  }
}

extension NodeText {
  /// `14/3`, `-2`, or the shortest decimal that reads back to the same double.
  public static func text(of real: Real) -> String {
    switch real {
    case .exact(let value): value.description
    case .approximate(let value): value == 0 ? "0" : "\(value)"
    }
  }

  /// `[[1, 2], [3, 4]]`.
  public static func text(of tensor: Tensor) -> String {
    var texts = tensor.entries.map { text(of: $0) }
    for extent in tensor.shape.reversed() {
      guard extent > 0 else { return "[]" }
      texts = stride(from: 0, to: texts.count, by: extent).map {
        "[" + texts[$0..<min($0 + extent, texts.count)].joined(separator: ", ") + "]"
      }
    }
    return texts.first ?? "[]"
  }
}
