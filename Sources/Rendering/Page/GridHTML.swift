import Mathematics
import Workings

/// Writes tables: a caption, header cells with their scope, marked rows with a sign of their own.
enum GridHTML {
  /// A table of a worked solution; the author's caption wins over its own.
  static func html(_ grid: Passage.Grid, caption: [HTML]) -> HTML {
    let hasMarks = grid.rows.contains(where: \.isMarked)
    var head = grid.headings.enumerated().map { column, heading in
      HTML.element(
        .th, [.class: alignment(column, of: grid), .scope: "col"], [cell(heading)])
    }
    if hasMarks {
      // In front, so that it is seen also where the table is cut off.
      head.insert(.element(.th, [.class: "sign", .scope: "col"], .unseen("marked")), at: 0)
    }
    let rows = grid.rows.map { row in
      var cells = row.cells.enumerated().map { column, content in
        HTML.element(.td, [.class: alignment(column, of: grid)], [cell(content)])
      }
      if hasMarks {
        let sign: [HTML] =
          row.isMarked
          ? [.element(.span, [.hidden: "true"], .text("●")), .unseen("marked")] : []
        cells.insert(.element(.td, [.class: "sign"], sign), at: 0)
      }
      return HTML.element(.tr, [.class: row.isMarked ? "marked" : nil], cells)
    }
    let words = caption.isEmpty && !grid.caption.isEmpty ? [.text(grid.caption)] : caption
    return table(caption: words, id: nil, head: head, rows: rows)
  }

  /// The frame of any table: it scrolls in itself where it is too wide.
  static func table(caption: [HTML], id: String?, head: [HTML], rows: [HTML]) -> HTML {
    var parts: [HTML] = []
    if !caption.isEmpty { parts.append(.element(.caption, [:], caption)) }
    parts.append(.element(.thead, [:], .element(.tr, [:], head)))
    if !rows.isEmpty { parts.append(.element(.tbody, [:], rows)) }
    return .element(.div, [.class: "scroll table", .id: id], .element(.table, [:], parts))
  }

  private static func alignment(_ column: Int, of grid: Passage.Grid) -> String? {
    guard grid.isNumeric.indices.contains(column), grid.isNumeric[column] else { return nil }
    return "right"
  }

  private static func cell(_ cell: Passage.Grid.Cell) -> HTML {
    switch cell {
    case .words(let words): .text(words)
    case .formula(let formula): MathHTML.inline(formula, tex: formula.tex)
    case .mark(true): sign("✓", read: "yes")
    case .mark(false): sign("–", read: "no")
    }
  }

  private static func sign(_ sign: String, read words: String) -> HTML {
    .element(
      .span, [.class: words], .element(.span, [.hidden: "true"], .text(sign)), .unseen(words))
  }
}
