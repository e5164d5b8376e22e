/// A real number: exact, or the double nearest to what nobody can write down.
///
/// `approximate` is contagious: arithmetic with one double gives a double. `==` compares value and
/// kind, so that an exact 1 is not the double 1.0; see ``isEqual(to:)`` for values alone. No
/// operation returns −0.0: a zero has no sign.
public enum Real: Hashable, Sendable {
  /// A fraction, exactly.
  case exact(Rational)
  /// A double; infinities and not-a-number may come out of overflowing arithmetic.
  case approximate(Double)

  /// Zero, exact.
  public static let zero = Real.exact(.zero)
  /// One, exact.
  public static let one = Real.exact(.one)

  /// The integer `value`, exact.
  public init(_ value: Int) {
    self = .exact(Rational(value))
  }

  /// The fraction `numerator / denominator`, exact; the denominator must not be zero.
  public init(_ numerator: Int, _ denominator: Int) {
    self = .exact(Rational(numerator, denominator))
  }

  /// Whether it is a fraction.
  public var isExact: Bool {
    switch self {
    case .exact: true
    case .approximate: false
    }
  }

  /// Whether it is 0, exactly or as a double.
  public var isZero: Bool {
    switch self {
    case .exact(let value): value.isZero
    case .approximate(let value): value == 0
    }
  }

  /// Whether it is below 0; false for not-a-number.
  public var isNegative: Bool {
    switch self {
    case .exact(let value): value.isNegative
    case .approximate(let value): value < 0
    }
  }

  /// Whether it is the double that is not a number.
  public var isNaN: Bool {
    switch self {
    case .exact: false
    case .approximate(let value): value.isNaN
    }
  }

  /// The nearest double.
  public var double: Double {
    switch self {
    case .exact(let value): value.double
    case .approximate(let value): value
    }
  }

  /// The fraction behind an exact number; `nil` for a double.
  public var rational: Rational? {
    switch self {
    case .exact(let value): value
    case .approximate: nil
    }
  }

  /// The exact value, of a double too (a binary fraction); `nil` for infinities and not-a-number.
  public var exactValue: Rational? {
    switch self {
    case .exact(let value): value
    case .approximate(let value): Rational(exactly: value)
    }
  }
}

extension Real: ExpressibleByIntegerLiteral {
  /// The integer as written, exact.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Real: CustomStringConvertible {
  /// `14/3` for an exact number, the shortest text that reads back for a double.
  public var description: String {
    switch self {
    case .exact(let value): value.description
    case .approximate(let value): value.description
    }
  }
}
