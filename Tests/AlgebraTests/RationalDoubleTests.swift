import Algebra
import Testing

@Suite("Rational numbers and doubles")
struct RationalDoubleTests {
  @Test("rounds correctly to the nearest double", arguments: Fact.rows(RationalDoubleFacts.table))
  func correctlyRounded(_ fact: Fact) throws {
    let shift = try #require(Int(fact.words[1]))
    let value = try fact.rational(0) * Rational(2).power(shift) / fact.rational(2)
    #expect(value.double.bitPattern == (try fact.double(3)).bitPattern)
  }

  @Test("every double is a fraction and comes back", arguments: [11, 12] as [UInt64])
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(try #require(Rational(exactly: value)).double == value)
    }
    for value in [
      Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 0.1, -1.5, 3,
    ] {
      #expect(Rational(exactly: value)?.double == value)
    }
    #expect(Rational(exactly: 0.5) == Rational(1, 2))
    #expect(Rational(exactly: .infinity) == nil && Rational(exactly: .nan) == nil)
  }

  @Test("numbers of thousands of digits have doubles too")
  func huge() throws {
    let huge = try Rational(3).power(20_000)
    #expect(huge.double == .infinity && (-huge).double == -.infinity && (1 / huge).double == 0)
    #expect(((huge + 1) / huge).double == 1)
    #expect((huge / (huge * 7 - 1)).double == 1.0 / 7)
  }

  @Test("texts of doubles read back to the same bits", arguments: [21] as [UInt64])
  func texts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let text = roundTripText(value)
      #expect(Double(text)?.bitPattern == value.bitPattern)
      #expect(text.contains(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/))
    }
    #expect(roundTripText(14.0 / 3) == "4.666666666666667")
    #expect(roundTripText(.nan) == "null" && roundTripText(-.infinity) == "null")
  }
}
