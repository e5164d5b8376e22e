import Algebra
import Workings

extension Spectra {
  static let svd = BuiltIn(
    "svd", parameters: [.positional("A", .numbers)],
    summary: "the record U, S, V with A = U diag(S) Vᵀ, singular values descending",
    source: "numpy.linalg.svd with full_matrices=False, whose third part is Vᵀ",
    example: .init("parts = svd([[3, 0], [0, 4]]); round(parts.S)", gives: "[4, 3]")
  ) { call throws(Failure) in
    let graph = call.graph
    guard case .tensor(let matrix) = try call.value("A"), matrix.rank == 2,
      matrix.count > 0, matrix.count <= 2_500
    else {
      throw Failure(
        "wrong-shape", "'svd' needs a matrix with values, of 2500 entries at most",
        at: call.operand("A"))
    }
    let isTall = matrix.shape[0] >= matrix.shape[1]
    let tall = isTall ? matrix : Tensor.transpose(matrix)
    let (m, n) = (tall.shape[0], tall.shape[1])
    let (outer, values, inner): (Tensor, Tensor, Tensor)
    if let exact = ExactSingularValues(tall) {
      (outer, values, inner) = (exact.left, exact.values, exact.right)
    } else {
      let found = SingularValues(tall.doubles, rows: m, columns: n)
      outer = Tensor(shape: [m, n], approximate: found.left)
      inner = Tensor(shape: [n, n], approximate: found.right)
      values = Tensor(shape: [n], approximate: found.values)
    }
    let (u, v) = isTall ? (outer, inner) : (inner, outer)
    let middle = try graph.diagonal(graph.constant(values))
    let product = try graph.matrixProduct(
      try graph.matrixProduct(graph.constant(u), middle),
      try graph.transpose(graph.constant(v)))
    let record = Record([
      Record.Field("U", .tensor(u)), Record.Field("S", .tensor(values)),
      Record.Field("V", .tensor(v)),
    ])
    return .value(
      .record(record),
      steps: try squares(of: matrix, isTall: isTall, values, call) + [
        .chain(
          rule: "put back",
          [
            Link(.equal, product),
            Link(u.isExact && v.isExact ? .equal : .approximate, graph.constant(matrix)),
          ])
      ])
  }

  /// The singular values from the eigenvalues of AᵀA (AAᵀ of a wide matrix), up to 3×3 of exact
  /// entries.
  private static func squares(
    of matrix: Tensor, isTall: Bool, _ values: Tensor, _ call: CallContext
  ) throws(Failure) -> [Step] {
    guard matrix.isExact, values.count <= 3 else { return [] }
    let graph = call.graph
    let node = graph.constant(matrix)
    let turned = try graph.transpose(node)
    let product = try graph.matrixProduct(isTall ? turned : node, isTall ? node : turned)
    guard case .tensor(let gram) = try call.evaluator.value(of: product),
      let found = try? spectrum(gram, call)
    else { return [] }
    let text = isTall ? "AᵀA" : "AAᵀ"
    var steps: [Step] = [
      .sentence([.words("The singular values are the roots of the eigenvalues of \(text):")]),
      .chain(rule: nil, [Link(.equal, product), Link(.equal, graph.constant(gram), .value)]),
    ]
    steps += Spectra.steps(found, of: text, call)
    let (inner, outer) = isTall ? ("V", "U") : ("U", "V")
    let image = isTall ? "Av/σ" : "Aᵀu/σ"
    steps.append(
      .sentence([
        .words(
          "The columns of \(inner) are eigenvectors of \(text) of length 1, those of \(outer) are \(image)."
        )
      ]))
    return steps
  }
}

/// A singular value decomposition whose parts are all fractions.
///
/// The squares of the singular values are the eigenvalues of AᵀA; where their roots and the lengths
/// of the eigenvectors are fractions, so are U, S and V.
private struct ExactSingularValues {
  /// [rows, values], orthonormal columns.
  let left: Tensor
  /// Descending.
  let values: Tensor
  /// [columns, values], orthonormal columns.
  let right: Tensor

  /// The decomposition of a matrix with at least as many rows as columns; nil where a part of it
  /// is no fraction, or it has more than 6 columns.
  init?(_ matrix: Tensor) {
    let (m, n) = (matrix.shape[0], matrix.shape[1])
    guard matrix.isExact, n <= 6, m <= 24,
      let gram = try? Tensor.matrixProduct(Tensor.transpose(matrix), matrix)
    else { return nil }
    var budget = Budget(200_000)
    guard let found = Tensor.eigenvalues(gram, budget: &budget), found.complexCount == 0 else {
      return nil
    }
    let rows = (0..<m).map { row in (0..<n).map { matrix[flat: row * n + $0] } }
    var lengths: [Real] = []
    var (outer, inner): ([[Real]], [[Real]]) = ([], [])
    for entry in found.entries.reversed() {
      guard let square = entry.value.rational, let root = square.squareRoot,
        let space = NullSpace(gram, shiftedBy: entry.value).vectors
      else { return nil }
      for vector in space {
        guard let unit = Self.unit(vector, against: inner) else { return nil }
        let image = rows.map { Self.dot($0, unit) }
        let column =
          root.isZero ? Self.complement(of: outer, size: m) : image.map { $0 / .exact(root) }
        guard let column else { return nil }
        lengths.append(.exact(root))
        inner.append(unit)
        outer.append(column)
      }
    }
    guard lengths.count == n else { return nil }
    values = Tensor(lengths)
    left = Tensor(shape: [m, n], entries: (0..<m).flatMap { row in outer.map { $0[row] } })
    right = Tensor(shape: [n, n], entries: (0..<n).flatMap { row in inner.map { $0[row] } })
  }

  /// The part of a vector at right angles to orthonormal ones, with length 1; nil where it is 0 or
  /// its length is no fraction.
  private static func unit(_ vector: [Real], against others: [[Real]]) -> [Real]? {
    var rest = vector
    for other in others {
      let share = dot(vector, other)
      rest = zip(rest, other).map { $0 - share * $1 }
    }
    guard let square = dot(rest, rest).rational, !square.isZero, let length = square.squareRoot
    else { return nil }
    return rest.map { $0 / .exact(length) }
  }

  /// A unit vector at right angles to the others.
  private static func complement(of others: [[Real]], size: Int) -> [Real]? {
    for axis in 0..<size {
      let vector = (0..<size).map { Real($0 == axis ? 1 : 0) }
      if let unit = unit(vector, against: others) { return unit }
    }
    return nil
  }

  private static func dot(_ a: [Real], _ b: [Real]) -> Real {
    zip(a, b).reduce(Real.zero) { $0 + $1.0 * $1.1 }
  }
}
