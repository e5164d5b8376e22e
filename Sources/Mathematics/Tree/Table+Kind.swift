extension Formula.Table {
  /// The environments; the raw value is the name after `\begin`.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case matrix, pmatrix, bmatrix, vmatrix
    case Bmatrix, Vmatrix
    case smallmatrix, psmallmatrix, bsmallmatrix, vsmallmatrix
    case Bsmallmatrix, Vsmallmatrix
    case array, darray, subarray, substack
    case cases, dcases, rcases, drcases
    case casesStarred = "cases*"
    case dcasesStarred = "dcases*"
    case rcasesStarred = "rcases*"
    case drcasesStarred = "drcases*"
    case aligned, alignedat, split, gathered, lgathered, rgathered, multlined
    case align, alignStarred = "align*"
    case alignat, alignatStarred = "alignat*"
    case flalign, flalignStarred = "flalign*"
    case gather, gatherStarred = "gather*"
    case multline, multlineStarred = "multline*"
    case eqnarray, eqnarrayStarred = "eqnarray*"
    case equation, equationStarred = "equation*"
    case displaymath, math
    /// Displays that share a number and tell their rows apart by letters.
    case subequations
    /// Lines outside any environment, left-aligned.
    case lines
  }

  /// What environments have in common.
  enum Family {
    case matrix, smallMatrix, array, stack, cases, alignment, gathering, multline, equations
    /// A frame around one formula.
    case single
    case lines
  }
}

extension Formula.Table.Kind {
  /// The family that decides about columns and spaces.
  var family: Formula.Table.Family {
    switch self {
    case .matrix, .pmatrix, .bmatrix, .vmatrix, .Bmatrix, .Vmatrix: .matrix
    case .smallmatrix, .psmallmatrix, .bsmallmatrix, .vsmallmatrix, .Bsmallmatrix, .Vsmallmatrix:
      .smallMatrix
    case .array, .darray: .array
    case .subarray, .substack: .stack
    case .cases, .dcases, .rcases, .drcases, .casesStarred, .dcasesStarred, .rcasesStarred,
      .drcasesStarred:
      .cases
    case .aligned, .alignedat, .split, .align, .alignStarred, .alignat, .alignatStarred, .flalign,
      .flalignStarred:
      .alignment
    case .gathered, .lgathered, .rgathered, .gather, .gatherStarred: .gathering
    case .multline, .multlineStarred, .multlined: .multline
    case .eqnarray, .eqnarrayStarred: .equations
    case .equation, .equationStarred, .displaymath, .math, .subequations: .single
    case .lines: .lines
    }
  }

  /// The delimiters that belong to the environment, with the names of their symbols.
  var fences: (open: String, close: String)? { Self.fences[self] }

  private static let fences: [Self: (open: String, close: String)] = [
    .pmatrix: ("(", ")"), .psmallmatrix: ("(", ")"), .bmatrix: ("[", "]"),
    .bsmallmatrix: ("[", "]"), .Bmatrix: ("{", "}"), .Bsmallmatrix: ("{", "}"),
    .vmatrix: ("|", "|"), .vsmallmatrix: ("|", "|"), .Vmatrix: ("Vert", "Vert"),
    .Vsmallmatrix: ("Vert", "Vert"), .cases: ("{", "."), .dcases: ("{", "."),
    .casesStarred: ("{", "."), .dcasesStarred: ("{", "."), .rcases: (".", "}"),
    .drcases: (".", "}"), .rcasesStarred: (".", "}"), .drcasesStarred: (".", "}"),
  ]

  /// Whether the environment is a whole display of its own, which LaTeX wants without dollars.
  var isDisplay: Bool { Self.displays.contains(self) }

  private static let displays: Set<Self> = [
    .align, .alignStarred, .alignat, .alignatStarred, .flalign, .flalignStarred, .gather,
    .gatherStarred, .multline, .multlineStarred, .eqnarray, .eqnarrayStarred, .equation,
    .equationStarred, .displaymath, .subequations,
  ]

  /// Whether the cells are set in display style.
  var hasDisplayCells: Bool {
    switch family {
    case .alignment, .gathering, .multline, .equations, .lines: true
    case .matrix, .smallMatrix, .stack: false
    case .array: self == .darray
    case .cases: rawValue.utf8.first == UInt8(ascii: "d")
    case .single: isDisplay
    }
  }

  /// Whether cells alternate between right and left alignment.
  var isAlignment: Bool { family == .alignment }

  /// Whether the cells behind the first of a row are texts, as mathtools has it.
  var hasTextCells: Bool { family == .cases && rawValue.utf8.last == UInt8(ascii: "*") }

  /// Whether texts may stand between the rows.
  var takesInterludes: Bool {
    switch family {
    case .alignment, .gathering, .equations: true
    case .matrix, .smallMatrix, .array, .stack, .cases, .multline, .single, .lines: false
    }
  }

  /// What follows the name of the environment in braces.
  var argument: Argument {
    switch self {
    case .array, .darray, .subarray: return .columns
    case .alignat, .alignatStarred, .alignedat: return .count
    case .matrix, .smallmatrix, .substack, .math, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix,
      .psmallmatrix, .bsmallmatrix, .vsmallmatrix, .Bsmallmatrix, .Vsmallmatrix, .cases, .dcases,
      .rcases, .drcases, .casesStarred, .dcasesStarred, .rcasesStarred, .drcasesStarred, .gathered,
      .lgathered, .rgathered, .multlined, .gather, .gatherStarred, .multline, .multlineStarred,
      .eqnarray, .eqnarrayStarred, .equation, .equationStarred, .displaymath, .lines,
      .subequations, .aligned, .split, .align, .alignStarred, .flalign, .flalignStarred:
      return .none
    }
  }

  enum Argument {
    case none, columns, count
  }
}
