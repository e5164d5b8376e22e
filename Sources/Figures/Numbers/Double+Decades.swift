#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#elseif canImport(Glibc)
import Glibc
#endif

extension Double {
  /// The nearest double to 10^exponent: 0 below the range of doubles, the largest double above it.
  static func powerOfTen(_ exponent: Int) -> Double {
    let power = Double("1e\(min(max(exponent, -400), 400))") ?? 0
    return power.isFinite ? power : .greatestFiniteMagnitude
  }

  /// The logarithm to base ten; only for positive numbers.
  var decadeLogarithm: Double { log10(self) }
}
