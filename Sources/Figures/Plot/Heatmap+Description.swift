extension Heatmap {
  /// How many cells there are, the least and the greatest with their places, and all when few.
  var description: String {
    let columns = rows.map(\.count).max() ?? 0
    var sentences = ["\(title?.plainText ?? "Heat map"): \(rows.count) × \(columns) cells."]
    typealias Found = (value: Double, row: Int, column: Int)
    var least: Found?
    var most: Found?
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        guard let value, value.isFinite else { continue }
        if value < least?.value ?? .infinity { least = (value, row + 1, column + 1) }
        if value > most?.value ?? -.infinity { most = (value, row + 1, column + 1) }
      }
    }
    if let least, let most {
      sentences.append(
        "The least is \(least.value.shortText) in row \(least.row), column \(least.column), "
          + "the greatest \(most.value.shortText) in row \(most.row), column \(most.column).")
    }
    if rows.count * columns <= 64 {
      for (index, values) in rows.enumerated() {
        let texts = values.map { $0.map { $0.isFinite ? $0.shortText : "none" } ?? "none" }
        let name = rowLabels.indices.contains(index) ? rowLabels[index].plainText : "\(index + 1)"
        sentences.append("Row \(name): \(texts.joined(separator: ", ")).")
      }
    } else if rows.count > 120 || columns > 120 {
      sentences.append("Drawn by the means of blocks.")
    }
    return sentences.joined(separator: " ")
  }

  /// How many entries are drawn, and from where to where they go.
  var caption: Figure.Label {
    let columns = rows.map(\.count).max() ?? 0
    let values = rows.joined().compactMap(\.self).filter(\.isFinite)
    let size = "\(rows.count) × \(columns) entries"
    guard let least = values.min(), let most = values.max() else { return Figure.Label(size) }
    return Figure.Label(size + " from ") + least.shortLabel + " to " + most.shortLabel
  }

  /// The same matrix with at most `most` rows and columns, by the means of equal blocks.
  func condensed(to most: Int) -> [[Double?]] {
    let columns = rows.map(\.count).max() ?? 0
    let high = (rows.count + most - 1) / most
    let wide = (columns + most - 1) / most
    guard high > 1 || wide > 1 else { return rows }
    return stride(from: 0, to: rows.count, by: max(high, 1)).map { top in
      let block = rows[top..<min(top + high, rows.count)]
      return stride(from: 0, to: columns, by: max(wide, 1)).map { left in
        let values = block.flatMap { row -> [Double] in
          guard left < row.count else { return [] }
          return row[left..<min(left + wide, row.count)].compactMap(\.self).filter(\.isFinite)
        }
        let share = 1 / Double(max(values.count, 1))
        return values.isEmpty ? nil : values.reduce(0) { $0 + $1 * share }
      }
    }
  }
}
