extension ElementaryFunction {
  /// The value at `x`.
  ///
  /// Exact where it can be: roots of perfect squares, `exp(0)`, `log(1)`, `sigmoid(0)` and the other
  /// special points of an exact argument; `sign floor ceil round step` always; `abs` and `relu` like
  /// their argument. Otherwise a double, within a few ulp of the C library's functions, stable for
  /// arguments of any size: `softplus(800)` is 800, `sigmoid(-800)` underflows to 0.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The value; infinities and not-a-number pass through.
  /// - Throws: ``ArithmeticError/domain(_:)`` for logarithms and roots outside their domain.
  public func apply(_ x: Real) throws(ArithmeticError) -> Real {
    switch self {
    case .abs: return x.magnitude
    case .sign: return x.sign
    case .floor: return x.floor
    case .ceil: return x.ceil
    case .round: return x.rounded
    case .step: return x.isNaN ? x : Real(x.isNegative ? 0 : 1)
    case .relu:
      switch x {
      case .exact(let value): return value.isNegative ? .zero : x
      case .approximate(let value): return value <= 0 ? .approximate(0) : x
      }
    case .sqrt:
      if x.isNegative { throw .domain(.rootOfNegative) }
      return try x.power(Real(1, 2))
    case .log:
      if x.isZero { throw .domain(.logarithmOfZero) }
      if x.isNegative { throw .domain(.logarithmOfNegative) }
    case .exp, .sigmoid, .tanh, .softplus, .sin, .cos, .tan, .sinh, .cosh, .erf:
      break
    }
    if case .exact(let value) = x {
      if let exact = exactValue(at: value) { return .exact(exact) }
      if self == .log { return .approximate(ElementaryFunction.logarithm(value)) }
    }
    return .approximate(double(x.double) + 0)
  }

  /// The special points of the transcendental functions.
  private func exactValue(at x: Rational) -> Rational? {
    switch self {
    case .exp, .cos, .cosh: x.isZero ? .one : nil
    case .log: x.isOne ? .zero : nil
    case .sigmoid: x.isZero ? Rational(1, 2) : nil
    case .tanh, .sin, .tan, .sinh, .erf: x.isZero ? .zero : nil
    case .abs, .sign, .floor, .ceil, .round, .step, .relu, .sqrt, .softplus: nil
    }
  }

  /// The function on doubles, as IEEE arithmetic has it: `log(0)` is −∞ here.
  public func double(_ x: Double) -> Double {
    switch self {
    case .exp: CLibrary.exponential(x)
    case .log: CLibrary.logarithm(x)
    case .sqrt: x.squareRoot()
    case .abs: x.magnitude
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0
    case .floor: x.rounded(.down) + 0
    case .ceil: x.rounded(.up) + 0
    case .round: x.rounded(.toNearestOrEven) + 0
    case .sigmoid:
      // e^−|x| never overflows, and for x < 0 no digits cancel.
      x >= 0
        ? 1 / (1 + CLibrary.exponential(-x))
        : CLibrary.exponential(x) / (1 + CLibrary.exponential(x))
    case .tanh: CLibrary.hyperbolicTangent(x)
    case .relu: x <= 0 ? 0 : x
    case .step: x.isNaN ? x : x < 0 ? 0 : 1
    case .softplus:
      x.isNaN ? x : max(x, 0) + CLibrary.logarithm(onePlus: CLibrary.exponential(-x.magnitude))
    case .sin: CLibrary.sine(x)
    case .cos: CLibrary.cosine(x)
    case .tan: CLibrary.tangent(x)
    case .sinh: CLibrary.hyperbolicSine(x)
    case .cosh: CLibrary.hyperbolicCosine(x)
    case .erf: CLibrary.errorFunction(x)
    }
  }

  /// exp(x) − 1 without the digits that cancel near 0.
  public static func exponentialLessOne(_ x: Double) -> Double {
    CLibrary.exponentialLessOne(x)
  }

  /// 1 − erf(x) without the digits that cancel for large x.
  public static func complementaryError(_ x: Double) -> Double {
    CLibrary.complementaryError(x)
  }

  /// Whether every double has a value, and the value is always a double.
  var staysApproximate: Bool {
    switch self {
    case .exp, .sigmoid, .tanh, .relu, .softplus, .sin, .cos, .tan, .sinh, .cosh, .erf, .abs: true
    case .log, .sqrt, .sign, .floor, .ceil, .round, .step: false
    }
  }

  /// log of a positive fraction, also one beyond a double's range, and accurate next to 1.
  static func logarithm(_ value: Rational) -> Double {
    let near = (value - .one).double
    if near.magnitude < 0.5 { return CLibrary.logarithm(onePlus: near) }
    let double = value.double
    if double.isFinite, double >= .leastNormalMagnitude { return CLibrary.logarithm(double) }
    let (significand, exponent) = value.scaled
    return CLibrary.logarithm(significand) + Double(exponent) * 0.693_147_180_559_945_3
  }
}
