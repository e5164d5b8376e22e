/// How a page holds its formulas.
public enum MathForm: String, Hashable, Sendable, CaseIterable {
  /// As MathML, which browsers draw.
  case mathml
  /// As TeX between `\(` and `\)` or `\[` and `\]`, for a page with a typesetter of its own.
  case tex
}
