public import Figures
public import Mathematics

/// A typeset piece of a worked solution: formulas instead of nodes, still without an output format.
public enum Passage: Hashable, Sendable {
  /// Words with formulas among them.
  case sentence([Run])
  /// One display: each line is a chain; lines are aligned at their first relation.
  case display(lines: [Line], rule: String?)
  /// Rows and columns with a caption.
  case table(Grid)
  /// A vector graphic with its alternative text.
  case figure(Figure)
  /// Source code.
  case listing(language: String, source: String)
  /// What a check found.
  case verdict(Finding)

  /// A piece of a sentence.
  public enum Run: Hashable, Sendable {
    /// Words.
    case words(String)
    /// A formula among the words.
    case formula(Formula)
  }

  /// One chain of equations: a left side, then relations with what follows them.
  public struct Line: Hashable, Sendable {
    /// Before the first relation.
    public let left: Formula
    /// `=` and what follows it, and so on.
    public let right: [Relation]

    /// A chain.
    public init(left: Formula, right: [Relation]) {
      self.left = left
      self.right = right
    }
  }

  /// A relation and what follows it.
  public struct Relation: Hashable, Sendable {
    /// `=`, `≈` or `←`.
    public let sign: Formula
    /// What follows it.
    public let formula: Formula

    /// A relation and what follows it.
    public init(_ sign: Formula, _ formula: Formula) {
      self.sign = sign
      self.formula = formula
    }
  }

  /// A table: cells are typeset values or words.
  public struct Grid: Hashable, Sendable {
    /// What stands in a cell.
    public enum Cell: Hashable, Sendable {
      /// Words.
      case words(String)
      /// A formula.
      case formula(Formula)
      /// A truth value, as a mark that is read aloud as yes or no.
      case mark(Bool)
    }

    /// One row.
    public struct Row: Hashable, Sendable {
      /// One a column.
      public let cells: [Cell]
      /// Whether it is set apart by more than colour.
      public let isMarked: Bool

      /// A row.
      public init(cells: [Cell], isMarked: Bool) {
        self.cells = cells
        self.isMarked = isMarked
      }
    }

    /// Above the table, without a full stop; may be empty.
    public let caption: String
    /// One a column.
    public let headings: [Cell]
    /// As wide as the headings.
    public let rows: [Row]
    /// Whether a column holds numbers, which are set to the right.
    public let isNumeric: [Bool]

    /// A table.
    public init(caption: String, headings: [Cell], rows: [Row], isNumeric: [Bool]) {
      self.caption = caption
      self.headings = headings
      self.rows = rows
      self.isNumeric = isNumeric
    }
  }

  /// A verdict with both values typeset.
  public struct Finding: Hashable, Sendable {
    /// The verdict itself.
    public let verdict: Verdict
    /// Our value, typeset.
    public let ours: Formula?
    /// The expected or printed value, typeset.
    public let theirs: Formula?

    /// A typeset verdict.
    public init(_ verdict: Verdict, ours: Formula?, theirs: Formula?) {
      self.verdict = verdict
      self.ours = ours
      self.theirs = theirs
    }
  }
}

extension Passage.Line {
  /// The whole chain as one formula.
  public var formula: Formula {
    if right.isEmpty { return left }
    var items = [left]
    items.reserveCapacity(1 + 2 * right.count)
    for relation in right {
      items.append(relation.sign)
      items.append(relation.formula)
    }
    return .row(items)
  }
}
