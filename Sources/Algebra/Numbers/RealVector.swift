private import BigInt

/// A vector of real numbers that are worked with together.
///
/// Exact entries share one denominator: a sum of products is then one of integers, with one common
/// divisor to take out at its end instead of two for every product and every sum. With a double
/// among the entries each is a ``Real`` by itself, and sums run from left to right.
public struct RealVector: Sendable {
  private enum Storage {
    case exact([BigInt], over: BigInt)
    case mixed([Real])
  }

  private let storage: Storage

  /// A vector of these entries.
  public init(_ entries: [Real]) {
    let rationals = entries.compactMap(\.rational)
    guard rationals.count == entries.count else {
      storage = .mixed(entries)
      return
    }
    let denominator = BigInt.commonMultiple(rationals.map(\.denominator))
    storage = .exact(
      rationals.map { $0.numerator * (denominator / $0.denominator) }, over: denominator)
  }

  /// The numerators over a positive denominator, both without what divides all of them.
  private init(_ numerators: [BigInt], over denominator: BigInt) {
    var divisor = denominator
    for numerator in numerators where !divisor.isOne {
      divisor = BigInt(gcd(divisor.magnitude, numerator.magnitude))
    }
    storage =
      divisor.isOne
      ? .exact(numerators, over: denominator)
      : .exact(numerators.map { $0 / divisor }, over: denominator / divisor)
  }

  /// The number of entries.
  public var count: Int {
    switch storage {
    case .exact(let numerators, over: _): numerators.count
    case .mixed(let entries): entries.count
    }
  }

  /// The entries one by one, exact ones in lowest terms.
  public var entries: [Real] {
    switch storage {
    case .exact(let numerators, over: let denominator):
      numerators.map { .exact(Rational($0, denominator)) }
    case .mixed(let entries): entries
    }
  }

  /// The inner product Σ aᵢ·bᵢ of two vectors of the same length.
  public static func inner(_ a: RealVector, _ b: RealVector) -> Real {
    if case .exact(let x, over: let p) = a.storage, case .exact(let y, over: let q) = b.storage {
      return .exact(Rational(sum(x, y), p * q))
    }
    return zip(a.entries, b.entries).reduce(Real(0)) { $0 + $1.0 * $1.1 }
  }

  /// Σ xᵢ·yᵢ, in machine words as long as they suffice.
  private static func sum(_ x: [BigInt], _ y: [BigInt]) -> BigInt {
    var small: Int128 = 0
    var large = BigInt()
    for (a, b) in zip(x, y) {
      // Below 2¹²⁶ in magnitude, and so is what was added before.
      if let a = a.word, let b = b.word, small.magnitude < 1 << 126 {
        small += Int128(a) * Int128(b)
      } else {
        large += a * b
      }
    }
    return large.isZero ? BigInt(words: small) : large + BigInt(words: small)
  }

  /// The products of corresponding entries of two vectors of the same length.
  public static func * (a: RealVector, b: RealVector) -> RealVector {
    if case .exact(let x, over: let p) = a.storage, case .exact(let y, over: let q) = b.storage {
      return RealVector(zip(x, y).map { $0 * $1 }, over: p * q)
    }
    return RealVector(zip(a.entries, b.entries).map { $0 * $1 })
  }

  /// The sum with `factor` times another vector; what the shorter one lacks counts as 0.
  public func adding(_ other: RealVector, times factor: Real = 1) -> RealVector {
    let count = max(count, other.count)
    if case .exact(let x, over: let p) = storage, case .exact(let y, over: let q) = other.storage,
      case .exact(let factor) = factor
    {
      let below = q * factor.denominator
      let shared = BigInt(gcd(p.magnitude, below.magnitude))
      let (left, right) = (below / shared, factor.numerator * (p / shared))
      let sums = (0..<count).map { index in
        let a = index < x.count ? x[index] * left : BigInt()
        return index < y.count ? a + y[index] * right : a
      }
      return RealVector(sums, over: p * left)
    }
    let (x, y) = (entries, other.entries)
    return RealVector(
      (0..<count).map { index in
        let a = index < x.count ? x[index] : 0
        return index < y.count ? a + y[index] * factor : a
      })
  }

  /// The vector with a zero put in front.
  public var shifted: RealVector {
    switch storage {
    case .exact(let numerators, over: let denominator):
      RealVector(storage: .exact([BigInt()] + numerators, over: denominator))
    case .mixed(let entries): RealVector(storage: .mixed([0] + entries))
    }
  }

  private init(storage: Storage) {
    self.storage = storage
  }

  /// The sum of `vectors`, all of one length, times the entries of `weights`, as many.
  public static func combination(_ vectors: [RealVector], _ weights: RealVector) -> RealVector {
    let count = vectors.first?.count ?? 0
    guard case .exact(let factors, over: let below) = weights.storage else {
      return mixedCombination(vectors, weights)
    }
    var exact: [(numerators: [BigInt], denominator: BigInt)] = []
    for vector in vectors {
      guard case .exact(let numerators, over: let denominator) = vector.storage else {
        return mixedCombination(vectors, weights)
      }
      exact.append((numerators, denominator))
    }
    let common = BigInt.commonMultiple(exact.map(\.denominator))
    var sums = [BigInt](repeating: 0, count: count)
    for (vector, weight) in zip(exact, factors) where !weight.isZero {
      let factor = weight * (common / vector.denominator)
      for index in 0..<count { sums[index] += vector.numerators[index] * factor }
    }
    return RealVector(sums, over: common * below)
  }

  private static func mixedCombination(
    _ vectors: [RealVector], _ weights: RealVector
  ) -> RealVector {
    var sums = [Real](repeating: 0, count: vectors.first?.count ?? 0)
    for (vector, weight) in zip(vectors.map(\.entries), weights.entries) {
      for index in sums.indices { sums[index] = sums[index] + vector[index] * weight }
    }
    return RealVector(sums)
  }
}
