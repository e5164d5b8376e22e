import Algebra
import Testing

@Suite("Elementary functions")
struct RealFunctionTests {
  @Test("is within 4 ulp of mpmath", arguments: Fact.rows(RealFunctionFacts.table))
  func agreesWithMpmath(_ fact: Fact) throws {
    let function = try #require(ElementaryFunction(rawValue: fact.words[0]))
    let expected = try fact.double(2)
    let value = try function.apply(.approximate(try fact.double(1))).double
    #expect((value - expected).magnitude <= 4 * expected.ulp)
  }

  @Test(
    "is exact at special points",
    arguments: [
      (.exp, 0, 1), (.log, 1, 0), (.sigmoid, 0, Real(1, 2)), (.tanh, 0, 0), (.sin, 0, 0),
      (.cos, 0, 1), (.tan, 0, 0), (.sinh, 0, 0), (.cosh, 0, 1), (.erf, 0, 0),
      (.sqrt, Real(9, 4), Real(3, 2)), (.abs, Real(-1, 3), Real(1, 3)), (.sign, Real(-1, 3), -1),
      (.floor, Real(-1, 3), -1), (.ceil, Real(-1, 3), 0), (.round, Real(5, 2), 2),
      (.relu, Real(-1, 3), 0), (.relu, Real(1, 3), Real(1, 3)), (.step, 0, 1), (.step, -1, 0),
      (.step, .approximate(0.5), 1), (.floor, .approximate(2.5), 2),
      (.relu, .approximate(-1), .approximate(0)), (.exp, .approximate(0), .approximate(1)),
    ] as [(ElementaryFunction, Real, Real)])
  func exactPoints(function: ElementaryFunction, x: Real, value: Real) throws {
    #expect(try function.apply(x) == value)
  }

  @Test("is stable far out")
  func stable() throws {
    #expect(try ElementaryFunction.sigmoid.apply(-800) == .approximate(0))
    #expect(try ElementaryFunction.sigmoid.apply(800) == .approximate(1))
    #expect(try ElementaryFunction.softplus.apply(800) == .approximate(800))
    #expect(try ElementaryFunction.softplus.apply(-800) == .approximate(0))
    #expect(try ElementaryFunction.tanh.apply(-800) == .approximate(-1))
    #expect(try ElementaryFunction.exp.apply(1000) == .approximate(.infinity))
    #expect(try ElementaryFunction.tanh.apply(.approximate(-0.0)).double.sign == .plus)
  }

  @Test("takes logarithms and roots of numbers beyond a double's range")
  func largeArguments() throws {
    let large = try Rational(10).power(1001)
    let logarithm = try ElementaryFunction.log.apply(.exact(large)).double
    #expect((logarithm / 2304.88767808704 - 1).magnitude < 1e-15)
    #expect(try ElementaryFunction.log.apply(.exact(1 / large)).double == -logarithm)
    let next = 1 + (try Rational(10).power(-30))
    #expect(try ElementaryFunction.log.apply(.exact(next)) == .approximate(1e-30))
    #expect(
      try ElementaryFunction.sqrt.apply(.exact(large / 10)) == .exact(Rational(10).power(500)))
  }

  @Test("refuses what has no real value")
  func domains() {
    #expect(throws: ArithmeticError.domain(.logarithmOfZero)) {
      try ElementaryFunction.log.apply(0)
    }
    #expect(throws: ArithmeticError.domain(.logarithmOfNegative)) {
      try ElementaryFunction.log.apply(.approximate(-1))
    }
    #expect(throws: ArithmeticError.domain(.rootOfNegative)) {
      try ElementaryFunction.sqrt.apply(-4)
    }
  }
}
