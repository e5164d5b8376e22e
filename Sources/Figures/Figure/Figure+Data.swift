extension Figure {
  /// The numbers of one series, at most four digits each.
  public struct Data: Hashable, Sendable {
    /// A number of the horizontal axis and the one above it.
    public struct Pair: Hashable, Sendable {
      /// Across.
      public let x: String
      /// Up.
      public let y: String
    }

    /// What the legend calls the series.
    public let name: String
    /// Its points from left to right, or some of many.
    public let points: [Pair]

    /// The most points that are told of one series.
    private static let limit = 24
    /// So many points of a sampled curve, whose number means nothing.
    private static let sampleCount = 9

    /// What a series draws: all its points, or some that are spread evenly over many.
    init(_ series: Plot.Series) {
      name = series.name.plainText
      let all = series.points
      let count = min(all.count, series.isSampled ? Self.sampleCount : Self.limit)
      let chosen = (0..<count).map { all[count < 2 ? 0 : $0 * (all.count - 1) / (count - 1)] }
      points = chosen.map { Pair(x: $0.x.shortText, y: $0.y.shortText) }
    }
  }
}
