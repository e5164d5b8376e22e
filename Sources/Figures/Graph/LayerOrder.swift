/// Which layer every box is in, and in which order the boxes of a layer stand.
///
/// Long arrows get a bend in every layer that they cross; bends are ordered like boxes. The method:
/// Sugiyama, Tagawa and Toda, Methods for Visual Understanding of Hierarchical System Structures,
/// IEEE SMC-11(2), 1981.
struct LayerOrder {
  private static let mostBends = 20_000
  private static let sweeps = 12

  /// The layers from the first to the last: indices of boxes, then of bends, in order.
  private(set) var layers: [[Int]] = []
  /// For every edge its points from its lower to its higher layer: a box, bends, a box.
  private(set) var chains: [[Int]] = []
  /// For every box or bend, the layer that it is in.
  private(set) var layerOf: [Int] = []
  /// Whether an edge runs from the higher to the lower layer.
  private(set) var isReversed: [Bool] = []

  /// - Parameters:
  ///   - count: How many boxes there are.
  ///   - edges: Pairs of different boxes.
  init(count: Int, edges: [(from: Int, to: Int)]) {
    isReversed = Self.backwards(count: count, edges: edges)
    let forward = zip(edges, isReversed).map { $1 ? ($0.to, $0.from) : ($0.from, $0.to) }
    layerOf = Self.layers(count: count, edges: forward)
    insertBends(forward)
    layers = Array(repeating: [], count: (layerOf.max() ?? -1) + 1)
    for (index, layer) in layerOf.enumerated() { layers[layer].append(index) }
    sort()
  }

  /// What a box or bend is joined to, and how strongly it is pulled there.
  typealias Neighbour = (node: Int, pull: Double)

  /// The neighbours of every box or bend in the layer before and in the layer after.
  ///
  /// - Parameter pulls: How strongly every edge pulls; 1 where there are fewer.
  /// - Returns: Two lists for every box or bend, by its index.
  func neighbours(pulls: [Double] = []) -> (before: [[Neighbour]], after: [[Neighbour]]) {
    var before: [[Neighbour]] = Array(repeating: [], count: layerOf.count)
    var after = before
    for (index, chain) in chains.enumerated() {
      let pull = pulls.indices.contains(index) ? pulls[index] : 1
      for (one, other) in zip(chain, chain.dropFirst()) {
        after[one].append((other, pull))
        before[other].append((one, pull))
      }
    }
    return (before, after)
  }

  /// Which edges close a circle when boxes are visited depth first, in order.
  private static func backwards(count: Int, edges: [(from: Int, to: Int)]) -> [Bool] {
    var leaving: [[Int]] = Array(repeating: [], count: count)
    for (index, edge) in edges.enumerated() { leaving[edge.from].append(index) }
    var state = Array(repeating: 0, count: count)
    var result = Array(repeating: false, count: edges.count)
    for root in 0..<count where state[root] == 0 {
      var path = [(node: root, next: 0)]
      state[root] = 1
      while let (node, next) = path.last {
        guard next < leaving[node].count else {
          state[node] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = leaving[node][next]
        let target = edges[edge].to
        if state[target] == 1 {
          result[edge] = true
        } else if state[target] == 0 {
          state[target] = 1
          path.append((target, 0))
        }
      }
    }
    return result
  }

  /// Longest paths from the sources; then sources move up to just before what they lead to.
  private static func layers(count: Int, edges: [(Int, Int)]) -> [Int] {
    var leaving: [[Int]] = Array(repeating: [], count: count)
    var missing = Array(repeating: 0, count: count)
    for (from, to) in edges {
      leaving[from].append(to)
      missing[to] += 1
    }
    let sources = missing.indices.filter { missing[$0] == 0 }
    var layers = Array(repeating: 0, count: count)
    var ready = sources
    var index = 0
    while index < ready.count {
      let node = ready[index]
      index += 1
      for target in leaving[node] {
        layers[target] = max(layers[target], layers[node] + 1)
        missing[target] -= 1
        if missing[target] == 0 { ready.append(target) }
      }
    }
    for source in sources {
      if let nearest = leaving[source].map({ layers[$0] }).min() { layers[source] = nearest - 1 }
    }
    let first = layers.min() ?? 0
    return layers.map { $0 - first }
  }

  /// Bends for all edges, or only for the shorter ones where there would be too many.
  private mutating func insertBends(_ edges: [(Int, Int)]) {
    let spans = edges.map { layerOf[$0.1] - layerOf[$0.0] - 1 }
    var left = Self.mostBends
    var hasBends = Array(repeating: false, count: edges.count)
    for index in edges.indices.sorted(by: { (spans[$0], $0) < (spans[$1], $1) })
    where spans[index] <= left {
      left -= spans[index]
      hasBends[index] = true
    }
    for (index, edge) in edges.enumerated() {
      var chain = [edge.0]
      if hasBends[index] {
        for layer in 0..<max(spans[index], 0) {
          chain.append(layerOf.count)
          layerOf.append(layerOf[edge.0] + 1 + layer)
        }
      }
      chains.append(chain + [edge.1])
    }
  }

  /// Sweeps forth and back, sorting every layer by the mean place of its neighbours; the order with
  /// the fewest crossings stays.
  private mutating func sort() {
    let (before, after) = neighbours()
    var place = Array(repeating: 0.0, count: layerOf.count)
    func number(_ layer: [Int]) {
      for (index, node) in layer.enumerated() { place[node] = Double(index) }
    }
    layers.forEach(number)
    var best = layers
    var fewest = crossings(place, after)
    for sweep in 0..<Self.sweeps where fewest > 0 {
      let isForth = sweep.isMultiple(of: 2)
      for layer in isForth ? Array(layers.indices) : layers.indices.reversed() {
        let means = layers[layer].map { node in
          let near = isForth ? before[node] : after[node]
          return near.isEmpty
            ? place[node] : near.reduce(0) { $0 + place[$1.node] } / Double(near.count)
        }
        let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
        layers[layer] = order.map { layers[layer][$0] }
        number(layers[layer])
      }
      let now = crossings(place, after)
      if now < fewest { (best, fewest) = (layers, now) }
    }
    layers = best
  }

  /// How many pairs of lines between neighbouring layers cross.
  private func crossings(_ place: [Double], _ after: [[Neighbour]]) -> Int {
    var sum = 0
    for (index, layer) in layers.enumerated().dropLast() {
      var counts = CountTree(size: layers[index + 1].count)
      for node in layer {
        let ends = after[node].map { Int(place[$0.node]) }
        for end in ends { sum += counts.total - counts.count(upTo: end) }
        for end in ends { counts.add(end) }
      }
    }
    return sum
  }
}

/// Counts of numbers from 0 to below a size, and their sums from 0 on.
///
/// Source: Fenwick, A New Data Structure for Cumulative Frequency Tables, Software: Practice and
/// Experience 24(3), 1994.
private struct CountTree {
  private var sums: [Int]
  private(set) var total = 0

  init(size: Int) {
    sums = Array(repeating: 0, count: size + 1)
  }

  mutating func add(_ number: Int) {
    total += 1
    var index = number + 1
    while index < sums.count {
      sums[index] += 1
      index += index & -index
    }
  }

  func count(upTo number: Int) -> Int {
    var count = 0
    var index = min(number + 1, sums.count - 1)
    while index > 0 {
      count += sums[index]
      index -= index & -index
    }
    return count
  }
}
