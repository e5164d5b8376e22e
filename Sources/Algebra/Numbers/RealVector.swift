import BigInt

/// A vector of real numbers that are worked with together.
///
/// Exact entries share one denominator: a sum of products is then one of integers, with one common
/// divisor to take out at its end instead of two for every product and every sum. With a double
/// among the entries each is a ``Real`` by itself, and sums run from left to right.
public struct RealVector: Sendable {
  private enum Storage {
    case exact(Integers, over: BigInt)
    case mixed([Real])
  }

  private let storage: Storage

  /// A vector of these entries.
  public init(_ entries: [Real]) {
    if let (numerators, denominator) = RealVector.words(of: entries) {
      storage = .exact(Integers(numerators), over: BigInt(word: denominator))
      return
    }
    let rationals = entries.compactMap(\.rational)
    guard rationals.count == entries.count else {
      storage = .mixed(entries)
      return
    }
    let denominator = BigInt.commonMultiple(rationals.lazy.map(\.denominator))
    let numerators = rationals.map { $0.numerator * (denominator / $0.denominator) }
    storage = .exact(Integers(numerators), over: denominator)
  }

  /// Fractions of machine words over one denominator; `nil` where they do not fit.
  private static func words(of entries: [Real]) -> (numerators: [Int64], denominator: Int64)? {
    var denominator: Int64 = 1
    for entry in entries {
      guard case .exact(.small(_, over: let below)) = entry else { return nil }
      if denominator % below == 0 { continue }
      let missing = below / Int64(gcd(UInt64(denominator), UInt64(below)))
      let (multiple, overflow) = denominator.multipliedReportingOverflow(by: missing)
      if overflow { return nil }
      denominator = multiple
    }
    var numerators: [Int64] = []
    numerators.reserveCapacity(entries.count)
    for entry in entries {
      guard case .exact(.small(let above, over: let below)) = entry else { return nil }
      let (numerator, overflow) = above.multipliedReportingOverflow(by: denominator / below)
      if overflow { return nil }
      numerators.append(numerator)
    }
    return (numerators, denominator)
  }

  /// The numerators over a positive denominator, both without what divides all of them.
  private init(_ numerators: Integers, over denominator: BigInt) {
    let divisor = BigInt(numerators.commonDivisor(with: denominator.magnitude))
    storage = .exact(
      numerators.divided(by: divisor), over: divisor.isOne ? denominator : denominator / divisor)
  }

  /// The numerators and the denominator that they share; nil with a double among the entries.
  var integers: (numerators: Integers, denominator: BigInt)? {
    guard case .exact(let numerators, over: let denominator) = storage else { return nil }
    return (numerators, denominator)
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
      (0..<numerators.count).map { .exact(Rational(numerators[$0], denominator)) }
    case .mixed(let entries): entries
    }
  }

  /// The inner product Σ aᵢ·bᵢ of two vectors of the same length.
  public static func inner(_ a: RealVector, _ b: RealVector) -> Real {
    if case .exact(let x, over: let p) = a.storage, case .exact(let y, over: let q) = b.storage {
      return .exact(Rational(Integers.inner(x, y), p * q))
    }
    return zip(a.entries, b.entries).reduce(Real(0)) { $0 + $1.0 * $1.1 }
  }

  /// The products of corresponding entries of two vectors of the same length.
  public static func * (a: RealVector, b: RealVector) -> RealVector {
    if case .exact(let x, over: let p) = a.storage, case .exact(let y, over: let q) = b.storage {
      return RealVector(x * y, over: p * q)
    }
    return RealVector(zip(a.entries, b.entries).map { $0 * $1 })
  }

  /// The sum with `factor` times another vector; what the shorter one lacks counts as 0.
  public func adding(_ other: RealVector, times factor: Real = 1) -> RealVector {
    if case .exact(let x, over: let p) = storage, case .exact(let y, over: let q) = other.storage,
      case .exact(let factor) = factor
    {
      let below = q * factor.denominator
      let shared = BigInt(gcd(p.magnitude, below.magnitude))
      let (left, right) = (below / shared, factor.numerator * (p / shared))
      let sums = Integers.combination([(x, left), (y, right)])
      return RealVector(sums, over: p * left)
    }
    let (x, y) = (entries, other.entries)
    let count = max(x.count, y.count)
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
      RealVector(storage: .exact(numerators.shifted, over: denominator))
    case .mixed(let entries): RealVector(storage: .mixed([0] + entries))
    }
  }

  private init(storage: Storage) {
    self.storage = storage
  }

  /// The sum of `vectors`, all of one length, times the entries of `weights`, as many.
  public static func combination(_ vectors: [RealVector], _ weights: RealVector) -> RealVector {
    guard case .exact(let factors, over: let below) = weights.storage else {
      return mixedCombination(vectors, weights)
    }
    var exact: [(numerators: Integers, denominator: BigInt)] = []
    for vector in vectors {
      guard case .exact(let numerators, over: let denominator) = vector.storage else {
        return mixedCombination(vectors, weights)
      }
      exact.append((numerators, denominator))
    }
    let common = BigInt.commonMultiple(exact.map(\.denominator))
    let terms = exact.enumerated().map { index, vector in
      (vector.numerators, factors[index] * (common / vector.denominator))
    }
    return RealVector(Integers.combination(terms), over: common * below)
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
