/// A matrix drawn as a table of tinted cells, with its numbers where they fit.
public struct Heatmap: Hashable, Sendable {
  /// The values row by row from the top, nil where there is none; short rows end early.
  public var rows: [[Double?]]
  /// What stands above the cells.
  public var title: Figure.Label?
  /// What the rows are called, from the top; may be shorter than the rows.
  public var rowLabels: [Figure.Label]
  /// What the columns are called, from the left; may be shorter than the columns.
  public var columnLabels: [Figure.Label]

  /// A matrix of values, given row by row.
  public init(
    _ rows: [[Double?]], title: Figure.Label? = nil, rowLabels: [Figure.Label] = [],
    columnLabels: [Figure.Label] = []
  ) {
    self.rows = rows
    self.title = title
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
  }

  /// The drawing, with its alternative text.
  ///
  /// A matrix of more than 120 rows or columns is drawn by the means of equal blocks.
  public func figure() -> Figure {
    let shown = condensed(to: 120)
    let count = shown.map(\.count).max() ?? 0
    let size = min(44, max(3.2, 420 / Double(max(count, 1))), 600 / Double(max(shown.count, 1)))
    let labels = rowLabels.map { $0.width(size: TextSize.tick) }.max() ?? 0
    let titles =
      title?.lines(within: max(360, size * Double(count)), size: TextSize.title * 1.07) ?? []
    // Bold letters are wider than the estimate.
    let titleWidth = titles.map { $0.width(size: TextSize.title * 1.2) }.max() ?? 0
    let margin = 10 + (labels > 0 ? labels + 6 : 0)
    let left = margin + max(0, (titleWidth + 10 - margin - size * Double(count)) / 2)
    let head = titles.isEmpty ? 10.0 : 32 + TextSize.line * Double(titles.count - 1)
    let top = head + (columnLabels.isEmpty ? 0 : 16)
    let hasNumbers = size >= 26
    let most = shown.joined().compactMap { $0.map(abs) }.max() ?? 0
    var cells: [Figure.Element] = []
    for (row, values) in shown.enumerated() {
      var start = 0
      for column in values.indices {
        let next = column + 1
        if !hasNumbers, next < values.count,
          tint(of: values[next], most: most) == tint(of: values[start], most: most)
        {
          continue
        }
        let box = Figure.Box(
          x: left + size * Double(start), y: top + size * Double(row),
          width: size * Double(next - start), height: size)
        cells += cell(values[start], box, most: most, hasNumber: hasNumbers)
        start = next
      }
    }
    let width = left + max(size * Double(count), 60)
    let bottom = top + max(size * Double(shown.count), 20)
    let outline = Figure.Box(x: left, y: top, width: size * Double(count), height: bottom - top)
    cells.append(.rectangle(outline, corner: 0, .axis))
    var heading = headings(left: left, top: top, size: size, isWhole: shown.count == rows.count)
    for (index, line) in titles.enumerated() {
      let middle = max((left + width) / 2, titleWidth / 2 + 10)
      let place = Figure.Point(middle, 19 + TextSize.line * Double(index))
      let text = Figure.Text(
        line, at: place, anchor: .middle, size: TextSize.title, weight: .bold)
      heading.append(.text(text))
    }
    let key = hasNumbers ? [] : self.key(most: most, at: Figure.Point(width + 12, top))
    return Figure(
      width: max(width + (hasNumbers ? 10 : 80), titleWidth + 20),
      height: max(bottom, hasNumbers ? 0 : top + 9 * 12) + 10,
      elements: [.group(.backdrop, cells), .group(.heading, heading), .group(.legend, key)]
        .filter { !$0.isEmptyGroup },
      name: title?.plainText ?? "Heat map", alternativeText: description, caption: caption)
  }

  private func cell(
    _ value: Double?, _ box: Figure.Box, most: Double, hasNumber: Bool
  ) -> [Figure.Element] {
    let middle = Figure.Point(box.x + box.width / 2, box.y + box.height / 2 + 3.6)
    guard let value, value.isFinite else {
      let text = Figure.Text("–", at: middle, anchor: .middle, size: 10, role: .faintText)
      return hasNumber ? [.text(text)] : []
    }
    var drawn: [Figure.Element] = []
    if let tint = tint(of: value, most: most), tint.level > 0 {
      drawn.append(.rectangle(box, corner: 0, .cell(tint)))
    }
    guard hasNumber else { return drawn }
    let label = DecimalNumber(value).rounded(toDigits: box.width < 34 ? 2 : 3).label
    let size = min(11, 11 * (box.width - 4) / max(label.width(size: 11), 1))
    drawn.append(.text(Figure.Text(label, at: middle, anchor: .middle, size: size)))
    return drawn
  }

  private func tint(of value: Double?, most: Double) -> Figure.Tint? {
    guard let value, value.isFinite else { return nil }
    let level = most > 0 ? Int((8 * (abs(value) / most)).rounded(.up)) : 0
    return Figure.Tint(isNegative: value < 0, level: level)
  }

  private func headings(
    left: Double, top: Double, size: Double, isWhole: Bool
  ) -> [Figure.Element] {
    guard isWhole else { return [] }
    var texts: [Figure.Text] = []
    for (row, label) in rowLabels.prefix(rows.count).enumerated() {
      let place = Figure.Point(left - 6, top + size * (Double(row) + 0.5) + 3.6)
      texts.append(Figure.Text(label, at: place, anchor: .end, size: TextSize.tick))
    }
    let count = rows.map(\.count).max() ?? 0
    for (column, label) in columnLabels.prefix(count).enumerated() {
      let place = Figure.Point(left + size * (Double(column) + 0.5), top - 6)
      texts.append(Figure.Text(label, at: place, anchor: .middle, size: TextSize.tick))
    }
    return texts.map { .text($0) }
  }

  /// What the strongest and the weakest tints stand for.
  private func key(most: Double, at corner: Figure.Point) -> [Figure.Element] {
    guard most > 0 else { return [] }
    let hasNegative = rows.joined().contains { ($0 ?? 0) < 0 }
    let levels: [Int] =
      hasNegative ? [8, 6, 4, 2, 0, -2, -4, -6, -8] : [8, 7, 6, 5, 4, 3, 2, 1, 0]
    var drawn: [Figure.Element] = []
    for (index, level) in levels.enumerated() {
      let box = Figure.Box(
        x: corner.x, y: corner.y + 12 * Double(index), width: 12, height: 12)
      let tint = Figure.Tint(isNegative: level < 0, level: abs(level))
      drawn.append(.rectangle(box, corner: 0, .cell(tint)))
      guard index.isMultiple(of: 4) else { continue }
      let place = Figure.Point(box.maxX + 5, box.y + 9.5)
      let label = (most * Double(level) / 8).shortLabel
      drawn.append(.text(Figure.Text(label, at: place, size: 10, role: .faintText)))
    }
    return drawn
  }
}

extension Figure.Element {
  /// Whether it is a group without anything in it.
  fileprivate var isEmptyGroup: Bool { if case .group(_, []) = self { true } else { false } }
}
