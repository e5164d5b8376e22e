public import Algebra

extension Evaluator {
  /// The value of one node whose operands are known.
  func evaluate(_ node: Node) throws(Failure) -> Value {
    let operation = graph.operation(of: node)
    switch operation {
    case .number(let literal): return .number(literal.value)
    case .constant(let tensor): return .tensor(tensor)
    case .truth(let value): return .truth(value)
    case .text(let value): return .text(value)
    case .names(let ids): return .names(ids)
    case .name(let id): return try quantity(id, named: node)
    case .call(let called):
      if let fitted = try fitted(called, node) { return try value(of: fitted) }
      return try call(node)
    case .apply:
      guard let body = graph.operands(of: node).last else { throw .workLimit }
      return try value(of: body)
    case .choose: return try choose(node)
    case .and, .or, .not: return try logic(operation, node)
    case .over(let binder): return try over(binder, node)
    case .sample: return try sample(graph.operands(of: node))
    case .interval: return try interval(node)
    case .list: return try list(graph.operands(of: node))
    case .record(let names): return try record(names, graph.operands(of: node))
    case .field(let name):
      let whole = graph.operands(of: node)[0]
      return try field(name, of: try value(of: whole), text: text(of: whole))
    case .index: return try index(node)
    case .slice: return try slice(node)
    case .stack, .concatenate: return try assemble(node)
    case .compare(let comparison): return try compare(comparison, node)
    case .opaque: return try rebuilt(node)
    case .add, .subtract, .divide:
      if let value = try accurate(operation, node) { return value }
      return try arithmetic(operation, node)
    case .elementwise(.log):
      if let value = try logarithmOfSigmoid(node) { return value }
      return try arithmetic(operation, node)
    case .elementwise(let function):
      if let value = try angleValue(function, node) { return value }
      return try arithmetic(operation, node)
    case .multiply, .power, .negate, .larger, .smaller,
      .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse, .determinant,
      .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape:
      return try arithmetic(operation, node)
    }
  }

  /// The value of a quantity: what the world says, else its definition's; a symbol stands for itself.
  private func quantity(_ id: Quantity.ID, named node: Node) throws(Failure) -> Value {
    if let value = override(of: id) { return try fitting(value, id) }
    guard let definition = graph.definition(of: id) else { return .expression(node) }
    let value = try value(of: definition)
    switch value {
    case .expression(let inner):
      return .expression(keepsName(id, definition) ? node : inner)
    case .trace(let trace): return .trace(patched(trace, of: id))
    case .record(let record): return .record(patched(record, of: id))
    case .number, .truth, .text, .tensor, .interval, .sample, .dataSet, .list, .function, .network,
      .figure, .listing, .names:
      return value
    }
  }

  /// Whether an expression refers to a quantity by its name: to what the author named and wrote,
  /// not to what was worked out (a derivative), nor to what this world changes.
  private func keepsName(_ id: Quantity.ID, _ definition: Node) -> Bool {
    guard graph[id].role == .author, base == nil || !isAffected(definition) else { return false }
    switch graph.operation(of: definition) {
    case .call: return !((try? expansion(of: definition))?.isDerived ?? true)
    case .field, .index, .number, .constant: return false
    case .truth, .text, .name, .add, .subtract, .multiply, .divide, .power, .negate, .elementwise,
      .larger, .smaller, .spread, .matrixProduct, .inner, .outer, .transpose, .diagonal, .inverse,
      .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape, .stack, .concatenate,
      .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .apply, .sample, .interval,
      .list, .record, .names:
      return true
    }
  }

  private func patched(_ trace: Trace, of id: Quantity.ID) -> Trace {
    var cells: [(row: Int, column: String, value: Value)] = []
    var fields: [(name: String, value: Value)] = []
    for (place, value) in world.overrides {
      switch place {
      case .cell(id, let row, let column): cells.append((row, column, value))
      case .field(id, let name): fields.append((name, value))
      case .quantity, .cell, .field, .node: continue
      }
    }
    return cells.isEmpty && fields.isEmpty ? trace : trace.replacing(cells: cells, fields: fields)
  }

  private func patched(_ record: Record, of id: Quantity.ID) -> Record {
    Record(
      record.fields.map { field in
        Record.Field(field.name, world.overrides[.field(id, field.name)] ?? field.value)
      })
  }

  private func call(_ node: Node) throws(Failure) -> Value {
    do {
      switch try expansion(of: node).result {
      case .node(let formula): return try value(of: formula)
      case .value(let value): return value
      }
    } catch {
      // What goes wrong inside a formula is blamed on the call that the author wrote.
      let operands = graph.operands(of: node)
      let culprit = error.node.flatMap { operands.contains($0) ? $0 : nil } ?? node
      throw Failure(error.code, error.text, at: culprit, hint: error.hint)
    }
  }

  /// The same operation on what the operands have become.
  func rebuilt(_ node: Node) throws(Failure) -> Value {
    var operands: [Node] = []
    for operand in graph.operands(of: node) {
      operands.append(self.node(for: try value(of: operand), as: operand))
    }
    if operands == graph.operands(of: node) { return .expression(node) }
    return .expression(
      graph.make(graph.operation(of: node), operands, sort: graph.sort(of: node)))
  }

  /// A node for a value; the operand itself where it is as good.
  public func node(for value: Value, as operand: Node) -> Node {
    switch value {
    case .expression(let node): return node
    case .number(let number):
      // √2 says more than the digits of its double.
      let isKept = graph.isLiteral(operand) || !number.isExact && graph.isConstant(operand)
      return isKept ? operand : graph.number(number)
    case .tensor(let tensor):
      if case .spread = graph.operation(of: operand) { return spreadNumber(operand) }
      return graph.constant(tensor)
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      return operand
    }
  }

  /// A spread number keeps its form: one number says more than a tensor of equal ones.
  private func spreadNumber(_ operand: Node) -> Node {
    let inner = graph.operands(of: operand)[0]
    guard let value = try? value(of: inner) else { return operand }
    return graph.spread(node(for: value, as: inner), to: graph.shape(of: operand))
  }
}

extension Graph {
  /// Whether a node is a number as written: `3`, `-3`, `2/5`, `10^-8`.
  func isLiteral(_ node: Node) -> Bool {
    func isNumber(_ node: Node) -> Bool {
      if case .number = operation(of: node) { return true }
      return false
    }
    let whole = operation(of: node)
    if case .number = whole { return true }
    return whole.isOneOf(.negate, .divide, .power) && operands(of: node).allSatisfy(isNumber)
  }
}
