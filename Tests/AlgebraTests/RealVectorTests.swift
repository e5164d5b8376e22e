import Algebra
import Testing

@Suite("Vectors over one denominator")
struct RealVectorTests {
  private static let a: [Real] = [Real(1, 2), Real(-3, 7), 0, Real(5, 6)]
  private static let b: [Real] = [4, Real(1, 3), Real(2, 9), Real(-7, 10)]

  @Test("gives its entries back in lowest terms")
  func keepsEntries() {
    #expect(RealVector(Self.a).entries == Self.a)
    #expect(RealVector([Real]()).entries.isEmpty)
  }

  @Test("inner products, products and sums are those of the entries")
  func worksEntryByEntry() {
    let (a, b) = (RealVector(Self.a), RealVector(Self.b))
    // 2 − 1/7 + 0 − 7/12
    #expect(RealVector.inner(a, b) == Real(107, 84))
    let products: [Real] = [2, Real(-1, 7), 0, Real(-7, 12)]
    #expect((a * b).entries == products)
    let sums: [Real] = [Real(13, 2), Real(1, 14), Real(1, 3), Real(-13, 60)]
    #expect(a.adding(b, times: Real(3, 2)).entries == sums)
    let shifted: [Real] = [0] + Self.a
    #expect(a.shifted.entries == shifted)
  }

  @Test("what a shorter vector lacks counts as 0")
  func padsShorterVectors() {
    #expect(RealVector([1]).adding(RealVector([2, 3])).entries == [3, 3])
    #expect(RealVector([1, 2]).adding(RealVector([2])).entries == [3, 2])
  }

  @Test("combinations are sums of multiples")
  func combines() {
    let vectors = [RealVector(Self.a), RealVector(Self.b)]
    let sum = RealVector.combination(vectors, RealVector([1, Real(3, 2)]))
    #expect(sum.entries == vectors[0].adding(vectors[1], times: Real(3, 2)).entries)
  }

  @Test("one double makes the sums doubles, from left to right")
  func keepsDoubles() {
    let mixed = RealVector([.approximate(0.1), 2, Real(1, 3)])
    let product: Double = 0.1 * 3 + 2 + 1
    #expect(RealVector.inner(mixed, RealVector([3, 1, 3])) == .approximate(product))
    #expect(mixed.entries[2] == Real(1, 3))
  }

  @Test("numbers of several words are those that work one by one gives")
  func worksOnLargeNumbers() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let (a, b) = (
        (0..<6).map { _ in Real.exact(generator.rational()) },
        (0..<6).map { _ in Real.exact(generator.rational()) }
      )
      let (x, y) = (RealVector(a), RealVector(b))
      let factor = Real.exact(generator.rational())
      #expect(x.entries == a)
      #expect((x * y).entries == zip(a, b).map { $0 * $1 })
      #expect(x.adding(y, times: factor).entries == zip(a, b).map { $0 + $1 * factor })
      #expect(RealVector.inner(x, y) == zip(a, b).reduce(Real(0)) { $0 + $1.0 * $1.1 })
      #expect(
        RealVector.combination([x, y], RealVector([factor, 3])).entries
          == zip(a, b).map { $0 * factor + $1 * 3 })
    }
  }
}
