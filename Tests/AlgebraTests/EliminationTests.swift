import Algebra
import Testing

@Suite("Elimination in integers")
struct EliminationTests {
  /// Hilbert's matrix: the entry in row i and column j, from 1, is 1/(i + j − 1).
  private func hilbert(_ size: Int) -> Tensor {
    let entries = (0..<size * size).map { Real(1, $0 / size + $0 % size + 1) }
    return Tensor(shape: [size, size], entries: entries)
  }

  /// 1/2160 for three rows and 1/6048000 for four: Choi, American Mathematical Monthly 90 (1983).
  @Test("the determinant of Hilbert's matrix is a known fraction")
  func hilbertDeterminant() throws {
    #expect(try Tensor.determinant(hilbert(3)) == Real(1, 2160))
    #expect(try Tensor.determinant(hilbert(4)) == Real(1, 6_048_000))
  }

  @Test("the inverse times the matrix is the identity", arguments: [1, 2, 5, 9])
  func inverts(size: Int) throws {
    let matrix = hilbert(size)
    let product = try Tensor.matrixProduct(Tensor.inverse(matrix), matrix)
    #expect(product == Tensor.identity(size))
  }

  /// By hand: the second row is twice the first, and the third column has the first's multiples.
  @Test("the echelon form keeps the scale of columns with common divisors")
  func reduces() throws {
    let matrix = matrix([2, 6, 8, 10, 4, 12, 16, 20, 0, 3, 0, 9], columns: 4)
    let wanted = self.matrix([1, 0, 4, -4, 0, 1, 0, 3, 0, 0, 0, 0], columns: 4)
    let found = try #require(try Tensor.reducedRowEchelon(matrix))
    #expect(found.pivots == [0, 1])
    #expect(found.matrix == wanted)
  }

  @Test("exchanged rows and scaled columns keep the determinant's sign and size")
  func exchangesRows() throws {
    let matrix = matrix([0, 6, 4, 10], columns: 2)
    #expect(try Tensor.determinant(matrix) == -24)
    #expect(try Tensor.solve(matrix, Tensor([6, 14])) == Tensor([1, 1]))
  }

  /// The right side is the matrix times numbers chosen beforehand, which the solution must be.
  ///
  /// The entries have up to `bits` bits and both signs; every second one ends with zero bits.
  @Test("large entries of both signs give back the solution", arguments: [8, 31, 90, 200])
  func solvesLargeNumbers(bits: Int) throws {
    var state: UInt64 = 7
    let entries = try (0..<36).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Real(Int(state >> 33) % (1 << min(bits, 30)) - (1 << min(bits, 30)) / 2)
      let scale = try Real(2).power(Real(max(bits - 30, 0)))
      return index % 2 == 0 ? number * scale + 1 : number * scale
    }
    let matrix = Tensor(shape: [6, 6], entries: entries)
    let solution = Tensor([3, -1, 0, 7, -20, 1].map { Real($0) })
    let right = try Tensor.matrixProduct(matrix, solution)
    #expect(try Tensor.solve(matrix, right) == solution)
  }

  private func matrix(_ entries: [Int], columns: Int) -> Tensor {
    Tensor(shape: [entries.count / columns, columns], entries: entries.map { Real($0) })
  }
}
