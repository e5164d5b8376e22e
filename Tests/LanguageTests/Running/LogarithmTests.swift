import Algebra
import Language
import Testing

/// Each exact value is proved by the power it stands for.
@Suite("Logarithms to a base")
struct LogarithmTests {
  @Test(
    "are exact where they are fractions",
    arguments: [
      ("log(8, base: 2)", "3"), ("log(9, base: 27)", "2/3"), ("log(1/8, base: 2)", "-3"),
      ("log(4/9, base: 27/8)", "-2/3"), ("log(1, base: 7)", "0"), ("log(0.001, base: 10)", "-3"),
      ("log(2^98304, base: 2)", "98304"), ("log(1000000, base: 0.01)", "-3"),
      ("log(1.000001^3, base: 1.000001^2)", "3/2"), ("log(2, base: 2^100)", "1/100"),
      ("log(8)/log(2)", "3"), ("log([4, 1/2], base: 4)[2]", "-1/2"),
    ])
  func areExact(_ call: String, _ value: String) throws {
    #expect(try Answers("v = \(call)").exact("v") == value)
  }

  @Test(
    "are doubles where they are not",
    arguments: [
      // mpmath 1.3: log(5, 2), log(10, 3), log(2 + 1e-15, 2).
      ("log(5, base: 2)", 2.3219280948873623479), ("log(10, base: 3)", 2.0959032742893846043),
      ("log(2.000000000000001, base: 2)", 1.0000000000000007213),
    ])
  func areDoubles(_ call: String, _ value: Double) throws {
    let answers = Answers("v = \(call)")
    #expect(throws: (any Error).self) { try answers.exact("v") }
    #expect(abs(try answers.number("v") - value) <= 1e-15 * value)
  }

  @Test("agree with powers for every fraction of small exponents")
  func agreeWithPowers() throws {
    for numerator in -12...12 where numerator != 0 {
      for denominator in 1...6 {
        for root in [Rational(2), Rational(3, 2), Rational(1, 10), Rational(7, 5)] {
          let (value, base) = (try root.power(numerator), try root.power(denominator))
          #expect(value.logarithm(base: base) == Rational(numerator, denominator))
        }
      }
    }
    #expect(Rational(6).logarithm(base: Rational(12)) == nil)
    #expect(Rational(-8).logarithm(base: Rational(2)) == nil)
    #expect(Rational(8).logarithm(base: .one) == nil)
    #expect(Rational.zero.logarithm(base: Rational(2)) == nil)
  }
}
