/// How two neighbours of a comparison chain are compared.
enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  /// `~=` is read as this one too.
  case approximatelyEqual = "≈"
}
