import Algebra

/// Values from outside, such as `evaluate(f, w: [1, 2, 3])`, need not have the shapes that were known
/// when a formula was written.
extension Evaluator {
  /// A value that is put in the place of a quantity.
  ///
  /// - Returns: The value itself.
  /// - Throws: `shape-mismatch` where the quantity has another shape.
  func fitting(_ value: Value, _ id: Quantity.ID) throws(Failure) -> Value {
    guard let wanted = graph[id].sort.shape, graph[id].sort.isNumbers,
      let found = shape(of: value), found != wanted
    else { return value }
    let name = graph[id].name.spelling
    guard wanted.rank == found.rank else { throw misfit(name, wanted, found) }
    for (extent, size) in zip(wanted.extents, found.extents) where extent != size {
      guard case .known(let size) = size else { continue }
      switch extent {
      case .known: throw misfit(name, wanted, found)
      case .symbolic(let node):
        guard let (expected, source) = try sizeElsewhere(node), expected != size else { continue }
        throw Failure(
          "shape-mismatch",
          "'\(name)' is of the shape \(graph.text(of: wanted)): \(text(of: node)) is \(expected) by '\(source)', and \(size) by what is put in its place"
        )
      }
    }
    return value
  }

  private func misfit(_ name: String, _ wanted: Shape, _ found: Shape) -> Failure {
    func described(_ shape: Shape) -> String {
      shape.isScalar ? "a number" : "of the shape \(graph.text(of: shape))"
    }
    return Failure(
      "shape-mismatch",
      "'\(name)' is \(described(wanted)), and what is put in its place is \(described(found))")
  }

  private func shape(of value: Value) -> Shape? {
    switch value {
    case .number: .scalar
    case .tensor(let tensor): Shape(tensor.shape)
    case .expression(let node): graph.sort(of: node).isNumbers ? graph.shape(of: node) : nil
    case .truth, .text, .interval, .sample, .dataSet, .record, .list, .function, .trace, .network,
      .figure, .listing, .names:
      nil
    }
  }

  /// A symbolic size by its own value, or by the first other name that has it; with what says so.
  private func sizeElsewhere(_ node: Node) throws(Failure) -> (size: Int, source: String)? {
    if case .number(let number) = try self.value(of: node), let size = number.exactValue?.integer {
      return (size, text(of: node))
    }
    for id in overriddenNames.sorted() {
      guard let shape = graph[id].sort.shape,
        let axis = shape.extents.firstIndex(of: .symbolic(node)),
        let value = override(of: id), let found = self.shape(of: value), found.rank == shape.rank,
        case .known(let size) = found.extents[axis]
      else { continue }
      return (size, graph[id].name.spelling)
    }
    return nil
  }

  /// Refuses tensors that an operation does not take.
  ///
  /// - Throws: `shape-mismatch`.
  func checkShapes(_ operation: Operation, _ x: [Tensor], _ node: Node) throws(Failure) {
    guard !Evaluator.takes(operation, x, giving: graph.shape(of: node)) else { return }
    let shapes = x.map { Shape($0.shape).description }.joined(separator: " and ")
    throw Failure(
      "shape-mismatch",
      x.count == 1
        ? "'\(text(of: node))' does not take the shape \(shapes)"
        : "the shapes \(shapes) do not go together in '\(text(of: node))'", at: node)
  }

  private static func takes(_ operation: Operation, _ x: [Tensor], giving shape: Shape) -> Bool {
    switch operation {
    case .add, .subtract, .multiply, .divide, .power, .larger, .smaller:
      return x[0].shape == x[1].shape || x[0].rank == 0 || x[1].rank == 0
    case .spread:
      return x[0].rank == 0 || x[0].rank == 1 && shape.rank == 2 && shape.known?[0] == x[0].count
    case .matrixProduct:
      guard (1...2).contains(x[0].rank), (1...2).contains(x[1].rank) else { return false }
      // A vector on the left is a column, or a row where that alone fits.
      let columns = x[0].rank == 1 ? 1 : x[0].shape[1]
      return columns == x[1].shape[0]
    case .inner: return x[0].count == x[1].count
    case .outer: return x[0].rank == 1 && x[1].rank == 1
    case .transpose: return x[0].rank <= 2
    case .diagonal: return (1...2).contains(x[0].rank)
    case .inverse, .determinant, .trace: return x[0].rank == 2 && x[0].shape[0] == x[0].shape[1]
    case .rank: return x[0].rank == 2
    case .softmax, .logSoftmax: return x[0].rank >= 1
    case .reshape: return shape.count == x[0].count
    case .negate, .elementwise, .reduce, .number, .constant, .truth, .text, .name, .stack,
      .concatenate, .index, .slice, .compare, .and, .or, .not, .choose, .over, .opaque, .call,
      .apply, .sample, .interval, .list, .record, .field, .names:
      return true
    }
  }
}
