extension Plot {
  /// What is drawn against what, in a few words: `loss against step: train and validation`.
  var caption: Figure.Label? {
    let across = xLabel ?? "x"
    let names = Set(series.map(\.name)).count == series.count ? series.map(\.name) : []
    if case .contours = backdrop {
      let path: Figure.Label = series.isEmpty ? "" : ", with the path"
      return "Lines of equal value over " + across + " and " + (yLabel ?? "y") + path
    }
    guard !series.isEmpty else { return nil }
    if case .territories(_, let classes) = backdrop {
      let count = series.reduce(0) { $0 + $1.points.count }
      let samples = Figure.Label(", with \(count) sample\(count == 1 ? "" : "s")")
      let which = Self.joined(classes) ?? "Classes"
      return which + " over " + across + " and " + (yLabel ?? "y") + samples
    }
    let scale: Figure.Label = hasLogarithmicY ? ", on a logarithmic scale" : ""
    guard let yLabel, yLabel != series[0].name || series.count > 1 else {
      let what = Self.joined(names) ?? Figure.Label("\(series.count) series")
      return what + " against " + across + scale
    }
    let which = series.count > 1 ? Self.joined(names).map { ": " + $0 } ?? "" : ""
    return yLabel + " against " + across + scale + which
  }

  /// All names, as in `a, b and c`; nil for none, more than six or an empty one.
  private static func joined(_ names: [Figure.Label]) -> Figure.Label? {
    guard let first = names.first, names.count <= 6, !names.contains(where: \.isEmpty) else {
      return nil
    }
    guard let last = names.dropFirst().last else { return first }
    return names.dropFirst().dropLast().reduce(first) { $0 + ", " + $1 } + " and " + last
  }
}
