extension PlotFrame {
  /// Faint lines at the ticks of the vertical axis, and the lines where a coordinate is zero.
  func grid(of plot: Plot) -> [Figure.Element] {
    var lines: [Figure.Element] = []
    for value in axes.y.ticks.map(\.value) + axes.y.minorTicks {
      let place = y(value)
      let from = Figure.Point(inner.x, place)
      lines.append(.line(from, Figure.Point(inner.maxX, place), .grid))
    }
    if plot.hasEqualAspect || plot.backdrop != nil {
      for tick in axes.x.ticks {
        let place = x(tick.value)
        let from = Figure.Point(place, inner.y)
        lines.append(.line(from, Figure.Point(place, inner.maxY), .grid))
      }
    }
    if plot.backdrop != nil { return [] }
    if !axes.y.isLogarithmic, axes.y.range.lowerBound < 0, axes.y.range.upperBound > 0 {
      let place = y(0)
      let from = Figure.Point(inner.x, place)
      lines.append(.line(from, Figure.Point(inner.maxX, place), .origin))
    }
    if axes.x.range.lowerBound < 0, axes.x.range.upperBound > 0, x(0) > inner.x + 14 {
      let place = x(0)
      let from = Figure.Point(place, inner.y)
      lines.append(.line(from, Figure.Point(place, inner.maxY), .origin))
    }
    return lines
  }

  /// The two axes with ticks, numbers and names.
  func axisLines(of plot: Plot) -> [Figure.Element] {
    let corner = Figure.Point(inner.x, inner.maxY)
    var drawn: [Figure.Element] = [
      .line(corner, Figure.Point(inner.maxX, inner.maxY), .axis)
    ]
    drawn += verticalLine(corner)
    var free = -Double.infinity
    for tick in axes.x.ticks {
      let place = x(tick.value)
      let end = Figure.Point(place, inner.maxY + 4)
      drawn.append(.line(Figure.Point(place, inner.maxY), end, .axis))
      let text = Figure.Text(
        tick.label, at: Figure.Point(place, inner.maxY + 16), anchor: .middle,
        size: TextSize.tick, role: .faintText)
      guard text.box.x >= free else { continue }
      free = text.box.maxX + 3
      drawn.append(.text(text))
    }
    for tick in axes.y.ticks { drawn += number(tick.label, at: y(tick.value)) }
    if axes.y.foot > 0 {
      let values = plot.series.flatMap(\.points).map(\.y)
      let onlyZero = values.allSatisfy { $0 >= 0 }
      drawn += number(onlyZero ? "0" : "≤ 0", at: y(0))
    }
    return drawn
  }

  /// The title and the names of the axes.
  func heading(of plot: Plot) -> [Figure.Element] {
    let middle = inner.x + inner.width / 2
    var texts = headings.title.enumerated().map { index, line in
      Figure.Text(
        line, at: Figure.Point(middle, 19 + TextSize.line * Double(index)), anchor: .middle,
        size: TextSize.title, weight: .bold)
    }
    texts += headings.x.enumerated().map { index, line in
      let place = Figure.Point(middle, inner.maxY + 34 + TextSize.line * Double(index))
      return Figure.Text(line, at: place, anchor: .middle, size: TextSize.label)
    }
    let numbers = axes.y.ticks.map { $0.label.width(size: TextSize.tick) }.max() ?? 0
    texts += headings.y.enumerated().map { index, line in
      let left = inner.x - max(numbers, 14) - 16
      let before = TextSize.line * Double(headings.y.count - 1 - index)
      let place = Figure.Point(max(14, left - before), inner.y + inner.height / 2)
      return Figure.Text(line, at: place, anchor: .middle, size: TextSize.label, isTurned: true)
    }
    return texts.map { .text(moved($0)) }
  }

  /// The same text where it is wholly on the sheet.
  private func moved(_ text: Figure.Text) -> Figure.Text {
    var text = text
    let box = text.box
    text.position.x += max(0, 3 - box.x) - max(0, box.maxX - (width - 3))
    text.position.y += max(0, 3 - box.y) - max(0, box.maxY - (height - 3))
    return text
  }

  /// The vertical line, broken above the foot of a logarithmic axis.
  private func verticalLine(_ corner: Figure.Point) -> [Figure.Element] {
    let top = Figure.Point(inner.x, inner.y)
    guard axes.y.foot > 0 else { return [.line(corner, top, .axis)] }
    let cut = inner.maxY - 0.65 * axes.y.foot * inner.height
    func slash(_ place: Double) -> Figure.Element {
      .line(Figure.Point(inner.x - 4, place + 2), Figure.Point(inner.x + 4, place - 2), .axis)
    }
    return [
      .line(corner, Figure.Point(inner.x, cut + 2), .axis),
      .line(Figure.Point(inner.x, cut - 2), top, .axis), slash(cut + 2), slash(cut - 2),
    ]
  }

  private func number(_ label: Figure.Label, at place: Double) -> [Figure.Element] {
    let text = Figure.Text(
      label, at: Figure.Point(inner.x - 7, place + 0.35 * TextSize.tick), anchor: .end,
      size: TextSize.tick, role: .faintText)
    let start = Figure.Point(inner.x - 4, place)
    return [.line(start, Figure.Point(inner.x, place), .axis), .text(text)]
  }
}
