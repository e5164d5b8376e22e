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

  /// The rows that have either, from the top; in a `subequations`, all that are counted.
  public private(set) var rows: [Row] = []
  /// The names of a whole `subequations`; nil where there is none.
  public private(set) var wholeLabels: [String]?

  /// Looks for `\label` and `\tag` in TeX; there is nothing in TeX that has no tokens.
  public init(tex: String) {
    guard Self.mayStand(in: tex), let tokens = try? TeXLexer.tokens(of: tex) else { return }
    var scan = Scan()
    var rest = tokens[...]
    while let token = rest.popFirst() {
      switch token.kind {
      case .command("begin"): scan.begin(Self.argument(&rest) ?? "", &self)
      case .command("end"):
        _ = Self.argument(&rest)
        scan.end(&self)
      case .command("\\"): scan.endLine(&self)
      case .command("label"):
        if let name = Self.argument(&rest) { scan.label(name, &self) }
      case .command("tag"):
        if rest.first?.isCharacter("*") == true { rest.removeFirst() }
        let tag = Self.argument(&rest).map { Formula.Numbering.plainTag($0) }
        scan.row.tag = tag ?? scan.row.tag
      case .command("nonumber"), .command("notag"): scan.isCounted = false
      case .command, .character, .parameter: scan.isEmpty = false
      case .space: break
      }
    }
    scan.endRow(&self)
  }

  /// The number of each row and of its labels: the author's, else the next.
  ///
  /// - Parameters:
  ///   - next: The next number of the document.
  ///   - letters: The letters of the part at a position from 1.
  /// - Returns: The rows with their numbers, and the number of a whole `subequations`.
  public func numbered(
    by next: () -> String, letters: (Int) -> String
  ) -> (rows: [(row: Row, number: String)], whole: String?) {
    guard wholeLabels != nil else {
      return (rows.map { ($0, $0.tag ?? ($0.labels.isEmpty ? "" : next())) }, nil)
    }
    let whole = next()
    var count = 0
    return (
      rows.map { row in
        if let tag = row.tag { return (row, tag) }
        count += 1
        return (row, whole + letters(count))
      }, whole
    )
  }

  /// The row that is looked through, and the environments around it.
  private struct Scan {
    var row = Row()
    /// Whether the row has neither `\nonumber` nor a place in a starred environment.
    var isCounted = true
    /// Whether nothing but names stands in the row.
    var isEmpty = true
    private var environments: [String] = []

    mutating func begin(_ name: String, _ numbers: inout EquationNumbers) {
      environments.append(name)
      if environments == ["subequations"] {
        numbers.wholeLabels = []
      } else if isDivided, environments.count == 2 {
        (row, isCounted, isEmpty) = (Row(), true, true)
      } else {
        isEmpty = false
      }
    }

    mutating func end(_ numbers: inout EquationNumbers) {
      if isDivided, environments.count == 2 { endRow(&numbers) }
      _ = environments.popLast()
    }

    /// A line end in an inner environment, such as a matrix, ends no row of the display.
    mutating func endLine(_ numbers: inout EquationNumbers) {
      guard environments.count <= (isDivided ? 2 : 1) else { return isEmpty = false }
      if isDivided, rowNumbers == .last { return }
      // An empty line in the middle is a row.
      isEmpty = false
      endRow(&numbers)
    }

    mutating func label(_ name: String, _ numbers: inout EquationNumbers) {
      if isDivided, environments.count == 1 {
        numbers.wholeLabels?.append(name)
      } else {
        row.labels.append(name)
      }
    }

    mutating func endRow(_ numbers: inout EquationNumbers) {
      let isPart = isDivided && isCounted && !isEmpty && rowNumbers != .no
      if !row.labels.isEmpty || row.tag != nil || isPart { numbers.rows.append(row) }
      (row, isCounted, isEmpty) = (Row(), true, true)
    }

    private var isDivided: Bool { environments.first == "subequations" }

    private var rowNumbers: Formula.Table.Kind.RowNumbers {
      environments.count > 1 ? .init(environment: environments[1]) : .no
    }
  }

  /// Whether a command for a label, a number or a reference may stand in TeX; quick, and wrong only
  /// by saying yes.
  public static func mayStand(in tex: String) -> Bool {
    let letters = tex.utf8.span
    for index in letters.indices where letters[index] == UInt8(ascii: "\\") {
      if letters.hasText("label", at: index + 1) || letters.hasText("tag", at: index + 1)
        || letters.hasText("ref", at: index + 1) || letters.hasText("eqref", at: index + 1)
        || letters.hasText("begin{subequations}", at: index + 1)
      {
        return true
      }
    }
    return false
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
