extension Tensor {
  /// A tensor of zeros, exact.
  public static func zeros(_ shape: [Int]) -> Tensor { filled(shape, with: .zero) }

  /// A tensor of ones, exact.
  public static func ones(_ shape: [Int]) -> Tensor { filled(shape, with: .one) }

  /// A tensor of this shape with the same number everywhere: also a scalar's spread.
  public static func filled(_ shape: [Int], with value: Real) -> Tensor {
    Tensor(shape: shape, entries: [Real](repeating: value, count: shape.reduce(1, *)))
  }

  /// The identity matrix, exact: [n, n].
  public static func identity(_ n: Int) -> Tensor {
    Tensor(shape: [n, n], exact: (0..<n * n).map { $0 / n == $0 % n ? .one : .zero })
  }

  /// The matrix whose `columns` columns are all the vector: [n] to [n, columns].
  public static func columnSpread(_ vector: Tensor, columns: Int) -> Tensor {
    precondition(vector.rank == 1, "only a vector is spread to columns")
    return vector.gathered(
      [vector.count, columns], (0..<vector.count * columns).map { $0 / columns })
  }

  /// The transpose: [n] to [1, n], [n, m] to [m, n]; a scalar is its own.
  public static func transpose(_ tensor: Tensor) -> Tensor {
    precondition(tensor.rank <= 2, "a tensor of rank \(tensor.rank) has no transpose")
    guard tensor.rank == 2 else {
      return tensor.rank == 0 ? tensor : tensor.reshaped([1, tensor.count])
    }
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    return tensor.gathered(
      [columns, rows], (0..<tensor.count).map { $0 % rows * columns + $0 / rows })
  }

  /// The same entries in another shape of the same count.
  public func reshaped(_ shape: [Int]) -> Tensor {
    switch storage {
    case .exact(let entries): Tensor(shape: shape, exact: entries)
    case .approximate(let entries): Tensor(shape: shape, approximate: entries)
    case .mixed(let entries): Tensor(shape: shape, entries: entries)
    }
  }

  /// The entry at one index per extent, each from 0.
  public func entry(_ indices: [Int]) -> Real {
    precondition(indices.count == rank, "one index for each of the \(rank) extents")
    var position = 0
    for (index, extent) in Swift.zip(indices, shape) {
      precondition((0..<extent).contains(index), "the index \(index) is not below \(extent)")
      position = position * extent + index
    }
    return self[flat: position]
  }

  /// The part at one index of the first extent, from 0: a matrix's row, [n, m] to [m].
  public func row(_ index: Int) -> Tensor {
    precondition(rank >= 1 && (0..<shape[0]).contains(index), "no row \(index) in \(shape)")
    let size = count / shape[0]
    return gathered([Int](shape.dropFirst()), [Int](index * size..<(index + 1) * size))
  }

  /// The part within one range of indices per extent, from 0; the rank stays.
  public func slice(_ ranges: [Range<Int>]) -> Tensor {
    precondition(ranges.count == rank, "one range for each of the \(rank) extents")
    var positions = [0]
    for (range, extent) in Swift.zip(ranges, shape) {
      precondition(
        range.lowerBound >= 0 && range.upperBound <= extent, "\(range) is not within \(extent)")
      positions = positions.flatMap { start in range.map { start * extent + $0 } }
    }
    return gathered(ranges.map(\.count), positions)
  }

  /// The tensors one after the other along an extent, from 0; their other extents must agree.
  public static func concat(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { return Tensor(shape: [0], exact: []) }
    precondition((0..<first.rank).contains(axis), "no extent \(axis) in \(first.shape)")
    var shape = first.shape
    shape[axis] = tensors.reduce(0) { $0 + $1.shape[axis] }
    for tensor in tensors {
      var expected = shape
      expected[axis] = tensor.shape[axis]
      precondition(tensor.shape == expected, "\(tensor.shape) does not continue \(first.shape)")
    }
    let outer = first.shape[..<axis].reduce(1, *)
    var entries: [Real] = []
    entries.reserveCapacity(shape.reduce(1, *))
    let parts = tensors.map(\.entries)
    for block in 0..<outer {
      for part in parts {
        let size = part.count / outer
        entries += part[block * size..<(block + 1) * size]
      }
    }
    return Tensor(shape: shape, entries: entries)
  }

  /// Tensors of one shape as the parts of a new first extent: k of shape [n] give [k, n].
  public static func stack(_ tensors: [Tensor]) -> Tensor {
    let shape = tensors.first?.shape ?? []
    precondition(tensors.allSatisfy { $0.shape == shape }, "only equal shapes can be stacked")
    return Tensor(shape: [tensors.count] + shape, entries: tensors.flatMap(\.entries))
  }

  /// A matrix's diagonal as a vector, or the diagonal matrix of a vector.
  public static func diagonal(_ tensor: Tensor) -> Tensor {
    precondition(tensor.rank == 1 || tensor.rank == 2, "only vectors and matrices have diagonals")
    let columns = tensor.shape[tensor.rank - 1]
    if tensor.rank == 2 {
      let count = Swift.min(tensor.shape[0], columns)
      return tensor.gathered([count], (0..<count).map { $0 * (columns + 1) })
    }
    return Tensor(
      shape: [columns, columns],
      entries: (0..<columns * columns).map { position in
        let (row, column) = position.quotientAndRemainder(dividingBy: columns)
        return row == column ? tensor[flat: row] : .zero
      })
  }

  /// The entries at row-major `positions` in a new shape.
  func gathered(_ shape: [Int], _ positions: [Int]) -> Tensor {
    switch storage {
    case .exact(let entries): Tensor(shape: shape, exact: positions.map { entries[$0] })
    case .approximate(let entries):
      Tensor(shape: shape, approximate: positions.map { entries[$0] })
    case .mixed(let entries): Tensor(shape: shape, entries: positions.map { entries[$0] })
    }
  }
}
