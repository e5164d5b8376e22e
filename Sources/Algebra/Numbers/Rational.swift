public import BigInt

/// An exact fraction of two integers of any size.
///
/// Always canonical: lowest terms, a positive denominator, and `small` whenever both parts have a
/// magnitude of at most `Int64.max`; so `==` and `hash` compare values. Read the cases, but make
/// values with the initialisers: the cases do not check.
public enum Rational: Hashable, Sendable {
  /// Numerator and denominator, neither of them `Int64.min`.
  case small(Int64, over: Int64)
  /// Numerator and denominator where one of them does not fit `small`.
  indirect case large(BigInt, BigInt)

  /// Zero.
  public static let zero = Rational.small(0, over: 1)
  /// One.
  public static let one = Rational.small(1, over: 1)

  /// The integer `value`.
  public init(_ value: Int) {
    self = value == .min ? .large(BigInt(word: Int64(value)), 1) : .small(Int64(value), over: 1)
  }

  /// The integer `value`.
  public init(_ value: BigInt) {
    self.init(lowest: value, over: 1)
  }

  /// `numerator / denominator` in lowest terms; the denominator must not be zero.
  public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "a fraction needs a denominator other than zero")
    if denominator > 0, numerator != .min {
      let divisor = Int(gcd(numerator.magnitude, denominator.magnitude))
      self = .small(Int64(numerator / divisor), over: Int64(denominator / divisor))
      return
    }
    let divisor = Int128(gcd(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(
      lowest: sign * Int128(numerator) / divisor, over: sign * Int128(denominator) / divisor)
  }

  /// `numerator / denominator` in lowest terms; the denominator must not be zero.
  public init(_ numerator: BigInt, _ denominator: BigInt) {
    precondition(!denominator.isZero, "a fraction needs a denominator other than zero")
    let divisor = BigInt(gcd(numerator.magnitude, denominator.magnitude))
    let positive = denominator.sign == .plus
    self.init(
      lowest: Rational.divided(positive ? numerator : -numerator, divisor),
      over: Rational.divided(positive ? denominator : -denominator, divisor))
  }

  /// A fraction already in lowest terms with a positive denominator.
  init(lowest numerator: BigInt, over denominator: BigInt) {
    if let above = numerator.word, let below = denominator.word {
      self = .small(above, over: below)
    } else {
      self = .large(numerator, denominator)
    }
  }

  /// A fraction already in lowest terms with a positive denominator.
  init(lowest numerator: Int128, over denominator: Int128) {
    if let small = Int64(exactly: numerator), let below = Int64(exactly: denominator), small != .min
    {
      self = .small(small, over: below)
    } else {
      self = .large(BigInt(words: numerator), BigInt(words: denominator))
    }
  }

  /// The numerator in lowest terms, with the sign.
  public var numerator: BigInt {
    switch self {
    case .small(let numerator, over: _): BigInt(word: numerator)
    case .large(let numerator, _): numerator
    }
  }

  /// The denominator in lowest terms, positive.
  public var denominator: BigInt {
    switch self {
    case .small(_, over: let denominator): BigInt(word: denominator)
    case .large(_, let denominator): denominator
    }
  }

  /// Whether it is 0.
  public var isZero: Bool {
    switch self {
    case .small(let numerator, over: _): numerator == 0
    case .large: false
    }
  }

  /// Whether it is 1.
  public var isOne: Bool {
    switch self {
    case .small(let numerator, over: let denominator): numerator == 1 && denominator == 1
    case .large: false
    }
  }

  /// Whether the denominator is 1.
  public var isInteger: Bool {
    switch self {
    case .small(_, over: let denominator): denominator == 1
    case .large(_, let denominator): denominator.isOne
    }
  }

  /// Whether it is below 0.
  public var isNegative: Bool { sign < 0 }

  /// −1, 0 or 1.
  public var sign: Int {
    switch self {
    case .small(let numerator, over: _): Int(numerator.signum())
    case .large(let numerator, _): numerator.sign == .minus ? -1 : 1
    }
  }

  /// The distance from 0.
  public var magnitude: Rational { isNegative ? -self : self }

  /// The value as a machine integer; `nil` for a fraction or an integer that does not fit.
  public var integer: Int? {
    switch self {
    case .small(let numerator, over: let denominator): denominator == 1 ? Int(numerator) : nil
    case .large(let numerator, let denominator):
      denominator.isOne && numerator.magnitude.bitWidth <= 64 ? Int(exactly: numerator) : nil
    }
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// The integer as written.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
