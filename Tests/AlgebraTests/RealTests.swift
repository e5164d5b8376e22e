import Algebra
import Testing

@Suite("Real numbers")
struct RealTests {
  @Test("a double is contagious, an exact number stays exact")
  func contagion() {
    #expect(Real(1, 3) + Real(2, 3) == 1)
    #expect(Real(1, 2) * .approximate(3) == .approximate(1.5))
    #expect(.approximate(1) - Real(1) == Real.approximate(0))
    #expect(Real(1) != .approximate(1) && Real(1).isEqual(to: .approximate(1)))
    #expect(Real.max(3, .approximate(2)) == .approximate(3) && Real.min(3, 2) == 2)
    #expect(Real.max(.approximate(.nan), 2).double.isNaN)
  }

  @Test("compares a double by its exact binary value")
  func comparisons() throws {
    #expect(!Real.approximate(0.1).isEqual(to: Real(1, 10)))
    #expect(Real.approximate(0.1) > Real(1, 10) && Real(1, 10) < .approximate(0.1))
    #expect(Real.approximate(0.5) <= Real(1, 2) && Real.approximate(0.5) >= Real(1, 2))
    let huge = Real.exact(try Rational(10).power(400))
    #expect(huge < .approximate(.infinity) && huge > .approximate(.greatestFiniteMagnitude))
    #expect(!(huge < .approximate(.nan)) && !(huge >= .approximate(.nan)))
  }

  @Test("rounding and signs are exact even of a double")
  func exactAgain() throws {
    #expect(Real.approximate(2.5).rounded == 2 && Real.approximate(-0.5).floor == -1)
    #expect(Real.approximate(1e300).ceil.isExact)
    #expect(Real.approximate(-0.1).sign == -1 && Real.approximate(-0.0).sign == 0)
    #expect(try Real.approximate(2.675).rounded(places: 2) == Real(267, 100))
    #expect(Real.approximate(.infinity).floor == .approximate(.infinity))
  }

  @Test("powers are exact where they can be")
  func powers() throws {
    #expect(try Real(4).power(Real(1, 2)) == 2)
    #expect(try Real(8, 27).power(Real(-2, 3)) == Real(9, 4))
    #expect(try Real(0).power(Real(1, 2)) == 0)
    #expect(try Real(2).power(Real(1, 2)) == .approximate(2.0.squareRoot()))
    #expect(try Real(-1).power(.exact(Rational(10).power(30) + 1)) == -1)
    #expect(try Real.approximate(-2).power(3) == .approximate(-8))
    let large = Real.exact(try Rational(10).power(401))
    let root = try large.power(Real(1, 2)).double
    #expect((root / 3.162277660168379e200 - 1).magnitude < 1e-13)
    let tiny = try (Real(1) / large).power(Real(1, 2)).double
    #expect((tiny * 3.162277660168379e200 - 1).magnitude < 1e-13)
    #expect(try large.power(Real(999, 1000)).double == .infinity)
  }

  @Test("a tower of powers is refused at once")
  func tower() throws {
    let nine = Real(9)
    let inner = try nine.power(9)
    #expect(throws: ArithmeticError.tooLarge(digits: 369_693_100)) { try nine.power(inner) }
    #expect(throws: ArithmeticError.tooLarge(digits: .max)) {
      try nine.power(.exact(Rational(9).power(100)))
    }
    #expect(throws: ArithmeticError.tooLarge(digits: .max)) { try Real(10).power(Real(.max)) }
  }

  @Test("a zero has no sign")
  func unsignedZero() throws {
    let (zero, one, tiny) = (Real.approximate(0), Real.approximate(-1), Real.approximate(-1e-200))
    for value in [zero * one, try zero.divided(by: one), -zero, tiny * (-tiny), try tiny.power(3)] {
      #expect(value.double.sign == .plus && value.isZero)
    }
    let tensor = Tensor([zero, zero])
    for value in [
      try Tensor.multiply(tensor, Tensor(scalar: one)),
      try Tensor.divide(tensor, Tensor([one, one])),
      Tensor.negate(tensor),
    ] {
      #expect(value.doubles.allSatisfy { $0.sign == .plus })
    }
  }

  @Test("what has no value is an error")
  func errors() {
    #expect(throws: ArithmeticError.divisionByZero) { try Real(1).divided(by: 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Real(1).divided(by: .approximate(0)) }
    #expect(throws: ArithmeticError.divisionByZero) { try Real.approximate(0).power(-1) }
    #expect(throws: ArithmeticError.domain(.fractionalPowerOfNegative)) {
      try Real(-8).power(Real(1, 3))
    }
    #expect(throws: ArithmeticError.domain(.fractionalPowerOfNegative)) {
      try Real.approximate(-8).power(.approximate(0.5))
    }
  }
}
