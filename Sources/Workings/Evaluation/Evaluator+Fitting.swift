import Algebra

extension Evaluator {
  /// The same operation on the values of its operands, where their shapes were not known when it was
  /// written: so that shapes are checked, and numbers spread, as everywhere.
  ///
  /// - Returns: Nil where the shapes were known, where they matter to no rule, or still are unknown.
  /// - Throws: `shape-mismatch` and its like.
  func fitted(_ node: Node) throws(Failure) -> Node? {
    let operands = graph.operands(of: node)
    guard operands.contains(where: { graph.sort(of: $0) == .unknown }) else { return nil }
    var parts: [Node] = []
    var hasShape = false
    for operand in operands {
      let value = try value(of: operand)
      let part = self.node(for: value, as: operand)
      guard case .number(let shape) = graph.sort(of: part) else { return nil }
      hasShape = hasShape || !shape.isScalar
      parts.append(part)
    }
    guard hasShape else { return nil }
    do throws(Failure) {
      return try fitted(graph.operation(of: node), parts)
    } catch {
      throw Failure(error.code, error.text, at: node, hint: error.hint)
    }
  }

  private func fitted(_ operation: Operation, _ parts: [Node]) throws(Failure) -> Node? {
    switch operation {
    case .add: return try graph.add(parts[0], parts[1])
    case .subtract: return try graph.subtract(parts[0], parts[1])
    case .multiply: return try graph.multiply(parts[0], parts[1])
    case .divide: return try graph.divide(parts[0], parts[1])
    case .power: return try graph.power(parts[0], parts[1])
    case .larger: return try graph.larger(parts[0], parts[1])
    case .smaller: return try graph.smaller(parts[0], parts[1])
    case .matrixProduct: return try graph.matrixProduct(parts[0], parts[1])
    case .inner: return try graph.inner(parts[0], parts[1])
    case .transpose: return try graph.transpose(parts[0])
    case .compare(let comparison): return try graph.compare(comparison, parts[0], parts[1])
    case .number, .constant, .truth, .text, .name, .negate, .elementwise, .spread, .outer,
      .diagonal, .inverse, .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .reshape,
      .stack, .concatenate, .index, .slice, .and, .or, .not, .choose, .over, .opaque, .call,
      .apply, .sample, .interval, .list, .record, .field, .names:
      return nil
    }
  }

  /// The call on values, where what must be numbers had no known shape when it was written; nil else.
  func fitted(_ call: Call, _ node: Node) throws(Failure) -> Node? {
    let operands = graph.operands(of: node)
    guard operands.contains(where: { graph.sort(of: $0) == .unknown }),
      let builtIn = builtIns.named(call.name, isLayer: call.isLayer)
    else { return nil }
    var parts = operands
    for (place, operand) in operands.enumerated() where graph.sort(of: operand) == .unknown {
      let label = call.labels[place]
      let parameter = builtIn.parameters.enumerated().first { position, parameter in
        label == nil ? position == place : parameter.label == label
      }
      guard parameter?.element.accepts == .numbers else { continue }
      let part = self.node(for: try value(of: operand), as: operand)
      if case .number = graph.sort(of: part) { parts[place] = part }
    }
    return parts == operands ? nil : graph.make(.call(call), parts, sort: graph.sort(of: node))
  }
}
