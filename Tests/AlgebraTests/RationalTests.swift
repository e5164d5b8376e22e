import Algebra
import Testing

@Suite("Rational numbers")
struct RationalTests {
  @Test("agrees with Python's fractions", arguments: Fact.rows(RationalArithmeticFacts.table))
  func agreesWithPython(_ fact: Fact) throws {
    let (a, b) = (try fact.rational(0), try fact.rational(1))
    #expect((a + b).description == fact.words[2])
    #expect((a * b).description == fact.words[3])
    #expect((a / b).description == fact.words[4])
    #expect((a / b).floor.description == fact.words[5])
  }

  @Test(
    "is an ordered field, whatever the size of its numbers", arguments: 1...8 as ClosedRange<UInt64>
  )
  func fieldLaws(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let (a, b, c) = (generator.rational(), generator.rational(), generator.rational())
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - a == .zero)
      #expect((a + b) - b == a && (a + b - b).hashValue == a.hashValue)
      if !b.isZero { #expect(a / b * b == a) }
      #expect((a < b) == ((b - a).sign > 0))
      #expect(a.floor <= a && a < a.floor + 1)
      #expect(a.ceil == -(-a).floor)
      #expect((a - a.rounded).magnitude <= Rational(1, 2))
    }
  }

  @Test("is canonical: what fits a word is small, and equal values are equal")
  func canonical() throws {
    let large = try Rational(2).power(80) / (Rational(2).power(79) * 3)
    #expect(large == Rational(2, 3))
    guard case .small = large else {
      Issue.record("2/3 is not small")
      return
    }
    #expect(Rational(6, -4) == Rational(-3, 2))
    #expect(Rational(0, -7) == .zero)
    #expect(Rational(.min) + 1 == Rational(.min + 1))
    #expect(-Rational(.min) - 1 == Rational(.max))
    #expect(Rational(.min, .min).isOne)
    #expect(Rational(1, .min).description == "-1/9223372036854775808")
    #expect(Rational(.min).magnitude.description == "9223372036854775808")
  }

  @Test("overflows into large numbers and back")
  func overflow() {
    let edge = Rational(.max)
    #expect((edge * edge).description == "85070591730234615847396907784232501249")
    #expect(edge * edge / edge == edge)
    #expect((edge + edge) - edge == edge)
    #expect((edge * edge).integer == nil)
  }

  @Test("knows signs, integers and halves")
  func properties() throws {
    #expect(Rational(-1, 2).isNegative && Rational(-1, 2).sign == -1)
    #expect(Rational(4, 2).isInteger && Rational(4, 2).integer == 2)
    #expect(Rational(7, 2).integer == nil)
    #expect(
      Rational(5, 2).rounded == 2 && Rational(7, 2).rounded == 4 && Rational(-5, 2).rounded == -2)
    #expect(Rational(-7, 2).floor == -4 && Rational(-7, 2).ceil == -3)
    #expect(try !Rational(1, 3).isEven && Rational(2).power(70).isEven)
  }

  @Test("rounds to places, halves to even, as PyTorch does")
  func roundsToPlaces() throws {
    #expect(try Rational(14, 3).rounded(places: 3) == Rational(4667, 1000))
    #expect(try Rational(1, 8).rounded(places: 2) == Rational(12, 100))
    #expect(try Rational(1250).rounded(places: -2) == 1200)
    #expect(throws: ArithmeticError.self) { try Rational(1, 3).rounded(places: 1 << 40) }
  }

  @Test("powers are exact, and refused before they are computed when too large")
  func powers() throws {
    #expect(try Rational(2, 3).power(-3) == Rational(27, 8))
    #expect(try Rational(-2).power(63) == Rational(.min))
    #expect(try Rational(0).power(0) == 1)
    #expect(try Rational(-1).power(.max) == -1)
    #expect(try Rational(2).power(332_192).digitCount == 100_000)
    #expect(throws: ArithmeticError.divisionByZero) { try Rational(0).power(-1) }
    #expect(throws: ArithmeticError.tooLarge(digits: 1_000_000_000_001)) {
      try Rational(10).power(1_000_000_000_000)
    }
    #expect(throws: ArithmeticError.self) { try Rational(1, 3).power(.min) }
    #expect(try Rational(2).power(98_304).digitCount == 29_593)
  }

  @Test("finds roots of perfect powers only")
  func roots() throws {
    #expect(Rational(4, 9).squareRoot == Rational(2, 3))
    #expect(Rational(2).squareRoot == nil && Rational(-4).squareRoot == nil)
    #expect(Rational(-27, 8).root(3) == Rational(-3, 2))
    #expect(Rational(5).root(1 << 40) == nil)
    let large = try Rational(12345).power(40)
    #expect(large.root(40) == 12345 && (large + 1).root(40) == nil)
    let word = Rational(.max)
    for degree in [2, 3, 5, 64] {
      let power = try (word / 7).power(degree)
      #expect(power.root(degree) == word / 7 && (power + 1).root(degree) == nil)
      #expect(try (-word).power(degree).root(degree) == (degree % 2 == 0 ? word : -word))
    }
  }

  @Test("reduces what shares a factor of any size", arguments: [51, 52] as [UInt64])
  func commonFactors(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for size in 1...40 {
      let factor = try Rational(Int.random(in: 2...Int.max, using: &generator)).power(size)
      let other = try Rational(Int.random(in: 2...Int.max, using: &generator)).power(41 - size)
      let (p, q) = (generator.rational().magnitude + 1, generator.rational().magnitude + 1)
      #expect(factor * p / (factor * q) == p / q)
      #expect(factor * p / (factor * other) == p / other)
      let divisor = Rational.greatestCommonDivisor(factor * 6, factor * 15)
      #expect(divisor == factor * 3)
    }
  }

  /// gcd(Fₘ, Fₙ) is F of gcd(m, n), and neighbours take Euclid's algorithm longest: Lucas 1876, Lamé 1844.
  @Test("finds the common divisors of Fibonacci's numbers", arguments: [(1200, 900), (700, 699)])
  func fibonacci(_ m: Int, _ n: Int) {
    var numbers: [Rational] = [0, 1]
    while numbers.count <= m {
      numbers.append(numbers[numbers.count - 1] + numbers[numbers.count - 2])
    }
    let shared = m % n == 1 ? 1 : m - n
    let divisor = Rational.greatestCommonDivisor(numbers[m], numbers[n])
    #expect(divisor == numbers[shared])
    #expect(numbers[m] / numbers[n] * numbers[n] == numbers[m])
  }

  @Test("finds common divisors and multiples of fractions")
  func divisors() {
    #expect(Rational.greatestCommonDivisor(12, -18) == 6)
    #expect(Rational.greatestCommonDivisor(0, -4) == 4)
    #expect(Rational.greatestCommonDivisor(Rational(1, 2), Rational(1, 3)) == Rational(1, 6))
    #expect(Rational.leastCommonMultiple(4, -6) == 12 && Rational.leastCommonMultiple(0, 3) == 0)
    #expect(Rational.leastCommonMultiple(Rational(1, 2), Rational(1, 3)) == 1)
  }

  @Test("limits the digits of one operation's result on request")
  func limits() throws {
    let large = try Rational(2).power(332_190)
    #expect(try large.checked() == large)
    #expect(throws: ArithmeticError.tooLarge(digits: 100_003)) { try (large * 1024).checked() }
  }
}
