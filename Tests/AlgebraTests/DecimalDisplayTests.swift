import Algebra
import Testing

@Suite("Numbers for display")
struct DecimalDisplayTests {
  @Test("rounds like Python's decimal", arguments: Fact.rows(DecimalRoundingFacts.table))
  func agreesWithPython(_ fact: Fact) throws {
    let bits = fact.words[1].utf8.count == 16 && !fact.words[1].contains("/")
    let value = bits ? Real.approximate(try fact.double(1)) : .exact(try fact.rational(1))
    let count = try #require(Int(fact.words[2]))
    let rounding: Rounding = fact.words[0] == "s" ? .significant(count) : .decimals(count)
    let shown = DisplayNumber(value, rounding: rounding, decimalsOnly: true)
    let expected = try #require(Rational(decimal: fact.words[3]))
    let text: String
    switch shown.form {
    case .integer(let digits), .decimal(let digits): text = digits
    case .scientific(let mantissa, let exponent): text = "\(mantissa)e\(exponent)"
    case .fraction, .infinity, .undefined: text = ""
    }
    let read = try #require(Rational(decimal: (shown.negative ? "-" : "") + text))
    #expect(read == expected)
  }

  @Test(
    "shows exact numbers",
    arguments: [
      ("2065536", 4, "= 2065536"), ("999999999999999", 4, "= 999999999999999"),
      ("1000000000000000", 4, "= 1 × 10^15"), ("1234567890123456", 4, "≈ 1.235 × 10^15"),
      ("1200000000000000", 4, "= 1.2 × 10^15"), ("1/10", 4, "= 0.1"), ("14/3", 4, "= 14/3 ≈ 4.667"),
      ("-14/3", 4, "= -14/3 ≈ -4.667"), ("1/3", 4, "= 1/3 ≈ 0.3333"), ("0", 4, "= 0"),
      ("1/1000", 4, "= 0.001"), ("1/100000000", 4, "= 1 × 10^-8"), ("1/3000", 4, "≈ 0.0003333"),
      ("1/30000", 4, "≈ 3.333 × 10^-5"), ("1/16", 4, "= 0.0625"), ("1/64", 4, "= 1/64 ≈ 0.01562"),
      ("2025/2", 4, "= 2025/2 ≈ 1012"), ("2025/2", 5, "= 1012.5"), ("23999/24000", 4, "≈ 1.000"),
      ("1/999", 4, "= 1/999 ≈ 0.001001"), ("1/1001", 4, "≈ 0.0009990"),
      ("12345.6789", 4, "≈ 12346"),
      ("-0.5", 4, "= -0.5"), ("9.75", 1, "= 39/4 ≈ 10"), ("99999/1000", 2, "≈ 100"),
      ("99999/1000000", 4, "≈ 0.1000"), ("999995/100000000", 4, "≈ 0.01000"),
      ("10000000000000000000/3", 4, "≈ 3.333 × 10^18"),
      ("2999999999999998/3", 4, "≈ 999999999999999"),
    ])
  func exactNumbers(text: String, digits: Int, shown: String) throws {
    let value = try Rational(decimal: text) ?? Fact.rational(text)
    #expect(described(.exact(value), .significant(digits)) == shown)
  }

  @Test(
    "shows doubles, always as approximate",
    arguments: [
      (0.5, 4, "≈ 0.5000"), (3.0, 4, "≈ 3.000"), (0.0001234, 4, "≈ 0.0001234"),
      (0.000001234, 4, "≈ 1.234 × 10^-6"), (1e15, 4, "≈ 1.000 × 10^15"), (2.675, 3, "≈ 2.67"),
      (0.125, 2, "≈ 0.12"), (0.375, 2, "≈ 0.38"),
      (1.0 / 3, 40, "≈ 0.33333333333333331"), (-0.0, 4, "≈ 0"), (9.9996, 4, "≈ 10.00"),
      (12345.678, 4, "≈ 12346"),
      (999999999999999.9, 4, "≈ 1.000 × 10^15"), (0.00009999999, 4, "≈ 0.0001000"),
      (4.0076, 5, "≈ 4.0076"),
      (-.infinity, 4, "≈ -∞"), (.nan, 4, "≈ not a number"),
      (.leastNonzeroMagnitude, 4, "≈ 4.941 × 10^-324"),
    ] as [(Double, Int, String)])
  func doubles(value: Double, digits: Int, shown: String) {
    #expect(described(.approximate(value), .significant(digits)) == shown)
  }

  @Test(
    "rounds to decimals without a negative zero",
    arguments: [
      (Real(1, 8), 2, "= 1/8 ≈ 0.12"), (Real(1, 4), 2, "= 0.25"), (Real(-1, 3000), 2, "≈ 0.00"),
      (.approximate(-0.001), 2, "≈ 0.00"), (.approximate(0.5), 2, "≈ 0.50"),
      (.approximate(1234.5), 0, "≈ 1234"), (.approximate(2e15), 2, "≈ 2.00 × 10^15"), (7, 2, "= 7"),
    ])
  func decimals(value: Real, places: Int, shown: String) {
    #expect(described(value, .decimals(places)) == shown)
  }

  @Test(
    "halves go to the even neighbour, exactly",
    arguments: [
      ("0.15", 1, "0.2"), ("0.25", 1, "0.2"), ("0.35", 1, "0.4"), ("0.45", 1, "0.4"),
      ("0.95", 1, "1.0"), ("0.015", 2, "0.02"), ("0.005", 2, "0.00"), ("2.675", 2, "2.68"),
      ("1.005", 2, "1.00"), ("-0.125", 2, "-0.12"),
    ])
  func halves(text: String, places: Int, shown: String) throws {
    let value = Real.exact(try #require(Rational(decimal: text)))
    let display = DisplayNumber(value, rounding: .decimals(places), decimalsOnly: true)
    #expect(display.description == shown)
    #expect(try value.rounded(places: places).isEqual(to: .exact(Rational(decimal: shown) ?? 9)))
  }

  @Test("an exact fraction has all the digits asked for")
  func manyDigits() {
    let third = DisplayNumber(Real(1, 3), rounding: .significant(40))
    let digits = "0." + String(repeating: "3", count: 40)
    #expect(third.approximation == .decimal(digits))
  }

  @Test("tables show decimals only")
  func tables() {
    let third = DisplayNumber(Real(1, 3), rounding: .significant(4), decimalsOnly: true)
    #expect(third.form == .decimal("0.3333") && !third.isExact && third.approximation == nil)
    let half = DisplayNumber(Real(1, 2), rounding: .significant(4), decimalsOnly: true)
    #expect(half.form == .decimal("0.5") && half.isExact)
  }

  @Test("what is shown as equal is equal", arguments: 31...34 as ClosedRange<UInt64>)
  func equalMeansEqual(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let value = generator.rational()
      let shown = DisplayNumber(
        .exact(value), rounding: .significant(Int.random(in: 1...20, using: &generator)))
      let sign: Rational = shown.negative ? -1 : 1
      let read: Rational
      switch shown.form {
      case .integer(let digits), .decimal(let digits):
        read = try #require(Rational(decimal: digits))
      case .scientific(let mantissa, let exponent):
        read = try #require(Rational(decimal: mantissa)) * Rational(10).power(exponent)
      case .fraction(let above, let below): read = try Fact.rational("\(above)/\(below)")
      case .infinity, .undefined: read = 0
      }
      #expect((sign * read == value) == shown.isExact, "\(value) is not \(shown)")
    }
  }

  /// `= 14/3 ≈ 4.667`.
  private func described(_ value: Real, _ rounding: Rounding) -> String {
    let shown = DisplayNumber(value, rounding: rounding)
    let first = "\(shown.isExact ? "=" : "≈") \(shown)"
    guard let approximation = shown.approximation else { return first }
    return first + " ≈ \(shown.negative ? "-" : "")\(approximation)"
  }
}
