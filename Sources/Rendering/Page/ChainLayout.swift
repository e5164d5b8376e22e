import Mathematics
import Workings

/// Lays chains of equations out: several lines aligned at their relations, a wide one broken there
/// or, within a side that is too wide itself, in front of a plus or minus.
enum ChainLayout {
  /// The widest line that stays on one line, in thousandths of an em.
  private static let width = 32_000

  /// One display of all the lines.
  static func formula(of lines: [Passage.Line]) -> Formula {
    guard let first = lines.first else { return .row([]) }
    let rows = lines.flatMap { Self.rows(of: $0) }
    return rows.count == 1 ? first.formula : .aligned(rows)
  }

  /// The rows of one chain: as many relations on each as fit.
  private static func rows(of line: Passage.Line) -> [[Formula]] {
    guard line.formula.estimatedWidth > width else {
      return [[line.left, .row(line.right.flatMap { [$0.sign, $0.formula] })]]
    }
    let indent = line.left.estimatedWidth
    var rows: [[Formula]] = []
    var left = line.left
    var right: [Formula] = []
    var taken = indent
    for relation in line.right {
      let width = relation.sign.estimatedWidth + relation.formula.estimatedWidth
      if !right.isEmpty, taken + width > Self.width {
        rows.append([left, .row(right)])
        (left, right, taken) = (.row([]), [], indent)
      }
      let room = Self.width - taken - relation.sign.estimatedWidth
      var pieces = width + taken > Self.width ? split(relation.formula, into: room) : []
      guard let last = pieces.popLast(), !pieces.isEmpty else {
        right += [relation.sign, relation.formula]
        taken += width
        continue
      }
      rows.append([left, .row([relation.sign] + pieces.removeFirst())])
      for piece in pieces { rows.append([.row([]), continued(piece)]) }
      (left, right, taken) = (.row([]), [continued(last)], Self.width)
    }
    return rows + [[left, .row(right)]]
  }

  /// A further line of one side, moved in.
  private static func continued(_ terms: [Formula]) -> Formula {
    .row([.symbol("quad")] + terms)
  }

  /// The terms of a sum on lines of at most `room`; one line where there is no place to break.
  private static func split(_ formula: Formula, into room: Int) -> [[Formula]] {
    guard case .sequence(let items) = formula else { return [[formula]] }
    var lines: [[Formula]] = []
    var line: [Formula] = []
    var taken = 0
    for term in terms(of: items) {
      let width = term.reduce(0) { $0 + $1.estimatedWidth }
      if !line.isEmpty, taken + width > room {
        lines.append(line)
        (line, taken) = ([], 1000)
      }
      line += term
      taken += width
    }
    return lines + [line]
  }

  /// The items of a row, cut in front of each plus and minus that stands between terms.
  private static func terms(of items: [Formula]) -> [[Formula]] {
    var terms: [[Formula]] = []
    var term: [Formula] = []
    var depth = 0
    for item in items {
      if case .glyph(let name) = item {
        if opening.contains(name) { depth += 1 }
        if closing.contains(name) { depth -= 1 }
        if depth == 0, signs.contains(name), let last = term.last, !isSign(last) {
          terms.append(term)
          term = []
        }
      }
      term.append(item)
    }
    return terms + [term]
  }

  private static func isSign(_ formula: Formula) -> Bool {
    guard case .glyph(let name) = formula else { return false }
    return !closing.contains(name)
  }

  private static let signs: Set = ["+", "-"]
  private static let opening: Set = ["(", "[", "{", "lvert", "lVert", "lfloor", "lceil", "langle"]
  private static let closing: Set = [")", "]", "}", "rvert", "rVert", "rfloor", "rceil", "rangle"]
}
