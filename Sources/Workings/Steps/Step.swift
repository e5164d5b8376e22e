public import Algebra
public import Figures

/// A way to look at a node; what is printed can be evaluated and compared.
public enum View: Hashable, Sendable {
  /// With the names that the author chose.
  case names
  /// With the values of these quantities put in for their names.
  case numbers([Quantity.ID: Value])
  /// As a value: numbers rounded for display.
  case value
  /// The same with fractions as decimals: 0.3333 behind 1/3.
  case decimal
}

/// One side of a chain of equations.
public struct Link: Hashable, Sendable {
  /// How a side relates to the one before it.
  public enum Relation: String, Hashable, Sendable {
    case equal = "="
    case approximate = "≈"
    /// What becomes of a state: θ ← θ − ηg.
    case becomes = "←"
  }

  /// How it relates to the side before it; of the first side nothing shows.
  public let relation: Relation
  /// What is shown.
  public let node: Node
  /// How it is looked at.
  public let view: View

  /// A side of a chain.
  public init(_ relation: Relation = .equal, _ node: Node, _ view: View = .names) {
    self.relation = relation
    self.node = node
    self.view = view
  }
}

/// One step of a worked solution, without a format.
public enum Step: Hashable, Sendable {
  /// Words, with formulas among them.
  case sentence([Phrase])
  /// A chain of equations, and the rule that gives it.
  case chain(rule: String?, [Link])
  /// Chains under each other, aligned at their relations.
  case aligned([[Link]])
  /// Rows and columns.
  case table(ResultTable)
  /// A vector graphic.
  case figure(Figure)
  /// Source code.
  case listing(Listing)
  /// What a check found.
  case verdict(Verdict)
}

/// A piece of a sentence.
public enum Phrase: Hashable, Sendable {
  /// Words.
  case words(String)
  /// A formula among the words.
  case formula(Link)
}

/// A table of values.
public struct ResultTable: Hashable, Sendable {
  /// What heads a column.
  public enum Heading: Hashable, Sendable {
    /// Words.
    case words(String)
    /// A formula as TeX.
    case tex(String)
    /// A name, typeset like a quantity's.
    case name(Name)
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// One cell a column.
    public let cells: [Value]
    /// Whether it is set apart, as the rows of a perceptron's mistakes.
    public let isMarked: Bool

    /// A row.
    public init(_ cells: [Value], isMarked: Bool = false) {
      self.cells = cells
      self.isMarked = isMarked
    }
  }

  /// Above the table, without a full stop.
  public let caption: String
  /// One a column.
  public let headings: [Heading]
  /// As wide as the headings.
  public let rows: [Row]

  /// A table.
  public init(caption: String, headings: [Heading], rows: [Row]) {
    self.caption = caption
    self.headings = headings
    self.rows = rows
  }
}

/// What an `expect` or a `published` found.
public struct Verdict: Hashable, Sendable {
  /// The finding.
  public enum Finding: String, Hashable, Sendable {
    case passed, failed
    case agrees
    case agreesAfterRounding = "agrees after rounding"
    case agreesUnderConvention = "agrees under another convention"
    case followsFromSlip = "follows from an earlier slip"
    case disagrees
    case notCompared = "not compared"

    /// Whether it belongs to an `expect` rather than to an audit.
    public var isCheck: Bool {
      switch self {
      case .passed, .failed: true
      case .agrees, .agreesAfterRounding, .agreesUnderConvention, .followsFromSlip, .disagrees,
        .notCompared:
        false
      }
    }
  }

  /// The finding.
  public let finding: Finding
  /// What was checked, as `dl` text.
  public let statement: String
  /// What was worked out here.
  public let ours: Value?
  /// What was expected or printed.
  public let theirs: Value?
  /// Who printed it.
  public let source: String?
  /// The convention under which it agrees, or why it does not.
  public let remark: String?
  /// The printed formula as it was written; nil for a mere number, and for an `expect`.
  public let printed: Node?

  /// A finding.
  public init(
    _ finding: Finding, statement: String, ours: Value?, theirs: Value?, source: String? = nil,
    remark: String? = nil, printed: Node? = nil
  ) {
    self.finding = finding
    self.statement = statement
    self.ours = ours
    self.theirs = theirs
    self.source = source
    self.remark = remark
    self.printed = printed
  }
}
