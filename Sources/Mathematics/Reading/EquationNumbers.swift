internal import Source

/// What the source of a display says about the numbers of its rows, found without reading it whole.
public struct EquationNumbers: Hashable, Sendable {
  /// A row that has a name or a number of the author's.
  public struct Row: Hashable, Sendable {
    /// The names that formulas refer to it by.
    public fileprivate(set) var labels: [String] = []
    /// The author's number, without parentheses.
    public fileprivate(set) var tag: String?
  }

  /// The rows that have either, from the top.
  public private(set) var rows: [Row] = []

  /// Looks for `\label` and `\tag` in TeX; there is nothing in TeX that has no tokens.
  public init(tex: String) {
    guard Self.mayStand(in: tex), let tokens = try? TeXLexer.tokens(of: tex) else { return }
    var row = Row()
    var depth = 0
    var rest = tokens[...]
    while let token = rest.popFirst() {
      switch token.kind {
      case .command("begin"): depth += 1
      case .command("end"): depth -= 1
      // A line end in an inner environment, such as a matrix, ends no row of the display.
      case .command("\\") where depth <= 1: end(&row)
      case .command("label"):
        if let name = Self.argument(&rest) { row.labels.append(name) }
      case .command("tag"):
        if rest.first?.isCharacter("*") == true { rest.removeFirst() }
        row.tag = Self.argument(&rest).map { Formula.Numbering.plainTag($0) } ?? row.tag
      case .command, .character, .space, .parameter: break
      }
    }
    end(&row)
  }

  /// Whether a command for a label, a number or a reference may stand in TeX; quick, and wrong only
  /// by saying yes.
  public static func mayStand(in tex: String) -> Bool {
    let letters = tex.utf8.span
    for index in letters.indices where letters[index] == UInt8(ascii: "\\") {
      if letters.hasText("label", at: index + 1) || letters.hasText("tag", at: index + 1)
        || letters.hasText("ref", at: index + 1) || letters.hasText("eqref", at: index + 1)
      {
        return true
      }
    }
    return false
  }

  private mutating func end(_ row: inout Row) {
    if !row.labels.isEmpty || row.tag != nil { rows.append(row) }
    row = Row()
  }

  /// The source between the braces that follow.
  private static func argument(_ rest: inout ArraySlice<TeXToken>) -> String? {
    while rest.first?.isSpace == true { rest.removeFirst() }
    guard rest.first?.isCharacter("{") == true else { return nil }
    rest.removeFirst()
    var depth = 0
    var found: [TeXToken] = []
    while let token = rest.popFirst() {
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") {
        if depth == 0 { return TeXToken.source(of: found) }
        depth -= 1
      }
      found.append(token)
    }
    return nil
  }
}
