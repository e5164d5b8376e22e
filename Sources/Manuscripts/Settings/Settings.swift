public import Markdown
public import Mathematics
public import Workings

/// What the front matter says, checked.
public struct Settings: Sendable {
  /// A quantity of the outermost scope that can be overridden.
  public struct Parameter: Hashable, Sendable {
    /// The name as spelt.
    public let name: String
    /// What it holds by default: a number, text, truth value or vector.
    public let value: Value
  }

  /// The title; empty without one.
  public var title: [Inline] = []
  /// The course that the exam belongs to.
  public var course: String?
  /// Where it is held.
  public var institution: String?
  /// When, as written.
  public var date: String?
  /// Who wrote it.
  public var authors: [String] = []
  /// The language of the text, as a BCP 47 tag.
  public var language = "en"
  /// What all questions together are worth.
  public var marks: Marks?
  /// How long it takes, as written.
  public var duration: String?
  /// What the examined should know first.
  public var instructions: [[Block]] = []
  /// What the examined fill in, such as their name.
  public var fields: [String] = []
  /// Whether the paper has a table to note marks in.
  public var showsTotals = false
  /// Where random numbers start.
  public var seed: Int?
  /// Quantities of the outermost scope, in the author's order.
  public var parameters: [Parameter] = []
  /// Commands for formulas.
  public var macros = Macros()
  /// Options of blocks that do not say otherwise.
  public var options = BlockOptions()
  /// Choices of built-ins' parameters.
  public var conventions: [Convention] = []
  /// How names are written.
  public var notation = Notation()
  /// The letters of optimizers' states, as choices of their `names:`.
  public var letters: [Convention] = []

  /// A notebook without front matter.
  public init() {}

  /// All keys, those of blocks' options included.
  static let keys =
    [
      "title", "course", "institution", "date", "author", "lang", "marks", "duration",
      "instructions", "fields", "totals", "seed", "params", "macros", "conventions", "notation",
    ] + BlockOptions.defaults
}
