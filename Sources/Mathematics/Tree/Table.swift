extension Formula {
  /// Rows of cells, in the manner of one TeX environment.
  public struct Table: Hashable, Sendable {
    /// The environment, which decides about fences, columns and the style of the cells.
    public let kind: Kind
    /// The columns as the author wrote them; empty where the environment has none.
    public let columns: [Column]
    /// The rows from top to bottom; they need not be equally long.
    public let rows: [Row]
    /// The horizontal rules behind the last row.
    public let rulesBelow: Rules

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
      /// Whether there is no space on its left and, for the last column, on its right.
      public var isTightBefore = false, isTightAfter = false
    }

    /// The horizontal rules at one place.
    public struct Rules: Hashable, Sendable {
      /// How many go across all columns; at most 2.
      public var count = 0
      /// The columns, from 1, that others go across.
      public var parts: [ClosedRange<Int>] = []

      /// No rules.
      public static let none = Rules()

      /// Whether a rule goes across the column, from 0.
      func covers(_ column: Int) -> Bool { parts.contains { $0.contains(column + 1) } }
    }

    /// A cell that takes several columns, or a column of its own.
    public struct Spanning: Hashable, Sendable {
      /// How many columns it takes; ≥ 1.
      public let columns: Int
      /// The column that it stands in instead of the table's; nil for a line of dots.
      public let column: Column?
    }

    /// One row.
    public struct Row: Hashable, Sendable {
      /// The cells from left to right.
      public internal(set) var cells: [Formula]
      /// Additional space below the row; `nil` for none.
      public var gap: Length?
      /// The horizontal rules above the row.
      public var rulesAbove = Rules.none
      /// Whether the row is a text across all columns between two rows, its only cell.
      public var isInterlude = false
      /// Whether its only cell stands centred across all columns.
      var spansColumns = false
      /// The cells that take more than their column, by their index from 0.
      public var spanning: [Int: Spanning] = [:]
    }
  }
}
