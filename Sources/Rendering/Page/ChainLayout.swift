import Mathematics
import Workings

/// Lays chains of equations out: several lines aligned at their relations, a wide one broken there.
enum ChainLayout {
  /// The widest line that stays on one line, in thousandths of an em.
  private static let width = 34_000

  /// One display of all the lines.
  static func formula(of lines: [Passage.Line]) -> Formula {
    guard let first = lines.first else { return .row([]) }
    let rows = lines.flatMap { Self.rows(of: $0) }
    return rows.count == 1 ? first.formula : .aligned(rows)
  }

  /// The rows of one chain: as many relations on each as fit.
  private static func rows(of line: Passage.Line) -> [[Formula]] {
    var rows: [[Formula]] = []
    var left = line.left
    var right: [Formula] = []
    let leftWidth = line.left.estimatedWidth
    var taken = leftWidth
    for relation in line.right {
      let piece = [relation.sign, relation.formula]
      let width = piece.reduce(0) { $0 + $1.estimatedWidth }
      if !right.isEmpty, line.formula.estimatedWidth > Self.width, taken + width > Self.width {
        rows.append([left, .row(right)])
        (left, right, taken) = (.row([]), [], leftWidth)
      }
      right += piece
      taken += width
    }
    return rows + [[left, .row(right)]]
  }
}
