/// The reasons for which an expression may be replaced by another.
public enum Rule: String, Hashable, Sendable, CaseIterable {
  /// Numbers put together: `2 * 3 * y` is `6 * y`.
  case foldNumbers
  /// `x + 0`, `1 * x`, `x ^ 1`, `x ^ 0`, `0 * x`.
  case dropNeutral
  /// Like terms put together: `2 * v - v` is `v`.
  case collectTerms
  /// A factor that all terms share, written once: `q * x - p * x` is `(q - p) * x`.
  case factorOut
  /// Products written out: `(x + 1) * (x - 1)` is `x^2 - 1`.
  case expandProducts
  /// A factor of numerator and denominator, dropped.
  case cancelFraction
  /// Equal factors put together: `x * x` is `x^2`.
  case collectFactors
  /// `log(exp(u))` is `u`, `exp(log(u))` is `u`.
  case inverseFunctions
  /// `sqrt(u)^2` is `u`.
  case squareOfRoot
  /// A function of a number, where its value is exact.
  case functionOfNumber
  /// `sigmoid(-u)` is `1 - sigmoid(u)`; `tanh(-u)` is `-tanh(u)`.
  case symmetry
  /// `abs`, `relu`, `max`, `min` and `if` whose branch is known.
  case knownBranch
  /// An expression whose value an assumption gives: `sum(y)` is 1 where `sum(y) == 1`.
  case assumedValue
  /// A number or scalar in front of a linear operation.
  case linearity
  /// The transpose of a transpose, of a product, of a sum.
  case transposes
  /// The sum of a scalar over known entries; the entry of a stack.
  case knownEntries
  /// A polynomial written as a product of its factors.
  case factorPolynomial
}
