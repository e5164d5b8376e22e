/// A number times integer powers of factors of one `FactorTable`; negative exponents are the denominator.
struct PowerProduct: Hashable, Sendable {
  /// A factor, by its position in the table, and its exponent.
  struct Power: Hashable, Sendable {
    let factor: Int
    let exponent: Int
  }

  /// The number in front.
  let coefficient: Real
  /// By factor; exponents are not zero.
  let powers: [Power]

  /// The number 0.
  static let zero = PowerProduct(.zero)
  /// The number 1.
  static let one = PowerProduct(.one)

  /// A number times powers sorted by factor; without any if the number is 0.
  init(_ coefficient: Real, _ powers: [Power] = []) {
    self.coefficient = coefficient
    self.powers = coefficient.isZero ? [] : powers
  }

  /// A number times powers in any order, zero exponents allowed.
  init(_ coefficient: Real, exponents: [Int: Int]) {
    let powers = exponents.compactMap { factor, exponent in
      exponent == 0 ? nil : Power(factor: factor, exponent: exponent)
    }
    self.init(coefficient, powers.sorted { $0.factor < $1.factor })
  }

  /// One factor.
  init(factor: Int, _ exponent: Int = 1) {
    self.init(.one, exponent == 0 ? [] : [Power(factor: factor, exponent: exponent)])
  }

  /// Whether it is 0.
  var isZero: Bool { coefficient.isZero }

  /// The value, if there are no factors.
  var number: Real? { powers.isEmpty ? coefficient : nil }

  /// The only factor, when it stands there once and without a number.
  var singleFactor: Int? {
    powers.count == 1 && powers[0].exponent == 1 && coefficient == .one
      ? powers[0].factor : nil
  }

  /// The exponents by factor.
  var exponents: [Int: Int] {
    Dictionary(uniqueKeysWithValues: powers.map { ($0.factor, $0.exponent) })
  }

  /// The exponent of one factor; 0 if it is missing.
  func exponent(of factor: Int) -> Int {
    powers.first { $0.factor == factor }?.exponent ?? 0
  }

  /// Whether there is a denominator.
  var hasDenominator: Bool { powers.contains { $0.exponent < 0 } }

  /// The same powers behind another number.
  func with(coefficient: Real) -> PowerProduct {
    PowerProduct(coefficient, powers)
  }
}
