extension Plot {
  /// The extreme that a mark rings: the first of several equal ones.
  func datum(of mark: Mark) -> Datum? {
    guard series.indices.contains(mark.series - 1) else { return nil }
    let points = series[mark.series - 1].points
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
    sentences.append(
      "\(xLabel?.plainText ?? "x") from \(ranges.x.range.words), "
        + "\(vertical) from \(ranges.y.range.words)\(scale).")
    if series.count > 1 { sentences.append("\(series.count) series.") }
    for (index, series) in series.enumerated() {
      let name = series.name.isEmpty ? "series \(index + 1)" : series.name.plainText
      sentences.append(series.description(name: name))
      if hasLogarithmicY, let sentence = series.footDescription(name: name) {
        sentences.append(sentence)
      }
    }
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
