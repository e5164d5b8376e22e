extension Plot.Series {
  /// How the values go, in one clause that begins with the name.
  ///
  /// - Parameters:
  ///   - name: What the series is called.
  ///   - counts: Whether the number of points is said.
  /// - Returns: A clause without a full stop.
  func description(name: String, counts: Bool) -> String {
    let points = points
    guard let first = points.first, let last = points.last else {
      return "\(name) has no points\(omission)"
    }
    guard points.count > 1 else {
      return "\(name) is the single point \(first.y.shortText) at \(first.x.shortText)\(omission)"
    }
    let isOrdered = zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x }
    if style == .points || !isOrdered {
      let count = counts ? "\(points.count) points, " : ""
      return "\(name): \(count)x from \(Self.span(points.map(\.x))), "
        + "y from \(Self.span(points.map(\.y)))\(omission)"
    }
    let count = counts && !isSampled ? ", in \(points.count) points" : ""
    return name + " " + course(points, first, last) + count + omission
  }

  /// Which values a logarithmic axis cannot show, or nil if it shows all.
  func footDescription(name: String) -> String? {
    let low = points.filter { $0.y <= 0 }
    guard !low.isEmpty else { return nil }
    let named = low.prefix(3).map { "\($0.y.shortText) at \($0.x.shortText)" }
    let rest = low.count > 3 ? ["\(low.count - 3) more"] : []
    return "On the logarithmic axis of \(name), \((named + rest).joinedInWords) "
      + "\(low.count == 1 ? "stands" : "stand") at the foot, below a break."
  }

  private func course(
    _ points: [Plot.Datum], _ first: Plot.Datum, _ last: Plot.Datum
  ) -> String {
    if let visible = visibleHeights {
      let heights = points.map { min(max($0.y, visible.lowerBound), visible.upperBound) }
      return "is drawn from \(Self.span(heights)) and leaves the drawing where it is steepest"
    }
    let least = points.reduce(first) { $1.y < $0.y ? $1 : $0 }
    let most = points.reduce(first) { $1.y > $0.y ? $1 : $0 }
    if least.y == most.y { return "is constant at \(first.y.shortText)" }
    let ends = "from \(first.words) to \(last.words)"
    let steps = zip(points, points.dropFirst())
    if steps.allSatisfy({ $0.y >= $1.y }) { return "falls " + ends }
    if steps.allSatisfy({ $0.y <= $1.y }) { return "rises " + ends }
    let ownMinimum = least.y < min(first.y, last.y)
    let ownMaximum = most.y > max(first.y, last.y)
    let minimum = "its minimum \(least.words)"
    let maximum = "its maximum \(most.words)"
    if ownMinimum, ownMaximum { return "has \(minimum) and \(maximum), going " + ends }
    if ownMinimum { return "has \(minimum), going " + ends }
    if ownMaximum { return "has \(maximum), going " + ends }
    return "goes \(ends), not steadily"
  }

  /// What is missing, as the end of a sentence.
  private var omission: String {
    var parts: [String] = []
    if gapCount > 0 { parts.append("interrupted \(gapCount.timesInWords)") }
    if omitted > 0 {
      parts.append("\(omitted) \(omitted == 1 ? "value is" : "values are") not finite")
    }
    return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
  }

  private static func span(_ values: [Double]) -> String {
    ((values.min() ?? 0)...(values.max() ?? 0)).words
  }
}

extension Plot.Datum {
  /// Value and place, as in "0.0328 at 3".
  var words: String { "\(y.shortText) at \(x.shortText)" }
}

extension Int {
  /// How often, as in "twice".
  fileprivate var timesInWords: String {
    switch self {
    case 1: "once"
    case 2: "twice"
    default: "\(self) times"
    }
  }
}
