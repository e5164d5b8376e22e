import Algebra
import Testing

/// Matrices whose eigenvalues are known by construction or in closed form, and put back into A v = λ v.
@Suite("Eigenvalues of large matrices")
struct LargeEigenvalueTests {
  /// H D H with the reflection H = I − 2vvᵀ/vᵀv has the eigenvalues of D, and is symmetric.
  private func reflected(_ values: [Double]) -> Tensor {
    let n = values.count
    let v = (0..<n).map { Double(($0 * 37) % 11) - 4.5 }
    let norm = v.reduce(0) { $0 + $1 * $1 }
    func h(_ i: Int, _ j: Int) -> Double { (i == j ? 1 : 0) - 2 * v[i] * v[j] / norm }
    var entries = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0...i {
        let sum = (0..<n).reduce(0.0) { $0 + h(i, $1) * values[$1] * h(j, $1) }
        entries[i * n + j] = sum
        entries[j * n + i] = sum
      }
    }
    return Tensor(shape: [n, n], approximate: entries)
  }

  @Test("that are symmetric come out as they were put in", arguments: [25, 60])
  func symmetric(_ n: Int) throws {
    let values = (0..<n).map { Double($0 * $0) / 10 - 20 }
    var budget = Budget()
    let found = try #require(Tensor.eigenvalues(reflected(values), budget: &budget))
    #expect(found.complexCount == 0)
    for (entry, value) in zip(found.entries, values) {
      #expect(abs(entry.value.double - value) <= 1e-12 * 340)
    }
  }

  @Test("have orthonormal vectors that the matrix stretches by the values")
  func putBack() throws {
    let n = 40
    let matrix = reflected((0..<n).map { Double($0 % 7) - 3 })
    let found = try #require(SymmetricEigenvalues(matrix.doubles, size: n))
    for column in 0..<n {
      let v = (0..<n).map { found.vectors[$0 * n + column] }
      #expect(abs(v.reduce(0) { $0 + $1 * $1 } - 1) <= 1e-12)
      for i in 0..<n {
        let image = (0..<n).reduce(0.0) { $0 + matrix.doubles[i * n + $1] * v[$1] }
        #expect(abs(image - found.values[column] * v[i]) <= 1e-12 * 3)
      }
    }
  }

  /// The second difference has the eigenvalues 2 − 2 cos(kπ/(n + 1)).
  @Test("of the second difference of 200 points are those of the closed form")
  func secondDifference() throws {
    let n = 200
    var entries = [Real](repeating: .zero, count: n * n)
    for i in 0..<n {
      entries[i * n + i] = 2
      if i > 0 { entries[i * n + i - 1] = -1 }
      if i < n - 1 { entries[i * n + i + 1] = -1 }
    }
    var budget = Budget()
    let found = try #require(
      Tensor.eigenvalues(Tensor(shape: [n, n], entries: entries), budget: &budget))
    for (k, entry) in found.entries.enumerated() {
      let angle = Double(k + 1) * Double.pi / Double(n + 1)
      let value = 2 - 2 * ElementaryFunction.cos.double(angle)
      #expect(abs(entry.value.double - value) <= 1e-13 * 4)
    }
  }

  /// L D L⁻¹ of a lower triangular L, by forward substitution: (A x = b) row by row.
  private func triangularly(_ values: [Double]) -> Tensor {
    let n = values.count
    func l(_ i: Int, _ j: Int) -> Double {
      i == j ? 1 : i < j ? 0 : (Double((i * 7 + j * 3) % 5) - 2) / 20
    }
    // X L = L D, solved from the last column on.
    var x = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in (0..<n).reversed() {
        var rest = l(i, j) * values[j]
        for k in (j + 1)..<max(n, j + 1) { rest -= x[i * n + k] * l(k, j) }
        x[i * n + j] = rest
      }
    }
    return Tensor(shape: [n, n], approximate: x)
  }

  @Test("that are not symmetric come out as they were put in", arguments: [26, 50])
  func general(_ n: Int) throws {
    let values = (0..<n).map { Double($0) / 4 - 5 }
    // The rows turned over, so that nothing is triangular from the start.
    let lower = triangularly(values)
    var entries = lower.doubles
    for i in 0..<n {
      for j in 0..<n { entries[i * n + j] = lower.doubles[(n - 1 - i) * n + (n - 1 - j)] }
    }
    var budget = Budget()
    let found = try #require(
      Tensor.eigenvalues(Tensor(shape: [n, n], approximate: entries), budget: &budget))
    #expect(found.complexCount == 0)
    for (entry, value) in zip(found.entries, values) {
      #expect(abs(entry.value.double - value) <= 1e-9)
    }
  }

  @Test("count the pairs that are not real: a circulant shift has n − 1 or n − 2 of them")
  func complexPairs() throws {
    for n in [25, 30] {
      var entries = [Real](repeating: .zero, count: n * n)
      for i in 0..<n { entries[i * n + (i + 1) % n] = 1 }
      var budget = Budget()
      let found = try #require(
        Tensor.eigenvalues(Tensor(shape: [n, n], entries: entries), budget: &budget))
      // The roots of unity: 1, and −1 for an even number.
      #expect(found.complexCount == (n % 2 == 0 ? n - 2 : n - 1))
      #expect(found.entries.allSatisfy { abs(abs($0.value.double) - 1) <= 1e-12 })
    }
  }

  @Test("of low rank, of zeros and of the identity end too")
  func degenerate() throws {
    let n = 40
    for (entry, largest) in [(1.0, 40.0), (0.0, 0.0)] {
      let same = Tensor(shape: [n, n], approximate: [Double](repeating: entry, count: n * n))
      var budget = Budget()
      let found = try #require(Tensor.eigenvalues(same, budget: &budget))
      #expect(abs((found.entries.last?.value.double ?? .nan) - largest) <= 1e-12 * 40)
      #expect(found.entries.dropLast().allSatisfy { abs($0.value.double) <= 1e-12 * 40 })
    }
    let nan = Tensor(shape: [n, n], approximate: [Double](repeating: .nan, count: n * n))
    var budget = Budget()
    #expect(Tensor.eigenvalues(nan, budget: &budget) == nil)
  }
}
