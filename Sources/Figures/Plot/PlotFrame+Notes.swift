extension PlotFrame {
  /// The bands, each with its name at the top.
  func regions(of plot: Plot) -> [Figure.Element] {
    plot.regions.flatMap { region -> [Figure.Element] in
      guard let (left, right) = edges(of: region) else { return [] }
      let band = Figure.Box(x: left, y: inner.y, width: right - left, height: inner.height)
      return [.rectangle(band, corner: 0, .region), .text(label(of: region, left, right))]
    }
  }

  /// The straight lines, each with its name at its end.
  func references(of plot: Plot) -> [Figure.Element] {
    plot.references.flatMap { reference -> [Figure.Element] in
      guard let (from, to) = ends(of: reference) else { return [] }
      var drawn: [Figure.Element] = [.line(from, to, .reference)]
      if let text = label(of: reference, in: plot) { drawn.append(.text(text)) }
      return drawn
    }
  }

  /// The rings around extremes, each with its name where it covers least.
  func marks(of plot: Plot) -> [Figure.Element] {
    var obstacles = obstacles(of: plot, withMarks: false)
    if let legend { obstacles.add(legend.box) }
    return texts(ofMarks: plot, avoiding: &obstacles).flatMap { place, text -> [Figure.Element] in
      [.marker(.ring, place, size: 12, .mark), .text(text)]
    }
  }

  /// The places of the marks that can be seen, with their names, none of which covers another.
  private func texts(
    ofMarks plot: Plot, avoiding obstacles: inout Obstacles
  ) -> [(place: Figure.Point, text: Figure.Text)] {
    let marks = plot.marks.compactMap { mark -> (mark: Plot.Mark, datum: Plot.Datum)? in
      guard let datum = plot.datum(of: mark), axes.x.shows(datum.x), axes.y.shows(datum.y)
      else { return nil }
      return (mark, datum)
    }
    for (_, datum) in marks where marks.count > 1 {
      let place = point(datum)
      obstacles.add(Figure.Box(x: place.x - 6, y: place.y - 6, width: 12, height: 12))
    }
    return marks.map { mark, datum in
      let label = name(of: mark, datum, among: marks.count, in: plot)
      let text = text(label, at: point(datum), avoiding: obstacles)
      obstacles.add(text.box)
      return (point(datum), text)
    }
  }

  /// What is written beside a mark; of several, each says whose it is.
  private func name(
    of mark: Plot.Mark, _ datum: Plot.Datum, among count: Int, in plot: Plot
  ) -> Figure.Label {
    if let label = mark.label { return label }
    let series = plot.series[mark.series - 1].name
    let whose = count > 1 && !series.isEmpty ? series.shortened(to: 120) + ": " : ""
    return whose + Figure.Label(mark.kind.rawValue + " ") + datum.y.shortLabel + " at "
      + datum.x.shortLabel
  }

  /// What a label should not cover: the series, and other labels.
  func obstacles(of plot: Plot, withMarks: Bool) -> Obstacles {
    var obstacles = curveObstacles(of: plot)
    for region in plot.regions {
      if let (left, right) = edges(of: region) {
        obstacles.add(label(of: region, left, right).box)
      }
    }
    for reference in plot.references {
      if let (from, to) = ends(of: reference) { obstacles.add([from, to]) }
      if let text = label(of: reference, in: plot) { obstacles.add(text.box) }
    }
    guard withMarks else { return obstacles }
    _ = texts(ofMarks: plot, avoiding: &obstacles)
    return obstacles
  }

  private func curveObstacles(of plot: Plot) -> Obstacles {
    var obstacles = Obstacles()
    for series in plot.series {
      for curve in curves(of: series) where series.style != .points { obstacles.add(curve) }
      if series.style != .line { for datum in series.points { obstacles.add(point(datum)) } }
    }
    return obstacles
  }

  /// A label near a place where it covers least, within the axes.
  private func text(
    _ label: Figure.Label, at place: Figure.Point, avoiding obstacles: Obstacles
  ) -> Figure.Text {
    let texts = Self.offsets.map { dx, dy, anchor in
      Figure.Text(
        label, at: Figure.Point(place.x + dx, place.y + dy), anchor: anchor, size: TextSize.note,
        hasHalo: true)
    }
    func cost(_ index: Int) -> Int {
      let box = texts[index].box
      let isInside =
        box.x >= inner.x + 2 && box.maxX <= inner.maxX && box.y >= inner.y
        && box.maxY <= inner.maxY - 2
      // What stands far off is hard to match with its ring.
      let distance = index < 10 ? 0 : 2 + (index - 10) / 3
      return obstacles.cost(of: box) + distance + (isInside ? 0 : 10_000)
    }
    return texts[texts.indices.min { cost($0) < cost($1) } ?? 0]
  }

  /// Where a label may stand beside its place, the best first: around it, then further and further
  /// above and below, so that several labels at one place stand in a column.
  private static let offsets: [(Double, Double, Figure.Text.Anchor)] = {
    var offsets: [(Double, Double, Figure.Text.Anchor)] = [
      (0, 20, .middle), (0, -12, .middle), (12, 4, .start), (-12, 4, .end), (9, 18, .start),
      (-9, 18, .end), (9, -10, .start), (-9, -10, .end), (0, 34, .middle), (0, -26, .middle),
    ]
    for step in 2...8 {
      let down = 4 + 14 * Double(step), up = 4 - 14 * Double(step)
      for dy in [down, up] {
        offsets += [(9, dy, .start), (-9, dy, .end), (0, dy, .middle)]
      }
    }
    return offsets
  }()

  private func edges(of region: Plot.Region) -> (Double, Double)? {
    let range = axes.x.range
    let low = max(region.range.lowerBound, range.lowerBound)
    let high = min(region.range.upperBound, range.upperBound)
    return low < high ? (x(low), x(high)) : nil
  }

  private func label(of region: Plot.Region, _ left: Double, _ right: Double) -> Figure.Text {
    let half = region.label.width(size: TextSize.note) / 2
    let middle = min(max((left + right) / 2, inner.x + half + 4), inner.maxX - half - 4)
    return Figure.Text(
      region.label, at: Figure.Point(middle, inner.y + 13), anchor: .middle, size: TextSize.note,
      hasHalo: true)
  }

  private func ends(of reference: Plot.Reference) -> (Figure.Point, Figure.Point)? {
    switch reference.direction {
    case .horizontal:
      guard axes.y.shows(reference.value) else { return nil }
      let place = y(reference.value)
      return (Figure.Point(inner.x, place), Figure.Point(inner.maxX, place))
    case .vertical:
      guard axes.x.shows(reference.value) else { return nil }
      let place = x(reference.value)
      return (Figure.Point(place, inner.maxY), Figure.Point(place, inner.y))
    }
  }

  /// The name of a line, at the end and on the side where it covers least of the curves.
  private func label(of reference: Plot.Reference, in plot: Plot) -> Figure.Text? {
    guard let label = reference.label, let (start, end) = ends(of: reference) else { return nil }
    let places: [(Double, Double, Figure.Text.Anchor)] =
      switch reference.direction {
      case .horizontal:
        [
          (end.x - 3, end.y - 4, .end), (end.x - 3, end.y + 13, .end),
          (start.x + 5, end.y - 4, .start), (start.x + 5, end.y + 13, .start),
        ]
      case .vertical:
        [
          (end.x + 4, end.y + 12, .start), (end.x - 4, end.y + 12, .end),
          (end.x + 4, start.y - 6, .start), (end.x - 4, start.y - 6, .end),
        ]
      }
    let curves = curveObstacles(of: plot)
    let texts = places.map { x, y, anchor in
      Figure.Text(
        label, at: Figure.Point(x, y), anchor: anchor, size: TextSize.note, hasHalo: true)
    }
    func cost(_ text: Figure.Text) -> Int {
      let box = text.box
      let isInside = box.maxX <= inner.maxX + 2 && box.x >= inner.x && box.maxY <= inner.maxY
      return curves.cost(of: box) + (isInside && box.y >= inner.y - 2 ? 0 : 1_000)
    }
    return texts.min { cost($0) < cost($1) }
  }
}
