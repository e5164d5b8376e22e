extension Formula {
  /// Rows of cells, in the manner of one TeX environment.
  public struct Table: Hashable, Sendable {
    /// The environment, which decides about fences, columns and the style of the cells.
    public let kind: Kind
    /// The columns as the author wrote them; empty where the environment has none.
    public let columns: [Column]
    /// The rows from top to bottom; they need not be equally long.
    public let rows: [Row]
    /// How many horizontal rules follow the last row.
    public let rulesBelow: Int

    /// One column of an array.
    public struct Column: Hashable, Sendable {
      /// Where the cells of the column stand.
      public enum Alignment: String, Hashable, Sendable {
        case left = "l"
        case centre = "c"
        case right = "r"
      }

      /// Where its cells stand.
      public let alignment: Alignment
      /// How many vertical rules stand on its left and, for the last column, on its right.
      public var rulesBefore = 0, rulesAfter = 0
    }

    /// One row.
    public struct Row: Hashable, Sendable {
      /// The cells from left to right.
      public internal(set) var cells: [Formula]
      /// Additional space below the row; `nil` for none.
      public var gap: Length?
      /// How many horizontal rules stand above the row.
      public var rulesAbove = 0
      /// Whether the row is a text across all columns between two rows, its only cell.
      public var isInterlude = false
      /// Whether its only cell stands centred across all columns.
      var spansColumns = false
    }
  }
}
