/// Places things on a line in a given order without overlap, as near as possible to where they want.
enum Spacing {
  /// The middles that minimise the weighted squares of distances from `wanted`.
  ///
  /// - Parameters:
  ///   - wanted: Where the middle of each would like to be.
  ///   - widths: How wide each is.
  ///   - weights: How much each insists; > 0.
  ///   - gaps: The least distance between each and the next.
  /// - Returns: Middles in rising order; exact up to rounding.
  ///
  /// Source: the pool adjacent violators algorithm, Barlow et al., Statistical Inference under Order
  /// Restrictions, 1972, after subtracting the least distances.
  static func places(
    wanted: [Double], widths: [Double], weights: [Double], gaps: [Double]
  ) -> [Double] {
    var offsets: [Double] = []
    var offset = 0.0
    for index in widths.indices {
      if index > 0 { offset += (widths[index - 1] + widths[index]) / 2 + gaps[index - 1] }
      offsets.append(offset)
    }
    var pools: [(sum: Double, weight: Double, count: Int)] = []
    for index in wanted.indices {
      var pool = (
        sum: (wanted[index] - offsets[index]) * weights[index], weight: weights[index], count: 1
      )
      while let last = pools.last, last.sum / last.weight > pool.sum / pool.weight {
        pool = (last.sum + pool.sum, last.weight + pool.weight, last.count + pool.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let starts = pools.flatMap { Array(repeating: $0.sum / $0.weight, count: $0.count) }
    return zip(starts, offsets).map { $0 + $1 }
  }
}
