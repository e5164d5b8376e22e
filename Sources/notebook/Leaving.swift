#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The end of the program.
enum Leaving {
  /// Ends the program without taking apart what it has made, which for a large notebook would take a
  /// tenth of the time that making it took.
  static func end(_ code: Int32, keeping trees: some Any) -> Never {
    withExtendedLifetime(trees) { exit(code) }
  }
}
