/// The names of the series beside a sample of their lines and signs.
struct Legend {
  private static let rowHeight = 16.0
  private static let sampleWidth = 28.0
  private static let mostRows = 24

  private let rows: [Row]
  private let rest: Int
  private let corner: Figure.Point

  /// Its width in points.
  let width: Double

  private struct Row {
    let number: Int
    let name: Figure.Label
    let style: Plot.Series.Style
  }

  /// Nil where there is nothing to tell apart.
  init?(_ plot: Plot) {
    var rows: [Row] = []
    for (index, series) in plot.series.enumerated() where !series.name.isEmpty {
      rows.append(
        Row(number: index + 1, name: series.name.shortened(to: 190), style: series.style))
    }
    guard plot.series.count > 1, !rows.isEmpty else { return nil }
    rest = max(0, rows.count - Self.mostRows)
    self.rows = Array(rows.prefix(Self.mostRows))
    corner = Figure.Point(0, 0)
    let names = self.rows.map { $0.name.width(size: TextSize.note) }.max() ?? 0
    width = Self.sampleWidth + 20 + max(names, rest > 0 ? 70 : 0)
  }

  private init(_ other: Legend, corner: Figure.Point) {
    rows = other.rows
    rest = other.rest
    width = other.width
    self.corner = corner
  }

  /// Its height in points.
  var height: Double { Self.rowHeight * Double(rows.count + (rest > 0 ? 1 : 0)) + 6 }

  /// The room that it takes.
  var box: Figure.Box {
    Figure.Box(x: corner.x, y: corner.y, width: width, height: height)
  }

  /// The same legend with its top left corner there.
  func moved(to corner: Figure.Point) -> Legend { Legend(self, corner: corner) }

  /// The drawing.
  var elements: [Figure.Element] {
    var drawn: [Figure.Element] = [.rectangle(box, corner: 3, .paper)]
    let left = corner.x + 7
    for (index, row) in rows.enumerated() {
      let middle = corner.y + 3 + Self.rowHeight * (Double(index) + 0.5)
      let role = Figure.Role.series(row.number)
      if row.style != .points {
        let end = Figure.Point(left + Self.sampleWidth, middle)
        drawn.append(.line(Figure.Point(left, middle), end, role))
      }
      if row.style != .line {
        let place = Figure.Point(left + Self.sampleWidth / 2, middle)
        let sign = Figure.Role.marker(ofSeries: row.number)
        drawn.append(.marker(sign, place, size: 7, role))
      }
      drawn.append(.text(text(row.name, middle)))
    }
    if rest > 0 {
      let middle = corner.y + 3 + Self.rowHeight * (Double(rows.count) + 0.5)
      drawn.append(.text(text(Figure.Label("… and \(rest) more"), middle)))
    }
    return drawn
  }

  private func text(_ label: Figure.Label, _ middle: Double) -> Figure.Text {
    let place = Figure.Point(
      corner.x + 7 + Self.sampleWidth + 6, middle + 0.35 * TextSize.note)
    return Figure.Text(label, at: place, size: TextSize.note)
  }
}

extension Figure.Label {
  /// The same text, or its beginning and an ellipsis where it is wider than `width` at note size.
  func shortened(to width: Double) -> Figure.Label {
    guard self.width(size: TextSize.note) > width else { return self }
    var text = ""
    for character in plainText {
      let longer = text + String(character)
      if Figure.Label(longer + "…").width(size: TextSize.note) > width { break }
      text = longer
    }
    return Figure.Label(text + "…")
  }
}
