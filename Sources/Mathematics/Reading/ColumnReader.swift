/// Reads the column list of an array.
enum ColumnReader {
  /// The columns of `tokens`; what is no column or rule is passed over, so that a bad list centres.
  static func columns(of tokens: [TeXToken]) -> [Formula.Table.Column] {
    var columns: [Formula.Table.Column] = []
    var rules = 0
    var rest = tokens[...]
    var budget = TeXLimits.columns * 4
    while let token = rest.popFirst(), budget > 0 {
      budget -= 1
      guard case .character(let scalar) = token.kind else { continue }
      switch scalar {
      case "l", "c", "r":
        let alignment = Formula.Table.Column.Alignment(rawValue: String(scalar)) ?? .centre
        columns.append(Formula.Table.Column(alignment: alignment, rulesBefore: rules))
        rules = 0
      case "p", "m", "b":
        _ = group(&rest)
        columns.append(Formula.Table.Column(alignment: .left, rulesBefore: rules))
        rules = 0
      case "|", ":": rules = min(2, rules + 1)
      case "@", "!", ">", "<": _ = group(&rest)
      case "*":
        let count = Int(TeXToken.source(of: group(&rest))) ?? 0
        let repeated = group(&rest)
        for _ in 0..<min(max(0, count), TeXLimits.columns) {
          rest.insert(contentsOf: repeated, at: rest.startIndex)
          if rest.count > 1_000 { return columns }
        }
      default: break
      }
    }
    if rules > 0, let last = columns.popLast() {
      columns.append(
        Formula.Table.Column(
          alignment: last.alignment, rulesBefore: last.rulesBefore, rulesAfter: rules))
    }
    return Array(columns.prefix(TeXLimits.columns))
  }

  /// The tokens of the group or the single token that comes next.
  private static func group(_ rest: inout ArraySlice<TeXToken>) -> [TeXToken] {
    while rest.first?.isSpace == true { rest.removeFirst() }
    guard let first = rest.popFirst() else { return [] }
    guard first.isCharacter("{") else { return [first] }
    var found: [TeXToken] = []
    var depth = 1
    while let token = rest.popFirst() {
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth == 0 { break }
      found.append(token)
    }
    return found
  }
}
