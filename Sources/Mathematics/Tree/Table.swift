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
      public let cells: [Formula]
      /// Additional space below the row; `nil` for none.
      public var gap: Length?
      /// How many horizontal rules stand above the row.
      public var rulesAbove = 0
    }
  }
}

extension Formula.Table {
  /// The environments; the raw value is the name after `\begin`.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case matrix, pmatrix, bmatrix, vmatrix
    case Bmatrix, Vmatrix
    case smallmatrix, psmallmatrix, bsmallmatrix, vsmallmatrix
    case array, darray, subarray, substack
    case cases, dcases, rcases, drcases
    case aligned, alignedat, split, gathered
    case align, alignStarred = "align*"
    case alignat, alignatStarred = "alignat*"
    case flalign, flalignStarred = "flalign*"
    case gather, gatherStarred = "gather*"
    case multline, multlineStarred = "multline*"
    case eqnarray, eqnarrayStarred = "eqnarray*"
    case equation, equationStarred = "equation*"
    case displaymath, math
    /// Lines outside any environment, left-aligned.
    case lines
  }
}

extension Formula.Table.Kind {
  /// The delimiters that belong to the environment, with the names of their symbols.
  var fences: (open: String, close: String)? {
    switch self {
    case .pmatrix, .psmallmatrix: ("(", ")")
    case .bmatrix, .bsmallmatrix: ("[", "]")
    case .Bmatrix: ("{", "}")
    case .vmatrix, .vsmallmatrix: ("|", "|")
    case .Vmatrix: ("Vert", "Vert")
    case .cases, .dcases: ("{", ".")
    case .rcases, .drcases: (".", "}")
    case .matrix, .smallmatrix, .array, .darray, .subarray, .substack, .aligned, .alignedat, .split,
      .gathered, .align, .alignStarred, .alignat, .alignatStarred, .flalign, .flalignStarred,
      .gather, .gatherStarred, .multline, .multlineStarred, .eqnarray, .eqnarrayStarred, .equation,
      .equationStarred, .displaymath, .math, .lines:
      nil
    }
  }

  /// Whether the environment is a whole display of its own, which LaTeX wants without dollars.
  var isDisplay: Bool {
    switch self {
    case .align, .alignStarred, .alignat, .alignatStarred, .flalign, .flalignStarred, .gather,
      .gatherStarred, .multline, .multlineStarred, .eqnarray, .eqnarrayStarred, .equation,
      .equationStarred, .displaymath:
      true
    case .matrix, .smallmatrix, .array, .darray, .subarray, .substack, .aligned, .alignedat, .split,
      .gathered, .math, .lines, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix, .psmallmatrix,
      .bsmallmatrix, .vsmallmatrix, .cases, .dcases, .rcases, .drcases:
      false
    }
  }

  /// Whether the cells are set in display style.
  var hasDisplayCells: Bool {
    switch self {
    case .aligned, .alignedat, .split, .gathered, .lines, .dcases, .drcases, .darray: true
    case .matrix, .smallmatrix, .array, .subarray, .substack, .math, .pmatrix, .bmatrix, .Bmatrix,
      .vmatrix, .Vmatrix, .psmallmatrix, .bsmallmatrix, .vsmallmatrix, .cases, .rcases, .align,
      .alignStarred, .alignat, .alignatStarred, .flalign, .flalignStarred, .gather, .gatherStarred,
      .multline, .multlineStarred, .eqnarray, .eqnarrayStarred, .equation, .equationStarred,
      .displaymath:
      isDisplay
    }
  }

  /// Whether cells alternate between right and left alignment.
  var isAlignment: Bool {
    switch self {
    case .aligned, .alignedat, .split, .align, .alignStarred, .alignat, .alignatStarred, .flalign,
      .flalignStarred:
      true
    case .matrix, .smallmatrix, .array, .darray, .subarray, .substack, .math, .pmatrix, .bmatrix,
      .Bmatrix, .vmatrix, .Vmatrix, .psmallmatrix, .bsmallmatrix, .vsmallmatrix, .cases, .dcases,
      .rcases, .drcases, .gathered, .gather, .gatherStarred, .multline, .multlineStarred, .eqnarray,
      .eqnarrayStarred, .equation, .equationStarred, .displaymath, .lines:
      false
    }
  }

  /// What follows the name of the environment in braces.
  var argument: Argument {
    switch self {
    case .array, .darray, .subarray: .columns
    case .alignat, .alignatStarred, .alignedat: .count
    case .matrix, .smallmatrix, .substack, .math, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix,
      .psmallmatrix, .bsmallmatrix, .vsmallmatrix, .cases, .dcases, .rcases, .drcases, .gathered,
      .gather, .gatherStarred, .multline, .multlineStarred, .eqnarray, .eqnarrayStarred, .equation,
      .equationStarred, .displaymath, .lines, .aligned, .split, .align, .alignStarred, .flalign,
      .flalignStarred:
      .none
    }
  }

  enum Argument {
    case none, columns, count
  }
}
