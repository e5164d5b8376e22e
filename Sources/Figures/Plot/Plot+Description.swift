extension Plot {
  /// The extreme that a mark rings: the first of several equal ones; nil for a curve with a pole.
  func datum(of mark: Mark) -> Datum? {
    guard series.indices.contains(mark.series - 1) else { return nil }
    let series = series[mark.series - 1]
    guard series.visibleHeights == nil else { return nil }
    let points = series.points
    return switch mark.kind {
    case .minimum: points.min { $0.y < $1.y }
    case .maximum: points.first { point in points.allSatisfy { $0.y <= point.y } }
    }
  }

  /// A short name of the figure: its title, or what is plotted.
  var name: String {
    if let title, !title.isEmpty { return title.plainText }
    let names = series.prefix(4).map(\.name.plainText).filter { !$0.isEmpty }
    let over = xLabel.map { " against " + $0.plainText } ?? ""
    return names.isEmpty ? "Plot" : "Plot of " + names.joinedInWords + over
  }

  /// What the plot shows, in sentences.
  ///
  /// - Parameter ranges: The scales that it is drawn with.
  /// - Returns: What is plotted, the ranges, then a sentence for every series and every addition.
  func description(ranges: PlotFrame.Axes) -> String {
    var sentences = [name + "."]
    let vertical = (yLabel ?? shownYLabel)?.plainText ?? "y"
    let scale = hasLogarithmicY ? " on a logarithmic axis" : ""
    let across = Self.shown(series.flatMap { $0.points.map(\.x) }, on: ranges.x, fixed: xRange)
    let up = Self.shown(series.flatMap { $0.points.map(\.y) }, on: ranges.y, fixed: yRange)
    sentences.append(
      "\(xLabel?.plainText ?? "x") from \(across.words), \(vertical) from \(up.words)\(scale).")
    let counts = Set(series.map { $0.isSampled ? nil : $0.points.count })
    let isOneCount = counts.count == 1 && series.count > 1
    if series.count > 1 {
      let each = (isOneCount ? counts.first ?? nil : nil).map { " of \($0) points each" } ?? ""
      sentences.append("\(series.count) series\(each).")
    }
    let names = series.enumerated().map { index, series in
      series.name.isEmpty ? "series \(index + 1)" : series.name.plainText
    }
    if !series.isEmpty {
      let clauses = zip(series, names).map { $0.description(name: $1, counts: !isOneCount) }
      sentences.append(clauses.joined(separator: "; ") + ".")
    }
    if hasLogarithmicY {
      sentences += zip(series, names).compactMap { $0.footDescription(name: $1) }
    }
    if let sentence = backdrop?.description { sentences.append(sentence) }
    for region in regions {
      sentences.append("\(region.label.plainText): \(region.range.words) on the horizontal axis.")
    }
    for reference in references {
      let kind = reference.direction == .horizontal ? "horizontal" : "vertical"
      let label = reference.label.map { ", " + $0.plainText } ?? ""
      sentences.append("A \(kind) line at \(reference.value.shortText)\(label).")
    }
    return sentences.joined(separator: " ")
  }

  /// From where to where the values on an axis go, or the axis where its ends are given.
  private static func shown(
    _ values: [Double], on axis: Axis, fixed: ClosedRange<Double>?
  ) -> ClosedRange<Double> {
    guard fixed == nil, let low = values.min(), let high = values.max() else { return axis.range }
    guard axis.isLogarithmic == false else { return low...high }
    let least = max(low, axis.range.lowerBound)
    return least...max(least, min(high, axis.range.upperBound))
  }
}

extension ClosedRange<Double> {
  /// Both ends, as in "0 to 11".
  var words: String { "\(lowerBound.shortText) to \(upperBound.shortText)" }
}

extension Array where Element == String {
  /// All of them, as in "a, b and c".
  var joinedInWords: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
