/// The signs that a number may have.
struct SignSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let negative = SignSet(rawValue: 1)
  static let zero = SignSet(rawValue: 2)
  static let positive = SignSet(rawValue: 4)
  /// Nothing is known.
  static let any: SignSet = [.negative, .zero, .positive]

  /// The sign of a known number.
  static func of(_ number: Real) -> SignSet {
    if number.isZero { return .zero }
    if number.double.isNaN { return .any }
    return number.isNegative ? .negative : .positive
  }

  var isPositive: Bool { self == .positive }
  var isNonnegative: Bool { !contains(.negative) }
  var isNonpositive: Bool { !contains(.positive) }
  var isNonzero: Bool { !contains(.zero) }

  /// The signs of the opposite.
  var opposite: SignSet {
    var result: SignSet = contains(.zero) ? .zero : []
    if contains(.negative) { result.insert(.positive) }
    if contains(.positive) { result.insert(.negative) }
    return result
  }

  /// The signs of a product.
  static func * (left: SignSet, right: SignSet) -> SignSet {
    var result: SignSet = []
    if left.contains(.zero) || right.contains(.zero) { result.insert(.zero) }
    if left.contains(.positive) { result.formUnion(right) }
    if left.contains(.negative) { result.formUnion(right.opposite) }
    return right.contains(.zero) || left.contains(.zero) ? result : result.subtracting(.zero)
  }

  /// The signs of a sum.
  static func + (left: SignSet, right: SignSet) -> SignSet {
    let both = left.union(right)
    if both.isNonnegative {
      return left.isPositive || right.isPositive ? .positive : both
    }
    if both.isNonpositive {
      return left == .negative || right == .negative ? .negative : both
    }
    return .any
  }

  /// The signs of an integer power.
  func power(_ exponent: Int) -> SignSet {
    if exponent % 2 != 0 { return exponent < 0 ? subtracting(.zero) : self }
    var result: SignSet = contains(.zero) && exponent > 0 ? .zero : []
    if contains(.negative) || contains(.positive) { result.insert(.positive) }
    return result
  }

  /// The signs for which the comparison of a number with 0 holds.
  static func satisfying(_ comparison: Comparison) -> SignSet {
    switch comparison {
    case .equal: .zero
    case .unequal: [.negative, .positive]
    case .less: .negative
    case .atMost: [.negative, .zero]
    case .greater: .positive
    case .atLeast: [.positive, .zero]
    }
  }
}

/// What the facts say about signs and bounds.
struct SignKnowledge {
  /// A bound of an atom.
  struct Bound {
    let value: Rational
    let isStrict: Bool
    let fact: Fact
  }

  /// Products with the number 1 in front, and the signs they may have.
  var signs: [PowerProduct: (SignSet, Fact)] = [:]
  /// By atom.
  var low: [Node: Bound] = [:]
  /// By atom.
  var high: [Node: Bound] = [:]
}
