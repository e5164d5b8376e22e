import Language
import Testing

/// Eigenvalues and Cholesky factors; reference values from NumPy 1.26.
@Suite("Spectra")
struct SpectrumTests {
  struct Case: CustomTestStringConvertible {
    let matrix: String
    let values: [Double]
    var testDescription: String { matrix }
  }

  static let cases: [Case] = [
    Case(matrix: "[[2, 1], [1, 2]]", values: [1, 3]),
    Case(
      matrix: "[[4, 1, 0], [1, 3, 1], [0, 1, 2]]",
      values: [1.2679491924311228, 3, 4.732050807568877]),
    Case(matrix: "[[1.5, 2.25], [0.5, -0.75]]", values: [-1.1711646096066224, 1.9211646096066224]),
    Case(matrix: "[[2, 0], [0, 2]]", values: [2, 2]), Case(matrix: "[[5]]", values: [5]),
    Case(
      matrix: "[[sqrt(2), 1], [1, sqrt(2)]]", values: [0.4142135623730951, 2.414213562373095]),
  ]

  @Test("eigenvalues agree with an independent library", arguments: cases)
  func eigenvalues(_ test: Case) throws {
    let found = try Answers("e = eigenvalues(\(test.matrix))").entries("e")
    #expect(found.count == test.values.count)
    for (mine, theirs) in zip(found, test.values) { #expect(abs(mine - theirs) <= 1e-12) }
  }

  @Test(
    "eigenvectors satisfy A v = λ v",
    arguments: ["[[2, 1], [1, 2]]", "[[4, 1, 0], [1, 3, 1], [0, 1, 2]]", "[[2, 1], [0, 3]]"])
  func eigenvectors(_ matrix: String) throws {
    let answers = Answers(
      "A = \(matrix)\ne = eigenvalues(A)\nV = eigenvectors(A)\nd = V @ A.T - diag(e) @ V")
    #expect(try answers.entries("d").allSatisfy { abs($0) <= 1e-12 })
  }

  @Test("eigenvalues that are not real are refused with their number")
  func complexValues() {
    #expect(Answers("e = eigenvalues([[0, 1], [-1, 0]])").codes == ["complex-eigenvalues"])
    #expect(Answers("e = eigenvalues([[1, 2, 3], [4, 5, 6]])").codes == ["wrong-shape"])
  }

  @Test("of 25 to 200 rows are worked out in doubles, beyond they are refused")
  func largeMatrices() throws {
    let answers = Answers(
      """
      A = [[1/(i + j), j in 1...30], i in 1...30] + 3*identity(30)
      e = eigenvalues(A)
      V = eigenvectors(A)
      d = V @ A - diag(e) @ V
      g = V @ V.T - identity(30)
      """)
    #expect(answers.codes.isEmpty, "\(answers.result.diagnostics)")
    #expect(try answers.entries("d").allSatisfy { abs($0) <= 1e-12 })
    #expect(try answers.entries("g").allSatisfy { abs($0) <= 1e-12 })
    #expect(Answers("e = eigenvalues(identity(201))").codes == ["tensor-too-large"])
    #expect(Answers("V = eigenvectors(identity(201))").codes == ["tensor-too-large"])
  }

  @Test("a Cholesky factor is exact where its roots are, and gives the matrix back")
  func cholesky() throws {
    let answers = Answers(
      """
      L = cholesky([[4, 2], [2, 10]])
      A = [[4, 1, 0], [1, 3, 1], [0, 1, 2]]
      K = cholesky(A)
      d = K @ K.T - A
      """)
    #expect(try answers.entries("L") == [2, 0, 1, 3])
    #expect(try answers.entries("d").allSatisfy { abs($0) <= 1e-14 })
    #expect(Answers("L = cholesky([[1, 2], [2, 1]])").codes == ["not-positive-definite"])
    #expect(Answers("L = cholesky([[1, 2], [3, 1]])").codes == ["not-positive-definite"])
  }
}
