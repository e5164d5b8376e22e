extension Formula {
  /// The delimiters of a matrix.
  public enum MatrixFence: Hashable, Sendable {
    case none, brackets, parentheses, braces, bars, doubleBars
  }

  /// A matrix of `rows`; they need not be equally long.
  public static func matrix(_ rows: [[Formula]], fence: MatrixFence = .brackets) -> Formula {
    let kind: Table.Kind =
      switch fence {
      case .none: .matrix
      case .brackets: .bmatrix
      case .parentheses: .pmatrix
      case .braces: .Bmatrix
      case .bars: .vmatrix
      case .doubleBars: .Vmatrix
      }
    return .table(Table(kind: kind, rows: rows))
  }

  /// Values with their conditions behind a brace.
  public static func cases(_ rows: [(Formula, Formula)]) -> Formula {
    .table(Table(kind: .cases, rows: rows.map { [$0.0, $0.1] }))
  }

  /// Rows of cells that stand right, left, right, left and so on.
  public static func aligned(_ rows: [[Formula]]) -> Formula {
    .table(Table(kind: .aligned, rows: rows))
  }
}

extension Formula.Table {
  /// A table without rules, gaps and column descriptions.
  init(kind: Kind, rows: [[Formula]]) {
    self.init(
      kind: kind, columns: [], rows: rows.map { Row(cells: $0.isEmpty ? [.empty] : $0) },
      rulesBelow: .none)
  }
}
