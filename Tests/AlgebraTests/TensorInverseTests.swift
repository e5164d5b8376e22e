import Algebra
import Testing

@Suite("Linear algebra")
struct TensorInverseTests {
  @Test("agrees with sympy", arguments: Fact.rows(TensorInverseFacts.table))
  func agreesWithSympy(_ fact: Fact) throws {
    let n = try #require(Int(fact.words[0]))
    let matrix = Tensor(
      shape: [n, n], exact: try fact.words[1].split(separator: ",").map(Fact.rational))
    let doubles = Tensor(shape: [n, n], approximate: matrix.doubles)
    let determinant = try fact.rational(2)
    #expect(try Tensor.determinant(matrix) == .exact(determinant))
    #expect((try Tensor.determinant(doubles).double - determinant.double).magnitude < 1e-9)
    guard fact.words[3] != "singular" else {
      #expect(throws: ArithmeticError.singular) { try Tensor.inverse(matrix) }
      #expect(try Tensor.matrixRank(matrix) < n)
      #expect(try Tensor.matrixRank(doubles) == Tensor.matrixRank(matrix))
      return
    }
    let inverse = try Tensor.inverse(matrix)
    #expect(inverse.entries.map(\.description).joined(separator: ",") == fact.words[3])
    #expect(try Tensor.matrixProduct(matrix, inverse) == .identity(n))
    for (ours, exact) in zip(try Tensor.inverse(doubles).doubles, inverse.doubles) {
      #expect((ours - exact).magnitude < 1e-9)
    }
    #expect(try Tensor.matrixRank(matrix) == n && Tensor.matrixRank(doubles) == n)
  }

  @Test("inverts the Hilbert matrix exactly")
  func hilbert() throws {
    let n = 12
    let hilbert = Tensor(
      shape: [n, n], exact: (0..<n * n).map { Rational(1, $0 / n + $0 % n + 1) })
    let inverse = try Tensor.inverse(hilbert)
    #expect(try Tensor.matrixProduct(hilbert, inverse) == .identity(n))
    #expect(inverse.entries.allSatisfy { $0.rational?.isInteger == true })
    #expect(try Tensor.sum(inverse) == Real(n * n))
  }

  @Test("solves for vectors and for columns")
  func solves() throws {
    let matrix = Tensor(shape: [2, 2], entries: [0, 2, 3, 1])
    #expect(try Tensor.solve(matrix, Tensor([4, 5])).entries == [1, 2])
    let columns = Tensor(shape: [2, 2], entries: [4, 2, 5, 4])
    #expect(try Tensor.solve(matrix, columns).entries == [1, 1, 2, 1])
    let doubles = Tensor(shape: [2, 2], approximate: matrix.doubles)
    #expect(try Tensor.solve(doubles, columns).doubles == [1, 1, 2, 1])
    #expect(throws: ArithmeticError.singular) {
      try Tensor.solve(Tensor(shape: [2, 2], approximate: [1, 2, 2, 4]), Tensor([1, 1]))
    }
  }

  @Test("an exchange of two rows turns the sign of the determinant")
  func exchangedRows() throws {
    for entries: [Rational] in [[0, 1, 0, 1, 0, 0, 0, 0, 1], [0, 2, 1, 3, 0, 0, 0, 1, 1]] {
      let matrix = Tensor(shape: [3, 3], exact: entries)
      let expected: Real = entries[1] == 1 ? -1 : -3
      #expect(try Tensor.determinant(matrix) == expected)
      let doubles = Tensor(shape: [3, 3], approximate: matrix.doubles)
      #expect(try Tensor.determinant(doubles).isEqual(to: expected))
    }
  }

  @Test("brings matrices to their reduced echelon form")
  func echelon() throws {
    let wide = Tensor(shape: [2, 4], entries: [0, 2, 4, 1, 0, 3, 6, Real(3, 2)])
    let form = try #require(try Tensor.reducedRowEchelon(wide))
    #expect(form.pivots == [1])
    #expect(form.matrix.entries == [0, 1, 2, Real(1, 2), 0, 0, 0, 0])
    #expect(try Tensor.matrixRank(wide) == 1)
    #expect(try Tensor.determinant(Tensor(shape: [0, 0], exact: [])) == 1)
  }
}
