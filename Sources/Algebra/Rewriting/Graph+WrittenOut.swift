extension Graph {
  /// The most entries of a tensor that are written out.
  private static let entriesWritten = 64

  /// The entries of a node whose tensors are all written entry by entry, such as
  /// `[[1, 2], [3, 4]] @ [x, y]`, with every operation on them carried out.
  ///
  /// - Parameters:
  ///   - root: A number or tensor with symbols.
  ///   - countsValues: Whether a tensor known by value counts as written too.
  /// - Returns: The entries row by row, one for a scalar; nil where no tensor is written so, or a
  ///   symbolic tensor or an operation without entries takes part.
  public func entriesWrittenOut(of root: Node, countsValues: Bool = false) -> [Node]? {
    let order = postorder(of: root)
    let isWritten = order.contains { node in
      if case .stack = operation(of: node) { return true }
      guard countsValues, case .constant(let tensor) = operation(of: node) else { return false }
      return tensor.rank > 0
    }
    guard isWritten else { return nil }
    var images: [Node: [Node]] = [:]
    for node in order {
      guard let shape = sort(of: node).shape, let count = shape.count,
        count <= Graph.entriesWritten
      else { continue }
      let parts = operands(of: node).map { images[$0] }
      if let entries = entries(of: node, parts), entries.count == count {
        images[node] = entries
      }
    }
    return images[root]
  }

  /// The entries of one node from those of its operands; nil where one of them has none.
  private func entries(of node: Node, _ parts: [[Node]?]) -> [Node]? {
    let operation = operation(of: node)
    switch operation {
    case .number: return [node]
    case .constant(let tensor): return tensor.entries.map { number($0) }
    case .name, .opaque, .over, .call, .apply, .field:
      return shape(of: node).isScalar ? [node] : nil
    case .add, .subtract, .multiply, .divide, .power, .larger, .smaller, .compare, .and, .or:
      guard let left = parts[0], let right = parts[1], left.count == right.count else { return nil }
      let sort: Sort = sort(of: node).isTruth ? .truth(.scalar) : .scalar
      return zip(left, right).map { make(operation, [$0, $1], sort: sort) }
    case .negate, .elementwise: return parts[0]?.map { make(operation, [$0], sort: .scalar) }
    case .not: return parts[0]?.map { make(operation, [$0], sort: .truth(.scalar)) }
    case .stack, .concatenate:
      return parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
    case .choose:
      guard let condition = parts[0], let yes = parts[1], let no = parts[2],
        yes.count == no.count, condition.count == 1 || condition.count == yes.count
      else { return nil }
      return yes.indices.map { place in
        make(
          .choose, [condition[condition.count == 1 ? 0 : place], yes[place], no[place]],
          sort: .scalar)
      }
    case .spread, .transpose, .reshape, .diagonal, .index, .slice:
      return parts[0].flatMap { moved($0, node) }
    case .outer, .matrixProduct, .inner: return products(parts, node)
    case .reduce(let reduction): return parts[0].flatMap { reduced($0, reduction) }
    case .trace, .determinant, .inverse:
      guard let matrix = parts[0] else { return nil }
      return matrixEntries(operation, matrix)
    case .truth, .text, .softmax, .logSoftmax, .rank, .sample, .interval, .list, .record, .names:
      return nil
    }
  }

  /// Operations that only move entries.
  private func moved(_ entries: [Node], _ node: Node) -> [Node]? {
    let inner = operands(of: node)[0]
    guard let from = shape(of: inner).known, let to = shape(of: node).known else { return nil }
    switch operation(of: node) {
    case .reshape: return entries
    case .spread:
      let count = to.reduce(1, *)
      guard from.isEmpty else {
        guard from.count == 1, to.count == 2 else { return nil }
        return entries.flatMap { Array(repeating: $0, count: to[1]) }
      }
      return Array(repeating: entries[0], count: count)
    case .transpose:
      guard from.count == 2 else { return entries }
      return (0..<from[1]).flatMap { column in
        (0..<from[0]).map { entries[$0 * from[1] + column] }
      }
    case .diagonal:
      return entries.indices.flatMap { row in
        entries.indices.map { $0 == row ? entries[row] : number(0) }
      }
    case .index, .slice:
      let positions = operands(of: node).dropFirst().compactMap { wholeNumber($0) }
      guard positions.count == operands(of: node).count - 1, let first = positions.first,
        let rows = from.first
      else { return nil }
      if case .slice = operation(of: node) {
        let width = entries.count / max(rows, 1)
        guard positions.count == 2, first >= 1, positions[1] <= rows, first <= positions[1] else {
          return nil
        }
        return Array(entries[((first - 1) * width)..<(positions[1] * width)])
      }
      var rest = entries[...]
      for (axis, position) in positions.enumerated() {
        guard axis < from.count, (1...max(from[axis], 1)).contains(position) else { return nil }
        let width = rest.count / max(from[axis], 1)
        let start = rest.startIndex + (position - 1) * width
        rest = rest[start..<(start + width)]
      }
      return Array(rest)
    case .number, .constant, .truth, .text, .name, .add, .subtract, .multiply, .divide, .power,
      .negate, .elementwise, .larger, .smaller, .matrixProduct, .inner, .outer, .inverse,
      .determinant, .trace, .rank, .softmax, .logSoftmax, .reduce, .stack, .concatenate, .compare,
      .and, .or, .not, .choose, .over, .opaque, .call, .apply, .sample, .interval, .list, .record,
      .field, .names:
      return nil
    }
  }

  private func wholeNumber(_ node: Node) -> Int? {
    guard case .number(let literal) = operation(of: node), literal.value.isInteger else {
      return nil
    }
    return literal.value.exactValue?.integer
  }

  private func products(_ parts: [[Node]?], _ node: Node) -> [Node]? {
    guard let left = parts[0], let right = parts[1] else { return nil }
    let inner = operands(of: node)
    if operation(of: node) == .outer {
      return left.flatMap { a in right.map { make(.multiply, [a, $0], sort: .scalar) } }
    }
    if operation(of: node) == .inner {
      return [total(zip(left, right).map { make(.multiply, [$0, $1], sort: .scalar) })]
    }
    guard let a = shape(of: inner[0]).known, let b = shape(of: inner[1]).known else {
      return nil
    }
    let (rows, shared) = (a[0], a.count == 2 ? a[1] : 1)
    let columns = b.count == 2 ? b[1] : 1
    guard left.count == rows * shared, right.count == shared * columns else { return nil }
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        total(
          (0..<shared).map { k in
            make(
              .multiply, [left[row * shared + k], right[k * columns + column]], sort: .scalar)
          })
      }
    }
  }

  private func reduced(_ entries: [Node], _ reduction: Reduction) -> [Node]? {
    guard let first = entries.first else { return nil }
    switch reduction {
    case .sum: return [total(entries)]
    case .product: return [folded(.multiply, entries, first)]
    case .max: return [folded(.larger, entries, first)]
    case .min: return [folded(.smaller, entries, first)]
    case .argmax, .argmin: return nil
    }
  }

  private func folded(_ operation: Operation, _ entries: [Node], _ first: Node) -> Node {
    entries.dropFirst().reduce(first) { make(operation, [$0, $1], sort: .scalar) }
  }

  private func total(_ terms: [Node]) -> Node {
    guard let first = terms.first else { return number(0) }
    return folded(.add, terms, first)
  }

  /// Trace, determinant (to 3×3) and inverse (to 2×2) of a matrix of entries.
  private func matrixEntries(_ operation: Operation, _ m: [Node]) -> [Node]? {
    let n = Int(Double(m.count).squareRoot())
    guard n * n == m.count, n > 0 else { return nil }
    func times(_ a: Node, _ b: Node) -> Node { make(.multiply, [a, b], sort: .scalar) }
    func minus(_ a: Node, _ b: Node) -> Node { make(.subtract, [a, b], sort: .scalar) }
    func minor(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Node {
      minus(times(m[a], m[d]), times(m[b], m[c]))
    }
    if operation == .trace { return [total((0..<n).map { m[$0 * n + $0] })] }
    if operation == .inverse, n == 2 {
      let determinant = minor(0, 1, 2, 3)
      let adjugate = [
        m[3], make(.negate, [m[1]], sort: .scalar), make(.negate, [m[2]], sort: .scalar), m[0],
      ]
      return adjugate.map { make(.divide, [$0, determinant], sort: .scalar) }
    }
    guard operation == .determinant, n <= 3 else { return nil }
    if n == 1 { return [m[0]] }
    if n == 2 { return [minor(0, 1, 2, 3)] }
    let parts = [
      times(m[0], minor(4, 5, 7, 8)), times(m[1], minor(3, 5, 6, 8)),
      times(m[2], minor(3, 4, 6, 7)),
    ]
    return [make(.add, [minus(parts[0], parts[1]), parts[2]], sort: .scalar)]
  }

  /// Entries, row by row, as a tensor written entry by entry.
  public func stacked(_ entries: [Node], shape: [Int]) throws(Failure) -> Node {
    guard let rows = shape.first else { return entries.first ?? number(0) }
    let width = shape.dropFirst().reduce(1, *)
    var parts: [Node] = []
    for row in 0..<rows {
      let slice = Array(entries[(row * width)..<((row + 1) * width)])
      parts.append(try stacked(slice, shape: Array(shape.dropFirst())))
    }
    return try stack(parts)
  }
}
