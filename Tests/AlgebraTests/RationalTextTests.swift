import Algebra
import Testing

@Suite("Texts of rational numbers")
struct RationalTextTests {
  @Test(
    "reads decimals exactly",
    arguments: [
      ("3.5", Rational(7, 2)), ("1e-8", Rational(1, 100_000_000)), ("204_928", 204_928), ("-2", -2),
      ("0.1", Rational(1, 10)), ("1.50E2", 150), ("+4", 4), ("1e+3", 1000), ("0e99999999999", 0),
      ("0.000_1", Rational(1, 10_000)),
    ])
  func reads(text: String, value: Rational) {
    #expect(Rational(decimal: text) == value)
  }

  @Test(
    "refuses what is no decimal, and what is too large",
    arguments: [
      "", "-", ".", "1.", ".5", "1..2", "1e", "e5", "_1", "1_", "1__2", "1_.5", "0x10", "1 ", "١",
      "1e200000", "1e-200000", "1e99999999999999999999", "--1", "1.2.3", "inf", "nan", "1e5.5",
    ])
  func refuses(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test("writes fractions, and reads its decimals back", arguments: [3, 5] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    #expect(Rational(14, 3).description == "14/3")
    for _ in 0..<100 {
      let value = generator.rational()
      #expect(try Fact.rational(value.description) == value)
      let scaled =
        try (value * Rational(1 << 20)).floor
        / Rational(10).power(Int.random(in: 0...30, using: &generator))
      let text = try #require(scaled.terminatingDecimal)
      #expect(Rational(decimal: text) == scaled)
    }
  }

  @Test("a decimal ends exactly when the denominator has factors 2 and 5 only")
  func terminating() throws {
    #expect(Rational(-1, 8).terminatingDecimal == "-0.125")
    #expect(Rational(7).terminatingDecimal == "7")
    #expect(Rational(1, 3).terminatingDecimal == nil && Rational(1, 15).terminatingDecimal == nil)
    #expect(Rational(3, 80).terminatingDecimal == "0.0375")
    let tiny = try Rational(10).power(-5_000)
    #expect(tiny.terminatingDecimal?.utf8.count == 5_002)
    #expect((tiny / 3).terminatingDecimal == nil)
  }

  @Test("counts digits exactly next to powers of ten")
  func digitCount() throws {
    #expect(Rational(0).digitCount == 1)
    for digits in [1, 2, 15, 16, 17, 18, 19, 20, 100, 1000, 3_000] {
      let power = try Rational(10).power(digits)
      #expect(power.digitCount == digits + 1)
      #expect((power - 1).digitCount == digits)
      #expect((1 / power).digitCount == digits + 1)
    }
  }
}
