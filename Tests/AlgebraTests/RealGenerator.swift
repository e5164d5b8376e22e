import Algebra
import Testing

/// SplitMix64: the same numbers from the same seed on every platform.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A fraction that is small, close to the edge of a word, or of several words.
  mutating func rational() -> Rational {
    let small = Rational(
      Int.random(in: -30...30, using: &self), Int.random(in: 1...12, using: &self))
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return small
    case 1:
      return Rational(
        Int.random(in: .min ... .max, using: &self), Int.random(in: 1...9, using: &self))
    case 2:
      return Rational(
        Int.random(in: -1000...1000, using: &self),
        Int.random(in: Int.max - 50...Int.max, using: &self))
    default:
      let edge = Rational(Int.random(in: .min ... .max, using: &self))
      return edge * edge * small + Rational(Int.random(in: 0...9, using: &self), 7)
    }
  }
}

/// One line of a table of facts: words between spaces.
struct Fact: CustomTestStringConvertible, Sendable {
  let words: [String]

  var testDescription: String { words.joined(separator: " ") }

  /// The lines of a table behind its heading.
  static func rows(_ table: String) -> [Fact] {
    table.split(separator: "\n").dropFirst().map {
      Fact(words: $0.split(separator: " ").map(String.init))
    }
  }

  /// The word as a fraction, `-14/3`.
  func rational(_ index: Int) throws -> Rational { try Fact.rational(words[index]) }

  /// The word as a double, from the 16 hexadecimal digits of its bits.
  func double(_ index: Int) throws -> Double {
    Double(bitPattern: try #require(UInt64(words[index], radix: 16)))
  }

  static func rational(_ text: some StringProtocol) throws -> Rational {
    let parts = text.split(separator: "/")
    let numerator = try #require(Rational(decimal: String(parts[0])))
    guard parts.count > 1 else { return numerator }
    return numerator / (try #require(Rational(decimal: String(parts[1]))))
  }
}
