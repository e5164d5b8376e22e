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
    let found = SingularValues(tall.doubles, rows: m, columns: n)
    let outer = Tensor(shape: [m, n], approximate: found.left)
    let inner = Tensor(shape: [n, n], approximate: found.right)
    let (u, v) = isTall ? (outer, inner) : (inner, outer)
    let values = Tensor(shape: [n], approximate: found.values)
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
      steps: [
        .chain(
          rule: "put back", [Link(.equal, product), Link(.approximate, graph.constant(matrix))])
      ])
  }
}
