/// Reads the column list of an array.
struct ColumnReader {
  /// A column with what stands before and behind the content of its cells.
  struct ArrayColumn {
    var column: Formula.Table.Column
    var prefix: [TeXToken] = []
    var suffix: [TeXToken] = []
  }

  private(set) var columns: [ArrayColumn] = []
  private var rest: ArraySlice<TeXToken>
  /// What the list says in front of the next column.
  private var rules = 0
  private var isTight = false
  private var between: [TeXToken] = []
  private var prefix: [TeXToken] = []

  /// The columns of `tokens`; what is no column or rule is passed over, so that a bad list centres.
  init(_ tokens: [TeXToken]) {
    rest = tokens[...]
    read()
    finish()
  }

  private mutating func read() {
    var budget = TeXLimits.columns * 4
    while columns.count < TeXLimits.columns, let token = rest.popFirst(), budget > 0 {
      budget -= 1
      guard case .character(let scalar) = token.kind else { continue }
      switch scalar {
      case "l", "c", "r":
        append(Formula.Table.Column.Alignment(rawValue: String(scalar)) ?? .centre)
      case "p", "m", "b":
        _ = group()
        append(.left)
      case "|", ":": rules = min(2, rules + 1)
      case "@", "!":
        isTight = isTight || scalar == "@"
        separate(by: group())
      case ">": prefix = group() + prefix
      case "<":
        let suffix = group()
        if let last = columns.indices.last { columns[last].suffix += suffix }
      case "*":
        let count = Int(TeXToken.source(of: group())) ?? 0
        let repeated = group()
        for _ in 0..<min(max(0, count), TeXLimits.columns) where rest.count <= 1_000 {
          rest.insert(contentsOf: repeated, at: rest.startIndex)
        }
      default: break
      }
    }
  }

  /// Keeps what stands between two columns: a rule or a formula; stretchable space means nothing here.
  private mutating func separate(by tokens: [TeXToken]) {
    if tokens.contains(where: { $0.isCommand("vrule") || $0.isCommand("vline") }) {
      rules = min(2, rules + 1)
    } else if !tokens.contains(where: { $0.isCommand("extracolsep") }) {
      between += tokens
    }
  }

  private mutating func append(_ alignment: Formula.Table.Column.Alignment) {
    let column = Formula.Table.Column(
      alignment: alignment, rulesBefore: rules, isTightBefore: isTight)
    columns.append(ArrayColumn(column: column, prefix: between + prefix))
    (rules, isTight, between, prefix) = (0, false, [], [])
  }

  /// What follows the last column belongs to it.
  private mutating func finish() {
    guard let last = columns.indices.last else { return }
    columns[last].column.rulesAfter = rules
    columns[last].column.isTightAfter = isTight
    columns[last].suffix += between
  }

  /// The tokens of the group or the single token that comes next.
  private mutating func group() -> [TeXToken] {
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
