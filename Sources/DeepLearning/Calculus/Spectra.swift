import Algebra
import Workings

/// Eigenvalues and eigenvectors of square matrices with values, and the Cholesky factor.
enum Spectra {
  static let all: [BuiltIn] = [eigenvalues, eigenvectors, cholesky, svd]

  /// The largest matrix, in rows.
  private static let sizeLimit = 200

  private static let eigenvalues = BuiltIn(
    "eigenvalues", parameters: [.positional("A", .numbers)],
    summary: "the real eigenvalues in ascending order, each as often as it counts",
    source:
      "Faddeev and Le Verrier's characteristic polynomial; Jacobi's rotations; from 25 rows on Householder's reflections and QL or QR steps",
    example: .init("eigenvalues([[2, 1], [1, 2]])", gives: "[1, 3]")
  ) { call throws(Failure) in
    let matrix = try call.squareMatrix("A", limit: sizeLimit)
    let found = try spectrum(matrix, call)
    let values = found.entries.flatMap { Array(repeating: $0.value, count: $0.multiplicity) }
    return .value(.tensor(Tensor(values)), steps: steps(found, call))
  }

  private static let eigenvectors = BuiltIn(
    "eigenvectors", parameters: [.positional("A", .numbers)],
    summary: "a row for each independent eigenvector, in the order of the eigenvalues",
    example: .init("eigenvectors([[2, 1], [1, 2]])", gives: "[[-1, 1], [1, 1]]")
  ) { call throws(Failure) in
    let graph = call.graph
    let matrix = try call.squareMatrix("A", limit: sizeLimit)
    let n = matrix.shape[0]
    let found = try spectrum(matrix, call)
    var rows: [Real] = []
    var steps = steps(found, call)
    let isRotated =
      found.entries.contains { !$0.value.isExact } && Tensor.isSymmetric(matrix)
    if isRotated, n > Eigenvalues.exactLimit {
      guard let symmetric = SymmetricEigenvalues(matrix.doubles, size: n) else {
        throw .notConverged(call)
      }
      for column in 0..<n {
        rows += (0..<n).map { .approximate(symmetric.vectors[$0 * n + column]) }
      }
      return .value(.tensor(Tensor(shape: [n, n], entries: rows)), steps: steps + [unitVectors])
    }
    if isRotated {
      let rotation = JacobiRotation(matrix.doubles, size: n)
      let order = (0..<n).sorted { rotation.values[$0] < rotation.values[$1] }
      for column in order {
        rows += (0..<n).map { .approximate(rotation.vectors[$0 * n + column]) }
      }
      return .value(.tensor(Tensor(shape: [n, n], entries: rows)), steps: steps + [unitVectors])
    }
    for entry in found.entries {
      guard entry.value.isExact, let vectors = NullSpace(matrix, shiftedBy: entry.value).vectors
      else {
        throw Failure(
          "not-exact",
          "the eigenvalue \(NodeText.text(of: entry.value)) is no fraction; then eigenvectors are worked out for symmetric matrices only",
          at: call.operand("A"))
      }
      for vector in vectors {
        let column = graph.constant(Tensor(vector))
        let image = try graph.matrixProduct(graph.constant(matrix), column)
        steps.append(
          .chain(
            rule: "put back",
            [
              Link(.equal, image),
              Link(.equal, try graph.multiply(graph.number(entry.value), column)),
            ]))
        rows += vector
      }
    }
    return .value(.tensor(Tensor(shape: [rows.count / n, n], entries: rows)), steps: steps)
  }

  private static let cholesky = BuiltIn(
    "cholesky", parameters: [.positional("A", .numbers)],
    summary: "the lower triangular L with A = L Lᵀ of a symmetric positive definite matrix",
    source: "Golub and Van Loan, Matrix Computations, 4th ed., section 4.2",
    example: .init("cholesky([[4, 2], [2, 10]])", gives: "[[2, 0], [1, 3]]")
  ) { call throws(Failure) in
    let graph = call.graph
    let matrix = try call.squareMatrix("A", limit: 100)
    let n = matrix.shape[0]
    guard Tensor.isSymmetric(matrix) else { throw .notDefinite("is not symmetric", call) }
    var lower = [Real](repeating: .zero, count: n * n)
    for j in 0..<n {
      for i in j..<n {
        var rest = matrix[flat: i * n + j]
        for k in 0..<j { rest = rest - lower[i * n + k] * lower[j * n + k] }
        if i == j {
          guard rest > .zero, let root = try? rest.power(Real(1, 2)) else {
            throw .notDefinite("is not positive definite", call)
          }
          lower[i * n + j] = root
        } else {
          lower[i * n + j] = rest / lower[j * n + j]
        }
      }
    }
    let factor = Tensor(shape: [n, n], entries: lower)
    let product = try graph.matrixProduct(
      graph.constant(factor), try graph.transpose(graph.constant(factor)))
    let relation: Link.Relation = factor.isExact ? .equal : .approximate
    return .value(
      .tensor(factor),
      steps: [
        .chain(rule: "put back", [Link(.equal, product), Link(relation, graph.constant(matrix))])
      ])
  }

  private static let unitVectors = Step.sentence([
    .words("Each eigenvector has length 1; they are orthogonal to each other.")
  ])

  static func spectrum(_ matrix: Tensor, _ call: CallContext) throws(Failure) -> Eigenvalues {
    var budget = Budget(2_000_000)
    let n = matrix.shape[0]
    let isNumeric = n > Eigenvalues.exactLimit
    if isNumeric { try call.evaluator.work.charge(20 * n * n * n) }
    guard let found = Tensor.eigenvalues(matrix, budget: &budget) else {
      if isNumeric { throw .notConverged(call) }
      throw Failure("work-limit", "the eigenvalues need more work than their limit allows")
    }
    guard found.complexCount == 0 else {
      throw Failure(
        "complex-eigenvalues", "\(found.complexCount) of the eigenvalues are not real",
        at: call.operand("A"))
    }
    return found
  }

  /// The characteristic polynomial and what it comes to.
  static func steps(_ found: Eigenvalues, of matrix: String = "A", _ call: CallContext) -> [Step] {
    guard !found.polynomial.isEmpty else {
      let count = found.entries.reduce(0) { $0 + $1.multiplicity }
      if count > Eigenvalues.exactLimit {
        return [
          .sentence([
            .words(
              "With \(count) rows, the matrix is taken to a tridiagonal or a Hessenberg form by reflections, and from there to its eigenvalues by QL or QR steps with shifts."
            )
          ])
        ]
      }
      return [
        .sentence([.words("The symmetric matrix is rotated until it is diagonal (Jacobi).")])
      ]
    }
    let graph = call.graph
    let id = graph.define(Name("lambda"), as: .symbol(.real), sort: .scalar, role: .local)
    let lambda = graph.name(id)
    let sum = graph.polynomial(found.polynomial, in: lambda)
    let zeros = OneUnknown(
      call.evaluator, id,
      Solve.Equation(left: sum, right: graph.number(0), difference: sum),
      .nothing(call.evaluator))
    guard let answer = try? zeros.answer() else { return [] }
    return [.sentence([.words("The eigenvalues are the zeros of det(λI − \(matrix)):")])]
      + answer.steps
      + zeros.shown(answer.roots)
  }
}

/// The vectors that a matrix minus a multiple of the identity takes to 0.
struct NullSpace {
  /// A basis, one vector a free column; nil where an entry is no exact number.
  let vectors: [[Real]]?

  init(_ matrix: Tensor, shiftedBy value: Real) {
    guard let shift = value.rational, matrix.isExact else {
      vectors = nil
      return
    }
    let n = matrix.shape[0]
    var rows = (0..<n).map { i in
      (0..<n).map { j in
        (matrix[flat: i * n + j].rational ?? .zero) - (i == j ? shift : .zero)
      }
    }
    var pivots: [Int] = []
    for column in 0..<n {
      let rank = pivots.count
      guard let found = (rank..<n).first(where: { !rows[$0][column].isZero }) else { continue }
      rows.swapAt(rank, found)
      let divisor = rows[rank][column]
      rows[rank] = rows[rank].map { $0 / divisor }
      for other in 0..<n where other != rank && !rows[other][column].isZero {
        let factor = rows[other][column]
        for k in 0..<n { rows[other][k] -= factor * rows[rank][k] }
      }
      pivots.append(column)
    }
    vectors = (0..<n).filter { !pivots.contains($0) }.map { free in
      var vector = [Real](repeating: .zero, count: n)
      vector[free] = .one
      for (row, pivot) in pivots.enumerated() { vector[pivot] = .exact(-rows[row][free]) }
      return vector
    }
  }
}

extension CallContext {
  /// The value of a square matrix.
  func squareMatrix(_ label: String, limit: Int) throws(Failure) -> Tensor {
    guard case .tensor(let matrix) = try value(label) else {
      throw Failure(
        "needs-value", "'\(builtIn.name)' needs a matrix with values", at: operand(label))
    }
    guard matrix.rank == 2, matrix.shape[0] == matrix.shape[1] else {
      throw Failure(
        "wrong-shape",
        "'\(builtIn.name)' needs a square matrix, not the shape \(Shape(matrix.shape))",
        at: operand(label))
    }
    guard matrix.shape[0] <= limit else {
      throw Failure(
        "tensor-too-large",
        "'\(builtIn.name)' takes at most \(limit) rows, and these are \(matrix.shape[0])",
        at: operand(label))
    }
    return matrix
  }
}

extension Failure {
  fileprivate static func notConverged(_ call: CallContext) -> Failure {
    Failure(
      "work-limit", "the eigenvalues of this matrix do not come out within the steps allowed",
      at: call.operand("A"))
  }

  fileprivate static func notDefinite(_ what: String, _ call: CallContext) -> Failure {
    Failure("not-positive-definite", "the matrix \(what)", at: call.operand("A"))
  }
}
