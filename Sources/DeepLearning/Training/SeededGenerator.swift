import Algebra

/// Our own pseudo-random numbers: the same for a seed on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, doi:10.1145/2660193.2660195).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The generator of a seed.
  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A double in [0, 1), a multiple of 2⁻⁵³.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A normally distributed double with mean 0 and deviation 1, from two numbers of ``unit()``.
  ///
  /// Box and Muller, doi:10.1214/aoms/1177706645.
  mutating func normal() -> Double {
    let radius = (-2 * Self.value(of: .log, 1 - unit())).squareRoot()
    return radius * Self.value(of: .cos, 2 * Double.pi * unit())
  }

  /// A function where it is defined: the logarithm in (0, 1], the cosine anywhere.
  private static func value(of function: ElementaryFunction, _ x: Double) -> Double {
    (try? function.apply(.approximate(x)))?.double ?? 0
  }

  /// The numbers below `count` in a random order, by Fisher and Yates.
  mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      // The remainder's bias is below count/2⁶⁴.
      order.swapAt(last, Int(next() % UInt64(last + 1)))
    }
    return order
  }
}
