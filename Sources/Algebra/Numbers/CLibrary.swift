#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The C library's transcendental functions of a double: the only file that imports it.
///
/// Their last digit differs between platforms, which is why what is printed is rounded.
enum CLibrary {
  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func logarithm2(_ x: Double) -> Double { log2(x) }
  /// log(1 + x), accurate near 0.
  static func logarithm(onePlus x: Double) -> Double { log1p(x) }
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
  static func sine(_ x: Double) -> Double { sin(x) }
  static func cosine(_ x: Double) -> Double { cos(x) }
  static func tangent(_ x: Double) -> Double { tan(x) }
  static func hyperbolicSine(_ x: Double) -> Double { sinh(x) }
  static func hyperbolicCosine(_ x: Double) -> Double { cosh(x) }
  static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
  static func errorFunction(_ x: Double) -> Double { erf(x) }
  /// 1 − erf(x), accurate for large x.
  static func complementaryError(_ x: Double) -> Double { erfc(x) }
  /// exp(x) − 1, accurate near 0.
  static func exponentialLessOne(_ x: Double) -> Double { expm1(x) }
}
