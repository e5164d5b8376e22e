/// The bounds that keep every computation finite in time and memory.
public enum Limits {
  /// Decimal digits that numerator or denominator of an exact number may have.
  public static let digits = 100_000

  /// The bits of the largest magnitude within ``digits``: ⌊digits · log₂ 10⌋, a hair generous.
  static let bits = 332_193
}
