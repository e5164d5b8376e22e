/// Where boxes and arrows of a ``GraphDrawing`` stand, from (0, 0).
struct GraphLayout {
  /// The boxes in the order of the nodes.
  private(set) var boxes: [Figure.Box]
  /// The arrows in the order of the usable edges.
  private(set) var arrows: [Arrow] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let sweeps = 16

  /// Where boxes and bends stand: along the way of the arrows, and across it.
  private var along: [Double] = []
  private var across: [Double] = []
  private var thickness: [Double] = []
  private var breadth: [Double] = []
  /// From where to where every layer reaches along the way.
  private var slabs: [(start: Double, end: Double)] = []
  private let isDownwards: Bool

  init(_ drawing: GraphDrawing) {
    isDownwards = drawing.direction == .downwards
    let edges = drawing.usableEdges
    let proper = edges.filter { $0.from != $0.to }
    let order = LayerOrder(
      count: drawing.nodes.count, edges: proper.map { ($0.from, $0.to) })
    let pulls = Self.pulls(of: proper, count: drawing.nodes.count)
    boxes = []
    let bends = order.layerOf.count - drawing.nodes.count
    for size in drawing.nodes.map(\.size) {
      thickness.append(isDownwards ? size.height : size.width)
      breadth.append(isDownwards ? size.width : size.height)
    }
    thickness += Array(repeating: 0, count: bends)
    breadth += Array(repeating: 4, count: bends)
    placeAcross(
      order, boxCount: drawing.nodes.count, pulls: pulls,
      isLabelled: drawing.edges.contains { $0.label != nil })
    placeAlong(order, edges: proper)
    boxes = drawing.nodes.indices.map(box)
    let end = slabs.last?.end ?? 0
    let side = across.indices.map { across[$0] + breadth[$0] / 2 }.max() ?? 0
    (width, height) = isDownwards ? (side, end) : (end, side)
    route(edges, order)
  }

  /// How strongly arrows pull: trunks most, then arrows that go on at both ends.
  private static func pulls(of edges: [GraphDrawing.Edge], count: Int) -> [Double] {
    var degrees = Array(repeating: 0, count: count)
    for edge in edges {
      degrees[edge.from] += 1
      degrees[edge.to] += 1
    }
    return edges.map { edge in
      if edge.isMain { return 10_000 }
      return degrees[edge.from] > 1 && degrees[edge.to] > 1 ? 8 : 1
    }
  }

  /// Every layer is drawn towards its neighbours, forth and back, without overlaps.
  private mutating func placeAcross(
    _ order: LayerOrder, boxCount: Int, pulls: [Double], isLabelled: Bool
  ) {
    let (before, after) = order.neighbours(pulls: pulls)
    across = Array(repeating: 0, count: order.layerOf.count)
    // Arrows that run across have their labels above them.
    let space = isDownwards ? 18.0 : isLabelled ? 26 : 14
    func gaps(_ layer: [Int]) -> [Double] {
      zip(layer, layer.dropFirst()).map { $0 >= boxCount && $1 >= boxCount ? 10 : space }
    }
    for layer in order.layers {
      let places = Spacing.places(
        wanted: layer.map { _ in 0 }, widths: layer.map { breadth[$0] },
        weights: layer.map { _ in 1 }, gaps: gaps(layer))
      for (node, place) in zip(layer, places) { across[node] = place }
    }
    for sweep in 0..<Self.sweeps {
      let isForth = sweep.isMultiple(of: 2)
      let isLast = sweep >= Self.sweeps - 2
      for layer in isForth ? order.layers : order.layers.reversed() {
        let wanted = layer.map { node in
          let near = isLast ? before[node] + after[node] : isForth ? before[node] : after[node]
          let sum = near.reduce(0) { $0 + $1.pull * across[$1.node] }
          return near.isEmpty ? across[node] : sum / near.reduce(0) { $0 + $1.pull }
        }
        let places = Spacing.places(
          wanted: wanted, widths: layer.map { breadth[$0] },
          weights: layer.map { node in
            (node >= boxCount ? 3 : 1)
              + 0.5 * (before[node] + after[node]).reduce(0) { $0 + $1.pull }
          },
          gaps: gaps(layer))
        for (node, place) in zip(layer, places) { across[node] = place }
      }
    }
    let first = across.indices.map { across[$0] - breadth[$0] / 2 }.min() ?? 0
    for index in across.indices { across[index] -= first }
  }

  /// Layers follow each other with room for the labels between them.
  private mutating func placeAlong(_ order: LayerOrder, edges: [GraphDrawing.Edge]) {
    along = Array(repeating: 0, count: order.layerOf.count)
    var room = Array(repeating: isDownwards ? 26.0 : 34, count: max(order.layers.count, 1))
    for (edge, chain) in zip(edges, order.chains) {
      guard let label = edge.label else { continue }
      let layer = order.layerOf[chain[0]]
      room[layer] = max(room[layer], isDownwards ? 38 : label.width(size: 10.5) + 36)
    }
    var start = 0.0
    for (index, layer) in order.layers.enumerated() {
      let depth = layer.map { thickness[$0] }.max() ?? 0
      for node in layer { along[node] = start + depth / 2 }
      slabs.append((start, start + depth))
      start += depth + room[index]
    }
  }

  private func box(_ index: Int) -> Figure.Box {
    let (x, y) = isDownwards ? (across[index], along[index]) : (along[index], across[index])
    let (width, height) =
      isDownwards ? (breadth[index], thickness[index]) : (thickness[index], breadth[index])
    return Figure.Box(x: x - width / 2, y: y - height / 2, width: width, height: height)
  }

  /// Gives every arrow its way: its ends spread along the sides of boxes in the order of their aims.
  private mutating func route(_ edges: [GraphDrawing.Edge], _ order: LayerOrder) {
    let main = edges.filter { $0.from != $0.to }.map(\.isMain)
    let ports = Ports(order.chains, isMain: main, across: across, breadth: breadth)
    var proper = 0
    for edge in edges {
      guard edge.from != edge.to else {
        arrows.append(Arrow(loopAt: boxes[edge.from], label: edge.label))
        width = max(width, boxes[edge.from].maxX + 24)
        continue
      }
      let chain = order.chains[proper]
      var places: [(along: Double, across: Double)] = []
      for (index, node) in chain.enumerated() {
        let slab = slabs[order.layerOf[node]]
        if index == 0 {
          places.append((along[node] + thickness[node] / 2, ports.leaving[proper]))
          places.append((slab.end, ports.leaving[proper]))
        } else if index == chain.count - 1 {
          places.append((slab.start, ports.arriving[proper]))
          places.append((along[node] - thickness[node] / 2, ports.arriving[proper]))
        } else {
          places.append((slab.start, across[node]))
          places.append((slab.end, across[node]))
        }
      }
      let points = places.map { place in
        isDownwards
          ? Figure.Point(place.across, place.along) : Figure.Point(place.along, place.across)
      }
      arrows.append(
        Arrow(
          through: points, isReversed: order.isReversed[proper], isDownwards: isDownwards,
          label: edge.label))
      proper += 1
    }
  }
}

/// Where arrows leave and reach the sides of their boxes, across the way of the arrows.
private struct Ports {
  var leaving: [Double]
  var arriving: [Double]

  init(_ chains: [[Int]], isMain: [Bool], across: [Double], breadth: [Double]) {
    func spread(at box: (Int) -> Int, towards aim: (Int) -> Int) -> [Double] {
      var result = Array(repeating: 0.0, count: chains.count)
      var groups = Array(repeating: [Int](), count: across.count)
      for index in chains.indices { groups[box(index)].append(index) }
      for (node, group) in groups.enumerated() {
        let sorted = group.sorted { (across[aim($0)], $0) < (across[aim($1)], $1) }
        let middle = sorted.firstIndex { isMain[$0] }.map { Double($0) }
        for (rank, index) in sorted.enumerated() {
          let balanced = Double(sorted.count - 1) / 2
          let part = (Double(rank) - (middle ?? balanced)) / Double(sorted.count + 1)
          result[index] = across[node] + min(max(part, -0.5), 0.5) * breadth[node] * 0.9
        }
      }
      return result
    }
    leaving = spread(at: { chains[$0][0] }, towards: { chains[$0][1] })
    arriving = spread(
      at: { chains[$0][chains[$0].count - 1] }, towards: { chains[$0][chains[$0].count - 2] })
  }
}
